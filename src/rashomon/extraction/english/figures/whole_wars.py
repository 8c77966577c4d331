"""Figures of a war, an insurgency or an epidemic as a whole, behind the news of the day."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.extraction.english.figures.quantities import Quantity
from rashomon.extraction.english.figures.reading import Read
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.knowledge.word_classes import WordBook, WordClasses, either

#: A whole war's dead are told in thousands; a day's are not (people).
_WAR_FLOOR = 10_000


@dataclass(frozen=True)
class WarWords(WordClasses):
    """Words for wars, and for how long they have lasted."""

    source: ClassVar[str] = "en/words/figures.toml#wars"

    wars: frozenset[str]
    of_the_day: frozenset[str]
    named: frozenset[str]
    fighting: frozenset[str]
    lasting: frozenset[str]
    years_long: frozenset[str]
    span: frozenset[str]
    vague: frozenset[str]
    beside: frozenset[str]
    many_years: frozenset[str]
    whole_stretches: frozenset[str]
    stretches: frozenset[str]
    old: frozenset[str]
    before_war: frozenset[str]

    @cached_property
    def known(self) -> re.Pattern[str]:
        """A war as one known thing ("the conflict", "civil war"); "escalating conflict" is fighting of the day."""
        of_day, wars = either(self.of_the_day), either(self.wars)
        return re.compile(
            rf"(?:\b(?:the|this|its|their)|['’]s|s['’])\s+(?:(?!{of_day})[\w-]+\s+){{0,4}}?{wars}\b"
            rf"|\b(?:\w+-year(?:-old)?|{either(self.before_war)}) {either(self.named)}\b"
        )

    @cached_property
    def ongoing(self) -> re.Pattern[str]:
        """What a vague total may be told of as well; a stated number of "the fighting" is the day's."""
        return re.compile(rf"\b{either(self.fighting)}\b")

    @cached_property
    def lasted(self) -> re.Pattern[str]:
        """How long a war has lasted, or that it has cost."""
        return re.compile(rf"\b{either(self.span)}\b")

    @cached_property
    def told(self) -> re.Pattern[str]:
        """What a clause tells of a war or a crackdown up to a number."""
        clause = r"(?: [\w-]+){0,4},? (?:that|which) (?:has|have|had) [^;:]{0,60}$"
        return re.compile(rf"\b{either(self.lasting)}\b{clause}")

    @cached_property
    def in_years(self) -> re.Pattern[str]:
        """One told in years, before what it cost: "the years-long conflict that has", "six years of violence with"."""
        whole, stretch = either(self.whole_stretches), either(self.stretches)
        years = rf"(?:(?:{whole}|\w+-{stretch})-{either(self.old)}|{either(self.many_years)} of)"
        return re.compile(rf"\b{years} (?:\w+ ){{0,2}}?{either(self.years_long)} (?:that|which|with|in which)\b")


def is_of_whole_war(view: SentenceView, read: Read) -> bool:
    """Whether a figure's sentence tells what a whole war has cost."""
    text, quantity, words = view.sentence.text, read.slot.quantity, view.words.of(WarWords)
    # "2.1 million have been displaced and thousands killed": what stands beside a war's figure is the war's.
    beside = _is_large(text, quantity, words.beside) and any(
        _is_large(text, s.quantity, words.vague) for s in view.slots
    )
    if not beside and not _is_large(text, quantity, words.vague):
        return False
    plain = text.lower()
    told = words.known.search(plain) or (quantity.value is None and words.ongoing.search(plain))
    return bool(told and words.lasted.search(plain))


def _is_large(text: str, quantity: Quantity, vague: AbstractSet[str]) -> bool:
    """Whether a quantity is one that no single day is told in."""
    if quantity.value is not None:
        return quantity.value >= _WAR_FLOOR
    told = text[quantity.start : quantity.end].lower()
    return quantity.qualifier == "vague" and any(w in told for w in vague)


def told_of_war(text: str, read: Read, words: WordBook) -> bool:
    """ "The conflict that has killed hundreds", "six years of violence with 900 dead": what a war has done so far."""
    before = text[: read.slot.quantity.start].lower()
    wars = words.of(WarWords)
    return wars.told.search(before) is not None or wars.in_years.search(before) is not None
