"""Chance: the only place that throws dice."""

from __future__ import annotations

import random


def between_0_and_1() -> float:
    """A number from 0 up to, not including, 1; another one each time."""
    return random.random()
