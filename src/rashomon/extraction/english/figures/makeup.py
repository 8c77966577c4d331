"""Of whom most of the counted are said to be: "255 people, predominantly combatants"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.word_classes import WordClasses

#: Words of the group at most ("women and young children").
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class MakeupWords(WordClasses):
    """Words by which a text says of whom most of a count are."""

    source: ClassVar[str] = "en/words/figures.toml#makeup"

    mostly: frozenset[str]
    majority: frozenset[str]
    opening: frozenset[str]


def mostly_of(view: SentenceView, slot: Slot) -> str | None:
    """The text's own words for what most of the counted people are, or null where it says no such thing.

    They stand behind the count, before the next one, set off by a comma, dash or bracket.
    """
    known = view.words.of(MakeupWords)
    for i in range(slot.last + 1, len(view.parse.tokens)):
        if view.slot_at(i) is not None or view.lower(i) == ";":
            return None
        if view.lower(i - 1) in known.opening and (start := _said_of_most(view, i, known)) is not None:
            return _group(view, start)
    return None


def _said_of_most(view: SentenceView, i: int, known: MakeupWords) -> int | None:
    """Where the group begins behind "mostly" or "most of them", or null."""
    if view.lower(i) == "the":
        i += 1
    if view.lower(i) in known.mostly:
        return i + 1
    return i + 3 if view.lower(i) in known.majority and view.lower(i + 1) == "of" else None


def _group(view: SentenceView, start: int) -> str | None:
    """The phrase of people that begins at a token; null where it names somebody or goes on to something else."""
    tokens, end = view.parse.tokens, None
    for i in range(start, min(len(tokens), start + _LONGEST)):
        if tokens[i].pos == "PROPN":
            return None
        if tokens[i].lower in view.measures.categories:
            end = i
        elif tokens[i].pos not in ("ADJ", "NOUN", "CCONJ"):
            break
    following = tokens[end + 1] if end is not None and end + 1 < len(tokens) else None
    if end is None or (following is not None and following.pos in ("NOUN", "PROPN")):
        return None
    return view.sentence.text[tokens[start].start : tokens[end].end]
