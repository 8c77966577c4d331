"""Measures told by care and not by a verb of harm: people carried to hospital, wounded, or staying in shelters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.word_classes import WordClasses

#: So many who flee are no suspects.
_CROWD = 50


@dataclass(frozen=True, slots=True)
class CareWords(WordClasses):
    """Words of care for the wounded and of shelter."""

    source: ClassVar[str] = "en/words/figures.toml#care"

    carried: frozenset[str]
    suffered: frozenset[str]
    wounds: frozenset[str]
    staying: frozenset[str]
    shelters: frozenset[str]
    rubble: frozenset[str]
    housing: frozenset[str]
    camps: frozenset[str]
    rescuing: frozenset[str]
    taking_part: frozenset[str]
    efforts: frozenset[str]


def is_sheltered(view: SentenceView, i: int) -> bool:
    """ "are in 82 relief camps", "living in temporary shelters"."""
    words = view.words.of(CareWords)
    if view.lower(i) == "sheltering":
        return True
    k = i + 1 if view.lower(i) in words.staying else i
    if view.lower(i) == "spent" and view.lower(i + 2) in ("night", "nights"):
        k = i + 3
    if view.lower(k) not in ("in", "at"):
        return False
    for n in range(k + 1, k + 6):
        if view.lower(n) in words.shelters:
            return True
        if n < len(view.parse.tokens) and view.parse.tokens[n].pos in ("VERB", "PUNCT", "ADP", "PROPN"):
            return False
    return False


def is_fleeing(view: SentenceView, slot: Slot, i: int) -> bool:
    """ "over 50,000 have fled": a number alone, of too many to be suspects."""
    value = slot.quantity.value
    crowd = value is None or value >= _CROWD
    return slot.counted.head is None and crowd and i < len(view.parse.tokens) and view.parse.tokens[i].lemma == "flee"


def is_housed(view: SentenceView, i: int) -> bool:
    """ "the site had sheltered", "camps accommodating": a verb of housing whose sentence names a camp or shelter."""
    words = view.words.of(CareWords)
    tokens = view.parse.tokens
    if not 0 <= i < len(tokens) or tokens[i].lemma not in words.housing or tokens[i].pos != "VERB":
        return False
    return tokens[i].lemma == "shelter" or any(t.lower in words.camps or t.lower in words.shelters for t in tokens)


def for_rescue(view: SentenceView, i: int) -> bool:
    """Whether those who are sent by the verb at a token are sent to rescue: what behind it says what for."""
    words = view.words.of(CareWords)
    return any(view.lower(k) in words.rescuing for k in range(i + 1, i + 12))


def takes_part(view: SentenceView, i: int) -> bool:
    """ "are involved in the rescue effort"."""
    words = view.words.of(CareWords)
    near = [view.lower(k) for k in range(i + 1, i + 7)]
    part = "in" in near[:3] or "with" in near[:2]
    return view.lower(i) in words.taking_part and part and any(w in words.efforts for w in near)


def is_buried_alive(view: SentenceView, i: int) -> bool:
    """ "buried alive", "remained buried in the wreckage": trapped, and not in a grave."""
    if view.lower(i) != "buried":
        return False
    near = {view.lower(k) for k in (*range(i - 3, i), *range(i + 1, i + 9))}
    return bool(near & view.words.of(CareWords).rubble)


def is_treated(view: SentenceView, i: int) -> bool:
    """ "were taken to a hospital", "suffered critical injuries"."""
    words = view.words.of(CareWords)
    ahead = [view.lower(i + k) for k in range(1, 9)]
    if view.lower(i) in words.carried:
        return ("to" in ahead[:2] and any(w.startswith(("hospital", "clinic", "infirmar")) for w in ahead)) or (
            "treatment" in ahead
        )
    return view.lower(i) in words.suffered and any(w in words.wounds for w in ahead[:5])
