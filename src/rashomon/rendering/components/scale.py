"""Axes: round numbers for values, days for time, and labels that keep their distance."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Linear:
    """Maps low..high to start..end."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Where the value stands."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return self.start + share * (self.end - self.start)


def value_ticks(highest: float, about: int = 4) -> list[float]:
    """Round numbers from 0 to one not below the highest."""
    if highest <= 0:
        return [0.0, 1.0]
    raw = highest / about
    size = 10.0 ** math.floor(math.log10(raw))
    step = next(size * m for m in (1, 2, 2.5, 5, 10) if size * m >= raw)
    step = max(1.0, step)
    return [step * i for i in range(math.ceil(highest / step) + 1)]


def day_ticks(first: dt.date, last: dt.date, most: int = 7) -> list[dt.date]:
    """Evenly spaced days from the first on, at most `most` of them."""
    span = (last - first).days
    steps = (1, 2, 3, 5, 7, 14, 30, 60, 91, 182, 365, 730, 1825, 3650, 18250, 73000, 400000)
    step = next(s for s in steps if span // s < most)
    return [first + dt.timedelta(days=i) for i in range(0, span + 1, step)]


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Positions near the wanted ones, in their order, at least `gap` apart where there is room."""
    order = sorted(range(len(wanted)), key=lambda i: (wanted[i], i))
    gap = min(gap, (high - low) / max(1, len(wanted) - 1)) if len(wanted) > 1 else gap
    placed = [0.0] * len(wanted)
    floor = low
    for i in order:
        placed[i] = max(wanted[i], floor)
        floor = placed[i] + gap
    ceiling = high
    for i in reversed(order):
        placed[i] = min(placed[i], ceiling)
        ceiling = placed[i] - gap
    return placed
