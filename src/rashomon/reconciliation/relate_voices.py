"""How two voices' figures on one question stand to each other, number by number, each relation with its reason."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rashomon.model.assessment import FigureRelation
from rashomon.reconciliation.compare_numbers import compare_numbers
from rashomon.reconciliation.histories import History, Point, is_higher
from rashomon.reconciliation.number_ranges import within_tenth
from rashomon.reconciliation.questions import Asking
from rashomon.reconciliation.relate_histories import relation
from rashomon.reconciliation.scopes import match_scopes
from rashomon.reconciliation.sighting_order import is_later
from rashomon.reconciliation.sightings import Sighting
from rashomon.reconciliation.what_differs import are_nested_places, different_days, different_places

#: Smaller numbers are near each other by chance.
_FEW = 10
#: So many numbers are compared each with each; of more, each with its two neighbours.
_EACH_WITH_EACH = 12


def relate_in_one_report(histories: Sequence[History], asking: Asking) -> Iterator[FigureRelation]:
    """Two voices' figures on one question that stand in one report, where a reader meets both."""
    raised = raised_figures(histories, asking)
    by_report: dict[str, list[tuple[History, Point, Sighting]]] = defaultdict(list)
    for history in histories:
        for point in history.points:
            for sighting in point.members:
                if not sighting.headline:
                    by_report[sighting.report.id].append((history, point, sighting))
    for told in by_report.values():
        seen: set[tuple[int, int]] = set()
        for (one, p, a), (other, q, b) in combinations(told, 2):
            if one is other or (id(p), id(q)) in seen or (a is p.first and b is q.first):
                continue
            seen.add((id(p), id(q)))
            found = _compare(a, b, asking, raised)
            if found is not None:
                yield found


def relate_between(histories: Sequence[History], asking: Asking) -> Iterator[FigureRelation]:
    """How different voices' figures on one question stand to each other, number by number.

    Voices that give one number are related to the first that gave it; two numbers by the two voices that are nearest,
    in one report if that may be, else in time: every number meets every other, and no pile grows with the reprints.
    """
    raised = raised_figures(histories, asking)
    by_number: dict[float, list[tuple[History, Point]]] = defaultdict(list)
    for history in histories:
        for point in history.points:
            stated = asking.meant[point.first.id].stated
            if stated is not None:
                by_number[stated].append((history, point))
    for told in by_number.values():
        voices = {h.voice: (h, p) for h, p in reversed(told)}
        (_, first), *others = list(voices.values())[::-1]
        for _, point in others:
            yield from _some(_compare(first.first, point.first, asking, raised))
    numbers = sorted(by_number)
    for i, j in combinations(range(len(numbers)), 2):
        if len(numbers) <= _EACH_WITH_EACH or j - i <= 2:
            pair = _nearest(by_number[numbers[i]], by_number[numbers[j]])
            if pair is not None:
                yield from _some(_compare(pair[0].first, pair[1].first, asking, raised))


def _nearest(
    some: Sequence[tuple[History, Point]], others: Sequence[tuple[History, Point]]
) -> tuple[Point, Point] | None:
    """The two points of different voices that a reader would set side by side; null where only one voice gives both."""
    best: tuple[tuple[bool, bool, bool, int, dt.timedelta, int, str, str], Point, Point] | None = None
    for one, a in some:
        for other, b in others:
            together = not is_later(a.first, b.first) and not is_later(b.first, a.first)
            standing = a.superseded_by is None and b.superseded_by is None
            if one is other or not (together or standing):
                continue
            apart = a.first.report.id != b.first.report.id
            unnamed = sum(p.first.figure.attribution is None for p in (a, b))
            gap = _between_reports(a.first, b.first)
            repeated = sum(not p.first.states_itself for p in (a, b))
            rank = (apart, not standing, not together, unnamed, gap, repeated, a.first.id, b.first.id)
            if best is None or rank < best[0]:
                best = (rank, a, b)
    return best[1:] if best else None


def _between_reports(a: Sighting, b: Sighting) -> dt.timedelta:
    """The time between two publications: never their place in a list, which a copy between them would shift."""
    first, second = a.report.published, b.report.published
    return abs(first.earliest - second.earliest) if first and second else dt.timedelta.max


def _some(found: FigureRelation | None) -> Iterator[FigureRelation]:
    if found is not None:
        yield found


def raised_figures(histories: Sequence[History], asking: Asking) -> dict[str, Sighting]:
    """For each figure that its own root has replaced by a higher one, the newest that did."""
    found: dict[str, Sighting] = {}
    for history in histories:
        for point in history.points:
            newer = point.superseded_by
            while newer is not None and newer.superseded_by is not None and newer.superseded_by is not point:
                newer = newer.superseded_by
            if newer is not None and is_higher(newer.first, point.first, asking):
                found |= {m.id: newer.first for m in point.members}
    return found


def _are_few_elsewhere(a: Sighting, b: Sighting, asking: Asking) -> bool:
    """True for small numbers of a place and one inside it: they are near each other by chance."""
    inside = match_scopes(asking.scope[a.id], asking.scope[b.id]) in ("narrower", "wider")
    return inside and min(asking.meant[s.id].stated or 0 for s in (a, b)) < _FEW


def _different_days(a: Sighting, b: Sighting, asking: Asking) -> str | None:
    """The days that set two figures apart; null for near totals that lead their reports: one day is read wrongly."""
    numbers = [asking.meant[s.id].stated or 0 for s in (a, b)]
    if a.report.id != b.report.id and within_tenth(*numbers) and asking.may_both_lead(a, b):
        return None
    return different_days(a, b)


def _compare(a: Sighting, b: Sighting, asking: Asking, raised: Mapping[str, Sighting]) -> FigureRelation | None:
    """The relation of two figures of one question; a difference that their reports state keeps them apart."""
    if not asking.same_number(a, b):
        differs = _different_days(a, b, asking) or different_places(a, b, asking)
        if differs is not None:
            return relation("incomparable", b, a, differs)
        if are_nested_places(a, b, asking):
            return None
        if _are_few_elsewhere(a, b, asking):
            return None
    return compare_numbers(a, b, asking, raised)
