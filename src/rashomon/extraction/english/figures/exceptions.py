"""Counts that a sentence leaves aside before it tells of others: "apart from the 12 killed another 353 were hurt"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.word_classes import WordClasses


@dataclass(frozen=True, slots=True)
class ExceptionWords(WordClasses):
    """Words that leave a count aside."""

    source: ClassVar[str] = "en/words/figures.toml#exceptions"

    beside: frozenset[str]
    alone: frozenset[str]


def is_left_aside(view: SentenceView, slot: Slot) -> bool:
    """True where a participle behind a count can be no verb of the sentence, since a preposition leads to the count."""
    words = view.words.of(ExceptionWords)
    i = slot.first - 1
    while view.lower(i) in ("the", "those", "these"):
        i -= 1
    pair = f"{view.lower(i - 1)} {view.lower(i)}"
    three = f"{view.lower(i - 2)} {pair}"
    return view.lower(i) in words.alone or pair in words.beside or three in words.beside


def is_outside(view: SentenceView, slot: Slot, i: int) -> bool:
    """ "Killed 90 (including 12 children), injured 30": what stands behind the bracket tells nothing of those in it."""
    opened = next((view.lower(k) for k in range(slot.first - 1, -1, -1) if view.lower(k) in ("(", ")")), "")
    alone = view.lower(slot.first - 1) == "("  # "households (49,000 people) were displaced"
    return opened == "(" and not alone and any(view.lower(k) == ")" for k in range(slot.last + 1, i))
