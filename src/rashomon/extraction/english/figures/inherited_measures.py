"""The measure of a quantity that its own words give none: that of the state, the whole or the row it belongs to."""

from __future__ import annotations

from rashomon.extraction.english.figures.bare_numbers import (
    are_described,
    is_another_count,
    is_had_by_place,
    is_of_noun_before,
    is_rest,
    is_stated,
    is_told_of,
    is_traced_too,
    repeats_verb,
)
from rashomon.extraction.english.figures.counted_phrase import PhraseWords
from rashomon.extraction.english.figures.ellipsis import told_again
from rashomon.extraction.english.figures.equations import EquationWords
from rashomon.extraction.english.figures.inheritance import (
    PartWords,
    fronted,
    includer_before,
    including_before,
    is_graver,
    is_status,
    opened_by_state,
)
from rashomon.extraction.english.figures.membership import LONGEST_ROW, ends_in_among
from rashomon.extraction.english.figures.named_shares import BARE_SUBJECT, is_bare_subject
from rashomon.extraction.english.figures.of_some import tells_its_own
from rashomon.extraction.english.figures.reading import AMONG_STATE, CASUALTIES, Read, Reading
from rashomon.extraction.english.figures.resumptions import ResumptionWords
from rashomon.extraction.english.figures.rows import changed_from, continues_row, things_row
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.extraction.english.figures.state_subjects import among_those
from rashomon.extraction.english.figures.unread_wholes import (
    counts_nobody,
    follows_unread,
    is_of_things_between,
    is_of_unread_whole,
    shares_people,
)
from rashomon.language.syntax import Token

#: The state of "Of those who were killed" stands so far from the head of its sentence at most (tokens).
_FRONT = 7
#: The rule of figures whose state opens their sentence.
OF_THOSE = "of those"
#: The rule of figures that go on with what the sentence before counted.
FROM_BEFORE = "as before"


def inherited(view: SentenceView, slot: Slot, found: list[Read], part: bool, before: str | None) -> Read | None:
    """A quantity without a measure of its own as a part, a state or a row of those told before, or none."""
    head = slot.counted.head
    if head is not None and not slot.counted.partitive:
        classes = view.measures.class_of(head.lower)
        if classes and "people" not in classes:
            return (
                (_things_among(view, slot, found[-1]) if part else things_row(view, slot, found[-1])) if found else None
            )
    status = _among_status(view, slot) if part else None
    if status is None and fronted(view, slot) and (not found or found[-1].reading.rule == OF_THOSE):
        status = _fronted_status(view, slot)
    if status is not None:
        return Read(slot, status, True, found[-1].slot if found else None)
    if found and not _are_people_behind_things(view, slot, found[-1]):
        last = found[-1]
        tied = Reading(last.reading.measure, "part of", last.reading.anchor)
        if part:
            return None if is_of_things_between(view, slot, last.slot) else Read(slot, tied, True, last.slot)
        if changed_from(view, slot):
            return Read(slot, Reading(last.reading.measure, "changed from", last.reading.anchor), False)
        if is_stated(view, slot):
            return Read(slot, Reading(last.reading.measure, "stated otherwise", last.reading.anchor), False)
        if are_described(view, last.slot, slot):
            return Read(slot, Reading(last.reading.measure, "row", last.reading.anchor), last.part, last.slot)
        if is_of_noun_before(view, last, slot):
            return Read(slot, Reading(last.reading.measure, "more of the noun", last.reading.anchor), False)
        if is_traced_too(view, last, slot) or (is_rest(view, slot) and last.part):
            return Read(slot, tied, True, last.slot)
        again = told_again(view, last, slot)
        if again is not None:
            return again
        if repeats_verb(view, last.slot, slot) or is_another_count(view, slot):
            return Read(slot, Reading(last.reading.measure, "verb again", last.reading.anchor), False)
        last = _before_aside(view, found)
        if continues_row(view, last.slot, last.reading.anchor, slot):
            goes_on_part = last.part and not is_graver(view, last.slot)
            return Read(slot, Reading(last.reading.measure, "row", last.reading.anchor), goes_on_part, last.slot)
    if (
        part
        and before
        and before != CASUALTIES
        and _is_told_of(view, slot, before == "killed")
        and not follows_unread(view, slot)
        and not counts_nobody(view, slot)
        and not is_of_unread_whole(view, slot)
        and not shares_people(view, slot)
    ):
        named = head is not None and _is_identified(view, slot)
        if any(view.lower(k) == "toll" for k in range(slot.first)) or named:
            before = "killed"
        return Read(slot, Reading(before, "part of earlier", slot.core), True)
    if not found and before not in (None, CASUALTIES) and is_bare_subject(view, slot):
        return Read(slot, Reading(before, BARE_SUBJECT, slot.core), True)
    if not found and before not in (None, CASUALTIES) and (is_rest(view, slot) or is_another_count(view, slot)):
        return Read(slot, Reading(before, FROM_BEFORE, slot.core), False)
    if not found and before not in (None, CASUALTIES) and is_told_of(view, slot):
        return Read(slot, Reading(before, "the same", slot.core), False)
    if not found and before not in (None, CASUALTIES) and is_had_by_place(view, slot):
        return Read(slot, Reading(before, "place's own", slot.core), False)
    helped = head is not None and view.parse.head(head).lemma in view.words.of(PartWords).aiding
    harmed = helped or tells_its_own(view, slot)
    if head is not None and _are_victims(slot, head) and before == "killed" and not harmed:
        brought = view.parse.head(head).lemma in view.words.of(PartWords).receiving
        return Read(slot, Reading("injured" if brought else before, "victims", head.i), False)
    more = slot.counted.more or _is_there_another(view, slot)
    if more and head is None and before and not found:
        return Read(slot, Reading(before, "more of earlier", slot.core), False)
    return None


def _are_people_behind_things(view: SentenceView, slot: Slot, last: Read) -> bool:
    """ "120 schools, attended by 50,000 children, were damaged": the children are none of the schools."""
    head = slot.counted.head
    things = last.reading.measure.startswith(("buildings", "settlements"))
    return things and head is not None and "people" in view.measures.class_of(head.lower)


def _before_aside(view: SentenceView, found: list[Read]) -> Read:
    """The member that a row goes on with: "103 in A, two children among them, 21 in B" leaves the children aside."""
    last = found[-1]
    aside = len(found) > 1 and last.part and last.row is found[-2].slot and ends_in_among(view, last.slot)
    return found[-2] if aside else last


def _is_there_another(view: SentenceView, slot: Slot) -> bool:
    """ "There were another 67 in X": more of those told before."""
    there = view.lower(0) == "there" and 1 < slot.first <= _FRONT
    return there and view.lower(slot.first) in view.words.of(PartWords).another


def _are_victims(slot: Slot, head: Token) -> bool:
    """ "Those nine victims", told of before; "two additional victims" are others."""
    return head.lower == "victims" and not slot.counted.partitive and not slot.counted.more


def _among_status(view: SentenceView, slot: Slot) -> Reading | None:
    """ "four policemen were among the dead": the state that the words name, whatever was told before."""
    for i in range(slot.counted.next, slot.counted.next + LONGEST_ROW):
        if view.lower(i) == "among" and view.lower(i + 1) in view.words.of(EquationWords).those:
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


def among_opening(view: SentenceView, slot: Slot) -> Reading | None:
    """ "Among the dead are a nurse and two clerks shot at home": the state that the sentence opens with, whatever
    else is told of its members.
    """
    i = opened_by_state(view, slot)
    states = [c for c in view.cues(i) if c.counts == "people"] if i is not None else []
    return Reading(states[0].measure, AMONG_STATE, i) if i is not None and states else among_those(view, slot)


def of_the_displaced(view: SentenceView, slot: Slot, own: Reading | None) -> Reading | None:
    """ "Of the displaced, 400 are in evacuation centres": those who open the sentence, wherever they are now."""
    if own is None or own.measure not in ("evacuated", "displaced") or not fronted(view, slot):
        return None
    opened = _fronted_status(view, slot)
    return opened if opened is not None and opened.measure == "displaced" else None


def _fronted_status(view: SentenceView, slot: Slot) -> Reading | None:
    """ "Of those missing, 54 are from X": the state that opens the sentence."""
    for i in range(1, min(_FRONT, slot.first)):
        states = [c for c in view.cues(i) if c.role in ("state", "noun") or (c.role == "object" and c.shape == "ed")]
        if states and states[0].counts == "people":
            return Reading(states[0].measure, OF_THOSE, i)
    return None


def _included_in(view: SentenceView, slot: Slot) -> Reading | None:
    """ "the injured included 24 men": the state is the subject of the verb that opens the row."""
    words = view.words.of(PartWords)
    opens = includer_before(view, slot) or 0
    if view.lower(opens - 1) in ("which", "who") and opens > 2:
        # "the hostages, which included 24 children": the noun that the clause describes, whatever was told before.
        noun = opens - 3 if view.lower(opens - 2) == "," else opens - 2
        told = [c for c in view.cues(noun) if c.role in ("state", "noun") and c.counts == "people"]
        if told and including_before(view, slot):
            return Reading(told[0].measure, AMONG_STATE, noun)
    if opens < 2 or view.lower(opens) not in words.includes or not including_before(view, slot):
        return None
    states = [c for c in view.cues(opens - 1) if c.role in ("state", "noun", "object") and c.counts == "people"]
    named = view.lower(opens - 2) in ("the", "those")  # "the injured included", "those killed include"
    return Reading(states[0].measure, AMONG_STATE, opens - 1) if states and named else None


def _things_among(view: SentenceView, slot: Slot, last: Read) -> Read | None:
    """ "151 buildings, 26 schools among them, were damaged": a part of things that are of one class."""
    classes = view.measures.class_of(slot.counted.head.lower) if slot.counted.head else frozenset()
    alike = last.reading.measure.startswith("buildings") and "buildings" in classes
    tied = Reading(last.reading.measure, "part of", last.reading.anchor)
    return Read(slot, tied, True, last.slot) if alike else None


def _is_described(view: SentenceView, slot: Slot) -> bool:
    """ "Three of them were children", "including 13 policemen": a part told by what it is, with no verb of its own."""
    if not slot.counted.partitive:
        return True
    i = slot.counted.next
    links = view.words.of(PhraseWords).before_description
    while view.lower(i) in links or view.lower(i) == ",":
        i += 1
    return any(view.lower(k) in view.measures.categories for k in range(i, i + 4)) or i >= len(view.parse.tokens)


def _is_told_of(view: SentenceView, slot: Slot, dead: bool) -> bool:
    """A part told by what it is, or of the dead by what befell them."""
    return _is_described(view, slot) or (_is_identified(view, slot) and (slot.counted.head is not None or dead))


def _is_identified(view: SentenceView, slot: Slot) -> bool:
    """ "Three of the victims have not been identified", "several of them were burned": what befalls the dead."""
    head = slot.counted.head
    if not slot.counted.partitive or (head is not None and not is_status(view, head.lower)):
        return False
    near = range(slot.counted.next, slot.counted.next + 7)
    return any(view.lower(k) in view.words.of(PartWords).for_the_dead for k in near)
