"""Counts that share one predicate: "10,000 soldiers and 3,500 officers were sent" tells the same of both."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rashomon.extraction.english.figures.beside import beside
from rashomon.extraction.english.figures.reading import Read, Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.language.syntax import Token

#: Rules by which a predicate behind the last of several counts was read.
_BEHIND = frozenset(("predicate after", "phrase after", "frame", "subject"))
#: What the first of several counts may be in a parse: no object of another verb, nor behind a preposition of its own.
_OTHER = frozenset(("dobj", "pobj", "attr", "dative"))


def with_joined(view: SentenceView, found: Sequence[Read]) -> list[Read]:
    """The readings of a sentence, with those of counts that "and" joins to the subject of a read predicate."""
    every = list(found)
    for slot in reversed(view.slots):
        if any(read.slot is slot for read in every):
            continue
        last = next((read for read in every if _goes_on(view, slot, read)), None)
        if last is not None:
            reading = Reading(last.reading.measure, "joined subject", last.reading.anchor)
            every.insert(every.index(last), Read(slot, reading, last.part, last.row))
            continue
        other = next((told for read in every if (told := _of_other_things(view, slot, read))), None)
        every += [Read(slot, other, False)] if other is not None else []
    return every


def _goes_on(view: SentenceView, slot: Slot, read: Read) -> bool:
    """Whether a count and a read one behind it are subjects of one predicate."""
    head, other = slot.counted.head, read.slot.counted.head
    if head is None or other is None or slot.counted.partitive or slot.quantity.single or slot.quantity.zero:
        return False
    if read.reading.rule not in _BEHIND | {"joined subject"} or read.reading.anchor < read.slot.counted.next:
        return False
    if not view.measures.class_of(head.lower) & view.measures.class_of(other.lower):
        return False
    return _are_joined(view, slot, read.slot) or _is_conjunct(view, other, head)


def _of_other_things(view: SentenceView, slot: Slot, read: Read) -> Reading | None:
    """ "45 homes and 34 cars were set on fire": what the predicate of the second count tells of the first, which is of
    another class."""
    head, other = slot.counted.head, read.slot.counted.head
    if head is None or other is None or read.reading.anchor < read.slot.counted.next or slot.counted.partitive:
        return None
    classes = view.measures.class_of(head.lower)
    if not classes or "people" in classes or not _are_joined(view, slot, read.slot):
        return None
    moved = msgspec.structs.replace(slot.counted, next=read.slot.counted.next)
    told = beside(view, msgspec.structs.replace(slot, counted=moved))
    return told if told is not None and told.anchor > read.slot.last else None


def _are_joined(view: SentenceView, slot: Slot, after: Slot) -> bool:
    """ "N soldiers and M officers", where the first are not told of by words before them."""
    head = slot.counted.head
    between = [view.lower(k) for k in range(slot.counted.next, after.first)]
    behind = view.slot_at(after.counted.next + 1) if view.lower(after.counted.next) == "and" else None
    row = between == [","] and behind is not None  # "nine soldiers, 35 spies and 164 civilians"
    row = row or (between == [","] and _is_headline(view, slot, after))
    if (between not in (["and"], [",", "and"]) and not row) or head is None or head.dep in _OTHER:
        return False
    return view.lower(slot.first - 1) not in ("of", "the")


def _is_headline(view: SentenceView, slot: Slot, after: Slot) -> bool:
    """ "45 civilians, 76 soldiers killed on the border": a line without a verb, whose participle is told of both."""
    head, other = slot.counted.head, after.counted.head
    verbless = (
        head is not None
        and head.dep == "ROOT"
        and not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in view.parse.tokens)
    )
    told = view.parse.tokens[after.counted.next] if after.counted.next < len(view.parse.tokens) else None
    return verbless and other is not None and other.dep == "appos" and told is not None and told.tag == "VBN"


def _is_conjunct(view: SentenceView, token: Token, of: Token) -> bool:
    """Whether a parse joins a noun to another one: "homes, hotels and several mosques"."""
    for _ in range(6):
        if token.dep != "conj":
            return False
        token = view.parse.head(token)
        if token.i == of.i:
            return True
    return False
