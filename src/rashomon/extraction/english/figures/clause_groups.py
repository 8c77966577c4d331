"""Whom a figure without a group of its own counts, by its clause: the toll of a group, the target of an attack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.extraction.english.figures.toll_words import TollWords
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Token
from rashomon.model.claim import PopulationCategory

#: A toll's own noun stands so many words before its number at most.
_FARTHEST = 25


@dataclass(frozen=True, slots=True)
class ClauseGroupWords(WordClasses):
    """Words that lead from a toll or an attack to whom it struck."""

    source: ClassVar[str] = "en/words/figures.toml#clause_groups"

    of_group: frozenset[str]
    attacks: frozenset[str]
    on_target: frozenset[str]


def clause_category(view: SentenceView, slot: Slot, measure: str) -> PopulationCategory | None:
    """The category of the dead or hurt of a figure whose own words tell none, or null where its clause tells none.

    "The number of peacekeepers killed this year rose to nine", "a massacre of civilians that claimed 32 lives".
    """
    if measure not in ("killed", "injured"):
        return None
    for noun in (*_of_deaths(view, slot), *_of_toll(view, slot), *_of_attack(view, slot)):
        category = view.measures.categories.get(noun.lower)
        if category is not None and category != "people":
            return category
    return None


def _of_deaths(view: SentenceView, slot: Slot) -> Iterator[Token]:
    """ "Five deaths of children": whose deaths they are."""
    head = slot.counted.head
    for preposition in view.parse.kids(head, "prep") if head is not None and view.cues(head.i) else ():
        if preposition.lower == "of":
            yield from view.parse.kids(preposition, "pobj")


def _of_toll(view: SentenceView, slot: Slot) -> Iterator[Token]:
    """The nouns behind "the number of" and "victims among" where the number belongs to that count."""
    tolls, words = view.words.of(TollWords), view.words.of(ClauseGroupWords)
    for i in range(slot.first - 1, max(-1, slot.first - _FARTHEST), -1):
        if view.slot_at(i) is not None:
            return
        if view.lower(i) in tolls.counts or view.lower(i) in tolls.tolls:
            if _is_whose_count(view, i, slot):
                return
            for preposition in view.parse.subtree(view.parse.tokens[i]):
                if preposition.lower in words.of_group and i < preposition.i < slot.first:
                    yield from view.parse.kids(preposition, "pobj")
            return


def _is_whose_count(view: SentenceView, i: int, slot: Slot) -> bool:
    """ "By figures of the police, 42 people died": whoever counted is nobody counted."""
    noun = view.parse.tokens[i]
    return noun.dep == "pobj" and any(view.lower(k) == "," for k in range(i + 1, slot.first))


def _of_attack(view: SentenceView, slot: Slot) -> Iterator[Token]:
    """The target of an attack whose dead are told as nothing but people, in the same clause."""
    words = view.words.of(ClauseGroupWords)
    for i in range(slot.first - 1, max(-1, slot.first - _FARTHEST), -1):
        if view.slot_at(i) is not None or view.lower(i) in (";", "while", "but"):
            return
        if view.lower(i) in words.attacks:
            for preposition in view.parse.kids(view.parse.tokens[i], "prep"):
                if preposition.lower in words.on_target:
                    yield from view.parse.kids(preposition, "pobj")
            return
