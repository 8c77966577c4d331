"""Rows whose first words say of which whole they are: "Of the 34 injured, 33", "220 hurt, of whom 42 men and nine"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.divisions import are_one_row
from rashomon.extraction.english.figures.inheritance import (
    PartWords,
    includer_before,
    including_before,
    relative_before,
)
from rashomon.extraction.english.figures.told import FARTHEST, Told, can_hold
from rashomon.knowledge.word_classes import WordClasses

#: Those affected are told by what they did: "780,000 people were affected, including 300,000 who had to evacuate".
_OF_AFFECTED = {"affected": ("evacuated", "displaced", "homeless")}


@dataclass(frozen=True, slots=True)
class WholeWords(WordClasses):
    """Words around a whole and its parts."""

    source: ClassVar[str] = "en/words/figures.toml#wholes"

    opening: frozenset[str]
    ends: frozenset[str]


def listed_of(told: Sequence[Told], i: int, wholes: Mapping[int, int]) -> int | None:
    """ "She named 12 of the 33: three Poles, two Danes": a list behind a colon is of the part, not of its whole."""
    view, first = told[i].view, told[i].read.slot.first
    colon = next((k for k in range(first - 1, -1, -1) if view.lower(k) == ":"), None)
    ahead = [k for k in range(max(0, i - FARTHEST), i) if told[k].view is view and colon is not None]
    last = next((k for k in reversed(ahead) if told[k].read.slot.first < (colon or 0)), None)
    if last is None or wholes.get(last - 1) != last or told[last - 1].view is not view:
        return None
    return last - 1 if told[last - 1].measure == told[i].measure and can_hold(told[last - 1], told[i]) else None


def opened_row(told: Sequence[Told], i: int) -> int | None:
    """ "Of the 34 injured, 33 are from A and one is from B": all that goes on in the sentence is of those."""
    view = told[i].view
    here = [k for k in range(max(0, i - FARTHEST), i) if told[k].view is view]
    if view.lower(told[i].read.slot.first) in view.words.of(PartWords).another:
        return None  # "the 40 who died there were local, and another five deaths": others than these
    whole = opening_whole(told, list(reversed(here)))
    if whole is None or not can_hold(told[whole], told[i]):
        return None
    bare = told[i].read.slot.counted.head is None  # "of the 34 injured, two have died"
    return whole if bare or told[whole].measure == told[i].measure else None


def opening_whole(told: Sequence[Told], here: Sequence[int]) -> int | None:
    """ "Of the 34 injured, 33 are from the province": the number that opens the sentence behind "of"."""
    first = here[-1] if here else None
    if first is None:
        return None
    slot, view = told[first].read.slot, told[first].view
    return (
        first
        if slot.first > 0 and all(view.lower(k) in view.words.of(WholeWords).opening for k in range(slot.first))
        else None
    )


def relative_row(told: Sequence[Told], i: int, wholes: Mapping[int, int]) -> int | None:
    """ "220 casualties, of whom 42 adults and 43 children died", "62 houses, of which 27 badly, 13 lightly and 22
    hardly damaged": all of the row is of those before "of whom"."""
    one, before = told[i], told[i - 1] if i else None
    if before is None or before.view is not one.view or i - 1 not in wholes:
        return None
    joined = one.view.lower(one.read.slot.first - 1) in ("and", ",") and are_one_row(before, one)
    opened = next((k for k in range(i - 1, max(-1, i - FARTHEST), -1) if wholes.get(k) != wholes[i - 1]), -1) + 1
    opens = told[opened].view is one.view and relative_before(told[opened].view, told[opened].read.slot)
    related = opens and before.measure == one.measure
    return wholes[i - 1] if joined and related and can_hold(told[wholes[i - 1]], one) else None


def included_in(told: Sequence[Told], i: int) -> int | None:
    """ "Of those, 40 were hurt, including 30 policemen": the count right before the word that opens the row."""
    view, slot = told[i].view, told[i].read.slot
    if not including_before(view, slot):
        return None
    opens = includer_before(view, slot) or 0
    before = [k for k in range(max(0, i - FARTHEST), i) if told[k].view is view and told[k].read.slot.first < opens]
    last = before[-1] if before else None
    if last is None or told[i].measure not in (told[last].measure, *_OF_AFFECTED.get(told[last].measure, ())):
        return None
    share = told[last].read.slot.quantity.qualifier == "fraction"  # "half of them are children, including 200 orphans"
    return last if share or can_hold(told[last], told[i]) else None


def includes_unread(told: Sequence[Told], i: int) -> bool:
    """ "Another 28 were found, including seven on Monday": the count that "including" goes on has no measure."""
    view, slot = told[i].view, told[i].read.slot
    if not including_before(view, slot):
        return False
    read = [t.read.slot for t in told[max(0, i - FARTHEST) : i] if t.view is view]
    before = [s for s in view.slots if s.last < (includer_before(view, slot) or 0)]
    for one in reversed(before):
        head = one.counted.head
        if one in read:
            return False
        if head is None or "people" in view.measures.class_of(head.lower):
            return True
    return False
