"""Figures that came with a copied text: they stand for the figure of the text copied from, and add no support."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Sequence

from rashomon.model.grouping import CopyGroup
from rashomon.reconciliation.sighting_order import is_later
from rashomon.reconciliation.sightings import Sighting, folded

#: Two sentences are one with so large a share of their words in common.
_SAME_WORDS = 0.7


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
        if group.origin_report not in members:
            for sighting in (s for report in members for s in by_report[report]):
                found[sighting.id] = dataclasses.replace(found[sighting.id], undecided=True)
    _date_by_first(sightings, found)
    return [found[s.id] for s in sightings]


def _date_by_first(sightings: Sequence[Sighting], found: dict[str, Sighting]) -> None:
    """A figure that tells no day is as old as the earliest version of the text that carries it."""
    for sighting in sightings:
        copy = found[sighting.id]
        original = found.get(copy.copied_from or "")
        if original is None or copy.altered or copy.as_of is None or original.as_of is None:
            continue
        if original.as_of.how == copy.as_of.how == "publication" and is_later(original, copy):
            found[original.id] = dataclasses.replace(original, as_of=copy.as_of)


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
            was = [o for o in was if not _is_update(o, sighting)]
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


def are_in_same_words(a: Sighting, b: Sighting) -> bool:
    """True where the sentences of two figures share most of their words."""
    one, other = (set(_words_of(s)) for s in (a, b))
    return len(one & other) >= _SAME_WORDS * len(one | other)


def _words_of(sighting: Sighting) -> list[str]:
    figure = sighting.figure
    return folded(sighting.report.field_text(figure.field)[figure.start : figure.end]).split()


def _is_update(original: Sighting, copied: Sighting) -> bool:
    """True where the later text gives what its source said on another day, or names a source where the first did not.

    An agency carries its text on from day to day; what it adds is news, not a copy.
    """
    if copied.root is not None and original.root is None:
        return True
    one, other = original.figure.said_when, copied.figure.said_when
    if other is None or (one is not None and folded(one.text) == folded(other.text)):
        return False
    return is_later(copied, original) or is_later(original, copied)


def _says_same(original: Sighting, copied: Sighting) -> bool:
    a, b = original, copied
    one, other = a.figure, b.figure
    if a.root is not None and b.root is not None and a.voice != b.voice:
        return False
    if _is_update(a, b):
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
