"""Figures put to the questions that they answer: one measure, people, place, days and event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from rashomon.knowledge.population_classes import PopulationClasses
from rashomon.reconciliation.number_ranges import Meant, is_typing_error, meant, says_same, within_tenth
from rashomon.reconciliation.scopes import (
    Scope,
    compare_periods,
    compare_places,
    compare_populations,
    is_own,
    match_places,
    scope_of,
)
from rashomon.reconciliation.sightings import Sighting, is_later

#: How much each field that is told alike speaks for one question; below zero no two figures are joined.
_PLACE, _PERIOD, _EVENT, _NUMBER, _ROOT = 3.0, 2.0, 3.0, 2.0, 1.0
#: What a root's higher number for a later state speaks for.
_SERIES = 2.5
#: What a place that is the setting of both reports speaks for, and two leading counts of so many days.
_SETTING, _LEADING, _LEADING_DAYS = 1.0, 0.5, 2


#: Numbers further apart than so many times are told of one happening only where all else is told alike.
_FAR_TIMES, _VAGUE_TIMES, _TOLD_TOGETHER = 3.0, 10.0, 3.0
#: Of so many figures of one kind every pair is looked at, of more each with some that stand near it.
_EVERY_PAIR, _LEAST_PAIRS = 500, 100
#: So many days after a day, a report that names no day tells of another one.
_PAST_DAYS = 2
#: States so many days apart are of two happenings where nothing says that the count goes on.
_MANY_DAYS = 5
#: The fit of two figures whose scopes differ, and of two that are more likely of two happenings.
APART, TWO = -1.0, -0.75
#: Two groups may be one question with so large a share of pairs that look like two happenings.
_FEW = 0.1


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
        self._leading = self._leading_figures(sightings)
        self._corrected = self._corrections(sightings)

    def ask(self, sightings: Sequence[Sighting]) -> list[Asked]:
        """The questions of these figures: those that fit best are joined first, never two of which one differs."""
        buckets: dict[tuple[object, ...], list[Sighting]] = defaultdict(list)
        for sighting in sorted(sightings, key=self._vagueness):
            scope = self.scope[sighting.id]
            realis = sighting.figure.realis if not sighting.is_live else "live"
            key = (scope.measure, scope.unit, scope.role, scope.counting, realis, self.meant[sighting.id].ceiling)
            buckets[key].append(sighting)
        return [
            Asked(some[0].is_live, self.meant[some[0].id].ceiling, some)
            for members in buckets.values()
            for some in self._joined(members)
        ]

    def _joined(self, members: Sequence[Sighting]) -> list[list[Sighting]]:
        """The figures of one bucket as questions, each with its figures in the given order."""
        apart: list[set[int]] = [set() for _ in members]
        two: list[set[int]] = [set() for _ in members]
        pairs: list[tuple[float, int, int]] = []
        for i, j in _pairs(len(members)):
            fit = self.fit(members[i], members[j])
            if fit >= 0:
                pairs.append((-fit, i, j))
            elif fit <= TWO:
                against = apart if fit <= APART else two
                against[i].add(j)
                against[j].add(i)
        group = list(range(len(members)))
        inside = {i: {i} for i in group}
        for _, i, j in sorted(pairs):
            one, other = sorted((group[i], group[j]))
            if one == other or apart[one].intersection(inside[other]):
                continue
            doubts = sum(len(two[k].intersection(inside[other])) for k in inside[one])
            if doubts > _FEW * len(inside[one]) * len(inside[other]):
                continue
            for k in inside[other]:
                group[k] = one
            inside[one] |= inside.pop(other)
            apart[one] |= apart[other]
        return [[members[k] for k in sorted(inside[g])] for g in sorted(inside)]

    def fit(self, a: Sighting, b: Sighting) -> float:
        """How well two figures fit one question; below 0 where nothing speaks for it, APART where they answer two."""
        one, other = self.scope[a.id], self.scope[b.id]
        same_number = self._same_number(a, b)
        if (a.figure.qualifier == "fraction") != (b.figure.qualifier == "fraction"):
            return APART
        if one.counting == "unknown" and a.voice != b.voice and not same_number:
            return APART
        people = compare_populations(one, other, self.populations)
        if people not in ("same", "unknown"):
            return APART
        place, period = match_places(one.place, other.place), compare_periods(one, other)
        if _one_running_count(one, other):
            period = "same"
        elif (a.earlier or b.earlier) and a.voice == b.voice:
            period = "unknown"
        if place == "apart" or period == "apart":
            return APART
        if period in ("narrower", "wider") and not same_number:
            return APART
        disjoint = place == "unknown" and compare_places(one.place, other.place) == "apart"
        leads = a.voice != b.voice and self.both_lead(a, b)
        if disjoint and not same_number and not (a.running or b.running or leads):
            return -0.5
        if not same_number and a.voice != b.voice and (_is_past(a, other) or _is_past(b, one)):
            return -0.5
        if not same_number and a.voice != b.voice and period == "unknown" and _long_between(a, b):
            return -0.5
        if place in ("narrower", "wider") and not same_number and not self._may_be_vague(a, b, place):
            return -0.5
        if not same_number and self._tells_two(a, b, place == "same", period == "same"):
            return APART if a.report.id == b.report.id and a.voice == b.voice else TWO
        if one.event and other.event and one.event != other.event and place != "same" and not same_number:
            return APART
        rising = a.root is not None and (self._later_toll(a, b) or self._later_toll(b, a))
        score = _NUMBER * same_number + (_SERIES if rising else _ROOT) * (a.voice == b.voice)
        own = is_own(one.place) and is_own(other.place)
        telling = same_number or a.voice == b.voice or self.both_lead(a, b)
        setting = _PLACE if own else _SETTING * telling
        score += setting * (place == "same") + _PERIOD * (period == "same")
        score += _EVENT * (one.event is not None and one.event == other.event)
        score += _LEADING * (self.both_lead(a, b) or (a.report.id == b.report.id and a.voice != b.voice))
        unplaced = one.place is None and other.place is None
        return score if score > 0 or unplaced else -0.5

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
        if a.voice == b.voice and (a.earlier or b.earlier or self._later_toll(a, b) or self._later_toll(b, a)):
            return False
        if a.report.id == b.report.id and a.voice == b.voice and not a.headline and not b.headline:
            return not rounding and not (a.figure.correction or b.figure.correction)
        one, other = self.meant[a.id].stated, self.meant[b.id].stated
        if (
            a.voice == b.voice
            and not rounding
            and not same_place
            and (_falls_unsaid(a, b, one, other) or _falls_unsaid(b, a, other, one))
        ):
            return True
        if one is None or other is None or max(one, other) <= _FAR_TIMES * min(one, other):
            return False
        if a.report.id == b.report.id and a.voice != b.voice and max(one, other) <= _TOLD_TOGETHER * min(one, other):
            return False
        low, high = (a, b) if one < other else (b, a)
        if low.figure.qualifier == "vague" and max(one, other) <= _VAGUE_TIMES * min(one, other):
            return False
        if is_typing_error(one, other):
            return False
        return not (is_later(high, low) and (same_place or a.voice == b.voice))

    def _later_toll(self, a: Sighting, b: Sighting) -> bool:
        """True where a is the higher number for a later state."""
        one, other = self.meant[a.id].stated, self.meant[b.id].stated
        return is_later(a, b) and one is not None and other is not None and one > other

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
            places = {s.figure.place.name: s.figure.place for s in some if s.figure.place and is_own(s.figure.place)}
            if any(compare_places(a, b) in ("narrower", "wider") for a, b in combinations(places.values(), 2)):
                found[kind].add(told)
        return found

    def correction_of(self, sighting: Sighting) -> Sighting | None:
        """The figure that corrects this number, where its outlet or root took it back."""
        stated = self.meant[sighting.id].stated
        kind = (sighting.figure.measure, self.scope[sighting.id].population)
        for who in (sighting.voice, f"report by {sighting.report.outlet}"):
            right = self._corrected.get((who, kind, stated))
            if right is not None and right.id != sighting.id:
                return right
        return None

    def _corrections(self, sightings: Sequence[Sighting]) -> dict[tuple[str, tuple[str, str], float | None], Sighting]:
        """For each number that a root or an outlet took back, the figure that stands in its place."""
        found: dict[tuple[str, tuple[str, str], float | None], Sighting] = {}
        for wrong in sightings:
            kind = (wrong.figure.measure, self.scope[wrong.id].population)
            beside = [
                s
                for s in sightings
                if wrong.taken_back
                and s.report.id == wrong.report.id
                and not s.taken_back
                and (s.figure.measure, self.scope[s.id].population) == kind
                and s.figure.field == wrong.figure.field
                and s.figure.start == wrong.figure.start
            ]
            if beside:
                right = min(beside, key=lambda s: (abs(s.figure.number_start - wrong.figure.number_start), s.id))
                for who in (right.voice, wrong.voice, f"report by {wrong.report.outlet}"):
                    found.setdefault((who, kind, self.meant[wrong.id].stated), right)
        return found

    def _leading_figures(self, sightings: Sequence[Sighting]) -> set[str]:
        """The figures that are the highest of their measure and people in their report: what it is about."""
        top: dict[tuple[str, tuple[str, str, bool]], float] = {}
        for sighting in sightings:
            key, stated = (sighting.report.id, self._kind(sighting)), self.meant[sighting.id].stated
            if stated is not None and sighting.figure.part_of is None:
                top[key] = max(top.get(key, 0.0), stated)
        return {s.id for s in sightings if self.meant[s.id].stated == top.get((s.report.id, self._kind(s)), -1.0)}

    def both_lead(self, a: Sighting, b: Sighting) -> bool:
        """True for two leading figures of states at most two days apart: what both reports are about."""
        if a.id not in self._leading or b.id not in self._leading or a.as_of is None or b.as_of is None:
            return False
        starts = [x.start or x.end for x in (a.as_of, b.as_of)]
        ends = [x.end or x.start for x in (a.as_of, b.as_of)]
        if None in starts or None in ends:
            return False
        gap = max(d for d in starts if d) - min(d for d in ends if d)
        return gap.days <= _LEADING_DAYS

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
            not is_own(scope.place),
            wide,
            scope.start is None and scope.end is None,
            sighting.root is None,
            sighting.order,
            sighting.headline,
            sighting.figure.number_start,
            sighting.id,
        )


def _falls_unsaid(late: Sighting, early: Sighting, after: float | None, before: float | None) -> bool:
    """True where a count that only rises would fall without a statement of its own: it is another count."""
    if after is None or before is None or after >= before or late.counting != "cumulative" or late.states_itself:
        return False
    return is_later(late, early)


def _long_between(a: Sighting, b: Sighting) -> bool:
    """True for two counts of no days of their own, neither under way, whose states lie many days apart."""
    if a.running or b.running or a.as_of is None or b.as_of is None:
        return False
    starts, ends = (a.as_of.start, b.as_of.start), (a.as_of.end, b.as_of.end)
    if None in starts or None in ends:
        return False
    return (max(d for d in starts if d) - min(d for d in ends if d)).days >= _MANY_DAYS


def _is_past(sighting: Sighting, day: Scope) -> bool:
    """True for a figure without days of its own, of a report some days after the one day that the other counts."""
    when, as_of = sighting.figure.when, sighting.as_of
    told = when is not None and (when.start_date is not None or when.end_date is not None)
    if told or day.start is None or day.start != day.end or as_of is None or as_of.start is None:
        return False
    return (as_of.start - day.start).days >= _PAST_DAYS


def _pairs(count: int) -> Iterator[tuple[int, int]]:
    """Every pair; of very many figures each with those that stand near it in order, so that time stays linear."""
    reach = count if count <= _EVERY_PAIR else _EVERY_PAIR * _EVERY_PAIR // count
    return ((i, j) for i in range(count) for j in range(i + 1, min(count, i + 1 + max(reach, _LEAST_PAIRS))))


def _one_running_count(a: Scope, b: Scope) -> bool:
    """True for two totals since one day, each over more than that day: where they end is their as-of, no scope."""
    if a.start is None or a.start != b.start or a.counting != "cumulative":
        return False
    return all(s.end is None or s.end > a.start for s in (a, b))


def number_words(sighting: Sighting) -> str:
    """The words of a figure's number in its report."""
    figure = sighting.figure
    return sighting.report.field_text(figure.field)[figure.number_start : figure.number_end]
