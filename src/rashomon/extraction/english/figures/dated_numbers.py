"""Numbers that are days and years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, NamedTuple

from rashomon.knowledge.library import Library
from rashomon.knowledge.times import TimeWords
from rashomon.knowledge.word_classes import WordClasses, either

#: What follows a year's number where it is no year: "1,900 people", "2000 Houses".
_COMMON_AFTER = re.compile(r"\s+(?:[a-z]|[A-Z][a-z]+s\b)")
#: A date in figures, as far as it reads as one number, and its rest.
_DAY_AND_MONTH, _YEAR_BEHIND = re.compile(r"\d{1,2}\.\d{1,2}"), re.compile(r"\.(?:\d{4}|\d{2})\b")
_FIRST_YEAR, _LAST_YEAR = 1500, 2100


@dataclass(frozen=True, slots=True)
class DatedWords(WordClasses):
    """Words beside a year."""

    source: ClassVar[str] = "en/words/numbers.toml#dated"

    before_year: frozenset[str]
    joins: frozenset[str]
    stretches: frozenset[str]
    until: frozenset[str]
    plurals: frozenset[str]


class _Patterns(NamedTuple):
    month_after: re.Pattern[str]
    month_before: re.Pattern[str]
    stretch_before: re.Pattern[str]
    day_before: re.Pattern[str]
    year_before: re.Pattern[str]
    phrase_before: re.Pattern[str]
    plural_after: re.Pattern[str]


def is_date(number: str, before: str, after: str, library: Library) -> bool:
    """Whether a number that counts nothing behind it is a day of a month or a year."""
    if not number.isdigit():
        return False
    known = _patterns(library.times, library.words.of(DatedWords))
    if len(number) <= 2:
        return known.month_before.search(before) is not None
    if len(number) != 4 or not _FIRST_YEAR <= int(number) <= _LAST_YEAR:
        return False
    if known.plural_after.match(after):
        return known.phrase_before.search(before) is not None  # "eight were killed, and 1500 were wounded"
    return known.year_before.search(before) is not None or _COMMON_AFTER.match(after) is None


def is_dated(number: str, before: str, after: str, library: Library) -> bool:
    """Whether a month beside a number makes it a day or a year, whatever follows; or it is a date in figures."""
    if _DAY_AND_MONTH.fullmatch(number) and _YEAR_BEHIND.match(after):
        return True  # "(30.10.2024)"
    if not number.isdigit():
        return False
    known = _patterns(library.times, library.words.of(DatedWords))
    if len(number) <= 2:
        return known.month_after.match(after) is not None or known.stretch_before.search(before) is not None
    if len(number) != 4 or not _FIRST_YEAR <= int(number) <= _LAST_YEAR:
        return False
    return known.day_before.search(before) is not None or known.month_before.search(before) is not None


@lru_cache(maxsize=4)
def _patterns(times: TimeWords, words: DatedWords) -> _Patterns:
    month = rf"{either(times.months)}\b\.?"
    ordinal = "(?:st|nd|rd|th)?"
    years = either({*words.before_year, *times.seasons, *times.weekdays})
    return _Patterns(
        re.compile(rf"(?i){ordinal}\s*(?:of\s+)?{month}(?:[\s,.)]|$)"),
        re.compile(rf"(?i)\b{month}\s*$"),
        re.compile(rf"(?i)\b{either(words.stretches)}\s{month}\s+\d{{1,2}}{ordinal}\s+{either(words.until)}\s*$"),
        re.compile(rf"(?i)\b{month}\s+\d{{1,2}}{ordinal},?\s*$"),
        re.compile(rf"(?i)\b{years}[\s-]*$"),
        re.compile(rf"(?i)\b{either(words.before_year - words.joins)}[\s-]*$"),
        re.compile(rf"(?i)\s+{either(words.plurals)}\b"),
    )
