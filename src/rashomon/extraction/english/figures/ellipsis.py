"""Counts whose measure a sentence does not say again: "and so did 12 officers", "those of 18 officers included"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.inheritance import including_before
from rashomon.extraction.english.figures.reading import Read, Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot, top_of
from rashomon.knowledge.word_classes import WordClasses

#: "Included" stands right behind the members that it makes a part, or behind one word more.
_NEAR = 2


@dataclass(frozen=True, slots=True)
class EllipsisWords(WordClasses):
    """Words that stand for a verb or a noun told before."""

    source: ClassVar[str] = "en/words/figures.toml#ellipsis"

    verbs: frozenset[str]
    alike: frozenset[str]
    nouns: frozenset[str]
    counted_in: frozenset[str]


def told_again(view: SentenceView, last: Read, slot: Slot) -> Read | None:
    """The reading of a quantity told by a word that stands for the verb or the noun of the one before, or none."""
    if _does_so_too(view, slot):
        return Read(slot, Reading(last.reading.measure, "so too", last.reading.anchor), False)
    words = view.words.of(EllipsisWords)
    named = view.parse.tokens[last.reading.anchor].pos == "NOUN"
    if named and view.lower(slot.first - 1) == "of" and view.lower(slot.first - 2) in words.nouns:
        behind = range(slot.counted.next, slot.counted.next + _NEAR)
        part = including_before(view, slot) or any(view.lower(k) in words.counted_in for k in behind)
        return Read(
            slot, Reading(last.reading.measure, "those of", last.reading.anchor), part, last.slot if part else None
        )
    return None


def _does_so_too(view: SentenceView, slot: Slot) -> bool:
    """ "So did 12 officers", "as were two of the guards": a subject behind a verb that says no more than that."""
    words = view.words.of(EllipsisWords)
    node = top_of(view, slot)
    verb = view.parse.head(node)
    subject = node.dep in ("nsubj", "nsubjpass", "attr") and verb.i < slot.first
    return subject and verb.lower in words.verbs and view.lower(verb.i - 1) in words.alike
