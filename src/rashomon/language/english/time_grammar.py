"""A text -> its time expressions with their exact spans and meanings: pieces, and the words that bound stretches."""

from __future__ import annotations

import dataclasses
from functools import lru_cache

from rashomon.knowledge.times import TimeWords
from rashomon.language.english.time_atoms import read_atom
from rashomon.language.english.time_calendar import read_clock
from rashomon.language.english.time_tokens import Marks, Read
from rashomon.language.time_meaning import (
    Ago,
    Bounded,
    CalendarDate,
    CalendarUnit,
    DaysFromNow,
    Meaning,
    TimeExpression,
    TimeOfDay,
    Unanchored,
    WeekdayOf,
)

_DATES = (CalendarDate, WeekdayOf, DaysFromNow)
_TOLD_BY_SINCE = (*_DATES, Ago, CalendarUnit)
#: Longest distance in marks from an opener to the date it bounds.
_REACH = 4
#: Longest distance in marks from "since" to the date of what it tells.
_TOLD = 16


@lru_cache(maxsize=2048)
def scan_times(text: str, words: TimeWords) -> tuple[TimeExpression, ...]:
    """The time expressions of a text, in order, none inside another.

    Kept: a sentence is read once for finding what it tells, and again, a moment later, for resolving it.
    """
    marks = Marks(text, words)
    found: list[TimeExpression] = []
    after = 0
    for i in marks.beginnings():
        if i < after:
            continue
        read = _bounded(marks, i) if "bounds" in marks.begins(i) else None
        read = read or _joined(marks, i)
        if read is not None and read[1] > i:
            after = read[1]
            found.append(TimeExpression(marks[i].start, marks[after - 1].end, read[0]))
    return tuple(found)


def _bounded(marks: Marks, i: int) -> Read | None:
    """Since Wednesday; as of Sunday; between 5 and 9 August; from Monday to Thursday."""
    word = marks.lower(i)
    if word in {"between", "from"}:
        return _from_to(marks, i, word)
    kind = "as_of" if word == "as" and marks.lower(i + 1) in {"of", "at"} else marks.words.bounds.get(word)
    if kind is None:
        return None
    at = i + 2 if kind == "as_of" else i + 1
    inner = _date_within(marks, at) or (_told_date(marks, at) if kind == "since" else None)
    if inner is None:
        return None
    meaning, after = inner
    if kind == "by" and isinstance(meaning, CalendarDate) and meaning.day is None and meaning.year is None:
        return None
    if kind == "by" and marks.lower(at) == "the" and _modifies(marks, after):
        return None  # "flattened by the March 17 strikes"
    if kind in {"before", "after"} and (not isinstance(meaning, _DATES) or _modifies(marks, after)):
        return None
    if isinstance(meaning, Unanchored):
        return meaning, after
    if isinstance(meaning, TimeOfDay) and kind in {"before", "after", "since"}:
        return meaning, after
    if kind in {"before", "after"} and _opens_with_clock(marks, at):
        return meaning, after  # "just before 2 a.m. Sunday" is on that Sunday
    return Bounded(kind, meaning), after  # type: ignore[arg-type]


def _opens_with_clock(marks: Marks, i: int) -> bool:
    """Whether a time of day stands first, so that a bound moves the hour and not the day."""
    while marks.lower(i) in marks.words.before_bounded:
        i += 1
    return marks.lower(i) in marks.words.day_parts or read_clock(marks, i) is not None


def _date_within(marks: Marks, i: int) -> Read | None:
    """The date that follows an opener, over a few small words, or in "since erupting in 2011"."""
    for at in range(i, i + _REACH):
        found = read_atom(marks, at)
        if found is not None:
            return found
        if marks.lower(at) not in marks.words.before_bounded:
            return None
    return None


def _told_date(marks: Marks, i: int) -> Read | None:
    """The date of what "since" tells: "since erupting in 2011", "since the war began five years ago"."""
    for at in range(i, i + _TOLD):
        word = marks[at]
        found = read_atom(marks, at) if at > i else None
        if found is not None:
            return found if isinstance(found[0], _TOLD_BY_SINCE) else None
        counts = word.lower in marks.words.count_nouns or (word.lower in marks.words.numbers and len(word.lower) > 2)
        initial = word.text == "." and word.joined and len(marks[at - 1].text) == 1
        if counts or not (word.lower.isalpha() or word.text in {"-", "'", "’"} or initial):
            return None
    return None


def _modifies(marks: Marks, after: int) -> bool:
    """Whether a date stands before a noun ("after Monday's attack", "after Friday prayers"): then it is that noun's."""
    following = marks[after]
    if following.text in {"'", "’"}:
        return True
    return following.lower.isalpha() and following.lower not in marks.words.no_nouns


def _from_to(marks: Marks, i: int, word: str) -> Read | None:
    first = _date_within(marks, i + 1)
    seconds = {"and"} if word == "between" else {"to", "until", "till", "through", "-", "–"}
    if first is None and (day := marks.day(i + 1)) and marks.lower(day[1]) in seconds:
        # "between 5 and 9 August" is one date with two days, "from 16 July to 4 August" two dates.
        closing = read_atom(marks, day[1] + 1)
        if closing and isinstance(closing[0], CalendarDate) and closing[0].day and closing[0].month:
            opening = dataclasses.replace(closing[0], day=day[0], clock=None, weekday=None)
            return Bounded("between", opening, closing[0]), closing[1]
        return None
    if first is None:
        return None
    meaning, at = first
    if isinstance(meaning, CalendarDate) and meaning.last_day is not None:
        return meaning, at
    if marks.lower(at) in seconds or (word == "from" and marks.lower(at) == "up" and marks.lower(at + 1) == "to"):
        after = at + (2 if marks.lower(at) == "up" else 1)
        last = _date_within(marks, after) or _last_day(marks, after, meaning) or _last_year(marks, after, meaning)
        if last is not None:
            return Bounded("between", _completed(meaning, last[0]), last[0]), last[1]
    if word == "from" and isinstance(meaning, _DATES) and not isinstance(meaning, DaysFromNow):
        return meaning, at
    return None


def _last_day(marks: Marks, i: int, first: Meaning) -> Read | None:
    day = marks.day(i)
    if day is None or not isinstance(first, CalendarDate) or first.month is None or first.day is None:
        return None
    return dataclasses.replace(first, day=day[0], weekday=None, clock=None), day[1]


def _last_year(marks: Marks, i: int, first: Meaning) -> Read | None:
    year = marks.year(i)
    if year is None or not isinstance(first, CalendarDate) or first.month is not None or first.year is None:
        return None
    return (CalendarDate(year=year), i + 1) if year >= first.year else None


def _completed(first: Meaning, last: Meaning) -> Meaning:
    """The first bound with the year that only the second names."""
    if (
        isinstance(first, CalendarDate)
        and isinstance(last, CalendarDate)
        and first.year is None
        and last.year is not None
    ):
        earlier = (first.month or 1, first.day or 1) > (last.month or 12, last.day or 31)
        return dataclasses.replace(first, year=last.year - earlier)
    return first


def _joined(marks: Marks, i: int) -> Read | None:
    """A piece, or two of one kind with a dash, "to" or "and" between: Monday to Thursday, July and August 2024."""
    first = read_atom(marks, i)
    if first is None:
        return None
    meaning, at = first
    sign = marks.lower(at)
    if sign not in {"-", "–", "—", "to", "through", "and", "until"} or not isinstance(
        meaning, (CalendarDate, WeekdayOf)
    ):
        return first
    last = _last_year(marks, at + 1, meaning) if isinstance(meaning, CalendarDate) else None
    last = last or read_atom(marks, at + 1)
    if last is None or type(last[0]) is not type(meaning) or not _same_grain(meaning, last[0]):
        return first
    if sign == "and":
        both = Bounded("and", _completed(meaning, last[0]), last[0])
        return both, last[1]
    return Bounded("between", _completed(meaning, last[0]), last[0]), last[1]


def _same_grain(first: Meaning, last: Meaning) -> bool:
    if isinstance(first, CalendarDate) and isinstance(last, CalendarDate):
        return (first.day is None) == (last.day is None) and (first.month is None) == (last.month is None)
    return isinstance(first, WeekdayOf) and isinstance(last, WeekdayOf)
