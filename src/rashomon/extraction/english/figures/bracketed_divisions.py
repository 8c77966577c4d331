"""Counts between brackets or dashes that divide the number before them: "19 dead (18 civilians and one policeman)"."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.extraction.english.figures.inheritance import PartWords
from rashomon.extraction.english.figures.reading import Read, Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot

#: An aside is so many tokens long at most.
_LONGEST = 24
_CLOSING = {"(": ")"}


def divided(view: SentenceView, slot: Slot, found: Sequence[Read]) -> Read | None:
    """The reading of one member of an aside whose members are people and add up to the number told before it.

    They are of its measure, whatever verb stands behind the aside.
    """
    aside = _aside_around(view, slot)
    if aside is None:
        return None
    whole = next((r for r in reversed(found) if r.slot.last < aside.start and not r.part), None)
    members = [s for s in view.slots if s.first in aside]
    if whole is None or len(members) < 2 or not all(_is_of_people(view, s) for s in members):
        return None
    numbers = [s.quantity.value for s in members]
    if None in numbers or sum(n for n in numbers if n is not None) != whole.slot.quantity.value:
        return None
    return Read(slot, Reading(whole.reading.measure, "part of", whole.reading.anchor), True, whole.slot)


def _aside_around(view: SentenceView, slot: Slot) -> range | None:
    """The tokens of the aside that a quantity stands in; null outside one, and where it tells with a verb."""
    dashes = view.words.of(PartWords).dashes
    opens = next(
        (
            k
            for k in range(slot.first - 1, max(-1, slot.first - _LONGEST), -1)
            if view.lower(k) in _CLOSING or view.lower(k) in dashes
        ),
        None,
    )
    if opens is None:
        return None
    closing = {_CLOSING[view.lower(opens)]} if view.lower(opens) in _CLOSING else dashes
    end = next((k for k in range(slot.last + 1, opens + _LONGEST) if view.lower(k) in closing), None)
    if end is None or any(t.tag in ("VBD", "VBZ", "VBP") for t in view.parse.tokens[opens:end]):
        return None
    return range(opens + 1, end)


def _is_of_people(view: SentenceView, slot: Slot) -> bool:
    head = slot.counted.head
    return head is not None and "people" in view.measures.class_of(head.lower)
