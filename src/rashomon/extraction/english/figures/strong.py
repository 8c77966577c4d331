"""Bodies told by their strength: "a 2,000-strong force", "a search and rescue team, 65 strong"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.word_classes import WordClasses

#: The noun of the body stands so far behind "strong" at most; what it is for, so far before the noun.
_FAR, _BEFORE = 5, 5


@dataclass(frozen=True, slots=True)
class StrongWords(WordClasses):
    """Words of bodies that have a strength."""

    source: ClassVar[str] = "en/words/figures.toml#strong"

    forces: frozenset[str]
    teams: frozenset[str]
    rescue: frozenset[str]


def strength(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading of a number that is the strength of an armed body or of rescuers, or none."""
    k = slot.last + 1
    joined = view.lower(k) == "-"
    k += 1 if joined else 0
    if view.lower(k) != "strong":
        return None
    words = view.words.of(StrongWords)
    apposed = not joined and view.lower(slot.first - 1) == ","
    for i in (slot.first - 2,) if apposed else range(k + 1, k + 1 + _FAR):
        near = {view.lower(n) for n in range(max(0, i - _BEFORE), i + 1)}
        if view.lower(i) in words.teams and near & words.rescue:
            return Reading("rescuers", "strength", i)
        if view.lower(i) in words.forces:
            return Reading("troops", "strength", i)
    return None
