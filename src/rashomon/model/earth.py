"""Distances on the earth."""

from __future__ import annotations

import math

from rashomon.model.place import Place

_RADIUS_KM = 6371.0


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance (kilometres) of two points, each a latitude and a longitude in degrees."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * _RADIUS_KM * math.asin(min(1.0, math.sqrt(h)))


def apart_km(one: Place | None, other: Place | None) -> float:
    """How far two places lie from each other (kilometres); infinite where one has no coordinates."""
    points = [(p.lat, p.lon) for p in (one, other) if p is not None and p.lat is not None and p.lon is not None]
    return distance_km(*points) if len(points) == 2 else math.inf
