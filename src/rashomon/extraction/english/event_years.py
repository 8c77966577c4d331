"""The years that a report and its sentences name: what was before a report's own year is history."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from rashomon.extraction.analysis import Analysis
from rashomon.knowledge.common_words import CalendarWords
from rashomon.knowledge.word_classes import WordBook, WordClasses, either

#: A report that names only older years tells of history: no news page is older than this (year).
_OLDEST_NEWS = 2005
_YEAR = re.compile(r"(?<![\d,.])(?:19[3-9]\d|20[0-4]\d)(?!\d|[.,]\d)")


@dataclass(frozen=True, slots=True)
class DatingWords(WordClasses):
    """Words by which a year dates what is told."""

    source: ClassVar[str] = "en/words/events.toml#dating"

    before: frozenset[str]


def report_year(analysis: Analysis) -> int | None:
    """The report's own year: of its publication, else the latest that it names."""
    published = analysis.report.published
    if published is not None:
        return published.latest.year
    years = [y for s in analysis.sentences for y in years_in(s.text)]
    return max([*years, _OLDEST_NEWS]) if years else None


def years_in(text: str) -> list[int]:
    """The plain years that a text names."""
    return [int(m.group()) for m in _YEAR.finditer(text)]


def dated_years(text: str, words: WordBook) -> list[int]:
    """The years that date what a text tells: behind a preposition, a month or a day, not "its 2011 report"."""
    if "19" not in text and "20" not in text:
        return []
    dated = _dated(words.of(DatingWords), words.of(CalendarWords).months)
    return [int(m.group("year")) for m in dated.finditer(text)]


@lru_cache(maxsize=4)
def _dated(words: DatingWords, months: frozenset[str]) -> re.Pattern[str]:
    before = either(words.before | months)
    return re.compile(
        rf"(?i:\b(?:{before}|\d{{1,2}}(?:st|nd|rd|th)?)) ?[,-]? ?(?P<year>(?:19[0-9]\d|20[0-4]\d))(?!\d|[.,]\d)"
    )
