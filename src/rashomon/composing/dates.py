"""Dates as a brief words them: day before month, the year only where it is not the story's own."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from rashomon.model.moment import AsOf, DatePrecision, When

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

#: The last days of a month's early and middle part.
EARLY, MIDDLE = 10, 20


@dataclass(frozen=True, slots=True)
class Interval:
    """Inclusive dates, null where open, and how sharp they are."""

    start: dt.date | None
    end: dt.date | None
    precision: DatePrecision = "unknown"


def of_when(when: When | None) -> Interval | None:
    """The interval of a time expression, or null where it means no date."""
    if when is None or (when.start_date is None and when.end_date is None):
        return None
    return Interval(when.start_date, when.end_date, when.precision)


def of_as_of(as_of: AsOf | None) -> Interval | None:
    """The interval of an as-of that the report or the root states; guessed ones are not worded."""
    if as_of is None or as_of.end is None or as_of.how not in ("stated", "statement_day"):
        return None
    return Interval(as_of.start, as_of.end)


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words dates; `year` is the story's own year, which later sentences need not repeat."""

    year: int | None

    def day(self, date: dt.date, with_year: bool = False) -> str:
        """ "29 November", with the year where it is another year than the story's."""
        year = f" {date.year}" if with_year or date.year != self.year else ""
        return f"{date.day} {MONTHS[date.month - 1]}{year}"

    def when(self, interval: Interval | None, with_year: bool = False) -> str:
        """ "on 27 November", "from 27 to 29 November", "in November 2024", "since ..."; "" where there is no date."""
        if interval is None:
            return ""
        start, end = interval.start, interval.end
        if start is None or end is None:
            if start is not None:
                return f"since {self.day(start, with_year)}"
            return f"by {self.day(end, with_year)}" if end is not None else ""
        if start == end:
            return f"on {self.day(start, with_year)}"
        if interval.precision == "year" or (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
            return f"in {start.year}" if start.year == end.year else f"from {start.year} to {end.year}"
        if _whole_month(start, end):
            return f"in {MONTHS[start.month - 1]} {start.year}"
        if interval.precision == "month" and (start.year, start.month) == (end.year, end.month):
            year = f" {start.year}" if with_year or start.year != self.year else ""
            return f"in {_part_of_month(start, end)}{MONTHS[start.month - 1]}{year}"
        return f"from {self._range(start, end, with_year)}"

    def by(self, date: dt.date) -> str:
        """ "by 29 November"."""
        return f"by {self.day(date)}"

    def _range(self, start: dt.date, end: dt.date, with_year: bool) -> str:
        if start.year == end.year:
            last = self.day(end, with_year)
            same_month = start.month == end.month
            first = f"{start.day}" if same_month else f"{start.day} {MONTHS[start.month - 1]}"
            return f"{first} to {last}"
        return f"{self.day(start, True)} to {self.day(end, True)}"


def _whole_month(start: dt.date, end: dt.date) -> bool:
    following = end + dt.timedelta(days=1)
    return start.day == 1 and following.day == 1 and (start.year, start.month) == (end.year, end.month)


def _part_of_month(start: dt.date, end: dt.date) -> str:
    """ "early ", "mid-", "late " for a third of a month; "" for any other part of one, known only by its month."""
    if end.day == EARLY and start.day == 1:
        return "early "
    if (start.day, end.day) == (EARLY + 1, MIDDLE):
        return "mid-"
    return "late " if start.day == MIDDLE + 1 and (end + dt.timedelta(days=1)).day == 1 else ""
