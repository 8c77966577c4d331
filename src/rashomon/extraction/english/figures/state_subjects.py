"""Counts of those whom a state names: "the dead are by now 601", "the injured 166", "killed were seven"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.reading import AMONG_STATE, Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.word_classes import WordClasses

#: Between a verb and its number stand so many words at most, between a state and its verb so many.
_NEAR, _FAR = 6, 9
#: Parts of speech of a subject that goes on behind its state: "the dead of this year", "the injured, too".
_OF_SUBJECT = frozenset(("ADP", "DET", "NOUN", "PROPN", "ADJ", "ADV", "PART", "AUX", "PUNCT", "PRON"))


@dataclass(frozen=True, slots=True)
class StateWords(WordClasses):
    """Words of states as subjects."""

    source: ClassVar[str] = "en/words/figures.toml#state_subjects"

    states: frozenset[str]
    people: frozenset[str]
    verbs: frozenset[str]
    between: frozenset[str]
    be: frozenset[str]
    openers: frozenset[str]
    relatives: frozenset[str]
    in_all: frozenset[str]


def state_subject(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading of a number by the state that it is said to be the number of, or none."""
    if slot.counted.partitive or slot.quantity.qualifier == "fraction":
        return None
    return _beside_state(view, slot) or _of_verb(view, slot) or _inverted(view, slot)


def among_those(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading of "among those who died were two": the state that opens a sentence turned round, or none."""
    words = view.words.of(StateWords)
    start = _clause_start(view, slot)
    if view.lower(start) != "among" or view.lower(_row_start(view, slot) - 1) not in words.be:
        return None
    for i in range(start + 1, min(start + 6, slot.first)):
        if view.lower(i) in words.relatives or view.lower(i) in ("the", "those"):
            continue
        measure = _measure(view, i)
        if measure:
            return Reading(measure, AMONG_STATE, i)
    return None


def _beside_state(view: SentenceView, slot: Slot) -> Reading | None:
    """ "The dead are 263 and the injured 166": a bare number right behind a state."""
    words = view.words.of(StateWords)
    i = slot.first - 1
    if view.lower(i) == "," and f"{view.lower(slot.last + 1)} {view.lower(slot.last + 2)}" in words.in_all:
        i -= 1
    if slot.counted.head is not None or view.lower(i) not in words.states:
        return None
    measure = _measure(view, i) if view.lower(i - 1) == "the" else None
    behind = view.slot_at(slot.last + 1)
    return Reading(measure, "state before", i) if measure and behind is None else None


def _of_verb(view: SentenceView, slot: Slot) -> Reading | None:
    """ "The dead of this year are by now 601 men", "the injured have grown in number, to 12,722"."""
    words = view.words.of(StateWords)
    head = slot.counted.head
    if head is not None and "people" not in view.measures.class_of(head.lower):
        return None
    i = _row_start(view, slot) - 1
    stop = i - _NEAR
    # "The dead number 45": a verb right behind its state, which elsewhere is a noun ("have grown in number").
    while i > stop and view.lower(i) in words.between and not _is_after_state(view, i):
        i -= 1
    if i < 1 or view.parse.tokens[i].lemma not in words.verbs:
        return None
    behind = _past_insertion(view, i - 1)
    for k in range(behind, max(-1, behind - _FAR), -1):
        the = k - 2 if view.lower(k - 1) in words.people else k - 1
        if view.lower(k) in words.states and view.lower(the) == "the" and view.slot_at(the - 1) is None:
            measure = _measure(view, k)
            return Reading(measure, "state subject", k) if measure else None
        if view.slot_at(k) is not None or view.parse.tokens[k].pos not in _OF_SUBJECT:
            return None
    return None


def _is_after_state(view: SentenceView, i: int) -> bool:
    """Whether a verb stands right behind its state or behind the comma of an insertion."""
    words = view.words.of(StateWords)
    before = view.lower(i - 1)
    return before in words.states or (before == "," and view.lower(i) in words.verbs)


def _past_insertion(view: SentenceView, i: int) -> int:
    """The token before what two commas set off in front of a verb: "the injured, according to the ministry, number"."""
    if view.lower(i) != ",":
        return i
    opens = (k for k in range(i - 1, max(-1, i - 1 - _FAR), -1) if view.lower(k) == ",")
    return next(opens, i + 1) - 1


def _inverted(view: SentenceView, slot: Slot) -> Reading | None:
    """ "Killed in the bombardment were seven members of one family"."""
    words = view.words.of(StateWords)
    start = _clause_start(view, slot)
    verb = _row_start(view, slot) - 1
    if view.lower(start) == "still":
        start += 1
    opens = view.parse.tokens[start].tag in ("VBN", "JJ", "VBD") or view.lower(start) in words.states
    if view.lower(verb) not in words.be or verb <= start:
        return None
    told = view.measures.phrases.get(tuple(view.lower(k) for k in range(start, verb)), ())
    head = slot.counted.head
    people = head is None or "people" in view.measures.class_of(head.lower)
    phrase = next((measure for measure, counts in told if counts == "people" and people), None)
    if phrase is not None:
        return Reading(phrase, "turned round", start)  # "In hospital are 92 people"
    if not opens:
        return None
    if any(t.dep in ("nsubj", "nsubjpass") and t.i > start for t in view.parse.tokens[start:verb]):
        return None
    measure = _measure(view, start)
    return Reading(measure, "turned round", start) if measure else None


def _clause_start(view: SentenceView, slot: Slot) -> int:
    start = next((i + 1 for i in range(slot.first - 1, -1, -1) if view.lower(i) in (";", ":")), 0)
    while view.lower(start) in view.words.of(StateWords).openers:
        start += 1
    return start


def _row_start(view: SentenceView, slot: Slot) -> int:
    """Where the row begins that a quantity goes on: the 601 in "are 601 men, 273 women and 481 children"."""
    node = slot.counted.head
    first = slot.first
    while node is not None and node.dep == "conj":
        node = view.parse.head(node)
        before = next((s for s in view.slots if s.counted.head is node), None)
        first = before.first if before is not None else first
    return first


def _measure(view: SentenceView, i: int) -> str | None:
    """The measure of people that a state names."""
    told = (
        c.measure for c in view.cues(i) if c.counts == "people" and (c.role in ("state", "noun") or c.shape == "ed")
    )
    return next(told, None)
