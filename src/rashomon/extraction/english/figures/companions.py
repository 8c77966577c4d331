"""Counts told side by side in a whole and in its part: "5 killed and 40 hurt ... in Arba 3 were killed and 25 hurt"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.extraction.english.figures.told import Told, can_hold, is_elsewhere
from rashomon.model.claim import Figure

#: The measures that are told side by side of one happening.
_SIDE = {"injured": "killed", "killed": "injured", "missing": "killed", "buildings_damaged": "buildings_destroyed"}


def companion_wholes(told: Sequence[Told], wholes: Mapping[int, int], figures: Sequence[Figure]) -> dict[int, int]:
    """For each count beside one that divides a total, the count beside that total: both tell of one place or attack."""
    found: dict[int, int] = {}
    for i, one in enumerate(told):
        beside = _SIDE.get(one.measure)
        if beside is None or i in wholes or one.read.part or one.is_rate or one.read.reading.rule == "toll":
            continue
        mate = _beside(told, i, beside)
        if mate is None or mate not in wholes or told[mate].read.part or told[wholes[mate]].view is one.view:
            continue
        total = _beside(told, wholes[mate], one.measure)
        if total is not None and total not in wholes and _holds(told, figures, total, i):
            found[i] = total
    return found


def _beside(told: Sequence[Told], i: int, measure: str) -> int | None:
    """The count of a measure right before or behind one in its sentence."""
    near = (k for k in (i - 1, i + 1) if 0 <= k < len(told) and told[k].view is told[i].view)
    return next((k for k in near if told[k].measure == measure and not told[k].read.part), None)


def _holds(told: Sequence[Told], figures: Sequence[Figure], total: int, i: int) -> bool:
    same = figures[total].realis == figures[i].realis and figures[total].unit == figures[i].unit
    stated = told[total].read.slot.quantity.qualifier not in ("up_to", "fraction")
    return same and stated and can_hold(told[total], told[i]) and not is_elsewhere(figures[total], figures[i])
