"""Whether a noun phrase names somebody who can say or know a thing: a storm and a number cannot."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses

_CUT = re.compile(r"\s(?:of|for|in|to|on|from|with|at|who|that|near|inside|around|and)\s|,|\s\(")


@dataclass(frozen=True, slots=True)
class AnybodyWords(WordClasses):
    """Words for people of whom nothing is told."""

    source: ClassVar[str] = "en/words/sources.toml#anybody"

    anybody: frozenset[str]


def can_speak(phrase: str, library: Library) -> bool:
    """Whether the phrase's head is a name, a body, a person's role or a medium; any name inside it counts.

    Of "people" and "others" alone nothing is told that a reader could weigh.
    """
    words = phrase.split()
    if phrase.casefold() in library.words.of(AnybodyWords).anybody:
        return False
    if any(w[0].isupper() for w in _head(phrase)) or library.organisations.find(phrase) is not None:
        return True
    last = _head(phrase)[-1:] or words[-1:]
    return bool(last) and _is_teller(last[0].strip(".,'’").casefold(), library)


def _head(phrase: str) -> list[str]:
    """The words up to the first preposition, without articles and numbers."""
    return [w for w in _CUT.split(phrase)[0].split() if w and w[0].isalpha() and w.casefold() not in ("the", "a", "an")]


def _is_teller(word: str, library: Library) -> bool:
    persons, wording = library.persons, library.wording
    forms = {word, word.removesuffix("s"), library.nouns.singular(word)}
    known = (persons.public, persons.private, persons.kin, wording.bodies, wording.common, wording.tellers)
    return not all(some.isdisjoint(forms) for some in known) or any(
        library.actors.kind_of(f) is not None for f in forms
    )
