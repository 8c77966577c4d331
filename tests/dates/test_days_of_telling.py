"""A day on which somebody spoke, or a toll was counted, is not the day on which anybody came to harm."""

from __future__ import annotations

import pytest

from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parser
from rashomon.model.report import Report
from rashomon.pipeline import understand_one


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Police said Tuesday they held 40 men over attacks which left more than 300 people dead.", None),
        ("The toll climbed to 83 on Tuesday, with 157 people injured.", None),
        (
            "At least 30 people were killed in the march, according to a report published on Saturday by Delta Watch.",
            None,
        ),
        ("The Front on Thursday claimed two explosions that killed 90 people.", None),
        ("Twelve people were killed on Monday, police said on Tuesday.", "Monday"),
        ("Police reported that 12 people died in the blast on Wednesday.", "Wednesday"),
    ],
)
def test_the_day_of_the_telling_dates_no_figure(text: str, told: str | None, parser: Parser, library: Library) -> None:
    """A time beside a verb of speech or the rise of a toll is not when people were killed or hurt."""
    report = Report(id="rpt-1", text=text)
    figures = understand_one(report, parser, library).value.figures
    last = [f for f in figures if f.measure in ("killed", "injured")][-1]
    assert (last.when.text if last.when else None) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Front on Thursday claimed responsibility for a bombing that killed 90 people in Norvale.", None),
        ("Police reported a suicide bombing in Norvale on Wednesday.", "Wednesday"),
    ],
)
def test_the_day_of_a_claim_dates_no_deed(text: str, told: str | None, parser: Parser, library: Library) -> None:
    """Who claims an attack on Thursday does not say that it was on Thursday."""
    (event,) = understand_one(Report(id="rpt-1", text=text), parser, library).value.events
    assert (event.when.text if event.when else None) == told
