"""A toll's day: when it stood, apart from when people came to harm."""

from __future__ import annotations

import pytest
from tests.dates.dated_report import LIBRARY, report_of

from rashomon import pipeline
from rashomon.adapters.spacy_parser import SpacyParser

TOLD = [
    ("The death toll of the warehouse fire in Durban rose to six on Friday.", None, "2025-05-02"),
    ("On Thursday the toll climbed to 12.", None, "2025-05-01"),
    ("Officials put the death toll at 20 on Thursday.", None, "2025-05-01"),
    ("The number of dead stood at 15 by Thursday.", "2025-05-01", "2025-05-01"),
    ("The toll from Thursday's fire rose to eight.", "2025-05-01", "2025-05-02"),
    ("Six people were killed on Thursday.", "2025-05-01", "2025-05-02"),
]


@pytest.mark.parametrize(("text", "period", "as_of"), TOLD)
def test_the_day_on_which_a_toll_stood_is_no_day_of_dying(
    text: str, period: str | None, as_of: str, parser: SpacyParser
) -> None:
    """A day that hangs on the toll's verb is its as-of; a day of the deaths is their period."""
    (figure,) = pipeline.understand_one(report_of(text, "2025-05-02"), parser, LIBRARY).value.figures
    assert figure.as_of is not None
    assert figure.as_of.end is not None
    assert figure.as_of.end.isoformat() == as_of
    start = figure.when.end_date if figure.when else None
    assert (start.isoformat() if start else None) == period


def test_the_day_on_which_a_toll_rose_is_no_day_of_the_fire(parser: SpacyParser) -> None:
    """A fire of which only the toll's rise is dated has no day; one whose own day is told has that."""
    for text, day in [
        ("The death toll from the hostel fire in Durban rose to six on Friday, officials said.", None),
        ("The death toll from Wednesday's hostel fire in Durban rose to six on Friday.", "2025-04-30"),
    ]:
        claims = pipeline.understand_one(report_of(text, "2025-05-02"), parser, LIBRARY).value
        (fire,) = (e for e in claims.events if e.type == "disaster:fire")
        start = fire.when.start_date if fire.when else None
        assert (start.isoformat() if start else None) == day


def test_a_state_as_of_a_day_is_of_no_single_day(parser: SpacyParser) -> None:
    """ "As of 30 April" bounds a count above: it had come about by then, on whichever days, and nothing happened then."""
    text = "More than 4,000 people had been displaced by the fighting near Durban as of 30 April, the mayor said on Friday."
    claims = pipeline.understand_one(report_of(text, "2025-05-02"), parser, LIBRARY).value
    (figure,) = claims.figures
    assert figure.when is not None
    assert figure.when.start_date is None
    assert str(figure.when.end_date) == "2025-04-30"
    assert figure.as_of is not None
    assert str(figure.as_of.start) == "2025-04-30"
