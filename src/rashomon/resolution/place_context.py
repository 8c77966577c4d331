"""What a report says about where it is: countries and areas by votes, places already settled, names inside names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import ClassVar

from rashomon.knowledge.gazetteer import Candidate
from rashomon.knowledge.word_classes import WordClasses, either
from rashomon.model.earth import distance_km
from rashomon.model.place import Place
from rashomon.model.report import Report

#: A quarter or a camp lies this near the middle of its town.
_IN_TOWN_KM = 25.0


@dataclass(frozen=True)
class NestingWords(WordClasses):
    """Words between the name of a place and that of the one it lies in."""

    source: ClassVar[str] = "en/words/places.toml#nesting"

    inside: frozenset[str]
    articles: frozenset[str]
    called: frozenset[str]
    joints: frozenset[str]
    regional: frozenset[str]

    @cached_property
    def lies_in(self) -> re.Pattern[str]:
        """`X, Y`, `X in Y` and `X, a town in Y`: the first lies in the second."""
        into, the = either(self.inside), rf"(?:{either(self.articles)}\s)?"
        called = rf",\s{either(self.called)}\s(?:[a-z-]{{2,14}}\s){{1,5}}{into}\s{the}"
        return re.compile(
            rf"{called}|\s?[,(]\s?(?:in\s)?{the}(?:[a-z-]{{1,12}}{either(self.regional)}\s)?"
            rf"|,?\s{into}\s{the}(?:(?!{either(self.joints)}\b)[a-z-]{{3,14}}\s){{0,3}}"
        )

    @cached_property
    def owned(self) -> re.Pattern[str]:
        """`Y's X` and `Y's northern town of X`: the second lies in the first."""
        return re.compile(r"(?:['’]?s)?\s(?:[a-z-]{2,16}\s){0,5}(?:of\s)?")


@dataclass
class Context:
    """Votes for countries and first-level areas, second-level areas named, and the points of places settled."""

    countries: Counter[str] = field(default_factory=Counter)
    areas: Counter[int] = field(default_factory=Counter)
    counties: frozenset[int] = frozenset()
    anchors: list[tuple[float, float]] = field(default_factory=list)

    def share(self, code: str) -> float:
        """A country's share of the votes, 0..1."""
        total = sum(self.countries.values())
        return self.countries[code] / total if total else 0.0

    def area_share(self, number: int | None) -> float:
        """A first-level area's share of the votes, 0..1."""
        total = sum(self.areas.values())
        return self.areas[number] / total if total and number is not None else 0.0

    def ranked(self) -> list[str]:
        """Country codes, the most voted for first."""
        return [code for code, _ in sorted(self.countries.items(), key=lambda item: (-item[1], item[0]))]

    def is_near(self, candidate: Candidate, km: float) -> bool:
        """Whether a settled place lies nearer than so many kilometres."""
        here = (candidate.entry.lat, candidate.entry.lon)
        # Most lie farther away by their latitude alone, at less than 112 km a degree.
        degrees = km / 110
        return any(abs(there[0] - here[0]) < degrees and distance_km(here, there) < km for there in self.anchors)


def containers(report: Report, places: Sequence[Place], words: NestingWords) -> dict[int, list[tuple[int, bool]]]:
    """For each mention the mentions that its words put it into, and whether they do so by a comma or a bracket."""
    found: dict[int, list[tuple[int, bool]]] = {}
    order = sorted(range(len(places)), key=lambda n: (places[n].field, places[n].start, places[n].end))
    for left, right in pairwise(order):
        a, b = places[left], places[right]
        if a.field != b.field or not 0 < b.start - a.end <= 60:
            continue
        between = report.field_text(a.field)[a.end : b.start]
        if words.lies_in.fullmatch(between):
            found.setdefault(left, []).append((right, between.lstrip()[:1] in (",", "(")))
        if words.owned.fullmatch(between):
            found.setdefault(right, []).append((left, False))
    return found


def contains(outer: Candidate, inner: Candidate) -> bool:
    """Whether one place lies in the other by the gazetteer's areas."""
    if outer.number == inner.number:
        return False
    kind = outer.entry.kind
    if kind == "country":
        return inner.entry.country_code == outer.entry.country_code and inner.entry.kind != "country"
    if kind in ("admin1", "region"):
        return inner.admin1_number == outer.number
    if kind == "admin2":
        return inner.admin2_number == outer.number
    if kind == "town" and inner.entry.kind in ("town", "other", "facility"):
        here, there = (inner.entry.lat, inner.entry.lon), (outer.entry.lat, outer.entry.lon)
        return inner.entry.population < outer.entry.population and distance_km(here, there) <= _IN_TOWN_KM
    return False
