"""Time expressions of one piece: a date, a weekday, a month, a year, a time of day, or one counted in units."""

from __future__ import annotations

import dataclasses

from rashomon.language.english.time_days import (
    read_day,
    read_day_word,
    read_part_of_day,
    read_time_of_day,
    read_weekday,
)
from rashomon.language.english.time_tokens import Marks, Read
from rashomon.language.english.time_units import read_distance, read_nth, read_part_of_unit, read_unit_of_now
from rashomon.language.time_meaning import (
    CalendarDate,
    Decade,
    Part,
    Season,
    TimeOfDay,
    Unanchored,
)


def read_atom(marks: Marks, i: int) -> Read | None:
    """The longest time expression of one piece that begins at a position."""
    begins = marks.begins(i)
    if not begins:
        return None
    for name, reader in _READERS:
        found = reader(marks, i) if name in begins else None
        if found is not None:
            return found
    return None


def _part(marks: Marks, i: int) -> Read | None:
    """Early on Friday, late July, mid-August, the end of 2016, in the early hours of Sunday."""
    part = marks.words.part_of(marks.lower(i))
    if part is None:
        return None
    at = i + 1
    while (
        marks.lower(at) in {"on", "in", "of", "the", "-", "hours", "morning", "evening", "night", "afternoon"}
        and at < i + 5
    ):
        at += 1
    if at == i + 1 and marks.lower(i) in {"end", "start", "beginning", "middle"}:
        return None
    inner = (
        read_day(marks, at)
        or read_weekday(marks, at)
        or _month(marks, at, governed=True)
        or _year(marks, at, governed=True)
        or read_day_word(marks, at)
    )
    if inner is None:
        if (
            marks.lower(i) in {"early", "late"}
            and marks.lower(i + 1) in marks.words.day_parts
            and marks.lower(i - 1) in {"the", "in"}
        ):
            return TimeOfDay(), i + 2
        return None
    return _with_part(inner, part)


def _with_part(inner: Read, part: Part) -> Read:
    meaning, after = inner
    if isinstance(meaning, CalendarDate) and meaning.day is None:
        meaning = dataclasses.replace(meaning, part=part)
    return meaning, after


def _month(marks: Marks, i: int, *, governed: bool = False) -> Read | None:
    """A month alone: "in May", "last July"; names that are other words too need a word of time before them."""
    word = marks.lower(i)
    if (
        word in {"last", "this", "next"}
        and (inner := marks.month(i + 1))
        and marks.lower(i + 1) in marks.words.months_full
    ):
        year_shift = {"last": "last", "this": "this", "next": "next"}[word]
        return (CalendarDate(month=inner[0]) if year_shift != "next" else Unanchored()), inner[1]
    found = marks.month(i)
    if found is None or word not in marks.words.months_full:
        return None
    before = marks.lower(i - 1)
    of_part = before == "of" and marks.words.part_of(marks.lower(i - 2)) is not None
    if not (
        governed
        or before in marks.words.governors
        or of_part
        or (marks.lower(i - 2) in marks.words.governors and before in {"-", "the", "late", "early", "mid"})
    ):
        paired = marks.lower(found[1]) in {"and", "to", "-", "–", "or"} and marks.month(found[1] + 1) is not None
        listed = before in {"and", ",", "or", "to", "-", "–"} and (marks.month(i - 2) or marks.month(i - 3)) is not None
        if word in marks.words.months_named or not (paired or listed or before == "of"):
            return None
    if governed and before == "by" and word == "may":
        return None
    if marks[found[1]].text[:1].isupper() and word in marks.words.months_named and not governed:
        # "in August Wilson's play": a first name.
        return None
    if before == "by" and word in {"may", "june", "april", "august"}:
        return None
    return CalendarDate(month=found[0]), found[1]


def _year(marks: Marks, i: int, *, governed: bool = False) -> Read | None:
    """A year alone, where the words around it are of time: "in 2016", "the 2011 uprising", "(2011)", "the 1990s"."""
    if marks.lower(i) in marks.words.seasons and (
        marks.year(i + 1) or (marks.lower(i + 1) == "of" and marks.year(i + 2))
    ):
        at = i + 1 if marks.year(i + 1) else i + 2
        return Season(marks.words.seasons[marks.lower(i)], marks.year(at)), at + 1
    if marks.lower(i) in {"last", "this", "next"} and marks.lower(i + 1) in marks.words.seasons:
        return Season(marks.words.seasons[marks.lower(i + 1)]), i + 2
    year = marks.year(i)
    if year is None:
        return None
    following = marks[i + 1]
    if following.joined and following.lower == "s":
        return (Decade(year), i + 2) if year % 10 == 0 else None
    if following.joined and following.text not in {
        ",",
        ".",
        ")",
        ";",
        ":",
        "?",
        "!",
        "'",
        "’",
        "-",
        "–",
        "—",
        '"',
        "”",
    }:
        return None
    before = marks.lower(i - 1)
    if governed or before in marks.words.governors:
        return CalendarDate(year=year), i + 1
    if before == "(" and following.text in {")", "-", "–"}:
        return CalendarDate(year=year), i + 1
    exact = year % 50 != 0 and year >= 1900
    if exact and before in {"the", "a", "s", "of", "and", "or", "year", "its", "their", "his", "-", "–", "to"}:
        return CalendarDate(year=year), i + 1
    return None


#: Tried in this order at each position where its word can begin one; the first that reads something wins.
_READERS = (
    ("date", read_day),
    ("weekday", read_weekday),
    ("day", read_day_word),
    ("distance", read_distance),
    ("part of unit", read_part_of_unit),
    ("nth", read_nth),
    ("now", read_unit_of_now),
    ("part", _part),
    ("month", _month),
    ("year", _year),
    ("clock", read_time_of_day),
    ("part of day", read_part_of_day),
)
