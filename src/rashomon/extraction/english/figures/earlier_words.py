"""Words by which a clause tells of an earlier time, of another happening or of many happenings together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.knowledge.word_classes import WordClasses, either


@dataclass(frozen=True)
class EarlierWords(WordClasses):
    """Words by which a clause tells of an earlier time or of another happening."""

    source: ClassVar[str] = "en/words/figures.toml#earlier"

    last: frozenset[str]
    spans: frozenset[str]
    ago: frozenset[str]
    phrases: frozenset[str]
    few: frozenset[str]
    past: frozenset[str]
    had_done: frozenset[str]
    had_housed: frozenset[str]
    previous: frozenset[str]
    alike: frozenset[str]
    similar: frozenset[str]
    that: frozenset[str]
    separate: frozenset[str]
    since_spans: frozenset[str]
    anew: frozenset[str]
    long_since: frozenset[str]

    @cached_property
    def told(self) -> re.Pattern[str]:
        """An earlier time or another happening than the report's own, in lower case; not "after last month's raid"."""
        had = rf"had already {either(self.had_done)}|had (?:{either(self.long_since)} )?{either(self.had_housed)}"
        return re.compile(
            rf"\b(?:(?<!since )(?<!after )last {either(self.last)}"
            rf"|{either(self.spans)} {either(self.ago)}|{either(self.phrases)}"
            rf"|(?<!the )(?<!their )home to|the past (?:{either(self.few)} )?{either(self.past)}|{had}"
            rf"|(?:previous|earlier) {either(self.previous)}\w*|in (?:such|similar|other) {either(self.alike)}"
            rf"|a similar (?:\w+ )?{either(self.similar)}|in that {either(self.that)}\b"
            rf"|a separate (?:\w+ )?{either(self.separate)})"
        )

    @cached_property
    def after_another(self) -> re.Pattern[str]:
        """ "days after another raid killed 40": what follows is older; "after the quake" is the report's own."""
        return re.compile(rf"(?i)\b{either(self.since_spans)} (?:after|since) (?:{either(self.anew)}|\d+)\b")


@dataclass(frozen=True)
class TallyWords(WordClasses):
    """Words by which a clause counts over many happenings: a city's year or weekend, several shootings."""

    source: ClassVar[str] = "en/words/figures.toml#tallies"

    periods: frozenset[str]
    crimes: frozenset[str]
    recorded: frozenset[str]
    several: frozenset[str]
    deeds: frozenset[str]
    areas: frozenset[str]
    this_year: frozenset[str]
    hours: frozenset[str]
    recording: frozenset[str]

    @cached_property
    def told(self) -> re.Pattern[str]:
        """A count over many happenings, in lower case."""
        crimes = either(self.crimes)
        several = rf"in (?:\w+ )?(?:{either(self.several)}|\d+) (?:separate |other |different )?{either(self.deeds)}"
        lately = rf"{either(self.this_year)} (?:19|20)\d\d|in (?:(?:about|just) )?\w+ {either(self.hours)}"
        recorded = rf"{crimes} {either(self.recorded)}|{either(self.recording)} [^.;]{{0,20}}{crimes}"
        return re.compile(rf"\b(?:{either(self.periods)}|{lately}|{recorded}|{several}(?! victims))\b")

    @cached_property
    def across(self) -> re.Pattern[str]:
        """All over a city or a country, in lower case."""
        where = rf"\b(?:across|around|throughout) the {either(self.areas)}\b"
        deeds = rf"\b(?:{either(self.deeds)}|{either(self.crimes)})\b"
        return re.compile(rf"{deeds}.*{where}|{where}.*{deeds}")
