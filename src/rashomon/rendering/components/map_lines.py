"""The bundled map lines, decoded: countries as rings, borders, provinces, lakes."""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import Any

import msgspec

from rashomon.adapters.package_data import read_data

Line = list[tuple[float, float]]
Box = tuple[float, float, float, float]


class MapLines:
    """The compiled file (see `scripts/compile_map.py` for its format); lines are decoded when asked for."""

    def __init__(self, content: bytes) -> None:
        head, _, body = zlib.decompress(content).partition(b"\n")
        header: dict[str, Any] = msgspec.json.decode(head)
        self._step: float = header["step"]
        self._notes: list[str] = header["notes"]
        #: kind, note or -1, x0, y0, west, south, east, north, points; all in units of the step.
        self._arcs: list[list[Any]] = header["arcs"]
        self._starts = list(accumulate((2 * (arc[8] - 1) for arc in self._arcs), initial=0))
        self._countries: list[tuple[str, list[list[int]]]] = header["countries"]
        self._steps = array("h", body)
        if sys.byteorder != "little":
            self._steps.byteswap()

    def line(self, number: int, finest: float = 0.0) -> Line:
        """The points of an arc in degrees; ~n is arc n backwards.

        Points less than `finest` degrees from the one before are left out, alike from either side of a border.
        """
        at = number if number >= 0 else ~number
        arc, start = self._arcs[at], self._starts[at]
        steps = self._steps[start : start + 2 * (arc[8] - 1)]
        xs, ys = accumulate(steps[0::2], initial=arc[2]), accumulate(steps[1::2], initial=arc[3])
        line = [(x * self._step, y * self._step) for x, y in zip(xs, ys, strict=True)]
        line = _thinned(line, finest) if finest else line
        return line if number >= 0 else line[::-1]

    def lines_in(self, box: Box, finest: float = 0.0) -> Iterator[tuple[str, str | None, Line]]:
        """The kind, the note on a dispute, and the points of every line whose box meets the one given."""
        west, south, east, north = (v / self._step for v in box)
        for number, (kind, note, _, _, w, s, e, n, _) in enumerate(self._arcs):
            if w <= east and west <= e and s <= north and south <= n:
                yield kind, self._notes[note] if note >= 0 else None, self.line(number, finest)

    def countries_in(self, box: Box, finest: float = 0.0) -> list[tuple[str, list[Line]]]:
        """The countries that reach into the box, with their rings cut to it."""
        found = []
        for name, rings in self._countries:
            near = [ring for ring in rings if overlaps(self._ring_box(ring), box)]
            cut = [clip_ring([p for n in ring for p in self.line(n, finest)[:-1]], box) for ring in near]
            visible = [ring for ring in cut if len(ring) > 2]
            if visible:
                found.append((name, visible))
        return found

    def _ring_box(self, ring: list[int]) -> Box:
        arcs = [self._arcs[n if n >= 0 else ~n] for n in ring]
        low = (min(a[4] for a in arcs) * self._step, min(a[5] for a in arcs) * self._step)
        return (*low, max(a[6] for a in arcs) * self._step, max(a[7] for a in arcs) * self._step)


@cache
def load_map() -> MapLines:
    """The lines shipped in the package."""
    return MapLines(read_data("map/lines.bin"))


def _thinned(line: Line, finest: float) -> Line:
    kept = line[:1]
    for x, y in line[1:-1]:
        if abs(x - kept[-1][0]) >= finest or abs(y - kept[-1][1]) >= finest:
            kept.append((x, y))
    return [*kept, line[-1]]


def overlaps(a: Box, b: Box) -> bool:
    """Whether two boxes share a point."""
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def clip_ring(ring: Line, box: Box) -> Line:
    """The ring cut to a box (Sutherland and Hodgman)."""
    west, south, east, north = box
    for axis, limit, keep_above in ((0, west, True), (0, east, False), (1, south, True), (1, north, False)):
        out: Line = []
        for i, here in enumerate(ring):
            before = ring[i - 1]
            here_in = (here[axis] >= limit) == keep_above or here[axis] == limit
            before_in = (before[axis] >= limit) == keep_above or before[axis] == limit
            if here_in != before_in:
                share = (limit - before[axis]) / (here[axis] - before[axis])
                crossing = (before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1]))
                out.append(crossing)
            if here_in:
                out.append(here)
        ring = out
        if not ring:
            break
    return ring


def inside(point: tuple[float, float], ring: Line) -> bool:
    """Whether a point lies in a ring (even-odd rule)."""
    x, y = point
    odd = False
    for i, (bx, by) in enumerate(ring):
        ax, ay = ring[i - 1]
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd
