"""Figures that came with a copied text: they stand for the figure of the text copied from, and add no support."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Sequence

from rashomon.model.grouping import CopyGroup
from rashomon.reconciliation.sightings import Sighting, folded


def mark_copies(sightings: Sequence[Sighting], copies: Sequence[CopyGroup]) -> list[Sighting]:
    """The sightings, with those of a copy pointing to the claim that they repeat; an altered number is marked as
    such.
    """
    by_report: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        by_report[sighting.report.id].append(sighting)
    found: dict[str, Sighting] = {s.id: s for s in sightings}
    for group in copies:
        members = [r for r in group.reports if r in by_report]
        if len(members) < 2:
            continue
        reference = group.origin_report if group.origin_report in members else members[0]
        changed = _changed_spans(group)
        for report in members:
            if report != reference:
                _mark(by_report[report], by_report[reference], changed.get(report, []), found)
    return [found[s.id] for s in sightings]


def _mark(
    copied: Sequence[Sighting],
    originals: Sequence[Sighting],
    changed: Sequence[tuple[int, int, int, int]],
    found: dict[str, Sighting],
) -> None:
    """Each figure of the copy takes the next original that says the same; a changed number takes the one it
    replaced.
    """
    taken: set[str] = set()
    for sighting in copied:
        f = sighting.figure
        spans = [c for c in changed if f.field == "text" and c[0] < f.number_end and f.number_start < c[1]]
        if spans:
            _, _, low, high = spans[0]
            was = [o for o in originals if o.figure.number_start < high and low < o.figure.number_end]
            original, altered = (was[0] if was else None), True
        else:
            original, altered = (
                next((o for o in originals if o.id not in taken and _says_same(o, sighting)), None),
                False,
            )
        if original is not None:
            same = altered and _says_same(original, sighting)
            taken.add(original.id)
            found[sighting.id] = dataclasses.replace(
                found[sighting.id], copied_from=original.id, altered=altered and not same
            )


def _says_same(a: Sighting, b: Sighting) -> bool:
    one, other = a.figure, b.figure
    if a.root is not None and b.root is not None and a.voice != b.voice:
        return False
    return (one.measure, one.value, one.low, one.high, one.qualifier) == (
        other.measure,
        other.value,
        other.low,
        other.high,
        other.qualifier,
    ) and folded(one.population.group or "") == folded(other.population.group or "")


def _changed_spans(group: CopyGroup) -> dict[str, list[tuple[int, int, int, int]]]:
    spans: dict[str, list[tuple[int, int, int, int]]] = defaultdict(list)
    for alteration in group.altered:
        if alteration.kind in ("number", "hedge") and alteration.copy.field == "text":
            spans[alteration.report].append(
                (alteration.copy.start, alteration.copy.end, alteration.original.start, alteration.original.end)
            )
    return spans
