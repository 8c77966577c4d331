"""The measure of each quantity of a sentence: the most local words first, then grammar, then neighbours."""

from __future__ import annotations

import dataclasses

from msgspec.structs import replace

from rashomon.extraction.english.figures.announced_rows import row_reading
from rashomon.extraction.english.figures.awaited import as_awaited
from rashomon.extraction.english.figures.beside import beside
from rashomon.extraction.english.figures.bracket_lists import bracketed
from rashomon.extraction.english.figures.bracketed_divisions import divided
from rashomon.extraction.english.figures.care import for_rescue, is_buried_by_slide, rescue_reading
from rashomon.extraction.english.figures.cases import case_reading
from rashomon.extraction.english.figures.counted_nouns import settled_noun, status_noun
from rashomon.extraction.english.figures.departures import driven_out, left_home
from rashomon.extraction.english.figures.equations import equated
from rashomon.extraction.english.figures.extents import by_extent, in_part
from rashomon.extraction.english.figures.fatal_ends import with_end
from rashomon.extraction.english.figures.framed import framed, released
from rashomon.extraction.english.figures.governed import governed, own_clause, struck_on_the_way, told_of_part
from rashomon.extraction.english.figures.held_people import befallen
from rashomon.extraction.english.figures.inheritance import is_told_of_some, relative_before
from rashomon.extraction.english.figures.inherited_measures import (
    among_opening,
    inherited,
    of_the_displaced,
)
from rashomon.extraction.english.figures.joined_subjects import with_joined
from rashomon.extraction.english.figures.label_rows import label_row
from rashomon.extraction.english.figures.leaving import Move, move_reading
from rashomon.extraction.english.figures.membership import among_after, among_next, is_part
from rashomon.extraction.english.figures.no_counts import is_negated, is_no_count, is_of_next_people, is_outer_predicate
from rashomon.extraction.english.figures.of_some import is_not_all_of_it, sums_things_too
from rashomon.extraction.english.figures.possessed import possessed
from rashomon.extraction.english.figures.put_right import with_right_counts
from rashomon.extraction.english.figures.reading import AMONG_STATE, Read, Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.extraction.english.figures.sheltering import shelter_reading
from rashomon.extraction.english.figures.state_subjects import state_subject
from rashomon.extraction.english.figures.strong import strength
from rashomon.extraction.english.figures.things import is_of_things
from rashomon.extraction.english.figures.tolls import toll
from rashomon.extraction.english.figures.unread_wholes import is_of_unread_whole
from rashomon.language.syntax import Token

#: Measures of people that only their noun tells.
_WHO = ("other:protesters", "rescuers")
_THINGS = ("buildings", "settlements")
_MOVED = ("displaced", "evacuated", "returned")


def read_measures(
    view: SentenceView, before: str | None, move: Move, things: Token | None = None, rows: str | None = None
) -> list[Read]:
    """The quantities of a sentence that have a measure, in order.

    `before` is the last one told of people, `move` what this report tells of people on the move, `things` the noun of
    those that the sentence before counted last, `rows` what a line above announces for its rows.
    """
    found: list[Read] = []
    waiting: Slot | None = None
    for slot in view.slots:
        row = row_reading(view, slot, rows)
        read = Read(slot, row, False) if row is not None else _read(view, slot, found, before, things)
        if read is None or read.reading.rule in ("part of earlier", "more of earlier"):
            left = move_reading(view, slot, move.measure) if move.measure else None
            left = left or (left_home(view, slot) if move.flight else None)
            read = Read(slot, left, False) if left else read
        if read is None or (read.part and among_next(view, slot)):
            things = slot.counted.head if is_told_of_some(view, slot, len(view.parse.tokens)) else things
            waiting = slot if _awaits_whole(view, slot) else None
            continue
        if waiting is not None and not read.part:
            found.append(Read(waiting, Reading(read.reading.measure, "part of next", read.reading.anchor), True))
        waiting = None
        found.append(read)
    return with_right_counts(view, with_joined(view, found))


def _awaits_whole(view: SentenceView, slot: Slot) -> bool:
    """ "nearly half of the 14,000 displaced", "ten children were among 48 killed": the whole comes after its part."""
    if slot.quantity.zero:
        return False
    if slot.counted.partitive and slot.counted.head is None:
        return view.slot_at(slot.counted.next) is not None
    return among_next(view, slot)


def _read(view: SentenceView, slot: Slot, found: list[Read], before: str | None, things: Token | None) -> Read | None:
    head = slot.counted.head
    case = case_reading(view, slot)
    if case is not None:
        return Read(slot, case, False)
    if head is not None and not slot.counted.partitive and _is_never_counted(view, slot, head):
        return None
    if is_no_count(view, slot) or sums_things_too(view, slot):
        return None
    listed = by_extent(view, slot, found) or bracketed(view, slot, found, before) or divided(view, slot, found)
    if listed is not None:
        return listed
    opening = among_opening(view, slot)
    if opening is not None:
        return Read(slot, opening, True, found[-1].slot if found else None)
    part = is_part(view, slot)
    if part and slot.quantity.qualifier == "fraction" and (is_of_unread_whole(view, slot) or _is_side(view, slot)):
        return None
    own = with_end(view, _own_reading(view, slot, found[-1].reading.measure if found else before))
    own = of_the_displaced(view, slot, own) or own
    if own is not None and is_outer_predicate(view, slot, own):
        own = status_noun(view, slot) or own_clause(view, slot)  # "nine of the 31 wounded died"
        return Read(slot, own, False) if own else None
    if own is not None and (is_negated(view, own) or is_not_all_of_it(view, slot, own)):
        return None
    one_of = slot.quantity.value == 1 and slot.counted.partitive and head is not None
    if one_of and own is not None and own.rule == "phrase after" and own.anchor == slot.counted.next:
        return None  # "one of the men in custody is Australian" counts no detained
    part = part or (own is not None and own.rule == AMONG_STATE)
    if found and (head is None or head.lower in ("others", "more")):
        own = _as_things(view, slot, things_told(found, things)) or own
        own = _as_people(view, slot, found, own) or own
        if own is not None and _goes_on_relative(view, slot, found[-1]):
            return Read(slot, own, True, found[-1].slot)
    elif head is None and (slot.counted.partitive or (things is not None and things in view.parse.tokens[:8])):
        # "932 of these were destroyed", of houses told just before; "of 114 schools, four were".
        own = _as_things(view, slot, things) or own
    if slot.quantity.zero:
        rules = (
            ("predicate after", "subject") if slot.counted.partitive else ("counted noun", "predicate after", "subject")
        )
        return Read(slot, own, part) if own and own.rule in rules else None  # not: "none of the injured is British"
    if part and found and among_after(view, slot):
        own = None
    if own is not None and not (part and (own.rule == "modifier" or _is_only_who(own))):
        return Read(slot, own, part)
    if found and found[-1].reading.measure.startswith(_THINGS) and is_of_next_people(view, slot):
        return None
    carried = inherited(view, slot, found, part, before)
    if carried is not None and part and is_of_things(view, slot, carried.reading):
        return None
    return carried or (Read(slot, own, part) if own else None)


def _is_only_who(own: Reading) -> bool:
    """ "12 people, including two protesters": what the members of a whole are tells nothing of them."""
    return own.rule == "status noun" and own.measure in _WHO


def _is_side(view: SentenceView, slot: Slot) -> bool:
    """ "The city's western half": a side of a place, and no share of people."""
    before = view.parse.tokens[slot.first - 1] if slot.first else None
    described = before is not None and before.pos == "ADJ" and before.head == slot.core
    return described and slot.counted.head is None and not slot.counted.partitive


def _goes_on_relative(view: SentenceView, slot: Slot, last: Read) -> bool:
    """ "Of which 26,000 are beyond repair and 35,000 damaged": both are of the whole before "of which"."""
    joined = view.lower(slot.first - 1) == "and"
    things = last.part and last.reading.measure.startswith("buildings")
    pronoun = last.slot.counted.partitive and last.slot.counted.head is None
    return joined and things and (pronoun or relative_before(view, last.slot))


def _is_never_counted(view: SentenceView, slot: Slot, head: Token) -> bool:
    """A unit or a thing that makes no figure, unless its two words together name one ("housing stock"), or only
    they name what makes none ("body parts")."""
    together = view.measures.class_of(slot.counted.compound)
    return "never" in together or ("never" in view.measures.class_of(head.lower) and not together)


def things_told(found: list[Read], before: Token | None = None) -> Token | None:
    """The noun of the last counted things, where nothing else was counted since; `before` is the last sentence's."""
    for read in reversed(found):
        if not read.reading.measure.startswith(_THINGS):
            return None
        if read.slot.counted.head is not None:
            return read.slot.counted.head
    return before


def _as_things(view: SentenceView, slot: Slot, things: Token | None) -> Reading | None:
    """ "328 houses were destroyed and 145 others damaged": the others are houses."""
    of_others = slot.counted.partitive and (
        slot.counted.head is not None or view.slot_at(slot.counted.next) is not None
    )
    if things is None or of_others:
        return None
    same = replace(slot.counted, head=things)
    part = replace(same, partitive=True)
    reading = beside(view, replace(slot, counted=same)) or framed(view, replace(slot, counted=part))
    return in_part(view, reading) if reading and reading.measure.startswith(_THINGS) else None


def _as_people(view: SentenceView, slot: Slot, found: list[Read], own: Reading | None) -> Reading | None:
    """ "Killed 30 militants and captured seven": a bare number with a verb of its own counts the same people."""
    last = found[-1]
    head = next((r.slot.counted.head for r in reversed(found) if r.slot.counted.head is not None), None)
    if slot.counted.head is not None or slot.counted.partitive or head is None:
        return None
    if "people" not in view.measures.class_of(head.lower):
        return None
    same = replace(slot.counted, head=head, partitive=True)
    reading = governed(view, replace(slot, counted=same))
    nearer = reading is not None and reading.rule == "object" and last.slot.counted.next <= reading.anchor < slot.first
    return reading if nearer and (own is None or own.anchor < last.slot.counted.next) else None


def _own_reading(view: SentenceView, slot: Slot, before: str | None) -> Reading | None:
    read = _local_reading(view, slot, before)
    if read is not None and read.measure in _MOVED:
        read = struck_on_the_way(view, slot, read) or read
    if read is None:
        return None
    if read.measure == "troops" and for_rescue(view, read.anchor):
        return dataclasses.replace(read, measure="rescuers")
    if read.measure == "killed" and is_buried_by_slide(view, slot, read.anchor):
        return dataclasses.replace(read, measure="trapped")
    awaited = read if read.rule == "toll" else as_awaited(view, read)
    return in_part(view, awaited) if awaited is not None else None


def _framed_or_hit(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading by a frame; what a verb right before did to them counts before where they had been: "executed 35
    prisoners who had been held at X"."""
    frame = framed(view, slot)
    if frame is None or view.parse.tokens[frame.anchor].dep != "relcl":
        return frame
    hit = beside(view, slot)
    return hit if hit is not None and hit.rule == "verb before" and hit.measure == "killed" else frame


def _local_reading(view: SentenceView, slot: Slot, before: str | None) -> Reading | None:
    return (
        released(view, slot)
        or befallen(view, slot)
        or settled_noun(view, slot)
        or state_subject(view, slot)
        or _framed_or_hit(view, slot)
        or told_of_part(view, slot)
        or beside(view, slot)
        or equated(view, slot)
        or toll(view, slot, before)
        or governed(view, slot)
        or driven_out(view, slot)
        or rescue_reading(view, slot)
        or status_noun(view, slot)
        or shelter_reading(view, slot)
        or label_row(view, slot)
        or strength(view, slot)
        or possessed(view, slot)
    )
