"""People on the move: in a report of an evacuation "3,000 people left in 45 buses" are evacuees, in one of refugees
"6,000 people arrived in two days" are displaced."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot, clauses_of, top_of
from rashomon.knowledge.word_classes import WordBook, WordClasses, any_of, either

#: A report that speaks of evacuation, or of refugees, this often is about it.
_OFTEN = {"evacuated": 2, "displaced": 3}
#: Fewer than this who arrive may be officials.
_CROWD = 50


@dataclass(frozen=True)
class LeavingWords(WordClasses):
    """Words of people on the move in an evacuation."""

    source: ClassVar[str] = "en/words/figures.toml#leaving"

    leaves: frozenset[str]
    carries: frozenset[str]
    vessels: frozenset[str]
    transfer: frozenset[str]
    arrives: frozenset[str]
    counted_in: frozenset[str]
    flight: frozenset[str]
    evacuation: frozenset[str]
    refuge: frozenset[str]
    let_go: frozenset[str]

    @cached_property
    def about_evacuation(self) -> re.Pattern[str]:
        """A word of evacuation, in lower case."""
        return re.compile(rf"\b{either(self.evacuation)}")


@dataclass(frozen=True, slots=True)
class Move:
    """What a report tells of people on the move: their measure where it is about that, whether it tells of flight at
    all."""

    measure: str | None = None
    flight: bool = False


def move_told_of(texts: Sequence[str], words: WordBook) -> Move:
    """What a report of these sentences tells of people on the move."""
    lowered = [t.lower() for t in texts]
    known = words.of(LeavingWords)
    told = any_of(known.flight)
    flight = any(told.search(t) for t in lowered)
    for measure, about in (("evacuated", known.about_evacuation), ("displaced", any_of(known.refuge))):
        if sum(len(about.findall(t)) for t in lowered) >= _OFTEN[measure]:
            return Move(measure, flight)
    return Move(None, flight)


def move_reading(view: SentenceView, slot: Slot, measure: str) -> Reading | None:
    """The reading of people who leave or arrive, or are carried, in a report about that."""
    return leaving_reading(view, slot) if measure == "evacuated" else arriving_reading(view, slot)


def arriving_reading(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading of people who arrive, cross or are registered in a report of refugees."""
    words = view.words.of(LeavingWords)
    head = slot.counted.head
    if slot.counted.partitive or (head is not None and "people" not in view.measures.class_of(head.lower)):
        return None
    if slot.quantity.value is not None and slot.quantity.value < _CROWD:
        return None
    node = top_of(view, slot)
    for kid in clauses_of(view, slot, node):
        if kid.lemma in words.arrives or (kid.tag == "VBN" and kid.lemma in words.counted_in):
            return Reading("displaced", "arriving", kid.i)
    verb = view.parse.head(node)
    if node.dep not in ("nsubj", "nsubjpass") or verb.pos not in ("VERB", "AUX"):
        return None
    passive = node.dep == "nsubjpass" or any(k.dep == "auxpass" for k in view.parse.kids(verb))
    told = words.counted_in if passive else words.arrives
    below = (verb, *view.parse.kids(verb, "xcomp", "conj"))
    return next((Reading("displaced", "arriving", v.i) for v in below if v.lemma in told), None)


def leaving_reading(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading of people who leave, or are carried, in such a report."""
    words = view.words.of(LeavingWords)
    head = slot.counted.head
    if slot.counted.partitive or (head is not None and "people" not in view.measures.class_of(head.lower)):
        return None
    if view.lower(slot.counted.next) in ("were", "are", "was") and view.lower(slot.counted.next + 1) in words.let_go:
        return Reading("evacuated", "leaving", slot.counted.next + 1)
    node = top_of(view, slot)
    for kid in clauses_of(view, slot, node):
        if kid.lemma in words.leaves:
            return Reading("evacuated", "leaving", kid.i)
    for _ in range(6):
        above = view.parse.head(node)
        if above is node:
            return None
        if above.pos in ("VERB", "AUX"):
            subject = node.dep in ("nsubj", "nsubjpass")
            if above.lemma in (words.leaves if subject else words.carries) or (
                subject and above.lemma in words.carries and above.tag == "VBN"
            ):
                fits = subject or _is_carrier(view, above.i)
                return Reading("evacuated", "leaving", above.i) if fits else None
            return None
        if node.dep == "pobj" and view.parse.head(above).lower in words.transfer:
            return Reading("evacuated", "leaving", above.i)
        node = above
    return None


def _is_carrier(view: SentenceView, i: int) -> bool:
    """A bus, a convoy or a deal does the carrying."""
    words = view.words.of(LeavingWords)
    return any(view.lower(k) in words.vessels for k in range(max(0, i - 6), i))
