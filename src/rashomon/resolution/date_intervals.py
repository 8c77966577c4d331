"""What a time expression means, anchored at a day -> inclusive dates with their precision. Open bounds are null."""

from __future__ import annotations

import datetime as dt

from rashomon.language.english.time_calendar import days_in_month
from rashomon.language.time_meaning import (
    Ago,
    Bounded,
    CalendarDate,
    CalendarUnit,
    DaysFromNow,
    Decade,
    Meaning,
    Nth,
    Season,
    Stretch,
    WeekdayOf,
)
from rashomon.resolution.date_spans import Interval, days_between, one_day, part_of_month, part_of_year
from rashomon.resolution.date_units import ago_interval, stretch_interval, unit_interval

#: A date without a year is the latest one before the report, unless that lies nearly a year back (days).
_NEARLY_A_YEAR = 300
_HALF_A_YEAR = 183


def interval_of(meaning: Meaning, today: dt.date | None, *, ahead: bool = False) -> Interval | None:
    """The dates of a meaning seen from a day; null where they cannot be known. `ahead` looks to the days to come."""
    try:
        found = _interval(meaning, today, ahead)
    except (OverflowError, ValueError):
        return None
    if found is not None and found.start is not None and found.end is not None and found.start > found.end:
        # "Since 2027" in a report of 2024: the text is at odds with its own date.
        return None
    return found


def _interval(meaning: Meaning, today: dt.date | None, ahead: bool) -> Interval | None:
    match meaning:
        case CalendarDate():
            return _calendar(meaning, today, ahead)
        case Decade(year=year):
            return Interval(dt.date(year, 1, 1), dt.date(year + 9, 12, 31), "period")
        case Season(year=int(year)):
            return Interval(dt.date(year, 1, 1), dt.date(year, 12, 31), "year")
        case Bounded():
            return _bounded(meaning, today, ahead)
    if today is None:
        return None
    match meaning:
        case WeekdayOf():
            return one_day(_weekday(meaning, today, ahead))
        case DaysFromNow(first=first, last=last):
            return days_between(today + dt.timedelta(first), today + dt.timedelta(last))
        case CalendarUnit():
            return unit_interval(meaning, today, ahead)
        case Stretch():
            return stretch_interval(meaning, today)
        case Ago():
            return ago_interval(meaning, today)
        case Nth(unit="day" | "night", number=number, running=True) if number <= 366:
            return days_between(today - dt.timedelta(number - 1), today)
    return None


def _calendar(date: CalendarDate, today: dt.date | None, ahead: bool) -> Interval | None:
    if date.swappable:
        return _swappable(date, today)
    year = date.year if date.year is not None else _year(date, today, ahead)
    if year is None:
        return None
    if date.month is None:
        return Interval(*part_of_year(year, date.part), "year")
    if date.day is None:
        return Interval(*part_of_month(year, date.month, date.part), "month")
    first = dt.date(year, date.month, date.day)
    if date.last_day is not None:
        return days_between(first, dt.date(year, date.month, date.last_day))
    return Interval(first, first, "hour" if date.clock else "day")


def _year(date: CalendarDate, today: dt.date | None, ahead: bool) -> int | None:
    """The year of a date written without one: the latest such date by the report's day, unless that is far back."""
    if today is None or date.month is None:
        return None
    day = min(date.day or 1, days_in_month(today.year, date.month))
    this = dt.date(today.year, date.month, day)
    if ahead:
        last = dt.date(today.year, date.month, days_in_month(today.year, date.month)) if date.day is None else this
        # A date just past is what the plan answers to ("will inspect the site hit on 21 August"), not next year's.
        return today.year if last >= today or (today - last).days <= _HALF_A_YEAR else today.year + 1
    if this <= today:
        if date.day is not None and (today - this).days > _NEARLY_A_YEAR and this.month <= 2:
            return today.year + 1 if (this.replace(year=today.year + 1) - today).days <= 7 else today.year
        return today.year
    past = this.replace(year=today.year - 1, day=min(day, 28))
    return today.year if date.day is not None and (today - past).days > _NEARLY_A_YEAR else today.year - 1


def _swappable(date: CalendarDate, today: dt.date | None) -> Interval | None:
    """The one of two days that a numeric date can mean which lies in the two months before the report."""
    if date.year is None or date.month is None or date.day is None or today is None:
        return None
    days = {dt.date(date.year, date.month, date.day), dt.date(date.year, date.day, date.month)}
    near = [d for d in sorted(days) if 0 <= (today - d).days <= 60]
    return one_day(near[0]) if len(near) == 1 else None


def _weekday(meaning: WeekdayOf, today: dt.date, ahead: bool) -> dt.date:
    back = (today.weekday() - meaning.weekday) % 7
    if meaning.shift == "next":
        return today + dt.timedelta((7 - back) or 7)
    if meaning.shift == "last":
        return today - dt.timedelta(back or 7)
    if ahead:
        return today + dt.timedelta((7 - back) % 7)
    return today - dt.timedelta(back)


def _bounded(meaning: Bounded, today: dt.date | None, ahead: bool) -> Interval | None:
    if meaning.last is not None:
        return _between(meaning, today, ahead)
    inner = _interval(meaning.first, today, ahead or meaning.kind == "until")
    if inner is None:
        return None
    match meaning.kind:
        case "since":
            return Interval(inner.start, today, "period")
        case "until" | "by" | "as_of":
            return Interval(None, inner.end, "period")
        case "before":
            return Interval(None, inner.start and inner.start - dt.timedelta(1), "period")
        case "after":
            return Interval(inner.end, None, "period")
    return inner


def _between(meaning: Bounded, today: dt.date | None, ahead: bool) -> Interval | None:
    """From the first bound's start to the last one's end; the last is settled first, and the first lies before it."""
    if meaning.last is None:
        return None
    last = _interval(meaning.last, today, ahead)
    if last is None or last.start is None:
        return None
    # Two equal weekdays are a week apart, so the first is sought from the day before the last.
    seen_from = last.start - dt.timedelta(1) if isinstance(meaning.first, WeekdayOf) else last.start
    first = _interval(meaning.first, seen_from, False)
    if first is None or first.start is None or last.end is None or first.start > last.end:
        return None
    return Interval(first.start, last.end, "period")
