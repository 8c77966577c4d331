"""Word classes that rules of several stages or kinds of claim ask for: `data/en/words/common.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.knowledge.word_classes import WordClasses


@dataclass(frozen=True, slots=True)
class CalendarWords(WordClasses):
    """Names of days and months, and days named from today."""

    source: ClassVar[str] = "en/words/common.toml#calendar"

    named: frozenset[str]
