"""The figures of a question as tracks: one an origin, its points in order of time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from rashomon.model.assessment import Assessment, SeriesPoint
from rashomon.rendering import wording
from rashomon.rendering.lookup import Lookup

MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Point:
    """One state of a series, ready to draw."""

    day: dt.date
    value: float
    open_top: bool
    low: float | None
    high: float | None
    claim: str
    words: str
    superseded: bool
    breaks: bool
    copies: int


@dataclass(frozen=True, slots=True)
class Track:
    """One origin's points in order of time."""

    name: str
    points: tuple[Point, ...]


def has_history(assessment: Assessment, lookup: Lookup) -> bool:
    """Whether there is anything to see over time: two or more dated points on two or more days."""
    return len({p.day for t in tracks(assessment, lookup) for p in t.points}) > 1


def tracks(assessment: Assessment, lookup: Lookup) -> list[Track]:
    """The series of an assessment as tracks, the longest first; points without day or number are left out."""
    found = []
    for series_id in assessment.series:
        series = lookup.series.get(series_id)
        points = [p for p in (_point(s, lookup) for s in series.points) if p] if series else []
        if series and points:
            name = series.root or "origin not named"
            found.append(Track(name, tuple(sorted(points, key=lambda p: (p.day, p.value, p.claim)))))
    return sorted(found, key=lambda t: (-len(t.points), t.name))[:MOST_LINES]


def _point(point: SeriesPoint, lookup: Lookup) -> Point | None:
    day = (point.as_of.end or point.as_of.start) if point.as_of else None
    value = point.value if point.value is not None else point.low
    if day is None or value is None or point.qualifier == "up_to":
        return None
    figure = lookup.figure(point.claim)
    breaks = any(
        r.type == "another way of counting" and r.from_claim == point.claim
        for r in lookup.relations_of.get(point.claim, ())
    )
    return Point(
        day,
        value,
        point.high is None,
        point.low,
        point.high,
        point.claim,
        lookup.words(figure) if figure else wording.number(value),
        point.superseded_by is not None,
        breaks,
        max(0, len(point.reports) - 1),
    )
