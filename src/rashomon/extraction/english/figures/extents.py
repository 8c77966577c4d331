"""How far things were damaged: "26,000 fully and 36,000 partly", "partially destroyed"."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.reading import EXTENT, Read, Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.word_classes import WordClasses


@dataclass(frozen=True, slots=True)
class PartlyWords(WordClasses):
    """Words by which a deed is done in part."""

    source: ClassVar[str] = "en/words/figures.toml#partly"

    partly: frozenset[str]
    fully: frozenset[str]
    ends: frozenset[str]


def by_extent(view: SentenceView, slot: Slot, found: Sequence[Read]) -> Read | None:
    """ "62,000 houses were damaged, 26,000 fully and 36,000 partly": how far, of things told in the same sentence."""
    words, last = view.words.of(PartlyWords), found[-1] if found else None
    if last is None or slot.counted.head is not None or not last.reading.measure.startswith("buildings"):
        return None
    i = slot.counted.next
    closed = i + 1 >= len(view.parse.tokens) or view.lower(i + 1) in words.ends
    if view.lower(i) not in words.fully | words.partly or not closed:
        return None
    measure = "buildings_destroyed" if view.lower(i) in words.fully else "buildings_damaged"
    return Read(slot, Reading(measure, EXTENT, i), True, last.slot)


def in_part(view: SentenceView, read: Reading) -> Reading:
    """ "Partially destroyed" and "fully or partially destroyed" are damaged, "fully damaged" is destroyed."""
    words, before = view.words.of(PartlyWords), view.lower(read.anchor - 1)
    either = view.lower(read.anchor - 3) if joins_extents(view, read.anchor - 2) else ""
    behind = view.lower(read.anchor + 1) if read.rule == "frame" else ""  # "are partly gone"
    if read.measure == "buildings_destroyed" and not words.partly.isdisjoint((before, either, behind)):
        return dataclasses.replace(read, measure="buildings_damaged")
    if (
        read.measure == "buildings_damaged"
        and before in words.fully
        and not either
        and view.lower(read.anchor) == "damaged"
    ):
        return dataclasses.replace(read, measure="buildings_destroyed")
    return read


def joins_extents(view: SentenceView, i: int) -> bool:
    """Whether a token stands between two extents: the "or" of "partly or fully"."""
    words = view.words.of(PartlyWords)
    known = words.partly | words.fully
    return view.lower(i) in ("or", "and") and view.lower(i - 1) in known and view.lower(i + 1) in known
