"""Buildings divided by how far they were damaged: "3,374 houses: 2,365 partly damaged and 1,009 razed"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from rashomon.extraction.english.figures.told import Told
from rashomon.model.claim import Figure

_BUILDINGS = "buildings_"
_DAMAGED, _DESTROYED = "buildings_damaged", "buildings_destroyed"
#: A division has so many members at most; of smaller totals a sum is an accident.
_MOST, _LEAST = 4, 20
#: A rounded total ("nearly 112,000") is missed by so much at most.
_ROUNDING = 0.005


def building_wholes(told: Sequence[Told], wholes: Mapping[int, int]) -> dict[int, int]:
    """For each of two or more counts of buildings that follow a total in its sentence and add up to it, the total."""
    found: dict[int, int] = {}
    for i, one in enumerate(told):
        total = one.value
        if not one.measure.startswith(_BUILDINGS) or total is None or total < _LEAST or i in wholes or i in found:
            continue
        members = _adding_up(told, i, total)
        if len({told[m].measure for m in members} | {one.measure}) > 1:
            found.update({m: i for m in members if wholes.get(m) is None or wholes[m] in members})
    return found


def _adding_up(told: Sequence[Told], i: int, total: float) -> list[int]:
    members: list[int] = []
    added = 0.0
    for k in range(i + 1, min(i + 1 + _MOST, len(told))):
        value = told[k].value
        if told[k].view is not told[i].view or not told[k].measure.startswith(_BUILDINGS) or value is None:
            return []
        members.append(k)
        added += value
        if abs(added - total) <= (total * _ROUNDING if _is_rounded(told[i]) else 0):
            return members if len(members) > 1 else []
    return []


def _is_rounded(one: Told) -> bool:
    return one.read.slot.quantity.qualifier == "approx"


def with_mixed_buildings(figures: Sequence[Figure]) -> list[Figure]:
    """The figures, totals of destroyed buildings of which some were only damaged told as damaged."""
    measures = {f.part_of for f in figures if f.part_of is not None and f.measure == _DAMAGED}
    mixed = {f.id for f in figures if f.measure == _DESTROYED and f.id in measures}
    return [msgspec.structs.replace(f, measure=_DAMAGED) if f.id in mixed else f for f in figures]
