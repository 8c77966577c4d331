"""Counts of cases that are counts of people: "32 cases of abduction", "47 reports of missing people"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.word_classes import WordClasses

#: What a case is of stands so many tokens behind "of" at most ("of enforced disappearance").
_NEAR = 5
_HARMS = ("killed", "injured", "abducted", "detained", "missing")


@dataclass(frozen=True, slots=True)
class CaseWords(WordClasses):
    """Nouns for cases, and for what tells of people who are sought."""

    source: ClassVar[str] = "en/words/figures.toml#cases"

    cases: frozenset[str]
    reports: frozenset[str]
    persons: frozenset[str]
    bodily: frozenset[str]


def case_reading(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading of a number of cases, each of one person, or none."""
    head, words = slot.counted.head, view.words.of(CaseWords)
    if head is None and slot.counted.next < len(view.parse.tokens):
        head = view.parse.tokens[slot.counted.next]  # "reports" may be taken for a verb
    if head is None or slot.counted.partitive:
        return None
    i = slot.last + 1
    sought = view.lower(i) == "missing" and view.lower(i + 1) in words.persons
    if sought and view.lower(i + 2) in words.reports:
        return Reading("missing", "case", i + 2)  # "23 missing persons reports"
    if head.lower not in words.cases | words.reports or view.lower(head.i + 1) != "of":
        return None
    found = _harm(view, head.i + 2, words)
    return found if found is not None and (found.measure == "missing" or head.lower in words.cases) else None


def _harm(view: SentenceView, start: int, words: CaseWords) -> Reading | None:
    """The harm that the words behind "of" name, or people who are missing."""
    for i in range(start, min(start + _NEAR, len(view.parse.tokens))):
        if view.lower(i) in words.bodily:
            return None
        if view.lower(i) == "missing":
            return Reading("missing", "case", i) if view.lower(i + 1) in words.persons else None
        told = (c for c in view.cues(i) if c.counts == "people" and c.role in ("noun", "of"))
        measure = next((c.measure for c in told if c.measure in _HARMS), None)
        if measure is not None:
            return Reading(measure, "case", i)
        if view.parse.tokens[i].pos not in ("ADJ", "CCONJ") and view.parse.tokens[i].tag not in ("VBN", "NN"):
            return None
    return None
