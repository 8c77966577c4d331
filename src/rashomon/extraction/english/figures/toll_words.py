"""Words of tolls: of what counts, of what brings a count to its number, of what a count is of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.knowledge.word_classes import WordClasses


@dataclass(frozen=True, slots=True)
class TollWords(WordClasses):
    """Words of a toll."""

    source: ClassVar[str] = "en/words/figures.toml#tolls"

    tolls: frozenset[str]
    counts: frozenset[str]
    states: frozenset[str]
    links: frozenset[str]
    reaching: frozenset[str]
    bringing: frozenset[str]
    reached: frozenset[str]
    charged: frozenset[str]
    marks: frozenset[str]
    victims: frozenset[str]
    moving: frozenset[str]
    casualties: frozenset[str]
    hurt: frozenset[str]
    deaths: frozenset[str]
