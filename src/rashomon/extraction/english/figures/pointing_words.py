"""Words that point back to a place named before: "in the same province", "the flood-hit state", "nationwide"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.extraction.english.figures.happening_words import any_of
from rashomon.knowledge.word_classes import WordClasses

_AREAS = ("admin1", "admin2", "region")


@dataclass(frozen=True)
class PointingWords(WordClasses):
    """Words that point back to an area without a preposition."""

    source: ClassVar[str] = "en/words/places.toml#pointing"
    nationwide: frozenset[str]
    national: frozenset[str]
    totals: frozenset[str]
    at: frozenset[str]
    of_area: frozenset[str]
    officials: frozenset[str]
    movers: frozenset[str]
    leaves: frozenset[str]
    left: frozenset[str]
    same: frozenset[str]
    towns: frozenset[str]
    villages: frozenset[str]
    countries: frozenset[str]
    areas: frozenset[str]
    firsts: frozenset[str]
    lands: frozenset[str]
    zones: frozenset[str]
    over: frozenset[str]
    described: frozenset[str]
    undergone: frozenset[str]

    @cached_property
    def pointed(self) -> re.Pattern[str]:
        """A noun for a settlement or area that points back to one named before: "in the same province"."""
        lands = self.countries | self.lands
        nouns = any_of((self.towns | self.villages | self.areas | lands) - {"municipal"})
        of_world = rf"the (?:(?-i:[A-Z])[\w-]+ ){{1,3}}(?={any_of(lands)})"  # "the French Pacific territory"
        fate = rf"(?:{any_of(self.described)}|[a-z]+-{any_of(self.undergone)}) "  # "the restive", "the flood-hit"
        return re.compile(
            rf"(?i)\b{any_of(self.at)} "
            rf"(?P<words>(?:{of_world}|the (?:\w+ of the |same |{fate})?|the (?:\w+ly )(?:[a-z-]+ )|"
            rf"that |this (?:[a-z-]+ ){{0,3}})(?P<noun>{nouns}))"
            r"(?! of\b)"
        )

    def kinds_of(self, noun: str) -> tuple[str, ...]:
        """The kinds of place that a noun or adjective can point to."""
        noun = noun.lower()
        kinds = ("town",) * (noun in self.towns) or ("town", "other") * (noun in self.villages)
        kinds = kinds or ("country",) * (noun in self.countries)
        return kinds or ((*_AREAS, "country") if noun in self.lands else _AREAS)

    @cached_property
    def same_place(self) -> re.Pattern[str]:
        """An earlier happening at the place of this one: "in the same forest"."""
        return re.compile(rf"(?i)\b(?:in|at|on|near|inside) (?:the|that) same {any_of(self.same)}")

    @cached_property
    def around(self) -> re.Pattern[str]:
        """The area around a happening told before, by its kind alone: "across the region", "in the affected areas"."""
        return re.compile(rf"(?i)\b{any_of(self.over)} (?P<words>the (?:[a-z]+ )?{any_of(self.zones)})(?! of\b)")

    @cached_property
    def leaving(self) -> re.Pattern[str]:
        """A verb of leaving with a settlement named before: "fled the city"."""
        return re.compile(
            rf"(?i)\b{any_of(self.leaves)} (?:from |out of )?(?P<words>the (?P<noun>{any_of(self.left)}))(?! of\b)"
        )

    @cached_property
    def whole_country(self) -> re.Pattern[str]:
        """What counts for a whole country: "375 nationwide", "the national death toll"."""
        total = rf"the {any_of(self.national)}(?= (?:death )?{any_of(self.totals)})"
        return re.compile(rf"(?i)\b(?P<words>{any_of(self.nationwide)}|{total})")

    @cached_property
    def official(self) -> re.Pattern[str]:
        """An area's own officials, met behind its name: "the provincial governor"."""
        return re.compile(rf"(?i)\b(?P<words>the (?P<area>{any_of(self.of_area)})) {any_of(self.officials)}")
