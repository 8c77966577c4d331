"""Figures that owe their measure to one before them: "including eight children", "12 of them", "four in Dhaka"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.measures import Cue
from rashomon.knowledge.word_classes import WordClasses

#: "Out of a total of 40" stands before this token.
_FRONT = 4
#: "Of which the clinic has named only 12": so many tokens before its number, with no end of a clause between.
_CLAUSE = 9
#: Roles of the cues that tell what befell somebody.
_HARMED = ("object", "subject", "state")


@dataclass(frozen=True, slots=True)
class PartWords(WordClasses):
    """Words of a part of those told before, and of rows."""

    source: ClassVar[str] = "en/words/figures.toml#parts"

    including: frozenset[str]
    consisting: frozenset[str]
    another: frozenset[str]
    status: frozenset[str]
    pointing: frozenset[str]
    relative: frozenset[str]
    clause_ends: frozenset[str]
    dashes: frozenset[str]
    telling: frozenset[str]
    breaks: frozenset[str]
    asides: frozenset[str]
    row_ends: frozenset[str]
    moved: frozenset[str]
    gravely: frozenset[str]
    grave: frozenset[str]
    suffering: frozenset[str]
    conditions: frozenset[str]
    wounds: frozenset[str]
    remaining: frozenset[str]
    those: frozenset[str]
    counting: frozenset[str]
    stating: frozenset[str]
    for_the_dead: frozenset[str]
    receiving: frozenset[str]
    aiding: frozenset[str]
    includes: frozenset[str]
    harming: frozenset[str]
    ends_before: frozenset[str]
    others: frozenset[str]
    next_times: frozenset[str]
    later: frozenset[str]


def is_status(view: SentenceView, word: str) -> bool:
    """True for a noun that says what became of people: "the dead", "the wounded"."""
    return word in view.words.of(PartWords).status


def is_graver(view: SentenceView, slot: Slot) -> bool:
    """ "22 in critical condition", "two seriously", "20 were in a serious state": the graver cases of those hurt."""
    words = view.words.of(PartWords)
    i = slot.counted.next
    while view.lower(i) in words.remaining:
        i += 1
    if view.lower(i) in words.gravely:
        return slot.counted.head is None and not view.cues(i + 1)
    if view.lower(i) in words.suffering and view.lower(slot.first - 1) == "with" and slot.counted.head is None:
        return view.lower(i + 1) in words.grave  # "200 were hurt, with 41 sustaining severe injuries"
    if view.lower(i) in words.grave and view.parse.tokens[i - 1].lemma in ("be", "remain"):
        return slot.counted.head is None and view.lower(i + 1) in (*words.clause_ends, ".", "with")  # "10 are critical"
    if view.lower(i) == "with":  # "500 are in hospital, 57 with severe injuries"
        return view.lower(i + 1) in words.grave and view.lower(i + 2) in words.wounds
    if view.lower(i) != "in":
        return False
    i += 2 if view.lower(i + 1) in ("a", "an") else 1
    return view.lower(i) in words.grave and view.lower(i + 1) in words.conditions


def of_those_harmed(view: SentenceView, slot: Slot) -> Cue | None:
    """ "20 of the officers killed", "five of the foreigners who died", "75 of these deaths": what befell those of whom
    a part is told."""
    i, head = slot.counted.next, slot.counted.head
    if not slot.counted.partitive or head is None:
        return None
    noun = next((c for c in view.cues(head.i) if c.counts == "people" and c.role == "noun"), None)
    if noun is not None:
        return noun
    told = i + 1 if view.lower(i) == "who" else i
    tokens = view.parse.tokens
    clause = told < len(tokens) and tokens[told].dep in ("acl", "relcl")
    cues = (c for c in view.cues(told) if c.counts == "people" and c.shape == "ed" and c.role in _HARMED)
    return next(cues, None) if clause else None


def is_of_victims(view: SentenceView) -> bool:
    """True for a sentence about "the victims": of what killed people they are the dead, whatever was told between."""
    tokens = view.parse.tokens
    return len(tokens) > 1 and tokens[1].lower == "victims" and tokens[1].dep in ("nsubj", "nsubjpass")


def fronted(view: SentenceView, slot: Slot) -> bool:
    """ "Of them 13 were killed in ...", "out of the 40": the whole is named first, at the head of the sentence."""
    at = 1 if view.lower(0) == "out" else 0
    return (
        slot.first < 30
        and view.lower(at) == "of"
        and view.lower(at + 1) in (*view.words.of(PartWords).pointing, "the", "that", "this")
        and view.lower(slot.first - 1) not in ("of", "the")
        and not is_their_number(view, slot)
    )


def is_whole_in_front(view: SentenceView, slot: Slot) -> bool:
    """ "Out of the 40 dead, 12 were in X": the sentence begins with the whole whose parts it tells."""
    opened = view.lower(0) == "of" or (view.lower(0) == "out" and view.lower(1) == "of")
    return opened and slot.first <= _FRONT


def is_told_of_some(view: SentenceView, slot: Slot, anchor: int) -> bool:
    """ "Of 114 schools, four were destroyed": what stands behind the comma is told of some, and not of all."""
    at = slot.first - 2 if view.lower(slot.first - 1) == "the" else slot.first - 1
    opens = view.lower(at) == "of" and at <= 1 and view.lower(0) in ("of", "out")
    if not opens:
        return False
    comma = next((k for k in range(slot.counted.next, anchor) if view.lower(k) == ","), None)
    return comma is not None and any(s.first > comma for s in view.slots)


def relative_before(view: SentenceView, slot: Slot) -> bool:
    """ "..., of whom three died", "out of which 46 fled", ", of which it has named only 12"."""
    words = view.words.of(PartWords)
    near = range(slot.first - 3, slot.first - 1)
    if any(view.lower(k) == "of" and view.lower(k + 1) in words.pointing for k in near):
        return not is_their_number(view, slot)
    for k in range(slot.first - 3, max(0, slot.first - _CLAUSE), -1):
        if view.lower(k + 1) in words.clause_ends or view.slot_at(k + 1) is not None:
            return False
        if view.lower(k) == "of" and view.lower(k + 1) in words.relative:
            return slot.counted.head is None and not slot.counted.partitive
    return False


def is_their_number(view: SentenceView, slot: Slot) -> bool:
    """ "Of these 19 we know the name": they are 19, and another subject goes on; not "of these 19 were named"."""
    following = view.parse.tokens[slot.counted.next : slot.counted.next + 1]
    pointed = slot.counted.head is None and view.lower(slot.first - 1) in ("these", "those")
    return pointed and any(t.pos in ("PRON", "PROPN", "DET") and t.tag != "WDT" for t in following)


def including_before(view: SentenceView, slot: Slot) -> bool:
    """ "including ... Q", with nothing between but other members of the row."""
    words = view.words.of(PartWords)
    if _opens_clause(view, slot):
        return False
    for i in range(slot.first - 1, max(-1, slot.first - 26), -1):
        word = view.lower(i)
        token = view.parse.tokens[i]
        if word in words.including:
            return not _is_closed_aside(view, i, slot) and _opens_row(view, i, slot)
        if word == "with" and view.lower(i - 1) == ",":
            return False
        if word in words.ends_before or word in words.harming:
            return False
        if (
            token.pos in ("VERB", "AUX")
            and token.tag in ("VBD", "VBZ", "VBP")
            and word not in ("are", "were", "was", "is")
        ):
            return False
        if token.pos == "VERB" and view.cues(i) and view.lower(i - 1) in ("was", "were", "been"):
            return False
    return False


def _is_closed_aside(view: SentenceView, opens: int, slot: Slot) -> bool:
    """ "23 civilians - including nine girls - and 16 fighters": the row ended with the second dash."""
    dashes = view.words.of(PartWords).dashes
    return view.lower(opens - 1) in dashes and any(view.lower(k) in dashes for k in range(opens, slot.first))


def includer_before(view: SentenceView, slot: Slot) -> int | None:
    """Where the word stands that opens the row of a member ("including"), whatever lies between; null where none."""
    words = view.words.of(PartWords).including
    return next((i for i in range(slot.first - 1, -1, -1) if view.lower(i) in words), None)


def opened_by_state(view: SentenceView, slot: Slot) -> int | None:
    """Where the state stands that opens the sentence of a member: "Among the dead are a nurse and two clerks",
    "Among those killed were"."""
    told = is_status(view, view.lower(2)) or any(c.shape == "ed" and c.counts == "people" for c in view.cues(2))
    opens = view.lower(0) == "among" and view.lower(1) in ("the", "those") and told
    be = len(view.parse.tokens) > 3 and view.parse.tokens[3].lemma == "be"
    member = includer_before(view, slot) == 0 and including_before(view, slot)
    return 2 if opens and be and member else None


def _opens_clause(view: SentenceView, slot: Slot) -> bool:
    """ "..., and 15 were injured": a clause of its own, that no row before it goes on with."""
    joined = view.lower(slot.first - 1) == "and" and view.lower(slot.first - 2) == ","
    following = view.parse.tokens[slot.counted.next : slot.counted.next + 1]
    return joined and any(t.pos == "AUX" and t.tag in ("VBD", "VBZ", "VBP") for t in following)


def _opens_row(view: SentenceView, i: int, slot: Slot) -> bool:
    words = view.words.of(PartWords)
    if view.lower(i) != "among":
        return True
    following = view.lower(i + 1)
    if following in ("the", "those") and i > 1 and view.parse.tokens[i - 1].pos in ("VERB", "AUX"):
        return False  # "5 teachers are among the dead, and 10 are hurt" speaks of those before it
    if following in words.pointing:
        return view.lower(i + 2) not in (",", "and", ".", ";", ")")
    if following != "the" or view.slot_at(i + 2) is slot:
        return False
    return any(view.lower(i + k) in words.status for k in (2, 3))
