"""Days and times of day: a date, a weekday, "yesterday", a time on the clock, each with what follows of the day."""

from __future__ import annotations

from typing import Literal

from rashomon.language.english.time_calendar import read_clock, read_date
from rashomon.language.english.time_tokens import Marks, Read
from rashomon.language.time_meaning import DaysFromNow, TimeOfDay, WeekdayOf


def read_day(marks: Marks, i: int) -> Read | None:
    """A date with what follows of its day."""
    found = read_date(marks, i)
    return _with_part_of_day(marks, found) if found else None


def _with_part_of_day(marks: Marks, found: Read) -> Read:
    """The same meaning with what follows of the day: "Tuesday evening", "Friday at 5 p.m.", "Sunday, at dawn"."""
    meaning, after = found
    at = after
    while True:
        if marks.lower(at) in marks.words.day_parts:
            at += 1
        elif marks.lower(at) in {"at", "around", "about", "-"} and marks.lower(at + 1) in marks.words.day_parts:
            at += 2
        elif marks.lower(at) == "in" and marks.lower(at + 1) == "the" and marks.lower(at + 2) in marks.words.day_parts:
            at += 3
        elif marks.lower(at) in {"at", "around", "about", ",", "by"} and (
            clock := read_clock(marks, at + 1, bare=True)
        ):
            return meaning, clock[1]
        else:
            return meaning, at


def read_weekday(marks: Marks, i: int) -> Read | None:
    """ "Friday", "last Tuesday", with what follows of the day."""
    shift: Literal["", "last", "next", "this"] = ""
    at = i
    word = marks.lower(i)
    if word in {"last", "past", "next", "this", "coming"} and marks.weekday(i + 1):
        shift = "next" if word in {"next", "coming"} else "this" if word == "this" else "last"
        at = i + 1
    found = marks.weekday(at, short=marks[at].text.isalpha() and marks[at + 1].text == ".")
    if found is None:
        return None
    weekday, after = found
    if marks.lower(at - 1) in marks.words.weekday_not_after and at == i:
        return None
    if marks[after].text[:1].isupper() and marks.lower(after) in marks.words.weekday_not_before:
        return None
    return _with_part_of_day(marks, (WeekdayOf(weekday, shift), after))


def read_day_word(marks: Marks, i: int) -> Read | None:
    """ "yesterday", "the day before yesterday", "last night", "this morning"."""
    word = marks.lower(i)
    if (
        word == "the"
        and marks.lower(i + 1) == "day"
        and marks.lower(i + 2) in {"before", "after"}
        and marks.lower(i + 3) in {"yesterday", "tomorrow"}
    ):
        days = 2 if marks.lower(i + 3) == "tomorrow" else -2
        return DaysFromNow(days, days), i + 4
    days_of = marks.words.day_words.get(word)
    if days_of is not None:
        return _with_part_of_day(marks, (DaysFromNow(*days_of), i + 1))
    if word == "last" and marks.lower(i + 1) == "night":
        return DaysFromNow(-1, -1), i + 2
    if word == "this" and marks.lower(i + 1) in marks.words.day_parts:
        return _with_part_of_day(marks, (DaysFromNow(0, 0), i + 2))
    return None


def read_time_of_day(marks: Marks, i: int) -> Read | None:
    """A time on the clock, or the day behind it ("5 p.m. on Friday")."""
    found = read_clock(marks, i)
    if found is None:
        return None
    clock, after = found
    joined = after
    if marks.lower(joined) in {"on", ","}:
        joined += 1
    if marks.lower(joined) == "(" and (other := read_clock(marks, joined + 1)) and marks.lower(other[1]) == ")":
        after, joined = other[1] + 1, other[1] + 1
        if marks.lower(joined) == "on":
            joined += 1
    day = read_day(marks, joined) or read_weekday(marks, joined) or read_day_word(marks, joined)
    return day if day else (TimeOfDay(clock), after)


def read_part_of_day(marks: Marks, i: int) -> Read | None:
    """Dawn on Tuesday, the night of 5 August; a part of day alone after "at" or "in the"."""
    if marks.lower(i) not in marks.words.day_parts:
        return None
    at = i + 1
    while marks.lower(at) in {"on", "of", ",", "the"} and at < i + 3:
        at += 1
    inner = read_day(marks, at) or read_weekday(marks, at) or read_day_word(marks, at)
    if inner is not None and (at > i + 1 or marks.lower(i + 1) in marks.words.day_words or marks.weekday(i + 1)):
        return inner
    if marks.lower(i - 1) in {"at", "by", "around"} or (
        marks.lower(i - 1) == "the" and marks.lower(i - 2) in {"in", "during", "of"}
    ):
        return TimeOfDay(), i + 1
    return None
