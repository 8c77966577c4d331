"""What a clause about a number of people tells of some of them only, or tells as over: they are not all of it now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.inheritance import is_told_of_some
from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.word_classes import WordClasses


@dataclass(frozen=True, slots=True)
class SomeWords(WordClasses):
    """Words for a part of those told before, and verbs of being found again."""

    source: ClassVar[str] = "en/words/figures.toml#of_some"

    some: frozenset[str]
    whom: frozenset[str]
    found: frozenset[str]
    undergoing: frozenset[str]
    wrongs: frozenset[str]


def is_not_all_of_it(view: SentenceView, slot: Slot, own: Reading) -> bool:
    """Whether a number's measure is told of some of those counted, or as over."""
    told_of_some = is_told_of_some(view, slot, own.anchor) or _is_of_some(view, slot, own)
    return told_of_some or _is_found_again(view, slot, own)


def _is_of_some(view: SentenceView, slot: Slot, own: Reading) -> bool:
    """Whether a number's measure is told of a part of it: "found 100 people, many of whom were in shelters"."""
    words = view.words.of(SomeWords)
    for k in range(own.anchor - 1, slot.counted.next, -1):
        if view.lower(k) == ",":
            return False
        if view.lower(k) in words.whom and view.lower(k - 1) == "of" and view.lower(k - 2) in words.some:
            return True
    return False


def _is_found_again(view: SentenceView, slot: Slot, own: Reading) -> bool:
    """Whether people who had been missing are told as found: "hundreds who had been listed as missing turned up"."""
    head = slot.counted.head
    if own.measure != "missing" or head is None or own.anchor < head.i:
        return False
    path = (view.parse.tokens[own.anchor], *view.parse.ancestors(view.parse.tokens[own.anchor]))
    clause = next((t for t in path if t.dep in ("relcl", "acl")), None)
    verb = next((t for t in view.parse.ancestors(head) if t.pos == "VERB"), None)
    if clause is None or verb is None or not slot.first <= clause.head <= head.i:
        return False
    return verb.i > own.anchor and verb.lemma in view.words.of(SomeWords).found


def tells_its_own(view: SentenceView, slot: Slot) -> bool:
    """Whether a member of a list says itself what befell it: "8 people who received blows", "68 victims of abuse"."""
    head, words = slot.counted.head, view.words.of(SomeWords)
    if head is None:
        return False
    if any(k.lemma in words.undergoing and view.parse.kids(k, "dobj") for k in view.parse.kids(head, "relcl")):
        return True
    links = [k for k in view.parse.kids(head, "prep") if k.lower == "of"]
    return any(o.lemma.lower() in words.wrongs for link in links for o in view.parse.kids(link, "pobj"))


def sums_things_too(view: SentenceView, slot: Slot) -> bool:
    """Whether a bare number is the sum of two before it, one of which counts no people: "9 bodies and 4 parts, 13"."""
    at = view.slots.index(slot) if slot in view.slots else 0
    if slot.counted.head is not None or at < 2:
        return False
    two = view.slots[at - 2 : at]
    numbers = [s.quantity.value for s in two]
    if None in numbers or sum(n for n in numbers if n is not None) != slot.quantity.value:
        return False
    heads = [s.counted.head for s in two]
    return any(h is not None and not view.measures.class_of(h.lower) and not view.cues(h.i) for h in heads)
