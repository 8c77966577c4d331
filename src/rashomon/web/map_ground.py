"""The ground of the live map as GeoJSON (RFC 7946, in degrees): land, lakes, lines; where countries' names go."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec

from rashomon.errors import UsageError
from rashomon.rendering.components.map_ground import country_names, visible_runs
from rashomon.rendering.components.map_lines import Box, Line, clip_ring, load_map
from rashomon.rendering.components.map_view import WIDTH, View

#: Steps across a box that its lines are drawn with: about a pixel of a wide screen.
_FINENESS = 3000
#: Degrees across the widest box: more than is ever seen at once.
_WIDEST = 140


def box_of(text: str) -> Box:
    """ "35.1,34.9,38.2,37.0" as west, south, east, north in degrees. Raises UsageError."""
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        west, south, east, north = 0.0, 0.0, 0.0, 0.0
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90 and east - west <= _WIDEST):
        raise UsageError("That is no part of a map.", "Give west,south,east,north in degrees.")
    return west, south, east, north


@lru_cache(maxsize=32)
def ground(box: Box) -> bytes:
    """A feature collection of what lies in the box, a feature a kind of thing; disputed borders bear their note."""
    finest, lines = (box[2] - box[0]) / _FINENESS, load_map()
    land = [_ring(ring) for _, rings in lines.countries_in(box, finest) for ring in rings]
    lakes: list[Any] = []
    drawn: dict[tuple[str, str], list[Any]] = {}
    for kind, note, line in lines.lines_in(box, finest):
        if kind == "lake":
            ring = clip_ring(line, box)
            lakes += [_ring(ring)] if len(ring) > 2 else []
            continue
        runs = [_points(run) for run in visible_runs(line, box)]
        drawn.setdefault(("disputed" if note else kind, note or ""), []).extend(runs)
    features = [_feature("land", "MultiPolygon", land), _feature("lake", "MultiPolygon", lakes)]
    features += [_feature(kind, "MultiLineString", runs, note) for (kind, note), runs in drawn.items() if runs]
    return msgspec.json.encode({"type": "FeatureCollection", "features": features})


@lru_cache(maxsize=128)
def names(box: Box) -> bytes:
    """A feature collection of the countries in sight, each a point where its name has most room."""
    west, south, east, north = box
    view = View(west, south, east, north, WIDTH, WIDTH * (north - south) / (east - west))
    found = country_names(view, load_map().countries_in(view.padded_box, (east - west) / 150))
    features = [
        {
            "type": "Feature",
            "properties": {"name": name},
            "geometry": {
                "type": "Point",
                "coordinates": [
                    round(west + x / view.width * (east - west), 3),
                    round(north - y / view.height * (north - south), 3),
                ],
            },
        }
        for name, x, y in found
    ]
    return msgspec.json.encode({"type": "FeatureCollection", "features": features})


def _feature(kind: str, shape: str, parts: list[Any], note: str = "") -> dict[str, Any]:
    about = {"kind": kind, "note": note} if note else {"kind": kind}
    return {"type": "Feature", "properties": about, "geometry": {"type": shape, "coordinates": parts}}


def _points(line: Line) -> list[list[float]]:
    return [[round(x, 3), round(y, 3)] for x, y in line]


def _ring(ring: Line) -> list[list[list[float]]]:
    """A polygon's coordinates: one closed ring."""
    return [_points([*ring, ring[0]])]
