"""Whether a noun phrase names somebody who can say or know a thing: a storm and a number cannot."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.composing.noun_phrases import PhraseNouns
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses, either


@dataclass(frozen=True)
class AnybodyWords(WordClasses):
    """Words for people of whom nothing is told."""

    source: ClassVar[str] = "en/words/sources.toml#anybody"

    anybody: frozenset[str]
    also_behind: frozenset[str]

    @cached_property
    def cut(self) -> re.Pattern[str]:
        """What else hangs behind the noun of a phrase."""
        return re.compile(rf"\s{either(self.also_behind)}\s|,|\s\(")


def can_speak(phrase: str, library: Library) -> bool:
    """Whether the phrase's head is a name, a body, a person's role or a medium; any name inside it counts.

    Of "people" and "others" alone nothing is told that a reader could weigh.
    """
    words = phrase.split()
    if phrase.casefold() in library.words.of(AnybodyWords).anybody:
        return False
    if any(w[0].isupper() for w in _head(phrase, library)) or library.organisations.find(phrase) is not None:
        return True
    head = [w.strip(".,'’").casefold() for w in _head(phrase, library) or words[-1:]]
    # "A health official involved in the response": what the official does stands behind the noun.
    told = head[:-1] if len(head) > 1 and head[-1].endswith(("ed", "ing")) else head
    return any(bool(some) and _is_teller(some[-1], library) for some in (head, told))


def _head(phrase: str, library: Library) -> list[str]:
    """The words up to the first preposition, without articles and numbers."""
    nouns = library.words.of(PhraseNouns)
    words = nouns.head_ends.split(library.words.of(AnybodyWords).cut.split(phrase)[0])[0].split()
    return [w for w in words if w[0].isalpha() and w.casefold() not in nouns.articles]


def _is_teller(word: str, library: Library) -> bool:
    persons, wording = library.persons, library.wording
    forms = {word, word.removesuffix("s"), library.nouns.singular(word)}
    known = (persons.public, persons.private, persons.kin, wording.bodies, wording.common, wording.tellers)
    return not all(some.isdisjoint(forms) for some in known) or any(
        library.actors.kind_of(f) is not None for f in forms
    )
