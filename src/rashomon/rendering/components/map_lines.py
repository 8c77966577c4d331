"""The bundled map lines, decoded: countries as rings, borders, provinces, lakes."""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any

from rashomon.adapters.package_data import read_data

Line = list[tuple[float, float]]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Arc:
    """One line of the map: its kind, the note on it, and the box that holds it (west, south, east, north)."""

    kind: str
    note: str | None
    box: Box
    start: int
    x0: int
    y0: int
    count: int


class MapLines:
    """The compiled file (see `scripts/compile_map.py` for its format); arcs are decoded when asked for."""

    def __init__(self, content: bytes) -> None:
        head, _, body = zlib.decompress(content).partition(b"\n")
        header: dict[str, Any] = json.loads(head)
        self._step: float = header["step"]
        self._steps = array("h", body)
        if sys.byteorder != "little":
            self._steps.byteswap()
        self.arcs: list[Arc] = []
        at = 0
        for kind, note, x0, y0, west, south, east, north, count in header["arcs"]:
            box = (west * self._step, south * self._step, east * self._step, north * self._step)
            self.arcs.append(Arc(kind, header["notes"][note] if note >= 0 else None, box, at, x0, y0, count))
            at += 2 * (count - 1)
        self.countries: list[tuple[str, list[list[int]]]] = [(name, rings) for name, rings in header["countries"]]

    def line(self, number: int) -> Line:
        """The points of an arc in degrees; ~n is arc n backwards."""
        arc = self.arcs[number if number >= 0 else ~number]
        steps = self._steps[arc.start : arc.start + 2 * (arc.count - 1)]
        xs = accumulate(steps[0::2], initial=arc.x0)
        ys = accumulate(steps[1::2], initial=arc.y0)
        line = [(x * self._step, y * self._step) for x, y in zip(xs, ys, strict=True)]
        return line if number >= 0 else line[::-1]

    def ring(self, arcs: list[int]) -> Line:
        """A closed ring of several arcs."""
        return [point for number in arcs for point in self.line(number)[:-1]]

    def ring_box(self, arcs: list[int]) -> Box:
        """The box that holds a ring."""
        boxes = [self.arcs[n if n >= 0 else ~n].box for n in arcs]
        return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


@cache
def load_map() -> MapLines:
    """The lines shipped in the package."""
    return MapLines(read_data("map/lines.bin"))


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
