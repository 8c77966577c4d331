"""Whether a sentence has a word that can tell of speech: asked of every sentence before anything is parsed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from rashomon.knowledge.word_classes import WordBook, WordClasses

_WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class TellingForms(WordClasses):
    """Words of which a sentence needs one to tell of speech."""

    source: ClassVar[str] = "en/words/sources.toml#tells"

    verbs: frozenset[str]
    nouns: frozenset[str]
    forms: frozenset[str]


def _forms(verb: str) -> tuple[str, str]:
    """The forms in -s and -ed of a regular verb."""
    if verb.endswith("e"):
        return f"{verb}s", f"{verb}d"
    return (f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"), f"{verb}ed"


@lru_cache(maxsize=1)
def _telling(words: TellingForms) -> frozenset[str]:
    return (frozenset(f for v in words.verbs for f in _forms(v)) - words.nouns) | words.forms


def needs_parse(text: str, words: WordBook) -> bool:
    """Whether a sentence has a word that can tell of speech."""
    return not _telling(words.of(TellingForms)).isdisjoint(_WORD.findall(text.lower()))
