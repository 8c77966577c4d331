"""Places labels around points so that none covers another or a point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        """Whether this lies wholly inside the other."""
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """Where a label goes: its box, the anchor of its text, and whether a thin line must lead to its point."""

    box: Box
    x: float
    y: float
    anchor: str
    leader: bool


def place_labels(
    wanted: Sequence[tuple[float, float, float, float, float]], frame: Box, taken: Sequence[Box] = ()
) -> list[Label | None]:
    """A label for each (x, y, clearance, width, height), tried in order; null where no room was found.

    Earlier ones come first, so the most important should stand first. Positions: right, left, above, below, the
    corners, then further out with a leader.
    """
    points = [Box(x - c, y - c, x + c, y + c) for x, y, c, _, _ in wanted]
    used = list(taken)
    placed: list[Label | None] = []
    for i, (x, y, clear, width, height) in enumerate(wanted):
        others = points[:i] + points[i + 1 :]
        found = None
        for candidate in _candidates(x, y, clear, width, height):
            box = candidate.box
            if box.within(frame) and not any(box.meets(b) for b in used) and not any(box.meets(p) for p in others):
                found = candidate
                used.append(box)
                break
        placed.append(found)
    return placed


def _candidates(x: float, y: float, clear: float, width: float, height: float) -> list[Label]:
    # A clearance of 0 is an area's name: it may stand on its middle.
    found = [] if clear else [_label(x, y, "middle", width, height, False)]
    for extra in (0.0, 14.0, 30.0, 52.0, 80.0):
        gap, leader = clear + 4 + extra, extra > 0
        half = height / 2
        diagonal = gap * 0.75
        found += [
            _label(x + gap, y, "start", width, height, leader),
            _label(x - gap, y, "end", width, height, leader),
            _label(x, y - gap - half, "middle", width, height, leader),
            _label(x, y + gap + half, "middle", width, height, leader),
            _label(x + diagonal, y - diagonal - half * 0.6, "start", width, height, leader),
            _label(x + diagonal, y + diagonal + half * 0.6, "start", width, height, leader),
            _label(x - diagonal, y - diagonal - half * 0.6, "end", width, height, leader),
            _label(x - diagonal, y + diagonal + half * 0.6, "end", width, height, leader),
        ]
    return found


def _label(x: float, y: float, anchor: str, width: float, height: float, leader: bool) -> Label:
    left = {"start": x, "end": x - width, "middle": x - width / 2}[anchor]
    return Label(Box(left, y - height / 2, left + width, y + height / 2), x, y, anchor, leader)
