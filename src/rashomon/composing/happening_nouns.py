"""Nouns for happenings by how a sentence goes on with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.knowledge.word_classes import WordClasses


@dataclass(frozen=True, slots=True)
class HappeningNouns(WordClasses):
    """Nouns for happenings by how a sentence goes on with them."""

    source: ClassVar[str] = "en/words/briefs.toml#happenings"

    striking: frozenset[str]
    sudden: frozenset[str]
    launched: frozenset[str]
    carried_out: frozenset[str]
    agreed: frozenset[str]
    held: frozenset[str]
    met: frozenset[str]
    breaking_out: frozenset[str]
    going_on: frozenset[str]
    fought: frozenset[str]
    doers: frozenset[str]
    following: frozenset[str]
    vague: frozenset[str]
    vaguer: frozenset[str]
    talks: frozenset[str]


def before_words(noun: str, some: frozenset[str]) -> str:
    """The noun without what one of these words opens: "protests" of "protests met by force"."""
    words = noun.split()
    return " ".join(words[: next((n for n, w in enumerate(words) if w in some), len(words))])


def without_short_forms(names: list[str]) -> list[str]:
    """The names without those that only end another one: "the coalition" beside "the Saudi-led coalition"."""
    bare = [name.removeprefix("the ").casefold() for name in names]
    return [n for n, short in zip(names, bare, strict=True) if not any(b.endswith(f" {short}") for b in bare)]


def without_members(names: list[str]) -> list[str]:
    """The names without those of one of a body that is named as well: "a police officer" beside "police"."""
    one = {n for n in names for body in names if n != body and n.startswith(("a ", "an ")) and body in n.split()}
    return [n for n in names if n not in one]
