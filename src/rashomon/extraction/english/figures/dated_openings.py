"""What a sentence is dated by where it opens or closes with a month or a year: "In June, two trains collided"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import ClassVar

from rashomon.extraction.english.figures.calendar_names import ANY_YEAR, CalendarNames
from rashomon.knowledge.word_classes import WordBook, WordClasses, either

#: A month that lies so many months back is not the report's own.
_MONTHS_BACK = 2


@dataclass(frozen=True, slots=True)
class OpeningWords(WordClasses):
    """Words by which a stretch of time goes on from a month."""

    source: ClassVar[str] = "en/words/figures.toml#dated_openings"

    going_on: frozenset[str]


@dataclass(frozen=True, eq=False)
class DatedOpenings:
    """Patterns of months and years that date a whole sentence."""

    names: CalendarNames
    words: OpeningWords

    def year_of_heading(self, text: str) -> int | None:
        """The year of a sentence that is an entry of a chronology, by the date it opens with."""
        match = self._heading.match(text)
        return int(match["y"]) if match else None

    def tells_year(self, text: str, clause: str) -> bool:
        """Whether a sentence opens with a year, or its clause puts something into one."""
        return self._year_opens.match(text) is not None or self._in_year.search(clause) is not None

    def month_of(self, text: str) -> int | None:
        """The number, 1 to 12, of the bare month that a text opens or closes with, where nothing counts on from it."""
        match = self._bare_month.search(text[:40])
        if match is None:
            match = self._closing_month.search(text[-20:].rstrip(" .,;"))
            if match is not None and self._going_on.search(text):  # asked last: it goes over the whole text
                return None
        return self.names.number(match["m"]) if match else None

    def is_months_back(self, text: str, month: int | None) -> bool:
        """Whether a text opens or closes with a bare month some months before the one, 1 to 12, that a report is of."""
        told = self.month_of(text) if month is not None else None
        return told is not None and month is not None and (month - told) % 12 >= _MONTHS_BACK

    @cached_property
    def _heading(self) -> re.Pattern[str]:
        month = rf"(?:{self.names.month}|on {self.names.other_month})?"
        return re.compile(rf"(?i){month}\s*(?:\d{{1,2}},?\s+)?(?P<y>{ANY_YEAR})\b\s*(?:[A-Z:–—-])")

    @cached_property
    def _bare_month(self) -> re.Pattern[str]:
        return re.compile(rf"(?i)(?:^|,\s|\b(?:back|earlier) )in {self.names.month}(?:,|\s+(?!\d))")

    @cached_property
    def _going_on(self) -> re.Pattern[str]:
        return re.compile(rf"(?i)\b{either(self.words.going_on)}\b")

    @cached_property
    def _closing_month(self) -> re.Pattern[str]:
        """ "Killed six guards in April.": the month closes its clause."""
        return re.compile(rf"(?i)\s(?:back )?in {self.names.month}$")

    @cached_property
    def _year_opens(self) -> re.Pattern[str]:
        return re.compile(rf"(?i)(?:back )?in (?:{self.names.month} )?{ANY_YEAR}\b")

    @cached_property
    def _in_year(self) -> re.Pattern[str]:
        return re.compile(rf"(?i)\bin (?:early |late |mid-)?(?:{self.names.month} )?{ANY_YEAR}\b")


def dated_openings(words: WordBook, names: CalendarNames) -> DatedOpenings:
    """The patterns for a language's words and names, always the same object."""
    return _dated_openings(words.of(OpeningWords), names)


@lru_cache(maxsize=4)
def _dated_openings(words: OpeningWords, names: CalendarNames) -> DatedOpenings:
    return DatedOpenings(names, words)
