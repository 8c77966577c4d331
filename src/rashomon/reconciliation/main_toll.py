"""The toll of the main event: how many it killed and injured, told report by report and weighed over the reports."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model.assessment import Assessment, Series
from rashomon.model.happening import Toll
from rashomon.model.material import Material
from rashomon.reconciliation.sightings import Sighting
from rashomon.reconciliation.wording import listed, source

#: So much of a report's start (characters) tells the news itself.
_LEAD = 600
#: What a number counts that stands in a headline, in the first lines, and further down.
_HEADLINE, _START, _BODY = 3.0, 2.0, 1.0
#: A later report knows more, by so much for the last one.
_LATER = 0.3
#: What a report says that tells of the injured and of no dead, where no report leads with any.
_NONE_TOLD = 0.7
#: A stretch longer than this (days) is no count of one happening.
_STRETCH = 3
_ENOUGH = ("exact", "at_least", "more_than", "approx", "range")


@dataclass(frozen=True, slots=True)
class _Sum:
    """What one sentence counts: its number and the figures that make it."""

    value: float
    weight: float
    parts: tuple[Sighting, ...]


class Answers:
    """What became of each figure: the number that its root put in its place, and the questions that it answers."""

    def __init__(self, series: Sequence[Series], assessments: Sequence[Assessment]) -> None:
        self.assessments = assessments
        points = {c: p for one in series for p in one.points for c in (p.claim, *p.claims)}
        self._now: dict[str, float] = {}
        for claim, point in points.items():
            seen = {point.claim}
            while point.superseded_by in points and points[point.superseded_by].claim not in seen:
                point = points[point.superseded_by]
                seen.add(point.claim)
            if point.value is not None:
                self._now[claim] = point.value

    def number(self, s: Sighting) -> float:
        """The figure's number as its root gives it now."""
        return self._now.get(s.id, s.figure.value or 0.0)


def find_toll(
    told: Material,
    sightings: Sequence[Sighting],
    answers: Answers,
    day: dt.date | None,
) -> tuple[Toll | None, Toll | None]:
    """The killed and the injured of the happening of `day`; null where no report tells of any."""
    by_report: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        if is_of_the_day(sighting, day):
            by_report[sighting.report.id].append(sighting)
    reports = [by_report[r.id] for r in told.reports]
    dead = [_sums(some, "killed", answers) for some in reports]
    injured = [_sums(some, "injured", answers) for some in reports]
    struck = [_sums(some, "other:casualties", answers) for some in reports]
    alive = [[*a, *b] for a, b in zip(injured, struck, strict=True)]
    killed = _elect(dead, alive, "killed", answers)
    left = [_without_dead(some, killed.value if killed else 0.0) for some in struck]
    hurt = [[*a, *b] for a, b in zip(injured, left, strict=True)]
    return killed, _elect(hurt, dead, "injured", answers, dead_taken=killed)


def is_of_the_day(sighting: Sighting, day: dt.date | None) -> bool:
    """True for a count of people that stands and that nothing told keeps from the happening of that day."""
    figure, when = sighting.figure, sighting.figure.when
    if figure.unit != "person" or figure.value is None or figure.qualifier not in _ENOUGH:
        return False
    if sighting.earlier or sighting.taken_back or figure.realis not in ("happened", "claimed", "background"):
        return False
    if when is None or when.start_date is None or day is None:
        return figure.realis != "background"
    first, last = when.start_date, when.end_date or when.start_date
    if (last - first).days > _STRETCH:
        # "Killed two people in October", told a year later, is of a day in October; "40 this year" is another count.
        return figure.realis == "background" and first <= day <= last and (last - first).days <= 31
    if figure.realis == "background":
        return first - dt.timedelta(days=1) <= day <= last
    return last >= day


def _sums(figures: Sequence[Sighting], measure: str, answers: Answers) -> list[_Sum]:
    """The counts of one report, sentence by sentence; extraction has added what stands side by side."""
    ids = {s.id for s in figures}
    sentences: dict[tuple[str, int], list[Sighting]] = defaultdict(list)
    for s in figures:
        if s.figure.measure == measure and s.figure.part_of not in ids:
            sentences[s.figure.field, s.figure.start].append(s)
    return [_sum(some, answers) for some in sentences.values()]


def _sum(figures: Sequence[Sighting], answers: Answers) -> _Sum:
    weight = max(_weight(s) for s in figures)
    most = max(figures, key=lambda s: (answers.number(s), -s.figure.number_start))
    return _Sum(answers.number(most), weight, (most,))


def _weight(s: Sighting) -> float:
    return _HEADLINE if s.headline else _START if s.figure.start < _LEAD else _BODY


def _without_dead(sums: Sequence[_Sum], killed: float) -> list[_Sum]:
    """The counts of those struck without the dead among them: of "five people shot" one died, so four were hurt."""
    return [_Sum(max(0.0, one.value - killed), one.weight, one.parts) for one in sums]


def _elect(
    sums: Sequence[Sequence[_Sum]],
    beside: Sequence[Sequence[_Sum]],
    measure: str,
    answers: Answers,
    dead_taken: Toll | None = None,
) -> Toll | None:
    """The number that the reports say most, each with one voice that it divides among its sentences."""
    leads = any(one.value and one.weight > _BODY for some in sums for one in some)
    votes: dict[float, float] = defaultdict(float)
    for n, some in enumerate(sums):
        if not some and beside[n] and not leads:
            votes[0.0] += _NONE_TOLD
        voice = (1 + _LATER * (n + 1) / len(sums)) / (sum(s.weight for s in some) or 1.0)
        for one in some:
            votes[one.value] += one.weight * voice
    if not votes:
        return None
    value = max(votes, key=lambda v: (votes[v], v))
    giving = [one for some in sums for one in some if one.value == value]
    claims = tuple(dict.fromkeys(s.id for one in giving for s in one.parts))
    best = tuple(
        a.id
        for a in answers.assessments
        if a.question.measure == measure and a.best == value and set(a.claims) & set(claims)
    )
    return Toll(value=value, claims=claims, assessments=best, calculation=_calculation(giving, value, dead_taken))


def _calculation(giving: Sequence[_Sum], value: float, dead_taken: Toll | None) -> str:
    """How the number came about, in words."""
    if not giving:
        return "No report tells of any."
    first = max(giving, key=lambda one: (len(one.parts) == 1, one.weight))
    stated = sum(s.figure.value or 0.0 for s in first.parts)
    who = listed(sorted({source(s) for one in giving for s in one.parts}))
    if stated != value and dead_taken is not None:
        return f"{stated:g} struck less {dead_taken.value:g} killed, by {who}."
    if len(first.parts) > 1:
        return f"{' + '.join(f'{s.figure.value:g}' for s in first.parts)} = {value:g}, by {who}."
    worked_out = first.parts[0].figure.calculation
    return f"{worked_out}, by {who}." if worked_out and stated == value else f"{value:g} by {who}."
