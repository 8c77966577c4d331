"""A number that a source made smaller no longer stands, whoever gave it before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model.assessment import FigureRelation
from rashomon.reconciliation.histories import History, Point
from rashomon.reconciliation.known_figures import TELLING
from rashomon.reconciliation.questions import Asking
from rashomon.reconciliation.relate_histories import relation
from rashomon.reconciliation.sighting_order import is_later
from rashomon.reconciliation.sightings import Sighting
from rashomon.reconciliation.wording import outlet, said, source, start


def replace_lowered(histories: Sequence[History], asking: Asking) -> Iterator[FigureRelation]:
    """Every state that gives a number which a report tells to have been lowered, replaced by the lower one; why.

    "The ministry lowered the toll from 103 to 95" replaces the 103 that state media gave before. Not a small number,
    which another may give by chance, a later state, nor the number of a party of another side.
    """
    points = [(history, point) for history in histories for point in history.points]
    for _, right in points:
        for lower in right.members:
            for higher in _lowered_to(lower, points, asking):
                for history, point in points:
                    if point is not right and _is_of(point, history, higher, lower, asking):
                        point.superseded_by = right
                        yield relation("revision", lower, point.first, _reason(higher, lower, point.first))


def _lowered_to(lower: Sighting, points: Sequence[tuple[History, Point]], asking: Asking) -> list[Sighting]:
    """The earlier numbers that a figure's own sentence sets it below."""
    number = asking.meant[lower.id].stated
    if not lower.figure.correction or lower.earlier or number is None or lower.counting != "cumulative":
        return []
    told = (m for _, point in points for m in point.members)
    return [
        m
        for m in told
        if m.earlier
        and m.report.id == lower.report.id
        and (m.figure.field, m.figure.start) == (lower.figure.field, lower.figure.start)
        and (asking.meant[m.id].stated or 0) > max(number, TELLING)
    ]


def _is_of(point: Point, history: History, higher: Sighting, lower: Sighting, asking: Asking) -> bool:
    """Whether a state that still stands gives the number that was lowered."""
    same = asking.meant[point.first.id].stated == asking.meant[higher.id].stated
    standing = point.superseded_by is None and history.side in (None, lower.side)
    return same and standing and not is_later(point.first, lower)


def _reason(higher: Sighting, lower: Sighting, given: Sighting) -> str:
    told = f"{start(source(lower))} lowered the count from {said(higher)} to {said(lower)}, {outlet(lower)} reports"
    return f"{told}." if given.id == higher.id else f"{told}; {said(given)} by {source(given)} was that number."
