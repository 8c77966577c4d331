"""Settled places as neighbours of others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.knowledge.gazetteer import Candidate
from rashomon.model.earth import distance_km
from rashomon.model.place import GazetteerEntry
from rashomon.resolution.place_context import Context

POINTS = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def _candidate(point: tuple[float, float]) -> Candidate:
    lat, lon = point
    entry = GazetteerEntry(
        geonames_id=1, name="X", kind="town", country_code="SY", admin1=None, lat=lat, lon=lon, population=1
    )
    return Candidate(1, entry, True, None, None)


@given(POINTS, st.lists(POINTS, max_size=4), st.floats(1, 500))
def test_near_is_told_by_the_distance_alone(
    here: tuple[float, float], anchors: list[tuple[float, float]], km: float
) -> None:
    """A place is near exactly where some settled place lies nearer than the limit."""
    near = any(distance_km(here, there) < km for there in anchors)
    assert Context(anchors=anchors).is_near(_candidate(here), km) == near
