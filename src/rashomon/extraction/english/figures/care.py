"""Measures told by care and not by a verb of harm: people carried to hospital or wounded, and those who rescue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot, top_of
from rashomon.extraction.english.figures.toll_words import TollWords
from rashomon.knowledge.word_classes import WordClasses

#: So many who flee are no suspects.
_CROWD = 50


@dataclass(frozen=True, slots=True)
class CareWords(WordClasses):
    """Words of care for the wounded."""

    source: ClassVar[str] = "en/words/figures.toml#care"

    carried: frozenset[str]
    suffered: frozenset[str]
    wounds: frozenset[str]
    rubble: frozenset[str]
    slides: frozenset[str]
    burying: frozenset[str]
    rescuing: frozenset[str]
    services: frozenset[str]
    under_fire: frozenset[str]
    taking_part: frozenset[str]
    efforts: frozenset[str]
    sending: frozenset[str]
    saving: frozenset[str]
    how_grave: frozenset[str]
    hospitals: frozenset[str]
    medical: frozenset[str]
    treatment: frozenset[str]
    conditions: frozenset[str]


def is_fleeing(view: SentenceView, slot: Slot, i: int) -> bool:
    """ "over 50,000 have fled": a number alone, of too many to be suspects."""
    value = slot.quantity.value
    crowd = value is None or value >= _CROWD
    return slot.counted.head is None and crowd and i < len(view.parse.tokens) and view.parse.tokens[i].lemma == "flee"


def for_rescue(view: SentenceView, i: int) -> bool:
    """Whether those who are sent by the verb at a token are sent to rescue: what behind it says what for."""
    words = view.words.of(CareWords)
    told = [k for k in range(i + 1, i + 12) if view.lower(k) in words.rescuing]
    if any(f"{view.lower(k - 1)} {view.lower(k)}" in words.services for k in range(1, i)):
        return True  # "personnel of the police, the fire force and the coast guard were deployed"
    return any(view.lower(k) != "fire" or view.lower(k - 1) not in words.under_fire for k in told)


def takes_part(view: SentenceView, i: int) -> bool:
    """ "are involved in the rescue effort"."""
    words = view.words.of(CareWords)
    near = [view.lower(k) for k in range(i + 1, i + 7)]
    part = "in" in near[:3] or "with" in near[:2]
    return view.lower(i) in words.taking_part and part and any(w in words.efforts for w in near)


def rescue_reading(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading of people who are sent to rescue, who search, or who are saved.

    "900 men were mobilised to fight the fires", "the search is carried out by 100 firefighters", "192 have been saved".
    """
    words = view.words.of(CareWords)
    head = slot.counted.head
    if slot.counted.partitive or (head is not None and not view.measures.class_of(head.lower) & {"people", "rescuers"}):
        return None
    node = top_of(view, slot)
    verb = view.parse.head(node)
    if node.dep == "pobj" and verb.dep == "agent" and head is not None:
        searched = view.parse.kids(view.parse.head(verb), "nsubjpass")
        told = any(s.lower in words.efforts for s in searched)
        return Reading("rescuers", "searching", verb.i) if told else None
    if node.dep == "nsubjpass" and head is None and verb.lemma in words.saving:
        return Reading("rescued", "saved", verb.i)
    if node.dep in ("nsubjpass", "dobj") and head is not None and verb.lemma in words.sending:
        return Reading("rescuers", "sent to rescue", verb.i) if for_rescue(view, verb.i) else None
    return None


def is_buried_alive(view: SentenceView, i: int, slot: Slot) -> bool:
    """ "buried alive", "buried in the wreckage": trapped, and not in a grave; "nine of the victims" are dead."""
    head = slot.counted.head
    if view.lower(i) != "buried" or (head is not None and head.lower in view.words.of(TollWords).victims):
        return False
    words = view.words.of(CareWords)
    near = {view.lower(k) for k in (*range(i - 3, i), *range(i + 1, i + 9))}
    return bool(near & words.rubble) or any(t.lower in words.slides for t in view.parse.tokens)


def is_buried_by_slide(view: SentenceView, slot: Slot, i: int) -> bool:
    """ "The landslide buried more than 2,000 people": who lies under it, not how many of them are dead."""
    words, head = view.words.of(CareWords), slot.counted.head
    if head is not None and head.lower in view.words.of(TollWords).victims:
        return False  # "nine of the victims were buried by a landslide"
    return view.lower(i) in words.burying and any(t.lower in words.slides for t in view.parse.tokens)


def is_treated(view: SentenceView, i: int) -> bool:
    """ "were taken to a hospital", "suffered critical injuries", "in a serious but stable condition"."""
    words = view.words.of(CareWords)
    ahead = [view.lower(i + k) for k in range(1, 9)]
    if view.lower(i) == "with":
        return any(w in words.wounds for w in ahead[:3])
    if view.lower(i) == "in" and any(w in words.how_grave for w in ahead[:2]):
        return any(w in words.conditions for w in ahead[1:6])
    if view.lower(i) in words.carried:
        ahead = ahead[: ahead.index("from")] if "from" in ahead[2:] else ahead  # "brought to safety from a hospital"
        named = any(w.startswith(tuple(words.hospitals)) for w in ahead)
        medical = any(w == "medical" and ahead[k + 1] in words.medical for k, w in enumerate(ahead[:-1]))
        inside = not {"to", "into"}.isdisjoint(ahead[:2])
        return (inside and (named or medical)) or not words.treatment.isdisjoint(ahead)
    return view.lower(i) in words.suffered and any(w in words.wounds for w in ahead[:5])
