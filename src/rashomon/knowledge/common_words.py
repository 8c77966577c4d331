"""Word classes that rules of several stages or kinds of claim ask for: `data/en/words/common.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.knowledge.word_classes import WordClasses


@dataclass(frozen=True)
class CalendarWords(WordClasses):
    """Names of days and months, and days named from today."""

    source: ClassVar[str] = "en/words/common.toml#calendar"

    weekdays: frozenset[str]
    months: frozenset[str]
    days: frozenset[str]

    @cached_property
    def named(self) -> frozenset[str]:
        """All of them: they say when, and name nobody."""
        return self.weekdays | self.months | self.days
