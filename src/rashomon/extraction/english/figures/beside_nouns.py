"""Measures told by the noun before a quantity: "the deaths of 27", "injuries to 12", "claimed 27 lives"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.reading import Reading, joint_measure, pick
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.word_classes import WordClasses


@dataclass(frozen=True, slots=True)
class NounWords(WordClasses):
    """Words before a noun that the counted follow."""

    source: ClassVar[str] = "en/words/figures.toml#beside_nouns"

    deadly: frozenset[str]
    harms: frozenset[str]
    injuries: frozenset[str]
    lives: frozenset[str]
    losing: frozenset[str]
    only_tried: frozenset[str]
    lost: frozenset[str]


def by_noun(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading by the noun that the counted follow with a preposition: "the deaths of 27", "injuries to 12"."""
    words = view.words.of(NounWords)
    i = slot.first - 1
    while view.lower(i) in ("the", "all", "another", "a") and i > slot.first - 3:
        i -= 1
    if view.lower(i) not in ("of", "to", "among", "on"):
        return None
    preposition = view.lower(i)
    if preposition == "among" and any(s.counted.head is not None and s.counted.head.i == i - 1 for s in view.slots):
        return None  # "no deaths among the 300 evacuees"
    if preposition == "on":
        return Reading("injured", "noun before", i - 1) if view.lower(i - 1) in words.harms else None
    cues = [c for c in view.cues(i - 1) if c.role == "of"]
    if preposition == "to":
        return Reading("injured", "noun before", i - 1) if view.lower(i - 1) in words.injuries else None
    cue = pick(tuple(cues), ("of",), slot.counted, view.measures)
    if cue is None:
        return None
    measure = "killed" if view.lower(i - 2) in words.deadly else cue.measure
    if view.lower(i - 2) in words.only_tried or are_saved(view, i - 1, slot):
        return None
    if view.lower(i - 2) in ("and", "or"):
        other = pick(view.cues(i - 3), ("of", "noun", "object"), slot.counted, view.measures)
        measure = joint_measure(measure, other.measure) if other else measure
    return Reading(measure, "noun before", i - 1)


def by_lives(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading of lives that were claimed, taken or lost."""
    head, words = slot.counted.head, view.words.of(NounWords)
    if head is not None and head.lower in words.lost and view.parse.tokens[slot.first - 1].lemma == "claim":
        return Reading("killed", "lives", head.i)
    if head is None or head.lower not in words.lives:
        return None
    return None if are_saved(view, head.i, slot) else Reading("killed", "lives", head.i)


def are_saved(view: SentenceView, noun: int, slot: Slot) -> bool:
    """Whether a noun names lives that no word around claims or loses: "fought for the lives of 12"."""
    words = view.words.of(NounWords)
    around = (*range(min(noun, slot.first) - 6, slot.first), *range(slot.counted.next, slot.counted.next + 4))
    lost = any(view.lower(k).startswith(tuple(words.losing)) for k in around)
    return view.lower(noun) in words.lives and not lost
