"""Measures told by the words directly beside a quantity: "27 were killed", "killing 27", "the deaths of 27"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.agents import acts, follows_being
from rashomon.extraction.english.figures.beside_nouns import by_lives, by_noun
from rashomon.extraction.english.figures.care import is_buried_alive, is_fleeing, is_treated, takes_part
from rashomon.extraction.english.figures.exceptions import is_left_aside, is_outside
from rashomon.extraction.english.figures.extents import joins_extents
from rashomon.extraction.english.figures.inheritance import relative_before
from rashomon.extraction.english.figures.predicate_gaps import (
    goes_on_later,
    is_labelled,
    is_ordered,
    stands_alone,
    tells_where,
)
from rashomon.extraction.english.figures.reading import Reading, joint_measure, pick
from rashomon.extraction.english.figures.resumptions import ResumptionWords, resumptions
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.extraction.english.figures.sheltering import is_housed, lives_here, sheltered
from rashomon.knowledge.word_classes import WordClasses

_AFTER_ROLES = ("object", "known_object", "subject", "known_subject", "state")
_BEFORE_ROLES = ("object", "known_object")
_QUOTES = frozenset(('"', "“", "”", "'", "’", "‘", "(", "—", "-", "–", "``", "''"))


@dataclass(frozen=True, slots=True)
class BesideWords(WordClasses):
    """Words beside a quantity and its predicate."""

    source: ClassVar[str] = "en/words/figures.toml#beside"

    links: frozenset[str]
    how: frozenset[str]
    hurting: frozenset[str]
    fatally: frozenset[str]
    turning_fatal: frozenset[str]
    joining: frozenset[str]
    between: frozenset[str]


#: States of people that a verb before them does not tell.
_HOUSED = frozenset({"displaced", "evacuated"})


def beside(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading by the words directly beside a quantity, or none."""
    before = _before(view, slot)
    lives = by_lives(view, slot)
    if goes_on_later(view, slot):
        return None
    after = _told_at(view, slot.counted.next, slot) or (None if before or lives else _after_insertion(view, slot))
    if after and is_outside(view, slot, after.anchor):
        after = None
    if after and before and after.measure in _HOUSED and tells_where(view, after.anchor):
        return before  # "killed 14 people at a camp for displaced families": where they lived is not what befell them
    if after and before and after.anchor == slot.counted.next:
        # "kills five injures seven" against "five killed seven injured": what stood before the previous number decides.
        return before if _starts_active_chain(view, before.anchor, after.anchor) else after
    if before and not after and _closes_other_count(view, slot, before.anchor):
        return None
    return after or before or by_noun(view, slot) or lives


def _starts_active_chain(view: SentenceView, before: int, after: int) -> bool:
    follows = view.slot_at(after + 1)
    previous = next((s for s in view.slots if s.counted.next == before or s.last + 1 == before), None)
    if previous is not None:
        return False
    return follows is not None or any(c.shape in ("base", "s", "ing") for c in view.cues(before))


def _closes_other_count(view: SentenceView, slot: Slot, anchor: int) -> bool:
    """ "10 civilians killed 15 injured": the verb is the first count's, the second has a participle of its own."""
    first = any(s.counted.next == anchor and s.counted.head is not None for s in view.slots if s is not slot)
    return first and _is_told_by_participle(view, slot)


def _is_told_by_participle(view: SentenceView, slot: Slot) -> bool:
    head = slot.counted.head
    return head is not None and head.i == slot.last + 1 and any(c.shape == "ed" for c in view.cues(head.i))


def _after_insertion(view: SentenceView, slot: Slot) -> Reading | None:
    for i in resumptions(view, slot):
        if _is_of_some(view, slot, i):
            continue
        reading = _told_at(view, i, slot)
        if reading:
            return reading
    return None


def _is_of_some(view: SentenceView, slot: Slot, i: int) -> bool:
    """ "It admitted ten, of whom two died": the predicate is that of some of them."""
    return any(relative_before(view, s) for s in view.slots if s is not slot and i in (s.last + 1, s.counted.next))


def _told_at(view: SentenceView, start: int, slot: Slot) -> Reading | None:
    words = view.words.of(BesideWords)
    i = start
    passed = words.links | _QUOTES
    while i - start < 8 and ((w := view.lower(i)) in passed or w.endswith("ly") or joins_extents(view, i)):
        if view.lower(i) in words.how:
            break
        i += 1
    if i > start and view.lower(i - 1) == "left" and not phrase_at(view, i, slot) and not view.cues(i):
        i -= 1
    for k in (i, i - 1) if i > start else (i, i + 1) if view.lower(i) == "," else (i,):
        phrase = phrase_at(view, k, slot)
        if phrase:
            return phrase
    others = view.lower(i - 1) == "the" and view.lower(i - 2) != "of"  # "at 40 and the injured at nine"
    return None if others else _predicate(view, i, slot)


def phrase_at(view: SentenceView, i: int, slot: Slot) -> Reading | None:
    """The reading of the fixed words that begin at a token, where they can be told of the counted, or none."""
    measures = view.measures
    head = slot.counted.head
    classes = measures.class_of(head.lower) if head else frozenset()
    for n in range(measures.longest_phrase, 0, -1):
        for measure, counts in measures.phrases.get(tuple(view.lower(i + k) for k in range(n)), ()):
            if counts in classes or (counts == "people" and not classes):
                if measure == "killed" and is_ordered(view, slot):
                    return None
                return Reading(measure, "phrase after", i)
    return None


def _predicate(view: SentenceView, i: int, slot: Slot) -> Reading | None:
    words = view.words.of(BesideWords)
    hurt = view.lower(i) in words.hurting
    fatal = view.lower(i) in words.fatally or (view.lower(i + 1) == "to" and view.lower(i + 2) == "death")
    if ((fatal or hurt) and acts(view, i)) or (fatal and is_ordered(view, slot)):
        return None
    if fatal or (hurt and words.turning_fatal & {view.lower(i + 1), view.lower(i + 2)}):
        return Reading("killed", "predicate after", i)
    if hurt and _is_bare_count(view, slot, i + 1):
        return Reading("injured", "predicate after", i)
    if is_buried_alive(view, i, slot):
        return Reading("trapped", "predicate after", i)
    refuge = sheltered(view, i) if lives_here(view, slot) else None
    refuge = refuge or ("displaced" if is_fleeing(view, slot, i) else None)
    if refuge:
        return Reading(refuge, "predicate after", i)
    if is_treated(view, i):
        return Reading("injured", "predicate after", i)
    if takes_part(view, i):
        return Reading("rescuers", "predicate after", i)
    if view.lower(i) == "taken" and view.lower(i + 1) == "hostage":
        return Reading("abducted", "predicate after", i)
    cue = pick(view.cues(i), _AFTER_ROLES, slot.counted, view.measures)
    # "Hurt" and "hit" are base form and participle in one.
    shapes = {c.shape for c in view.cues(i) if cue is not None and (c.measure, c.role) == (cue.measure, cue.role)}
    shape = "ed" if "ed" in shapes else "base"
    if cue is None or not _passive_or_subject(view, cue.role, shape, i, slot):
        return None
    measure = cue.measure
    if view.lower(i + 1) in ("and", "or", "&", "/", ","):
        k = i + 2
        while view.lower(k) in view.words.of(BesideWords).between or view.lower(k).endswith("ly"):
            k += 1
        second = pick(view.cues(k), _AFTER_ROLES, slot.counted, view.measures)
        if second and second.shape == cue.shape and view.slot_at(k + 1) is None:
            measure = _paired(view, i, measure, second.measure)
    return Reading(measure, "predicate after", i)


def _is_bare_count(view: SentenceView, slot: Slot, following: int) -> bool:
    """A number alone that a verb of hurting tells of people: "after seven were shot", no drones "shot down"."""
    if slot.counted.head is not None or slot.counted.partitive or slot.quantity.single:
        return False
    cues = [c for c in view.cues(following - 1) if c.counts == "people" and c.role == "known_object"]
    after = following - 1 > slot.last
    if after and (view.parse.tokens[slot.last + 1].tag == "POS" or not any(c.shape == "ed" for c in cues)):
        return False  # "in her 30's", "the 2015 shooting"
    return bool(cues) and view.lower(following) != "down"


def _paired(view: SentenceView, i: int, first: str, second: str) -> str:
    if view.lower(i) in view.words.of(BesideWords).hurting and second == "killed":
        return "killed"
    return joint_measure(first, second)


def _passive_or_subject(view: SentenceView, role: str, shape: str, i: int, slot: Slot) -> bool:
    auxiliaries = view.words.of(ResumptionWords).auxiliaries | {"been", "being"}
    if role in ("subject", "known_subject", "state"):
        return True
    if shape != "ed":
        return False
    if is_left_aside(view, slot):
        return True
    follows = view.slot_at(i + 1)
    if follows is not None:
        if view.lower(i - 1) in (",", ";") and is_labelled(view, slot) and stands_alone(view, follows):
            return False  # "toll 18, injured 45"
        # "8 killed 58 injured" goes on like this, "two bombers killed four" does not.
        told = any(c.shape == "ed" for c in view.cues(follows.counted.next)) or _is_told_by_participle(view, follows)
        return told or follows.counted.head is None
    if any(view.lower(k) in auxiliaries for k in range(slot.counted.next, i)):
        return True
    objects = view.parse.kids(view.parse.tokens[i], "dobj") if view.lower(i + 1) != "(" else []
    return not any(view.parse.subtree(o)[0].i <= i + 2 for o in objects if o.i > i)


def _before(view: SentenceView, slot: Slot) -> Reading | None:
    words = view.words.of(BesideWords)
    i = slot.first - 1
    while view.lower(i) in ("the", "all", "another", "a", "an") or (view.lower(i) in _QUOTES and i > slot.first - 4):
        i -= 1
    cue = pick(view.cues(i), _BEFORE_ROLES, slot.counted, view.measures)
    head = slot.counted.head
    if cue is None and head is not None and "people" in view.measures.class_of(head.lower) and is_housed(view, i):
        return Reading("displaced", "verb before", i)
    if cue is None and view.sentence.field == "title" and view.lower(slot.counted.next) != "of":
        bare = _is_bare_count(view, slot, i + 1)
        return Reading("injured", "verb before", i) if bare and not follows_being(view, i) else None
    if cue is None or (cue.role == "known_object" and slot.counted.head is None):
        return None
    if cue.shape == "ed" and follows_being(view, i):
        return None
    if head is None and i and view.parse.tokens[i].pos == "PROPN" and view.parse.tokens[i - 1].text.islower():
        return None  # a name is no verb: "the spokesman of Rescue 1122"
    measure = cue.measure
    if view.lower(i - 1) in words.joining or view.cues(i - 1):
        k = i - 2 if view.lower(i - 1) in words.joining else i - 1
        first = pick(view.cues(k), _BEFORE_ROLES, slot.counted, view.measures)
        if first and first.shape == cue.shape:
            measure = (
                "killed"
                if view.lower(k) in words.hurting and measure == "killed"
                else joint_measure(first.measure, measure)
            )
    after = slot.counted.next
    to_death = view.lower(after) == "to" and view.lower(after + 1) == "death"
    turned = view.lower(i) in words.hurting and (
        to_death or words.turning_fatal & {view.lower(after), view.lower(i - 1)}
    )
    if turned or (measure == "injured" and view.lower(i - 1) in words.fatally):
        measure = "killed"
    return Reading(measure, "verb before", i)
