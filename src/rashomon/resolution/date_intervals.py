"""What a time expression means, anchored at a day -> inclusive dates with their precision. Open bounds are null."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

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
    Part,
    Season,
    Stretch,
    Unit,
    WeekdayOf,
)
from rashomon.model.moment import DatePrecision

#: A date without a year is the latest one before the report, unless that lies nearly a year back (days).
_NEARLY_A_YEAR = 300
_HALF_A_YEAR = 183
_DAYS_IN: dict[Unit, int] = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS_IN: dict[Unit, int] = {"month": 1, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Interval:
    """Inclusive dates; null where open."""

    start: dt.date | None
    end: dt.date | None
    precision: DatePrecision


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
            return _one(_weekday(meaning, today, ahead))
        case DaysFromNow(first=first, last=last):
            return _days(today + dt.timedelta(first), today + dt.timedelta(last))
        case CalendarUnit():
            return _unit(meaning, today, ahead)
        case Stretch():
            return _stretch(meaning, today)
        case Ago():
            return _ago(meaning, today)
        case Nth(unit="day" | "night", number=number, running=True) if number <= 366:
            return _days(today - dt.timedelta(number - 1), today)
    return None


def _one(day: dt.date) -> Interval:
    return Interval(day, day, "day")


def _days(first: dt.date, last: dt.date) -> Interval:
    return _one(first) if first == last else Interval(first, last, "period")


def _calendar(date: CalendarDate, today: dt.date | None, ahead: bool) -> Interval | None:
    if date.swappable:
        return _swappable(date, today)
    year = date.year if date.year is not None else _year(date, today, ahead)
    if year is None:
        return None
    if date.month is None:
        return Interval(*_part_of_year(year, date.part), "year")
    if date.day is None:
        return Interval(*_part_of_month(year, date.month, date.part), "month")
    first = dt.date(year, date.month, date.day)
    if date.last_day is not None:
        return _days(first, dt.date(year, date.month, date.last_day))
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
    return _one(near[0]) if len(near) == 1 else None


def _part_of_year(year: int, part: Part | None) -> tuple[dt.date, dt.date]:
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), None: (1, 12)}[part]
    return dt.date(year, first, 1), dt.date(year, last, days_in_month(year, last))


def _part_of_month(year: int, month: int, part: Part | None) -> tuple[dt.date, dt.date]:
    end = days_in_month(year, month)
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, end), None: (1, end)}[part]
    return dt.date(year, month, first), dt.date(year, month, last)


def _weekday(meaning: WeekdayOf, today: dt.date, ahead: bool) -> dt.date:
    back = (today.weekday() - meaning.weekday) % 7
    if meaning.shift == "next":
        return today + dt.timedelta((7 - back) or 7)
    if meaning.shift == "last":
        return today - dt.timedelta(back or 7)
    if ahead:
        return today + dt.timedelta((7 - back) % 7)
    return today - dt.timedelta(back)


def _unit(meaning: CalendarUnit, today: dt.date, ahead: bool) -> Interval | None:
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
        start, end = _part_of_month(start.year, start.month, meaning.part)
    elif meaning.part and meaning.unit == "year":
        start, end = _part_of_year(start.year, meaning.part)
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
            year, month = _months_from(today.year, today.month, meaning.shift)
            return Interval(*_part_of_month(year, month, None), "month")
        case "year":
            return Interval(*_part_of_year(today.year + meaning.shift, None), "year")
        case "fortnight":
            return _days(today - dt.timedelta(14), today) if meaning.shift < 0 else None
        case "night" | "day":
            return _one(today + dt.timedelta(meaning.shift))
    return None


def _months_from(year: int, month: int, shift: int) -> tuple[int, int]:
    index = year * 12 + month - 1 + shift
    return index // 12, index % 12 + 1


def _back(today: dt.date, unit: Unit, count: int) -> dt.date:
    """The day so many units before (after, where negative) a day."""
    if unit in {"hour", "minute"}:
        days = -(-abs(count) // (24 if unit == "hour" else 1440))
        return today - dt.timedelta(days if count >= 0 else -days)
    if unit in _DAYS_IN:
        return today - dt.timedelta(_DAYS_IN[unit] * count)
    year, month = _months_from(today.year, today.month, -_MONTHS_IN[unit] * count)
    return dt.date(year, month, min(today.day, days_in_month(year, month)))


def _stretch(meaning: Stretch, today: dt.date) -> Interval:
    if meaning.count is None:
        return Interval(None, today, "period") if meaning.direction < 0 else Interval(today, None, "period")
    far = _back(today, meaning.unit, meaning.count if meaning.direction < 0 else -meaning.count)
    if meaning.direction < 0:
        # Whole days count today: the past three days of a 29th are 27, 28 and 29.
        start = far + dt.timedelta(1) if meaning.unit in _DAYS_IN and far < today else far
        return Interval(start, today, "period")
    return Interval(today, far, "period")


def _ago(meaning: Ago, today: dt.date) -> Interval | None:
    if meaning.count is None:
        return None
    day = _back(today, meaning.unit, meaning.count)
    match meaning.unit:
        case "minute" | "hour":
            return _days(day, today)
        case "day" | "night":
            return _one(day)
        case "week" | "weekend" | "fortnight":
            return Interval(day - dt.timedelta(3), min(day + dt.timedelta(3), today), "week")
        case "month":
            return Interval(*_part_of_month(day.year, day.month, None), "month")
        case "year":
            return Interval(*_part_of_year(day.year, None), "year")
    reach = 5 if meaning.unit == "decade" else 50
    return Interval(dt.date(day.year - reach, 1, 1), dt.date(min(day.year + reach, today.year), 12, 31), "period")


def _bounded(meaning: Bounded, today: dt.date | None, ahead: bool) -> Interval | None:
    if meaning.last is not None:
        return _between(meaning, today, ahead)
    inner = _interval(meaning.first, today, ahead or meaning.kind == "until")
    if inner is None:
        return None
    match meaning.kind:
        case "since":
            return Interval(inner.start, today, "period")
        case "until" | "by":
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
