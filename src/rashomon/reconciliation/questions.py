"""Figures put to the questions that they answer: one measure, people, place, days and event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from rashomon.knowledge.population_classes import PopulationClasses
from rashomon.reconciliation.number_ranges import Meant, is_typing_error, meant, says_same, within_tenth
from rashomon.reconciliation.scopes import (
    Scope,
    compare_periods,
    compare_places,
    compare_populations,
    scope_of,
)
from rashomon.reconciliation.sightings import Sighting, is_later

#: How much each field that is told alike speaks for one question; below zero no two figures are joined.
_PLACE, _PERIOD, _EVENT, _NUMBER, _ROOT = 3.0, 2.0, 3.0, 2.0, 1.0


#: Numbers further apart than so many times are told of one happening only where all else is told alike.
_FAR_TIMES = 3.0
#: The fit of two figures that answer two questions.
APART = -1.0


@dataclass(slots=True)
class Asked:
    """One question in the making: the figures that answer it, the sharpest first. `live` as `Sighting.is_live`."""

    live: bool
    ceiling: bool
    members: list[Sighting] = field(default_factory=list)

    @property
    def first(self) -> Sighting:
        """The figure whose scope is told most sharply."""
        return self.members[0]


class Asking:
    """Works out which figures answer one question; holds what is known of each figure."""

    def __init__(self, sightings: Sequence[Sighting], populations: PopulationClasses) -> None:
        self.populations = populations
        self.scope: dict[str, Scope] = {s.id: scope_of(s, populations) for s in sightings}
        self.meant: dict[str, Meant] = {s.id: meant(s.figure, number_words(s)) for s in sightings}
        self._totals_of = self._reports_with_totals(sightings)

    def ask(self, sightings: Sequence[Sighting]) -> list[Asked]:
        """The questions of these figures: sharply told figures first, each vaguer one joins the question it fits
        best.
        """
        buckets: dict[tuple[object, ...], list[Asked]] = defaultdict(list)
        for sighting in sorted(sightings, key=self._vagueness):
            scope = self.scope[sighting.id]
            realis = sighting.figure.realis if not sighting.is_live else "live"
            key = (scope.measure, scope.unit, scope.role, scope.counting, realis, self.meant[sighting.id].ceiling)
            fits = [(self._fit(sighting, asked), -n, asked) for n, asked in enumerate(buckets[key])]
            best = max(fits, key=lambda f: f[:2], default=None)
            if best is None or best[0] < 0:
                buckets[key].append(Asked(sighting.is_live, self.meant[sighting.id].ceiling, [sighting]))
            else:
                best[2].members.append(sighting)
        return [asked for some in buckets.values() for asked in some]

    def _fit(self, sighting: Sighting, asked: Asked) -> float:
        """How well a figure fits a question; below zero where a field that is told on both sides differs."""
        scores = [self.fit(sighting, other) for other in asked.members]
        return -1 if min(scores) <= APART or max(scores) < 0 else max(scores)

    def fit(self, a: Sighting, b: Sighting) -> float:
        """How well two figures fit one question; below 0 where nothing speaks for it, APART where they answer two."""
        one, other = self.scope[a.id], self.scope[b.id]
        same_number = self._same_number(a, b)
        if one.counting == "unknown" and a.voice != b.voice and not same_number:
            return APART
        people = compare_populations(one, other, self.populations)
        if people not in ("same", "unknown"):
            return APART
        place, period = compare_places(one.place, other.place), compare_periods(one, other)
        if _one_running_count(one, other):
            period = "same"
        if place == "apart" or period == "apart":
            return APART
        if period in ("narrower", "wider") and not same_number:
            return APART
        if place in ("narrower", "wider") and not same_number and not self._may_be_vague(a, b, place):
            return -0.5
        if not same_number and self._tells_two(a, b, place == "same", period == "same"):
            return APART
        if one.event and other.event and one.event != other.event and place != "same" and not same_number:
            return APART
        score = _NUMBER * same_number + _ROOT * (a.voice == b.voice)
        score += _PLACE * (place == "same") + _PERIOD * (period == "same")
        return score + _EVENT * (one.event is not None and one.event == other.event)

    def _tells_two(self, a: Sighting, b: Sighting, same_place: bool, same_period: bool) -> bool:
        """True where two numbers are more likely of two happenings than two answers to one question.

        One voice in one report that gives two numbers counts two things, unless place and days are the same or one
        stands
        in the headline. So do numbers three times apart, unless all scope is told alike, or the higher is the later
        count.
        """
        if same_place and same_period:
            return False
        rounding = says_same(self.meant[a.id], self.meant[b.id])
        if a.report.id == b.report.id and a.voice == b.voice and not a.headline and not b.headline:
            return not rounding and not (a.figure.correction or b.figure.correction)
        one, other = self.meant[a.id].stated, self.meant[b.id].stated
        if one is None or other is None or max(one, other) <= _FAR_TIMES * min(one, other):
            return False
        if is_typing_error(one, other):
            return False
        high, low = (a, b) if one > other else (b, a)
        return not (is_later(high, low) and (same_place or a.voice == b.voice))

    def _may_be_vague(self, a: Sighting, b: Sighting, place: str) -> bool:
        """True where the wider place may be the same happening told less sharply.

        Not where its report counts a narrower place too, nor where another voice's wider count is the higher one.
        """
        wide, narrow = (b, a) if place == "narrower" else (a, b)
        if (wide.report.id, wide.voice) in self._totals_of[self._kind(wide)]:
            return False
        one, other = self.meant[wide.id].stated, self.meant[narrow.id].stated
        return a.voice == b.voice or (one is not None and other is not None and one <= other)

    def _kind(self, sighting: Sighting) -> tuple[str, str, bool]:
        scope = self.scope[sighting.id]
        return scope.measure, scope.population, sighting.is_live

    def _reports_with_totals(self, sightings: Sequence[Sighting]) -> dict[tuple[str, str, bool], set[tuple[str, str]]]:
        """For each measure and class of people the reports and voices that count a place and a place inside it."""
        held: dict[tuple[tuple[str, str], tuple[str, str, bool]], list[Sighting]] = defaultdict(list)
        for sighting in sightings:
            held[(sighting.report.id, sighting.voice), self._kind(sighting)].append(sighting)
        found: dict[tuple[str, str, bool], set[tuple[str, str]]] = defaultdict(set)
        for (told, kind), some in held.items():
            places = {s.figure.place.name: s.figure.place for s in some if s.figure.place is not None}
            if any(compare_places(a, b) in ("narrower", "wider") for a, b in combinations(places.values(), 2)):
                found[kind].add(told)
        return found

    def _same_number(self, a: Sighting, b: Sighting) -> bool:
        one, other = self.meant[a.id].stated, self.meant[b.id].stated
        return one is not None and other is not None and one == other

    def close(self, a: Sighting, b: Sighting) -> bool:
        """True where two stated numbers lie within a tenth."""
        one, other = self.meant[a.id].stated, self.meant[b.id].stated
        return one is not None and other is not None and within_tenth(one, other)

    def _vagueness(self, sighting: Sighting) -> tuple[bool, bool, bool, bool, int, bool, int, str]:
        scope = self.scope[sighting.id]
        wide = scope.place is None or scope.place.kind in ("country", "region", "admin1", "admin2")
        return (
            scope.place is None,
            wide,
            scope.start is None and scope.end is None,
            sighting.root is None,
            sighting.order,
            sighting.headline,
            sighting.figure.number_start,
            sighting.id,
        )


def _one_running_count(a: Scope, b: Scope) -> bool:
    """True for two totals since one day, each over more than that day: where they end is their as-of, no scope."""
    if a.start is None or a.start != b.start or a.counting != "cumulative":
        return False
    return all(s.end is None or s.end > a.start for s in (a, b))


def number_words(sighting: Sighting) -> str:
    """The words of a figure's number in its report."""
    figure = sighting.figure
    return sighting.report.field_text(figure.field)[figure.number_start : figure.number_end]
