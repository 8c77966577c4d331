"""Written dates and times of day: 29 November 2024; Nov. 29; 29/11/2024 21h15; 2024-11-29T21:15Z; Friday, 16 July."""

from __future__ import annotations

import dataclasses

from rashomon.language.english.time_tokens import Marks
from rashomon.language.time_meaning import CalendarDate, Clock

#: A meaning and the position after its last mark.
Dated = tuple[CalendarDate, int]


def read_date(marks: Marks, i: int) -> Dated | None:
    """The longest written date that begins at a position, with its weekday before or after and its time of day."""
    weekday = marks.weekday(i, short=True)
    at = i
    if weekday:
        at = weekday[1]
        while marks.lower(at) in {",", "the"} or (marks.lower(at) == "(" and marks.day(at + 1)):
            at += 1
    found = _numeric(marks, at) or _day_month(marks, at) or _month_day(marks, at)
    if found is None:
        return None
    date, after = found
    if weekday:
        date = dataclasses.replace(date, weekday=weekday[0])
    elif marks.lower(after) in {"(", ","} and (named := marks.weekday(after + 1, short=True)):
        closes = marks.lower(after) == "("
        if not closes or marks.lower(named[1]) == ")":
            date, after = dataclasses.replace(date, weekday=named[0]), named[1] + closes
    return _with_clock(marks, date, after)


def _with_clock(marks: Marks, date: CalendarDate, after: int) -> Dated:
    at = after
    while marks.lower(at) in {",", "at", "t", "-", "–", "|", "@", "·", "/"} and at < after + 2:
        at += 1
    clock = read_clock(marks, at, bare=marks.lower(at - 1) in {"at", "t"} and at > after)
    if clock is None or date.day is None:
        return date, after
    return dataclasses.replace(date, clock=clock[0]), clock[1]


def _numeric(marks: Marks, i: int) -> Dated | None:
    """2024-11-29, 29/11/2024, 29.11.24."""
    first, mid, last = marks.digits(i, 4), marks.digits(i + 2, 2), marks.digits(i + 4, 4)
    sign = marks.lower(i + 1)
    if sign not in {"-", "/", "."} or marks.lower(i + 3) != sign or first is None or mid is None or last is None:
        return None
    if not all(marks[k].joined for k in range(i + 1, i + 5)) or _number_goes_on(marks, i + 5):
        return None
    if len(marks[i].text) == 4:
        return _checked(first, mid, last, i + 5) if len(marks[i + 4].text) <= 2 else None
    year = last if len(marks[i + 4].text) == 4 else 2000 + last if len(marks[i + 4].text) == 2 and sign != "." else None
    if year is None:
        return None
    if mid > 12 >= first:
        return _checked(year, first, mid, i + 5)
    return _checked(year, mid, first, i + 5, swappable=first <= 12 and first != mid)


def _number_goes_on(marks: Marks, i: int) -> bool:
    return marks[i].joined and marks[i].text in {"-", "/", "."} and marks[i + 1].joined and marks[i + 1].text.isdigit()


def _checked(year: int, month: int, day: int, after: int, *, swappable: bool = False) -> Dated | None:
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month) and 1800 <= year <= 2100):
        return None
    return CalendarDate(year=year, month=month, day=day, swappable=swappable), after


def _day_month(marks: Marks, i: int) -> Dated | None:
    """29 November 2024; 5-9 August; 5 and 9 August; 29th of November."""
    first = marks.day(i)
    if first is None or marks.grouped(i):
        return None
    day, at = first
    last_day = None
    if marks.lower(at) in {"-", "–", "to", "and"} and (second := marks.day(at + 1)) and second[0] > day:
        last_day, at = second
    if marks.lower(at) == "of":
        at += 1
    if marks.lower(at) in {"-", "/"} and marks[at].joined:
        at += 1
    month = marks.month(at)
    if month is None:
        return None
    year, after = _year_after(marks, month[1])
    if last_day is None and day > days_in_month(year or 2000, month[0]):
        return None
    return CalendarDate(year=year, month=month[0], day=day, last_day=last_day), after


def _month_day(marks: Marks, i: int) -> Dated | None:
    """November 29, 2024; Aug 5-9; November 2024."""
    month = marks.month(i)
    if month is None:
        return None
    at = month[1]
    year = marks.year(at + 1) if marks.lower(at) in {",", "of", "-"} else None
    if year is not None:
        return CalendarDate(year=year, month=month[0]), at + 2
    year = marks.year(at)
    if year is not None:
        return CalendarDate(year=year, month=month[0]), at + 1
    if marks.lower(at) == "the":
        at += 1
    first = marks.day(at)
    if first is None or (marks.grouped(at) and marks.year(at + 2) is None) or marks.lower(at + 1) in {":", "%"}:
        return None
    day, at = first
    last_day = None
    if marks.lower(at) in {"-", "–", "to", "and"} and (second := marks.day(at + 1)) and day < second[0]:
        last_day, at = second
    year, after = _year_after(marks, at)
    if day > days_in_month(year or 2000, month[0]):
        return None
    return CalendarDate(year=year, month=month[0], day=day, last_day=last_day), after


def _year_after(marks: Marks, i: int) -> tuple[int | None, int]:
    """The year that closes a date at a position ("2024", ", 2024", "last year" is none), and the position after."""
    for at in (i, i + 1) if marks.lower(i) in {",", "-", "/", "of"} else (i,):
        year = marks.year(at)
        if year is not None and not (marks[at + 1].joined and marks.lower(at + 1) == ":"):
            return year, at + 1
    return None, i


def read_clock(marks: Marks, i: int, *, bare: bool = False) -> tuple[Clock, int] | None:
    """A time of day at a position: 21h15, 5:30 p.m., 6 am, 0300 GMT; with `bare` also 0914."""
    hour = marks.digits(i, 4)
    if hour is None:
        return None
    at, minute, marked = i + 1, 0, False
    if len(marks[i].text) == 4 or (len(marks[i].text) == 3 and _half(marks, i + 1)):
        hour, minute = divmod(hour, 100)
        marked = bare or marks.lower(at) in marks.words.zones or marks.lower(at) in {"hrs", "hours"}
    elif (
        marks.lower(at) in {":", "h", "."}
        and marks[at].joined
        and marks[at + 1].joined
        and len(marks[at + 1].text) == 2
    ):
        minute_read = marks.digits(at + 1, 2)
        if minute_read is None:
            return None
        marked = marks.lower(at) != "."
        minute, at = minute_read, at + 2
        if marks.lower(at) == ":" and marks[at].joined and marks.digits(at + 1, 2) is not None:
            at += 2
            if marks.lower(at) == "." and marks[at].joined and marks[at + 1].text.isdigit():
                at += 2
    elif marks.lower(at) == "h" and marks[at].joined:
        marked, at = True, at + 1
    half = _half(marks, at)
    if half:
        hour = hour % 12 + (12 if half[0] == "p" else 0) if 1 <= hour <= 12 else hour
        at, marked = half[1], True
    zone, at, zoned = _zone(marks, at, open_hour=marked)
    if not (marked or zoned) or hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return Clock(hour % 24, minute, zone), at


def _half(marks: Marks, i: int) -> tuple[str, int] | None:
    """`a` or `p` for a.m., pm at a position, and the position after it."""
    word = marks.lower(i)
    if word in {"am", "pm"}:
        return word[0], i + 1
    if word in {"a", "p"} and marks[i + 1].text == "." and marks[i + 1].joined and marks.lower(i + 2) == "m":
        return word, i + 4 if marks[i + 3].text == "." and marks[i + 3].joined else i + 3
    return None


def _zone(marks: Marks, i: int, *, open_hour: bool) -> tuple[int | None, int, bool]:
    """The zone at a position: minutes east of UTC (null where not known), the position after, whether one is there."""
    at = i + 1 if marks.lower(i) == "(" else i
    word = marks.lower(at)
    if word in marks.words.clock_labels or word == "z":
        after = at + 1
        east = marks.words.zones.get(word)
        if word == "local" and marks.lower(after) != "time":
            return None, i, False
        if marks.lower(after) == "time":
            after += 1
        elif word in {"gmt", "utc"} and (shift := _shift(marks, after)):
            east, after = shift
        if at > i:
            return (east, after + 1, True) if marks.lower(after) == ")" else (None, i, False)
        return east, after, True
    shift = _shift(marks, i) if open_hour and (marks[i].joined or len(marks[i + 1].text) == 4) else None
    return (*shift, True) if shift else (None, i, False)


def _shift(marks: Marks, i: int) -> tuple[int, int] | None:
    """Minutes east of UTC written as +3, +03:00 or +0300, and the position after."""
    hours, after = marks.digits(i + 1, 4), i + 2
    if marks.lower(i) not in {"+", "-"} or not marks[i + 1].joined or hours is None:
        return None
    minutes = 0
    if len(marks[i + 1].text) == 4:
        hours, minutes = divmod(hours, 100)
    elif marks.lower(after) == ":" and (rest := marks.digits(after + 1, 2)) is not None:
        minutes, after = rest, after + 2
    if hours > 14 or minutes > 59:
        return None
    return (-1 if marks.lower(i) == "-" else 1) * (hours * 60 + minutes), after


def days_in_month(year: int, month: int) -> int:
    """How many days a month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31
