"""Single victims without a number word: "a student was killed", "killing his wife", "another died"."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import msgspec

from rashomon.extraction.english.figures.beside import beside
from rashomon.extraction.english.figures.counted_phrase import Counted, find_counted
from rashomon.extraction.english.figures.fatal_ends import with_end
from rashomon.extraction.english.figures.governed import governed
from rashomon.extraction.english.figures.inheritance import including_before
from rashomon.extraction.english.figures.quantities import Quantity
from rashomon.extraction.english.figures.reading import Read, Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.word_classes import WordClasses

_MEASURES = frozenset(("killed", "injured", "abducted", "detained", "missing", "rescued", "trapped"))


@dataclass(frozen=True, slots=True)
class SingleWords(WordClasses):
    """Words of single victims."""

    source: ClassVar[str] = "en/words/figures.toml#singles"

    openers: frozenset[str]
    kin: frozenset[str]
    minors: frozenset[str]
    not_one: frozenset[str]
    shot: frozenset[str]


def read_singles(view: SentenceView, reads: Sequence[Read]) -> list[Read]:
    """The single victims of a sentence, apart from its numbers, in order."""
    words = view.words.of(SingleWords)
    found: list[Read] = []
    for token in view.parse.tokens:
        if token.lower in words.openers and view.slot_at(token.i) is None and not _is_one_of_them(view, token.i):
            slot = _slot(view, token.i)
            read = _read(view, slot, reads) if slot else None
            if read is not None:
                found.append(read)
    return found


def without_the_dead(reads: Sequence[tuple[SentenceView, Read]]) -> frozenset[int]:
    """Positions of single victims told as shot whom the report also tells as killed ("a child was shot")."""
    dead = {_group(v, r) for v, r in reads if r.reading.measure == "killed" and r.slot.quantity.single}
    return frozenset(
        n
        for n, (view, read) in enumerate(reads)
        if read.reading.measure == "injured"
        and read.slot.quantity.single
        and view.lower(read.reading.anchor) in view.words.of(SingleWords).shot
        and _group(view, read) in dead
    )


def _is_one_of_them(view: SentenceView, i: int) -> bool:
    """ "Twelve people, one of them a girl": the number before has counted her."""
    ones = (s for s in view.slots if s.quantity.value == 1 and s.counted.partitive and s.counted.head is None)
    return any(s.counted.next == i for s in ones)


def _is_denied(view: SentenceView, anchor: int) -> bool:
    """ "her daughter was not hurt": nobody is."""
    return bool(view.parse.kids(view.parse.tokens[anchor], "neg")) or view.lower(anchor - 1) == "not"


def _group(view: SentenceView, read: Read) -> str:
    head = read.slot.counted.head
    return group_of(view, head.lower) if head else ""


def group_of(view: SentenceView, word: str) -> str:
    """The noun of a victim, one word for all who are young: "the boy" may be the "12-year-old"."""
    return "minor" if word in view.words.of(SingleWords).minors or word.endswith("old") else word


def _slot(view: SentenceView, i: int) -> Slot | None:
    words = view.words.of(SingleWords)
    token = view.parse.tokens[i]
    bare = Quantity(token.start, token.end, token.start, token.end, 1.0, 1.0, 1.0, "exact", single=True)
    behind = past_age(view, i + 1)
    counted = find_counted(view.parse, behind, bare, view.measures, view.words)
    head = counted.head
    if head is None and behind > i + 1:
        old = view.parse.tokens[behind - 1]  # "killed a 5-year-old"
        quantity = msgspec.structs.replace(bare, end=old.end)
        return Slot(quantity, i, old.i, i, Counted(old, behind, compound="victim"))
    if head is None and token.lower == "another" and view.slot_at(i + 1) is None:
        return Slot(bare, i, i, i, Counted(None, i + 1, more=True))  # "a teen is dead and another is injured"
    if head is None or counted.partitive or head.lower in words.not_one or head.tag not in ("NN", "NNP"):
        return None
    if "people" not in view.measures.class_of(head.lower):
        return None
    if token.lower in ("his", "her") and head.lower not in words.kin:
        return None
    if any(view.slot_at(k) is not None for k in range(i, head.i + 1)):
        return None
    quantity = msgspec.structs.replace(bare, end=head.end)
    return Slot(quantity, i, head.i, i, counted)


def past_age(view: SentenceView, i: int) -> int:
    """The token behind an age ("34-year-old", however the parser cuts it) that begins at one; else that one."""
    for k in range(i, i + 6):
        if view.lower(k).endswith("old"):
            return k + 1
        if not (
            view.lower(k)[:1].isdigit()
            or (k < len(view.parse.tokens) and view.parse.tokens[k].pos == "NUM")
            or view.lower(k) in ("-", "year", "years", "month")
            or view.lower(k).endswith("year")
        ):
            break
    return i


def _read(view: SentenceView, slot: Slot, reads: Sequence[Read]) -> Read | None:
    alone = dataclasses.replace(view, slots=(slot, *view.slots))
    if including_before(alone, slot):
        wholes = [r for r in reads if r.slot.first < slot.first and r.reading.measure in _MEASURES]
        if not wholes:
            return None
        return Read(slot, Reading(wholes[-1].reading.measure, "single part", wholes[-1].reading.anchor), True)
    reading = with_end(alone, beside(alone, slot) or governed(alone, slot))
    if reading is None or reading.measure not in _MEASURES or _is_denied(view, reading.anchor):
        return None
    return Read(slot, dataclasses.replace(reading, rule="single victim"), False)
