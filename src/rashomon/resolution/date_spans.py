"""Inclusive dates, open where null, and the spans that years, months and days make."""

from __future__ import annotations

import datetime as dt

import msgspec

from rashomon.language.english.time_calendar import days_in_month
from rashomon.language.time_meaning import Part
from rashomon.model.moment import DatePrecision


class Interval(msgspec.Struct, frozen=True, gc=False):
    """Inclusive dates; null where open."""

    start: dt.date | None
    end: dt.date | None
    precision: DatePrecision


def one_day(day: dt.date) -> Interval:
    """A single day."""
    return Interval(day, day, "day")


def days_between(first: dt.date, last: dt.date) -> Interval:
    """Two days and those between; one day where they are one."""
    return one_day(first) if first == last else Interval(first, last, "period")


def part_of_year(year: int, part: Part | None) -> tuple[dt.date, dt.date]:
    """The first and the last day of a year, or of its early, middle or late third."""
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), None: (1, 12)}[part]
    return dt.date(year, first, 1), dt.date(year, last, days_in_month(year, last))


def part_of_month(year: int, month: int, part: Part | None) -> tuple[dt.date, dt.date]:
    """The first and the last day of a month, or of its early, middle or late third."""
    end = days_in_month(year, month)
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, end), None: (1, end)}[part]
    return dt.date(year, month, first), dt.date(year, month, last)


def months_from(year: int, month: int, shift: int) -> tuple[int, int]:
    """The year and month so many months after (before, where negative) a month."""
    index = year * 12 + month - 1 + shift
    return index // 12, index % 12 + 1
