"""The order of sightings: by the state that they describe, and which of two is later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from rashomon.reconciliation.sightings import Sighting


def in_order(sightings: Sequence[Sighting]) -> list[Sighting]:
    """Sightings by the state they describe, then publication; of one day by number, since a count under way rises."""
    return sorted(sightings, key=_state_order)


def _state_order(s: Sighting) -> tuple[dt.date, dt.date, dt.datetime, bool, float, int, bool, int, str]:
    as_of, published = s.as_of, s.report.published
    end = (as_of.end or as_of.start or dt.date.max) if as_of else dt.date.max
    start = (as_of.start or end) if as_of else end
    at = published.earliest if published else dt.datetime.max.replace(tzinfo=dt.UTC)
    value = s.figure.value if s.figure.value is not None else (s.figure.low or 0.0)
    return end, start, at, not s.earlier, value, s.order, s.headline, s.figure.number_start, s.id


def is_later(a: Sighting, b: Sighting) -> bool:
    """True where a describes a later state: their days do not overlap."""
    first, second = a.as_of, b.as_of
    if first is None or second is None:
        return False
    return (first.start or dt.date.min) > (second.end or dt.date.max)
