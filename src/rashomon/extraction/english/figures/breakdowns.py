"""A toll told place by place: "In Sindh there were 542 deaths. KP counts 292 dead, Punjab 191.": its parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.extraction.english.figures.told import FARTHEST, Told, differ, is_elsewhere
from rashomon.model.claim import Figure

#: So many places of one kind make a breakdown; two may be two happenings.
_PLACES = 3
#: Sentences between two members, and between the toll and the first of them.
_GAP, _BACK = 2, 15
#: Places of several kinds break down a country's toll of which they make at least a fourth.
_MUCH = 4
_ASIDE = ("background", "denied", "feared", "planned")


def breakdown_wholes(told: Sequence[Told], wholes: Mapping[int, int], figures: Sequence[Figure]) -> dict[int, int]:
    """For each figure of a breakdown by places, the toll that it is part of; those with a whole already keep it."""
    found: dict[int, int] = {}
    for members in _groups(told, figures):
        loose = [m for m in members if m not in wholes]
        total = _total(told, wholes, figures, members) if loose else None
        if total is not None:
            found.update(dict.fromkeys(loose, total))
    for members in _groups(told, figures, wholes):
        total = _total(told, wholes, figures, members)
        need = sum(told[m].value or 0.0 for m in members)
        if total is not None and _is_of_country(figures[total]) and need * _MUCH >= (told[total].value or 0.0):
            found.update({m: total for m in members if m not in found})
    return found


def _is_of_country(figure: Figure) -> bool:
    return figure.place is not None and figure.place.kind == "country"


def _groups(
    told: Sequence[Told], figures: Sequence[Figure], wholes: Mapping[int, int] | None = None
) -> list[list[int]]:
    """Runs of figures of one measure, each at a place of its own of one kind; of whatever kind where `wholes` are
    given, whose parts are left out (a town of a province that was told before it)."""
    groups: dict[str, list[list[int]]] = {}
    for i, one in enumerate(told):
        if not _is_member(one, figures[i]) or i in (wholes or ()):
            continue
        runs = groups.setdefault(one.measure, [])
        near = runs and one.sentence - told[runs[-1][-1]].sentence <= _GAP
        if near and (wholes is not None or _is_same_kind(figures, runs[-1][-1], i)):
            runs[-1].append(i)
        else:
            runs.append([i])
    every = (run for runs in groups.values() for run in runs)
    return [run for run in every if len({_place_name(figures[k]) for k in run}) >= _PLACES]


def _is_member(one: Told, figure: Figure) -> bool:
    place = figure.place
    placed = place is not None and place.how == "clause" and place.role == "at" and place.kind != "country"
    stated = one.value is not None and one.field == "text" and figure.realis not in _ASIDE
    return placed and stated and not one.read.slot.counted.more and one.read.slot.quantity.qualifier != "fraction"


def _place_name(figure: Figure) -> str:
    return figure.place.name if figure.place is not None else ""


def _is_same_kind(figures: Sequence[Figure], k: int, i: int) -> bool:
    one, other = figures[k].place, figures[i].place
    return one is not None and other is not None and one.kind == other.kind


def _total(
    told: Sequence[Told], wholes: Mapping[int, int], figures: Sequence[Figure], members: Sequence[int]
) -> int | None:
    """The nearest telling of the largest count before a breakdown that can hold it and is at none of its places."""
    first = members[0]
    need = sum(told[m].value or 0.0 for m in members)
    places = {_place_name(figures[m]) for m in members}
    before = [k for k in range(max(0, first - FARTHEST), first) if k not in wholes and k not in members]
    held = [
        k
        for k in before
        if told[k].measure == told[first].measure
        and told[k].field == told[first].field
        and told[first].sentence - told[k].sentence <= _BACK
        and (told[k].value or 0.0) >= need
        and figures[k].realis not in _ASIDE
        and _place_name(figures[k]) not in places
        and not differ(figures[k], figures[first])
        and not any(is_elsewhere(figures[k], figures[m]) for m in members)
    ]
    return max(held, key=lambda k: (told[k].value or 0.0, k), default=None)
