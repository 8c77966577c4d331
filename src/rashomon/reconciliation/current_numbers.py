"""What became of each figure: the number that its root gives now, and the questions that it answers."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model.assessment import Assessment, Series
from rashomon.reconciliation.sightings import Sighting


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
