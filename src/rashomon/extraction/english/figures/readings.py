"""The measure of each quantity of a sentence, rule by rule: the most local words first, then grammar, then neighbours."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.extraction.english.figures.beside import beside
from rashomon.extraction.english.figures.counted_nouns import settled_noun, status_noun
from rashomon.extraction.english.figures.governed import governed
from rashomon.extraction.english.figures.inheritance import continues_row, is_part
from rashomon.extraction.english.figures.reading import CASUALTIES, Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot


@dataclass(frozen=True, slots=True)
class Read:
    """A slot with its reading; `part` where it is told to be a part, `row` the earlier slot whose row it goes on."""

    slot: Slot
    reading: Reading
    part: bool
    row: int | None = None


def read_measures(view: SentenceView, before: str | None) -> list[Read]:
    """The quantities of a sentence that have a measure, in order; `before` is the last measure told before the sentence."""
    found: list[Read] = []
    for slot in view.slots:
        part = is_part(view, slot)
        own = _own_reading(view, slot)
        if own is not None and not _only_inherited(part, own):
            found.append(Read(slot, own, part))
            continue
        inherited = _inherited(view, slot, found, part, before)
        if inherited:
            found.append(inherited)
        elif own is not None:
            found.append(Read(slot, own, part))
    return found


def _only_inherited(part: bool, own: Reading) -> bool:
    return part and own.rule in ("status noun", "modifier")


def _own_reading(view: SentenceView, slot: Slot) -> Reading | None:
    head = slot.counted.head
    if head is not None and not slot.counted.partitive and "never" in view.measures.class_of(head.lower):
        return None
    return settled_noun(view, slot) or beside(view, slot) or governed(view, slot) or status_noun(view, slot)


def _inherited(view: SentenceView, slot: Slot, found: list[Read], part: bool, before: str | None) -> Read | None:
    head = slot.counted.head
    if head is not None and not slot.counted.partitive:
        classes = view.measures.class_of(head.lower)
        if classes and "people" not in classes:
            return None
    if found and part:
        whole = found[-1]
        return Read(slot, Reading(whole.reading.measure, "part of", whole.reading.anchor), True, len(found) - 1)
    if found and continues_row(view, found[-1].slot, slot):
        previous = found[-1]
        return Read(
            slot, Reading(previous.reading.measure, "row", previous.reading.anchor), previous.part, len(found) - 1
        )
    if part and before and before != CASUALTIES:
        return Read(slot, Reading(before, "part of earlier", slot.core), True)
    return None
