"""Where what stands behind a count is not told of it: it has a label, an earlier verb, or was only ordered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.inheritance import PartWords
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.extraction.english.figures.toll_words import TollWords
from rashomon.knowledge.word_classes import WordClasses

#: A word of a court stands so many words before a count, or behind it, at most.
_BEFORE, _BEHIND = 2, 4
_MARKS = ("", ",", ";", ".", ")", "(")


@dataclass(frozen=True, slots=True)
class OrderedWords(WordClasses):
    """Words of courts for what nobody has suffered yet."""

    source: ClassVar[str] = "en/words/figures.toml#ordered"

    sentencing: frozenset[str]


def is_ordered(view: SentenceView, slot: Slot) -> bool:
    """ "Sentenced 14 officers to death": what a court orders has befallen nobody yet."""
    ordering = view.words.of(OrderedWords).sentencing
    near = (*range(slot.first - _BEFORE, slot.first), *range(slot.counted.next, slot.counted.next + _BEHIND))
    return any(view.lower(k) in ordering for k in near)


def goes_on_later(view: SentenceView, slot: Slot) -> bool:
    """ "Four died at the scene and three later in hospital": the verb of the first goes for the second."""
    joined = view.lower(slot.first - 1) in ("and", ",") and slot not in view.slots[:1]
    later = view.lower(slot.counted.next) in view.words.of(PartWords).later
    return joined and later and view.lower(slot.counted.next + 1) in ("in", "at", "on") and slot.counted.head is None


def is_labelled(view: SentenceView, slot: Slot) -> bool:
    """Whether a toll or a state stands right before a number alone: "toll 18", "dead 14"."""
    i = slot.first - 1
    state = any(c.counts == "people" and c.role in ("state", "noun") for c in view.cues(i))
    return stands_alone(view, slot) and (state or view.lower(i) in view.words.of(TollWords).tolls)


def stands_alone(view: SentenceView, slot: Slot) -> bool:
    """Whether nothing but a mark stands behind a number."""
    return slot.counted.head is None and view.lower(slot.last + 1) in _MARKS


def tells_where(view: SentenceView, i: int) -> bool:
    """Whether no verb but a place, or a participle that describes one, stands at a token."""
    token = view.parse.tokens[i]
    return not view.cues(i) or (token.dep == "amod" and token.head > i)
