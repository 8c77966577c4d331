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


def test_a_toll_has_no_day_of_the_bodies_found_since(parser: SpacyParser) -> None:
    """The day in a clause about newly found bodies is theirs and not the whole toll's."""
    text = "The death toll of the landslide in Durban rose to 85 after 8 more bodies were found on Friday."
    toll, found = pipeline.understand_one(report_of(text, "2025-05-03"), parser, LIBRARY).value.figures
    assert (toll.value, toll.when) == (85, None)
    assert found.when is not None
    assert str(found.when.start_date) == "2025-05-02"


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


@pytest.mark.parametrize(
    ("text", "period", "as_of"),
    [
        ("On Thursday the mayor of Durban had said that more than 40 people were dead.", None, "2025-05-01"),
        ("In its latest count, on Thursday evening, the ministry gave 40 dead.", None, "2025-05-01"),
        ("On Friday the mayor said that 12 people were killed on Thursday.", "2025-05-01", "2025-05-02"),
        ("Since Thursday, officials said, 40 people had been killed.", "2025-05-02", "2025-05-02"),
    ],
)
def test_a_day_that_opens_a_saying_is_no_day_of_dying(
    text: str, period: str | None, as_of: str, parser: SpacyParser
) -> None:
    """A day before a verb of speech dates what is said, unless it tells since when people died."""
    figures = pipeline.understand_one(report_of(text, "2025-05-02"), parser, LIBRARY).value.figures
    (figure,) = [f for f in figures if f.measure == "killed"]
    assert figure.as_of is not None
    assert str(figure.as_of.end) == as_of
    assert (str(figure.when.end_date) if figure.when else None) == period


def test_whoever_speaks_on_speaks_of_the_same_day(parser: SpacyParser) -> None:
    """A count that a source gives in the sentence after the one that names the day of its interview is of that day."""
    text = (
        "The health minister of Norvale gave a new toll of 54 in an interview on Wednesday. "
        "The number of injured stands at 211, he said."
    )
    figures = pipeline.understand_one(report_of(text, "2025-05-02"), parser, LIBRARY).value.figures
    (injured,) = [f for f in figures if f.measure == "injured"]
    assert injured.as_of is not None
    assert str(injured.as_of.start) == str(injured.as_of.end) == "2025-04-30"


def test_a_known_flood_does_not_take_the_day_of_what_came_after(parser: SpacyParser) -> None:
    """A happening behind "after the" is not dated by its sentence; one that is news there is."""
    for text, day in [
        ("Rescuers sent after the flood in Durban met the mayor on Thursday.", None),
        ("Ten people were killed on Thursday after an explosion in Durban.", "2025-05-01"),
    ]:
        claims = pipeline.understand_one(report_of(text, "2025-05-02"), parser, LIBRARY).value
        (told,) = (e for e in claims.events if e.type in ("disaster:flood", "disaster:explosion"))
        assert (str(told.when.start_date) if told.when else None) == day


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The cyclone, the worst to hit the coast this year, has left 405 people dead.", None),
        ("The toll of the strongest flood to hit the coast this year has climbed to at least 146 dead.", None),
        ("At least 146 people have been killed this year.", "2025-12-31"),
    ],
)
def test_what_a_disaster_is_the_worst_of_is_no_time_of_its_dead(
    text: str, year: str | None, parser: SpacyParser
) -> None:
    """The year in which a storm is the worst does not count its dead; a year in which people died does."""
    (figure,) = pipeline.understand_one(report_of(text, "2025-12-31"), parser, LIBRARY).value.figures
    assert (str(figure.when.end_date) if figure.when else None) == year


@pytest.mark.parametrize(("published", "realis"), [("2025-05-31", "happened"), ("2025-09-30", "background")])
def test_the_middle_of_this_month_is_news(published: str, realis: str, parser: SpacyParser) -> None:
    """What a flood did in mid-May is news to a report of May, and background to one of September."""
    text = "A blast in Durban hurt two people this week, police said. In mid-May the flood hurt 1,147 people."
    figures = pipeline.understand_one(report_of(text, published), parser, LIBRARY).value.figures
    assert [f.realis for f in figures] == ["happened", realis]


def test_what_an_earlier_quake_did_is_background(parser: SpacyParser) -> None:
    """ "It" behind a sentence that ends with a quake of an earlier year goes on with that one."""
    text = "A quake killed 12 people in Durban on Friday. Durban knows quakes, the worst being that of 2015. "
    report = report_of(text + "It claimed the lives of 9,000 people.", "2025-05-02")
    found = pipeline.understand_one(report, parser, LIBRARY).value.figures
    assert [(f.value, f.realis) for f in found] == [(12, "happened"), (9000, "background")]


def test_a_record_of_an_earlier_year_dates_no_count(parser: SpacyParser) -> None:
    """The year since which something was the worst is not when people died."""
    text = "Police said 129 people were killed, making it the deadliest quake since the great one of 2015."
    (figure,) = pipeline.understand_one(report_of(text, "2025-05-02"), parser, LIBRARY).value.figures
    assert figure.when is None
