"""People on the move in a report of an evacuation: there, "3,000 people left in 45 buses" are evacuees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.word_classes import WordClasses

_EVACUATION = re.compile(r"\bevacu(?:at|ee)|\bpopulation (?:exchange|transfer|swap)")
#: A report that speaks of evacuation this often is about one.
_OFTEN = 2


@dataclass(frozen=True, slots=True)
class LeavingWords(WordClasses):
    """Words of people on the move in an evacuation."""

    source: ClassVar[str] = "en/words/figures.toml#leaving"

    leaves: frozenset[str]
    carries: frozenset[str]
    vessels: frozenset[str]
    transfer: frozenset[str]


def is_about_leaving(texts: Sequence[str]) -> bool:
    """True where a report's sentences speak of an evacuation more than in passing."""
    return sum(len(_EVACUATION.findall(t.lower())) for t in texts) >= _OFTEN


def leaving_reading(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading of people who leave, or are carried, in such a report."""
    words = view.words.of(LeavingWords)
    head = slot.counted.head
    if slot.counted.partitive or (head is not None and "people" not in view.measures.class_of(head.lower)):
        return None
    if view.lower(slot.counted.next) in ("were", "are", "was") and view.lower(slot.counted.next + 1) in (
        "granted",
        "set",
    ):
        return Reading("evacuated", "leaving", slot.counted.next + 1)
    node = head or view.parse.tokens[slot.core]
    for kid in view.parse.kids(node, "acl", "relcl"):
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
