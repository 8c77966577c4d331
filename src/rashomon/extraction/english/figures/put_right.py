"""Counts that put another one right: "12, not 15, were hurt" tells 12 hurt, and denies 15."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.reading import Read, Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.word_classes import WordClasses


@dataclass(frozen=True, slots=True)
class PutRightWords(WordClasses):
    """Words between a count and the one that it puts right."""

    source: ClassVar[str] = "en/words/figures.toml#put_right"

    before: frozenset[str]
    instead: frozenset[str]


def is_put_right(view: SentenceView, slot: Slot) -> bool:
    """Whether a count before this one stands in its place: the 15 of "12, not 15"."""
    return _in_its_place(view, slot) is not None


def with_right_counts(view: SentenceView, found: Sequence[Read]) -> list[Read]:
    """The readings of a sentence, with those of counts whose predicate stands behind the one they put right."""
    every = list(found)
    for read in found:
        first = _in_its_place(view, read.slot)
        if first is not None and not any(r.slot is first for r in every):
            reading = Reading(read.reading.measure, "put right", read.reading.anchor)
            every.insert(every.index(read), Read(first, reading, read.part, read.row))
    return every


def _in_its_place(view: SentenceView, slot: Slot) -> Slot | None:
    words = view.words.of(PutRightWords)
    i = slot.first - 1
    if f"{view.lower(i - 1)} {view.lower(i)}" in words.instead:
        i -= 2
    elif view.lower(i) in words.instead:
        i -= 1
    else:
        return None
    while view.lower(i) in words.before:
        i -= 1
    first = next((s for s in view.slots if i in (s.last, s.counted.next - 1) and s.first < slot.first), None)
    uncounted = first is None or first.quantity.zero or first.counted.partitive or slot.quantity.single
    return None if uncounted else first
