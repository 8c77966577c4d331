"""Time expressions mean dates, anchored at the report's day; what cannot be known stays open."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.dates.dated_report import dates_of, resolved_in

from rashomon.resolution.as_of import resolve_as_of

#: A Friday.
DAY = "2024-11-29"

RESOLVED = [
    ("It began last Wednesday.", "2024-11-27", "2024-11-27", "day"),
    ("It began on Friday.", "2024-11-29", "2024-11-29", "day"),
    ("It began last Friday.", "2024-11-22", "2024-11-22", "day"),
    ("It began on Saturday.", "2024-11-23", "2024-11-23", "day"),
    ("It began just before 2 a.m. Sunday.", "2024-11-24", "2024-11-24", "day"),
    ("It began shortly after midnight on Saturday.", "2024-11-23", "2024-11-23", "day"),
    ("Talks will resume on Tuesday.", "2024-12-03", "2024-12-03", "day"),
    ("Talks resume next Friday.", "2024-12-06", "2024-12-06", "day"),
    ("At least 27 died in the past three days.", "2024-11-27", "2024-11-29", "period"),
    ("At least 27 died in the last 24 hours.", "2024-11-28", "2024-11-29", "period"),
    ("At least 27 died in recent days.", None, "2024-11-29", "period"),
    ("At least 27 died overnight.", "2024-11-28", "2024-11-29", "period"),
    ("At least 27 died yesterday.", "2024-11-28", "2024-11-28", "day"),
    ("At least 27 died this week.", "2024-11-25", "2024-11-29", "week"),
    ("At least 27 died last week.", "2024-11-18", "2024-11-24", "week"),
    ("At least 27 died at the weekend.", "2024-11-23", "2024-11-24", "period"),
    ("At least 27 died last month.", "2024-10-01", "2024-10-31", "month"),
    ("At least 27 died late last month.", "2024-10-21", "2024-10-31", "month"),
    ("At least 27 died last year.", "2023-01-01", "2023-12-31", "year"),
    ("At least 27 died three days ago.", "2024-11-26", "2024-11-26", "day"),
    ("At least 27 died two weeks ago.", "2024-11-12", "2024-11-18", "week"),
    ("At least 27 died five years ago.", "2019-01-01", "2019-12-31", "year"),
    ("Rescuers dug for a third straight day.", "2024-11-27", "2024-11-29", "period"),
    ("At least 27 died since Wednesday.", "2024-11-27", "2024-11-29", "period"),
    ("At least 27 died from Monday to Thursday.", "2024-11-25", "2024-11-28", "period"),
    ("At least 27 died between 5 and 9 August.", "2024-08-05", "2024-08-09", "period"),
    ("Talks are due on Dec. 30.", "2024-12-30", "2024-12-30", "day"),
    ("The vote is planned for 12 January.", "2025-01-12", "2025-01-12", "day"),
    ("It erupted in March 2011.", "2011-03-01", "2011-03-31", "month"),
    ("It erupted in May.", "2024-05-01", "2024-05-31", "month"),
    ("It erupted in 2016.", "2016-01-01", "2016-12-31", "year"),
    ("It erupted in early 2016.", "2016-01-01", "2016-04-30", "year"),
    ("It erupted in the 1990s.", "1990-01-01", "1999-12-31", "period"),
    ("The page says 11/12/2024.", "2024-11-12", "2024-11-12", "day"),
    ("The page says 03/02/2021.", None, None, "unknown"),
    ("It began on the fourth day of the siege.", None, None, "unknown"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), RESOLVED)
def test_expressions_mean_dates_seen_from_the_report(
    text: str, start: str | None, end: str | None, precision: str
) -> None:
    """Seen from Friday 29 November 2024 the expression means these dates."""
    assert dates_of(text, DAY) == (start, end, precision)


@pytest.mark.parametrize(
    "text",
    ["It began last Wednesday.", "It began yesterday.", "Some died in the past three days.", "It fell on Nov. 29."],
)
def test_without_publication_relative_dates_stay_open(text: str) -> None:
    """Without a publication nothing relative is guessed."""
    assert dates_of(text, None) == (None, None, "unknown")


def test_a_month_of_publication_anchors_months_and_no_days() -> None:
    """A report dated to a month knows last month, and no weekday."""
    assert dates_of("It began last month.", "2024-11") == ("2024-10-01", "2024-10-31", "month")
    assert dates_of("It began last Wednesday.", "2024-11") == (None, None, "unknown")


def test_a_bound_after_the_report_stays_open() -> None:
    """A stretch that would end before it starts is not dated."""
    assert dates_of("It went on since March 2027.", DAY) == (None, None, "unknown")


def test_a_year_written_once_completes_the_same_day_elsewhere() -> None:
    """A date without a year takes the year that the report writes beside the same month."""
    whens, _ = resolved_in("Floods came in March 2019. On March 14 the dam failed.", None)
    assert whens[1].start_date == dt.date(2019, 3, 14)


def test_a_report_that_looks_back_by_a_year_means_the_year_before() -> None:
    """In a report of an anniversary a date that is still to come was a year ago; in any other it is the next one."""
    told = "A year on, families still wait for answers. The December 2 blast killed 218 people."
    whens, _ = resolved_in(told, DAY)
    assert whens[-1].start_date == dt.date(2023, 12, 2)
    whens, _ = resolved_in("Families will meet. The December 2 vigil follows.", DAY)
    assert whens[-1].start_date == dt.date(2024, 12, 2)


def test_the_next_day_counts_from_the_day_told_before() -> None:
    """The next day is the one after the last day named in the same paragraph."""
    whens, _ = resolved_in("The dam failed on Nov. 20. The next day crews came.", DAY)
    assert whens[1].start_date == dt.date(2024, 11, 21)


def test_a_dateline_anchors_before_the_publication() -> None:
    """Where a dateline names its day, today is that day."""
    whens, context = resolved_in("PORT DALE, Nov 28 (Reuters) - Six people died today when the dam failed.", DAY)
    assert context.dateline == dt.date(2024, 11, 28)
    assert whens[-1].start_date == dt.date(2024, 11, 28)


@pytest.mark.parametrize(
    ("text", "figure", "said", "start", "end", "how"),
    [
        ("As of Sunday 40 had died, it said on Monday.", 0, 1, "2024-11-24", "2024-11-24", "stated"),
        ("By Thursday 40 had died.", 0, None, "2024-11-28", "2024-11-28", "stated"),
        ("In the past three days 40 died.", 0, None, "2024-11-29", "2024-11-29", "stated"),
        ("On Wednesday 40 died, it said on Thursday.", 0, 1, "2024-11-28", "2024-11-28", "statement_day"),
        ("PORT DALE, Nov 28 (Reuters) - On Wednesday 40 died.", 1, None, "2024-11-28", "2024-11-28", "dateline"),
        ("On Wednesday 40 people died in the town.", 0, None, "2024-11-27", "2024-11-29", "publication"),
    ],
)
def test_the_as_of_follows_the_order_of_the_design(
    text: str, figure: int, said: int | None, start: str, end: str, how: str
) -> None:
    """Stated words come first, then the day of the statement, the dateline, and the publication."""
    whens, context = resolved_in(text, DAY)
    found = resolve_as_of(whens[figure], None if said is None else whens[said], context)
    assert found is not None
    assert (str(found.start), str(found.end), found.how) == (start, end, how)


def test_an_undated_report_has_an_as_of_with_an_open_end() -> None:
    """Without a publication the as-of runs from the last date mentioned, open; without any date there is none."""
    whens, context = resolved_in("In November 2024 some 40 people died in the town.", None)
    found = resolve_as_of(whens[0], None, context)
    assert found is not None
    assert (found.start, found.end, found.how) == (dt.date(2024, 11, 1), None, "publication")
    assert resolve_as_of(None, None, resolved_in("Some 40 people died in the town.", None)[1]) is None


WEEKDAY_TEXTS = [
    "on Friday",
    "last Monday",
    "since Tuesday",
    "early on Sunday",
    "from Monday to Thursday",
    "next Wednesday",
]


@settings(max_examples=80, deadline=None)
@given(st.dates(dt.date(1990, 1, 1), dt.date(2050, 12, 31)), st.integers(-50, 50), st.sampled_from(WEEKDAY_TEXTS))
def test_a_shift_by_whole_weeks_shifts_weekdays_by_as_much(day: dt.date, weeks: int, words: str) -> None:
    """Publishing 7k days later moves what weekdays mean by 7k days."""
    text = f"The dam failed {words} in the hills."
    shift = dt.timedelta(7 * weeks)
    (here,), (there,) = (resolved_in(text, d.isoformat())[0] for d in (day, day + shift))
    assert here.start_date is not None
    assert here.end_date is not None
    assert (there.start_date, there.end_date) == (here.start_date + shift, here.end_date + shift)


@settings(max_examples=120, deadline=None)
@given(st.dates(dt.date(1900, 1, 1), dt.date(2090, 12, 31)), st.sampled_from([t for t, *_ in RESOLVED]))
def test_no_stretch_ends_before_it_starts(day: dt.date, text: str) -> None:
    """Both bounds known, the start is not after the end."""
    for when in resolved_in(text, day.isoformat())[0]:
        if when.start_date is not None and when.end_date is not None:
            assert when.start_date <= when.end_date


def test_a_time_of_day_is_on_the_day_named_before() -> None:
    """ "The shots rang out at 11:30 p.m." is on the day that the sentence before names."""
    found, _ = resolved_in("Two men met on Tuesday in a car park. The shots rang out at 11:30 p.m. there.", DAY)
    assert [w.start_date for w in found] == [dt.date(2024, 11, 26)] * 2


def test_a_day_earlier_reaches_into_the_paragraph_before() -> None:
    """ "A day earlier" counts from the last day told, in its own paragraph or the one before, and no further back."""
    told = "The toll rose to six on Friday, the city said."
    later = "A day earlier, officials had put the toll at five."
    near, _ = resolved_in(f"{told}\n\n{later}", DAY)
    assert near[-1].start_date == dt.date(2024, 11, 28)
    far, _ = resolved_in(f"{told}\n\nWitnesses spoke of thick smoke over the port.\n\n{later}", DAY)
    assert far[-1].start_date is None
