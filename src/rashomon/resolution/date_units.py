"""Dates counted in units from the report's day: "last month", "the past three days", "two weeks ago"."""

from __future__ import annotations

import datetime as dt

from rashomon.language.english.time_calendar import days_in_month
from rashomon.language.time_meaning import Ago, CalendarUnit, Stretch, Unit
from rashomon.resolution.date_spans import Interval, days_between, months_from, one_day, part_of_month, part_of_year

_DAYS_IN: dict[Unit, int] = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS_IN: dict[Unit, int] = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def unit_interval(meaning: CalendarUnit, today: dt.date, ahead: bool) -> Interval | None:
    """The unit that holds the report's day, or one beside it ("last week", "this month")."""
    found = _whole_unit(meaning, today, ahead)
    if found is None or found.start is None or found.end is None:
        return None
    start, end = found.start, found.end
    if meaning.shift == 0 and not ahead and (start <= today < end):
        # Told by now, so not later than now: "this week" is Monday to today.
        end = today
    elif meaning.part and meaning.unit == "week":
        first, last = {"early": (0, 2), "mid": (2, 4), "late": (3, 6)}[meaning.part]
        start, end = start + dt.timedelta(first), start + dt.timedelta(last)
    elif meaning.part and meaning.unit == "month":
        start, end = part_of_month(start.year, start.month, meaning.part)
    elif meaning.part and meaning.unit == "year":
        start, end = part_of_year(start.year, meaning.part)
    return Interval(start, end, found.precision)


def _whole_unit(meaning: CalendarUnit, today: dt.date, ahead: bool) -> Interval | None:
    match meaning.unit:
        case "week":
            monday = today - dt.timedelta(today.weekday()) + dt.timedelta(7 * meaning.shift)
            return Interval(monday, monday + dt.timedelta(6), "week")
        case "weekend":
            saturday = today - dt.timedelta((today.weekday() - 5) % 7)
            inside = today.weekday() >= 5
            if meaning.shift > 0 or (ahead and not inside):
                saturday += dt.timedelta(7)
            elif meaning.shift < 0 and inside:
                saturday -= dt.timedelta(7)
            return Interval(saturday, saturday + dt.timedelta(1), "period")
        case "month":
            year, month = months_from(today.year, today.month, meaning.shift)
            return Interval(*part_of_month(year, month, None), "month")
        case "year":
            return Interval(*part_of_year(today.year + meaning.shift, None), "year")
        case "fortnight":
            return days_between(today - dt.timedelta(14), today) if meaning.shift < 0 else None
        case "night" | "day":
            return one_day(today + dt.timedelta(meaning.shift))
    return None


def _back(today: dt.date, unit: Unit, count: int) -> dt.date:
    """The day so many units before (after, where negative) a day."""
    if unit in {"hour", "minute"}:
        days = -(-abs(count) // (24 if unit == "hour" else 1440))
        return today - dt.timedelta(days if count >= 0 else -days)
    if unit in _DAYS_IN:
        return today - dt.timedelta(_DAYS_IN[unit] * count)
    year, month = months_from(today.year, today.month, -_MONTHS_IN[unit] * count)
    return dt.date(year, month, min(today.day, days_in_month(year, month)))


def stretch_interval(meaning: Stretch, today: dt.date) -> Interval:
    """A run of units that ends or begins at the report's day ("the past three days")."""
    if meaning.count is None:
        return Interval(None, today, "period") if meaning.direction < 0 else Interval(today, None, "period")
    far = _back(today, meaning.unit, meaning.count if meaning.direction < 0 else -meaning.count)
    if meaning.direction < 0:
        # Whole days count today: the past three days of a 29th are 27, 28 and 29.
        start = far + dt.timedelta(1) if meaning.unit in _DAYS_IN and far < today else far
        return Interval(start, today, "period")
    return Interval(today, far, "period")


def ago_interval(meaning: Ago, today: dt.date) -> Interval | None:
    """A distance back, as wide as its unit is vague ("two weeks ago")."""
    if meaning.count is None:
        return None
    day = _back(today, meaning.unit, meaning.count)
    match meaning.unit:
        case "minute" | "hour":
            return days_between(day, today)
        case "day" | "night":
            return one_day(day)
        case "week" | "weekend" | "fortnight":
            return Interval(day - dt.timedelta(3), min(day + dt.timedelta(3), today), "week")
        case "month":
            return Interval(*part_of_month(day.year, day.month, None), "month")
        case "year":
            return Interval(*part_of_year(day.year, None), "year")
    reach = 5 if meaning.unit == "decade" else 50
    return Interval(dt.date(day.year - reach, 1, 1), dt.date(min(day.year + reach, today.year), 12, 31), "period")
