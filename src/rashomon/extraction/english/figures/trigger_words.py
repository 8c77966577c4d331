"""Words of which a sentence needs some to hold a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import ClassVar

from rashomon.knowledge.number_words import NumberWords
from rashomon.knowledge.word_classes import WordClasses, either


@dataclass(frozen=True)
class TriggerWords(WordClasses):
    """Words of which a sentence needs some to hold a figure; the lexicon of measures has more."""

    source: ClassVar[str] = "en/words/figures.toml#trigger"

    numbers: frozenset[str]
    telling: frozenset[str]
    phrases: frozenset[str]
    harmed: frozenset[str]
    harming: frozenset[str]
    struck: frozenset[str]
    fatal: frozenset[str]
    deeds: frozenset[str]
    victims: frozenset[str]

    @cached_property
    def told(self) -> re.Pattern[str]:
        """Several words that together make a number a figure, in lower case."""
        return re.compile(rf"\b{either(self.phrases)}\b")

    @cached_property
    def single(self) -> re.Pattern[str]:
        """One victim: an article or a possessive shortly before or behind a word of harm, in lower case."""
        before = r"\b(?:an?|his|her)\s(?:[\w-]+\s){1,4}(?:(?:was|were|has|had|been|also|and)\s){0,3}"
        return re.compile(rf"{before}{either(self.harmed)}\b|\b{either(self.harming)}\w*\s(?:an?|his|her)\s")

    @cached_property
    def lone(self) -> re.Pattern[str]:
        """One victim told by name or with an article: what was done to a person, in lower case."""
        struck = rf"(?:was|been|being|is|who)\s(?:\w+\s){{0,2}}{either(self.struck)}"
        return re.compile(
            rf"\b(?:{struck}|{either(self.fatal)}\s(?:\w+\s)?{either(self.deeds)}|{either(self.victims)})\b"
        )


@cache
def any_number(known: NumberWords, others: frozenset[str]) -> re.Pattern[str]:
    """A digit that opens no year of these two centuries, or a number word, in lower case."""
    words = either({*known.units, *known.tens, *known.scales, *known.plurals, *known.parts, *others})
    return re.compile(rf"(?<![\d.])(?!(?:19|20)\d\d\b)\d|\b(?!one(?: of the| day)\b){words}\b")
