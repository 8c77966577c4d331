"""Which sentences tell of a happening, of one alone, of one met before, or of what goes on over a whole country."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.knowledge.word_classes import WordClasses, either


@dataclass(frozen=True)
class HappeningWords(WordClasses):
    """Words for happenings, and what their sentences say of where they were."""

    source: ClassVar[str] = "en/words/places.toml#happenings"
    happenings: frozenset[str]
    attacks: frozenset[str]
    at: frozenset[str]
    breaks: frozenset[str]
    countries: frozenset[str]
    done_abroad: frozenset[str]
    single: frozenset[str]
    services: frozenset[str]
    undergoing: frozenset[str]
    wars: frozenset[str]
    widespread: frozenset[str]
    spread: frozenset[str]
    several: frozenset[str]
    overall: frozenset[str]
    turning: frozenset[str]
    shared_out: frozenset[str]
    tellings: frozenset[str]

    def told_in(self, text: str) -> bool:
        """Whether a sentence holds a word for a happening."""
        words = [w.strip("\"'“”.,") for w in text.lower().split()]
        return not (self.happenings.isdisjoint(words) and self.attacks.isdisjoint(words))

    def is_one(self, word: str) -> bool:
        """Whether a word is a happening that is one of its kind, or several of them: "blast", "explosions"."""
        known, word = self.single, word.lower()
        return word in known or word.removesuffix("s") in known or word.removesuffix("es") in known

    @cached_property
    def pointing_back(self) -> re.Pattern[str]:
        """A happening met before: "the blast", "this suicide attack"."""
        return re.compile(rf"(?i)\b(?:the|this) (?:\w+ )?{any_of(self.single)}")

    @cached_property
    def of_them(self) -> re.Pattern[str]:
        """What has only some of all told at the place behind it: "most of them in X"."""
        return re.compile(rf"(?i)\bof {any_of(self.shared_out)}(?: \w+){{1,3}} $")

    @cached_property
    def came_while(self) -> re.Pattern[str]:
        """What a happening came over: "they were in X, 30 km from Y, when the explosion struck"."""
        return re.compile(
            rf"(?i)[^.;]{{0,60}}\b(?:when|where|after) (?:the|an?|\w+['’]s) (?:[\w-]+ ){{0,3}}{any_of(self.single)}"
        )

    @cached_property
    def one(self) -> re.Pattern[str]:
        """A happening that is one of its kind, met for the first time or again."""
        return re.compile(rf"(?i)\b(?:the|this|an?) (?:[\w-]+ ){{0,3}}{any_of(self.single)}")

    @cached_property
    def whole_war(self) -> re.Pattern[str]:
        """A subject that covers a whole country."""
        return re.compile(rf"(?i)\b{any_of(self.wars)}")

    @cached_property
    def since(self) -> re.Pattern[str]:
        """A count over all of what goes on, not of one happening: "since the unrest began"."""
        return re.compile(rf"(?i)\b(?:{any_of(self.overall)})")

    @cached_property
    def theatre(self) -> re.Pattern[str]:
        """A subject that no one town is the place of; "war-torn" is none."""
        return re.compile(rf"(?i)\b{any_of(self.widespread)}(?!-)")

    @cached_property
    def over_area(self) -> re.Pattern[str]:
        """A subject that is spread over the area that the opening names."""
        return re.compile(rf"(?i)\b{any_of(self.spread)}")


def any_of(words: Iterable[str]) -> str:
    """The pattern of any of the words, whole, the longest first."""
    return rf"{either(words)}\b"
