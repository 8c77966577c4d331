"""Deeds that are still to be done to those counted: "150 are waiting to be rescued", "300 have yet to be evacuated"."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.reading import Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.knowledge.word_classes import WordClasses

#: What is planned where it is still to be done; those whom nobody has rescued are trapped.
_MOVES = ("evacuated", "returned", "other:released")


@dataclass(frozen=True, slots=True)
class AwaitedWords(WordClasses):
    """Words before "to be" and a participle by which the deed is still to be done."""

    source: ClassVar[str] = "en/words/figures.toml#awaited"

    verbs: frozenset[str]
    present: frozenset[str]
    adverbs: frozenset[str]
    modals: frozenset[str]


def still_to_be_done(view: SentenceView, i: int) -> bool:
    """Whether the passive at a token is what somebody waits for or needs: "yet to be", "have to be", "must be".

    "Had to be rescued" is no wait: it was done.
    """
    words = view.words.of(AwaitedWords)
    verb = view.parse.tokens[i] if i < len(view.parse.tokens) else None
    if verb is None or verb.tag != "VBN" or not view.parse.kids(verb, "auxpass"):
        return False
    k = _left_of(view, i)
    if view.lower(k) != "be":
        return False
    k = _left_of(view, k)
    if view.lower(k) in words.modals:
        return True
    before = view.parse.tokens[k - 1] if view.lower(k) == "to" and k > 0 else None
    if before is None:
        return False
    return before.lower in words.adverbs or before.lower in words.present or before.lemma in words.verbs


def _left_of(view: SentenceView, i: int) -> int:
    """The token before one, adverbs left out."""
    i -= 1
    while i > 0 and view.parse.tokens[i].lower.endswith("ly"):
        i -= 1
    return i


def as_awaited(view: SentenceView, reading: Reading) -> Reading | None:
    """A reading whose deed is still to be done: nobody's deed but of those who move, and the unrescued are trapped."""
    if reading.measure in _MOVES or not still_to_be_done(view, reading.anchor):
        return reading
    return dataclasses.replace(reading, measure="trapped", rule="awaited") if reading.measure == "rescued" else None
