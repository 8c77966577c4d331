"""Totals of a report's opening that its later numbers add up to: six here and one there make the headline's seven."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rashomon.reconciliation.questions import Asking
from rashomon.reconciliation.scopes import compare_places, compare_populations, is_near, is_own
from rashomon.reconciliation.sightings import Sighting

#: Smaller totals add up by chance; a report divides a total into so many parts at most.
_LEAST_TOTAL, _MOST_PARTS = 4, 12
#: The suburbs of a town lie so near it.
_AROUND_KM = 50.0
#: More figures of one kind than this in one report are a table.
_TABLE = 200
#: So many numbers that add up to one anywhere in the text are its parts.
_TELLING_PARTS = 3


def find_sums(sightings: Sequence[Sighting], asking: Asking) -> dict[str, list[Sighting]]:
    """For a total's claim the figures of its report that add up to it, in the order of the text."""
    kinds: dict[tuple[str, str, str], list[Sighting]] = defaultdict(list)
    for s in sightings:
        exact = s.figure.value is not None and s.figure.qualifier in ("exact", "at_least", "more_than")
        if s.is_live and exact and not s.earlier:
            kinds[s.report.id, s.figure.measure, s.figure.unit].append(s)
    found: dict[str, list[Sighting]] = {}
    for told in (some for some in kinds.values() if len(some) <= _TABLE):
        told.sort(key=lambda s: (not s.headline, s.figure.number_start, s.id))
        opening = {s.id for s in told if s.headline} | {s.id for s in [s for s in told if not s.headline][:1]}
        for total in told:
            parts = _parts_of(total, told, asking)
            if parts and (total.id in opening or len(parts) >= _TELLING_PARTS):
                found[total.id] = parts
    return found


def _parts_of(total: Sighting, told: Sequence[Sighting], asking: Asking) -> list[Sighting]:
    """The run of later numbers of the text that makes the total, of one sentence before any other; none where there is
    none.
    """
    whole = total.figure.value or 0
    places = [
        s
        for s in told
        if not s.headline
        and s.id != total.id
        and (s.headline or total.headline or s.figure.number_start > total.figure.number_start)
        and 0 < (s.figure.value or 0) < whole
        and not _lies_elsewhere(s, total, asking)
        and not _is_of_another(s, told, total)
        and compare_populations(asking.scope[s.id], asking.scope[total.id], asking.populations)
        in ("same", "narrower", "unknown")
    ]
    if whole < _LEAST_TOTAL:
        return []
    runs = _runs(places, total, asking)
    return next((r for r in runs if len({s.figure.start for s in r}) == 1), runs[0] if runs else [])


def _runs(places: Sequence[Sighting], total: Sighting, asking: Asking) -> list[list[Sighting]]:
    """Every run of numbers that makes the total, in the order of the text."""
    whole = total.figure.value or 0
    found: list[list[Sighting]] = []
    for i in range(len(places)):
        run = 0.0
        for j in range(i, min(len(places), i + _MOST_PARTS)):
            run += places[j].figure.value or 0
            some = places[i : j + 1]
            if run == whole and j > i and not _nested(some) and not _are_mixed(some, total, asking):
                found.append(list(some))
                break
            if run > whole:
                break
    return found


def _lies_elsewhere(s: Sighting, total: Sighting, asking: Asking) -> bool:
    """True for a number of a place that is known to lie far from the one place of the total."""
    one, other = asking.scope[s.id], asking.scope[total.id]
    if one.place is None or other.place is None or total.figure.other_places or not is_own(other.place):
        return False
    if compare_places(one.place, other.place) != "apart":
        return False
    located = one.place.lat is not None and other.place.lat is not None
    return located and not is_near(one.place, other.place, _AROUND_KM)


def _is_of_another(s: Sighting, told: Sequence[Sighting], total: Sighting) -> bool:
    """True for a part of a number that is itself less than the total, and for another part of the total's own whole."""
    if s.figure.part_of is not None and s.figure.part_of == total.figure.part_of:
        return True
    whole = total.figure.value or 0
    return any(t.id == s.figure.part_of and (t.figure.value or 0) < whole for t in told)


def _are_mixed(run: Sequence[Sighting], total: Sighting, asking: Asking) -> bool:
    """True for numbers of which some say only who the total's people were: two children of the six, and four people."""
    one = asking.scope[total.id]
    told = [
        s.figure.part_of == total.id and compare_populations(asking.scope[s.id], one, asking.populations) == "narrower"
        for s in run
    ]
    return any(told) and not all(told)


def _nested(run: Sequence[Sighting]) -> bool:
    """True for numbers that add up by chance: one is said to be part of another, or two sources give them."""
    ids = {s.id for s in run}
    return any(s.figure.part_of in ids for s in run) or len({s.voice for s in run if s.root is not None}) > 1
