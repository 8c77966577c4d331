"""Which part of the world a map shows, and where its places fall on the page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model.dossier import Dossier
from rashomon.rendering.shareable import Spot, spot_of

WIDTH = 720.0
KM_PER_DEGREE = 111.2
#: No map is closer than this, so that a lone town stands in its country's context.
SMALLEST_SPAN_KM = 210.0


@dataclass(frozen=True, slots=True)
class Pin:
    """A place to draw, with how often it is named."""

    spot: Spot
    lat: float
    lon: float
    mentions: int


@dataclass(frozen=True, slots=True)
class View:
    """A window on the map: equal distances in both directions at its middle."""

    west: float
    south: float
    east: float
    north: float
    width: float
    height: float

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east, north in degrees."""
        return self.west, self.south, self.east, self.north

    @property
    def padded_box(self) -> tuple[float, float, float, float]:
        """The box with a little more on every side, so that no line ends in sight."""
        pad = (self.east - self.west) * 0.03
        return self.west - pad, self.south - pad, self.east + pad, self.north + pad

    def xy(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a point falls, in the picture's units."""
        x = (lon - self.west) / (self.east - self.west) * self.width
        return x, (self.north - lat) / (self.north - self.south) * self.height

    @property
    def per_km(self) -> float:
        """Units of the picture a kilometre."""
        return self.height / ((self.north - self.south) * KM_PER_DEGREE)


def pins_of(dossier: Dossier) -> tuple[list[Pin], int]:
    """The places that can be drawn, most named first, and how many names nobody could place.

    Countries and regions are neither: they are too wide for a point. What could not be placed is counted, not named:
    it may be a person's name that was taken for a place.
    """
    found: dict[str, Pin] = {}
    unplaced: set[str] = set()
    for known in dossier.places:
        spot = spot_of(known.place, dossier)
        if spot.radius_km is None or spot.lat is None or spot.lon is None:
            if spot.precision == "unresolved":
                unplaced.add(spot.name)
            continue
        before = found.get(spot.name)
        mentions = known.mentions + (before.mentions if before else 0)
        found[spot.name] = Pin(before.spot if before else spot, spot.lat, spot.lon, mentions)
    pins = sorted(found.values(), key=lambda p: (-p.mentions, p.spot.name))
    return pins, len(unplaced - set(found))


def km_between(a: Pin, b: Pin) -> float:
    """The distance of two places, near enough for choosing a window."""
    dy = (a.lat - b.lat) * KM_PER_DEGREE
    dx = (a.lon - b.lon) * KM_PER_DEGREE * math.cos(math.radians((a.lat + b.lat) / 2))
    return math.hypot(dx, dy)


def split_far(pins: Sequence[Pin]) -> tuple[list[Pin], list[Pin]]:
    """The places around the most named one, and those behind a gap (a capital abroad, an agency's seat)."""
    if not pins:
        return [], []
    centre = pins[0]
    by_distance = sorted(pins, key=lambda p: (km_between(centre, p), p.spot.name))
    near, reach = [by_distance[0]], 0.0
    for pin in by_distance[1:]:
        distance = km_between(centre, pin)
        if distance > max(250.0, 2.2 * reach) or distance > 2500:
            break
        near.append(pin)
        reach = distance
    chosen = {p.spot.name for p in near}
    return [p for p in pins if p.spot.name in chosen], [p for p in pins if p.spot.name not in chosen]


def window(pins: Sequence[Pin]) -> View:
    """The window that holds the places with room around them."""
    reach = [(p.spot.radius_km or 0) / KM_PER_DEGREE if (p.spot.radius_km or 0) < 30 else 0.2 for p in pins]
    south = min(p.lat - r for p, r in zip(pins, reach, strict=True))
    north = max(p.lat + r for p, r in zip(pins, reach, strict=True))
    middle = (south + north) / 2
    squeeze = max(0.2, math.cos(math.radians(middle)))
    west = min(p.lon - r / squeeze for p, r in zip(pins, reach, strict=True))
    east = max(p.lon + r / squeeze for p, r in zip(pins, reach, strict=True))
    tall = max((north - south) * KM_PER_DEGREE * 1.36, SMALLEST_SPAN_KM)
    wide = max((east - west) * KM_PER_DEGREE * squeeze * 1.36, SMALLEST_SPAN_KM)
    share = min(0.78, max(0.56, tall / wide))
    wide, tall = max(wide, tall / share), max(tall, wide * share)
    half_lat, half_lon = tall / KM_PER_DEGREE / 2, wide / KM_PER_DEGREE / squeeze / 2
    across = (west + east) / 2
    return View(across - half_lon, middle - half_lat, across + half_lon, middle + half_lat, WIDTH, WIDTH * share)
