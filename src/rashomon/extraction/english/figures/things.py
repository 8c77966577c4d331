"""Parts of things: "hospitals, including one", "one of the 12 villages", "houses were destroyed 100 percent"."""

from __future__ import annotations

from rashomon.extraction.english.figures.inheritance import PartWords
from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.language.syntax import Token

#: Measures of things, whose parts are things.
_OF_THINGS = ("buildings", "settlements", "strikes", "other:")
#: "Including" stands so few tokens before its first part.
_NEAR = 3


def is_of_things(view: SentenceView, slot: Slot, carried: Reading) -> bool:
    """Whether a part's own sentence says that it is one of things, so that a measure of people is not carried to it."""
    if carried.measure.startswith(_OF_THINGS) or (slot.counted.head is not None and not slot.counted.partitive):
        return False
    noun = _behind(view, slot)
    if carried.rule == "part of earlier":
        noun = noun or _before_including(view, slot) or _subject(view, slot)
    classes = view.measures.class_of(noun.lower) if noun is not None else frozenset()
    return bool(classes) and "people" not in classes


def _behind(view: SentenceView, slot: Slot) -> Token | None:
    """The noun of the numbered whole behind "one of the"."""
    if not slot.counted.partitive:
        return None
    whole = view.slot_at(slot.counted.next) or view.slot_at(slot.counted.next + 1)
    return slot.counted.head or (whole.counted.head if whole is not None and whole is not slot else None)


def _before_including(view: SentenceView, slot: Slot) -> Token | None:
    """The noun, of a class that is counted, before "including one"."""
    words = view.words.of(PartWords).including
    opens = next((i for i in range(slot.first - 1, slot.first - _NEAR, -1) if view.lower(i) in words), None)
    if opens is None:
        return None
    before = reversed(view.parse.tokens[:opens])
    return next((t for t in before if t.pos in ("NOUN", "PROPN") and view.measures.class_of(t.lower)), None)


def _subject(view: SentenceView, slot: Slot) -> Token | None:
    """The subject of the verb that a share without a noun of its own goes with."""
    if slot.quantity.qualifier != "fraction" or slot.counted.head is not None or slot.counted.partitive:
        return None
    verb = next((t for t in view.parse.ancestors(view.parse.tokens[slot.core]) if t.pos == "VERB"), None)
    return next(iter(view.parse.kids(verb, "nsubj", "nsubjpass")), None) if verb is not None else None
