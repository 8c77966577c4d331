"""The measure of each quantity of a sentence: the most local words first, then grammar, then neighbours."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

import msgspec

from rashomon.extraction.english.figures.beside import beside
from rashomon.extraction.english.figures.care import for_rescue
from rashomon.extraction.english.figures.counted_nouns import settled_noun, status_noun
from rashomon.extraction.english.figures.fatal_ends import with_end
from rashomon.extraction.english.figures.governed import GovernedWords, governed
from rashomon.extraction.english.figures.inheritance import (
    PartWords,
    among_after,
    among_next,
    changed_from,
    continues_row,
    fronted,
    including_before,
    is_graver,
    is_part,
    is_status,
)
from rashomon.extraction.english.figures.label_rows import label_row
from rashomon.extraction.english.figures.leaving import move_reading
from rashomon.extraction.english.figures.no_counts import is_negated, is_no_count, is_outer_predicate
from rashomon.extraction.english.figures.reading import AMONG_STATE, CASUALTIES, Reading
from rashomon.extraction.english.figures.resumptions import ResumptionWords
from rashomon.extraction.english.figures.sentence_view import PhraseWords, SentenceView, Slot
from rashomon.extraction.english.figures.tolls import toll

#: The state of "Of those who were killed" stands so far from the head of its sentence at most (tokens).
_FRONT = 7
#: The rule of figures whose state opens their sentence.
OF_THOSE = "of those"


@dataclass(frozen=True, slots=True)
class Read:
    """A slot with its reading; `part` where it is told to be a part, `row` the earlier slot whose row it goes on."""

    slot: Slot
    reading: Reading
    part: bool
    row: Slot | None = None


def read_measures(view: SentenceView, before: str | None, move: str | None = None) -> list[Read]:
    """The quantities of a sentence that have a measure, in order; `before` is the last one told of people, `move` what
    people on the move are in this report."""
    found: list[Read] = []
    waiting: Slot | None = None
    for slot in view.slots:
        read = _read(view, slot, found, before)
        if move and (read is None or read.reading.rule in ("part of earlier", "more of earlier")):
            left = move_reading(view, slot, move)
            read = Read(slot, left, False) if left else read
        if read is None or (read.part and among_next(view, slot)):
            waiting = slot if _awaits_whole(view, slot) else None
            continue
        if waiting is not None and not read.part:
            found.append(Read(waiting, Reading(read.reading.measure, "part of next", read.reading.anchor), True))
        waiting = None
        found.append(read)
    return found


def _awaits_whole(view: SentenceView, slot: Slot) -> bool:
    """ "nearly half of the 14,000 displaced", "ten children were among 48 killed": the whole comes after its part."""
    if slot.counted.partitive and slot.counted.head is None:
        return view.slot_at(slot.counted.next) is not None
    return among_next(view, slot)


def _read(view: SentenceView, slot: Slot, found: list[Read], before: str | None) -> Read | None:
    head = slot.counted.head
    if head is not None and not slot.counted.partitive and "never" in view.measures.class_of(head.lower):
        return None
    if is_no_count(view, slot):
        return None
    part = is_part(view, slot)
    if part and slot.quantity.qualifier == "fraction" and _is_of_unread_whole(view, slot):
        return None
    own = with_end(view, _own_reading(view, slot, found[-1].reading.measure if found else before))
    if own is not None and (is_negated(view, own) or is_outer_predicate(view, slot, own)):
        return None
    one_of = slot.quantity.value == 1 and slot.counted.partitive and head is not None
    if one_of and own is not None and own.rule == "phrase after" and own.anchor == slot.counted.next:
        return None  # "one of the men in custody is Australian" counts no detained
    part = part or (own is not None and own.rule == AMONG_STATE)
    if (found and head is not None and head.lower in ("others", "more")) or (head is None and found):
        own = _as_things(view, slot, found[-1]) or own
    if slot.quantity.zero:
        return Read(slot, own, part) if own and own.rule in ("counted noun", "predicate after", "subject") else None
    if part and found and among_after(view, slot):
        own = None
    if own is not None and not (part and own.rule == "modifier"):
        return Read(slot, own, part)
    return _inherited(view, slot, found, part, before) or (Read(slot, own, part) if own else None)


def _as_things(view: SentenceView, slot: Slot, last: Read) -> Reading | None:
    """ "328 houses were destroyed and 145 others damaged": the others are houses."""
    things = last.reading.measure.startswith(("buildings", "settlements"))
    if not things or (slot.counted.partitive and slot.counted.head is not None):
        return None
    same = msgspec.structs.replace(slot.counted, head=last.slot.counted.head)
    reading = beside(view, msgspec.structs.replace(slot, counted=same))
    return reading if reading and reading.measure.startswith(("buildings", "settlements")) else None


def _is_described(view: SentenceView, slot: Slot) -> bool:
    """ "Three of them were children", "including 13 policemen": a part told by what it is, with no verb of its own."""
    if not slot.counted.partitive:
        return True
    i = slot.counted.next
    links = view.words.of(PhraseWords).before_description
    while view.lower(i) in links or view.lower(i) == ",":
        i += 1
    return any(view.lower(k) in view.measures.categories for k in range(i, i + 4)) or i >= len(view.parse.tokens)


def _is_told_of(view: SentenceView, slot: Slot) -> bool:
    """A part told by what it is, or one of "the victims", whatever is said of them."""
    return _is_described(view, slot) or _is_identified(view, slot)


def _follows_unread(view: SentenceView, slot: Slot) -> bool:
    """ "The remaining 12 patients, four of them children": the twelve, who have no measure, are the whole."""
    pronoun = slot.counted.partitive and slot.counted.head is None and not fronted(view, slot)
    return pronoun and any(o.first < slot.first and o.counted.head is not None for o in view.slots)


def _is_identified(view: SentenceView, slot: Slot) -> bool:
    """ "Three of the victims have not been identified": what is done for the dead."""
    head = slot.counted.head
    if head is None or not slot.counted.partitive or not is_status(view, head.lower):
        return False
    near = range(slot.counted.next, slot.counted.next + 7)
    return any(view.lower(k) in view.words.of(PartWords).for_the_dead for k in near)


def _is_of_unread_whole(view: SentenceView, slot: Slot) -> bool:
    """ "six women, including two minors, were raped": the whole stands in the sentence and has no measure; and "20 % of
    the territory" shares out land."""
    if including_before(view, slot):
        opens = max(i for i in range(slot.first) if view.lower(i) in view.words.of(PartWords).including)
        return any(opens - 2 <= other.counted.next <= opens for other in view.slots)
    head = slot.counted.head
    if slot.quantity.qualifier != "fraction":
        return False
    if head is None:
        # "half the annual rainfall": the noun of the phrase that the share stands before.
        behind = view.parse.tokens[slot.counted.next : slot.counted.next + 5]
        shared = [t for t in behind if t.pos in ("NOUN", "VERB", "AUX", "PUNCT", "ADP")][:1]
        opens = bool(behind) and behind[0].pos == "DET" and not slot.counted.partitive
        head = shared[0] if opens and shared and shared[0].pos == "NOUN" else None
        if head is None:
            return False
    return not (is_status(view, head.lower) or "people" in view.measures.class_of(head.lower))


def _own_reading(view: SentenceView, slot: Slot, before: str | None) -> Reading | None:
    read = _local_reading(view, slot, before)
    if read is not None and read.measure == "troops" and for_rescue(view, read.anchor):
        return dataclasses.replace(read, measure="rescuers")
    return read


def _local_reading(view: SentenceView, slot: Slot, before: str | None) -> Reading | None:
    return (
        settled_noun(view, slot)
        or beside(view, slot)
        or toll(view, slot, before)
        or governed(view, slot)
        or status_noun(view, slot)
        or label_row(view, slot)
    )


def _among_status(view: SentenceView, slot: Slot) -> Reading | None:
    """ "four policemen were among the dead": the state that the words name, whatever was told before."""
    for i in range(slot.counted.next, slot.counted.next + 8):
        if view.lower(i) == "among" and view.lower(i + 1) in view.words.of(GovernedWords).those:
            return _clause_state(view, i + 1)
        if view.lower(i) == "among" and view.lower(i + 1) == "the":
            states = [c for c in view.cues(i + 2) if c.role in ("state", "noun") and c.counts == "people"]
            states = states or [c for c in view.cues(i + 2) if c.role == "object" and c.shape == "ed"]
            return Reading(states[0].measure, AMONG_STATE, i + 2) if states else None
    return _included_in(view, slot)


def _clause_state(view: SentenceView, i: int) -> Reading | None:
    """The state of "those who lost their lives", "those killed" """
    k = i + 2 if view.lower(i + 1) in ("who", "to") else i + 1
    while view.lower(k) in view.words.of(ResumptionWords).auxiliaries and view.lower(k) != "died":
        k += 1
    for n in range(view.measures.longest_phrase, 0, -1):
        told = view.measures.phrases.get(tuple(view.lower(k + m) for m in range(n)), ())
        people = [measure for measure, counts in told if counts == "people"]
        if people:
            return Reading(people[0], AMONG_STATE, k)
    cues = [c for c in view.cues(k) if c.counts == "people" and c.shape in ("ed", "base")]
    return Reading(cues[0].measure, AMONG_STATE, k) if cues else None


def _fronted_status(view: SentenceView, slot: Slot) -> Reading | None:
    """ "Of those missing, 54 are from X": the state that opens the sentence."""
    for i in range(1, min(_FRONT, slot.first)):
        states = [c for c in view.cues(i) if c.role in ("state", "noun") or (c.role == "object" and c.shape == "ed")]
        if states and states[0].counts == "people":
            return Reading(states[0].measure, OF_THOSE, i)
    return None


def _included_in(view: SentenceView, slot: Slot) -> Reading | None:
    """ "the injured included 24 men": the state is the subject of the verb that opens the row."""
    opens = next((i for i in range(slot.first - 1, -1, -1) if view.lower(i) in view.words.of(PartWords).including), 0)
    if opens < 2 or view.lower(opens) not in ("included", "include", "includes") or not including_before(view, slot):
        return None
    states = [c for c in view.cues(opens - 1) if c.role in ("state", "noun", "object") and c.counts == "people"]
    return Reading(states[0].measure, AMONG_STATE, opens - 1) if states and view.lower(opens - 2) == "the" else None


def _inherited(view: SentenceView, slot: Slot, found: list[Read], part: bool, before: str | None) -> Read | None:
    head = slot.counted.head
    if head is not None and not slot.counted.partitive:
        classes = view.measures.class_of(head.lower)
        if classes and "people" not in classes:
            return None
    status = _among_status(view, slot) if part else None
    if status is None and fronted(view, slot) and (not found or found[-1].reading.rule == OF_THOSE):
        status = _fronted_status(view, slot)
    if status is not None:
        return Read(slot, status, True, found[-1].slot if found else None)
    if found:
        last = found[-1]
        tied = Reading(last.reading.measure, "part of", last.reading.anchor)
        if part:
            return Read(slot, tied, True, last.slot)
        if changed_from(view, slot):
            return Read(slot, Reading(last.reading.measure, "changed from", last.reading.anchor), False)
        if continues_row(view, last.slot, last.reading.anchor, slot):
            goes_on_part = last.part and not is_graver(view, last.slot)
            return Read(slot, Reading(last.reading.measure, "row", last.reading.anchor), goes_on_part, last.slot)
    if (
        part
        and before
        and before != CASUALTIES
        and _is_told_of(view, slot)
        and not _follows_unread(view, slot)
        and not _is_of_unread_whole(view, slot)
    ):
        if any(view.lower(k) == "toll" for k in range(slot.first)) or _is_identified(view, slot):
            before = "killed"
        return Read(slot, Reading(before, "part of earlier", slot.core), True)
    if slot.counted.more and head is None and before and not found:
        return Read(slot, Reading(before, "more of earlier", slot.core), False)
    return None
