"""Earlier numbers that a report tells beside the newer ones, and those that it takes back."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from msgspec.structs import replace

from rashomon.knowledge.restatements import Restatements
from rashomon.reconciliation.readings import asked
from rashomon.reconciliation.scopes import is_own
from rashomon.reconciliation.sightings import Sighting

#: A number so near behind an earlier one belongs to it ("20 dead with 50 others injured"; characters).
_BESIDE = 30


def with_earlier_tolls(told: Sequence[Sighting], restatements: Restatements) -> list[Sighting]:
    """Earlier numbers marked as such, those beside them too, and put beside the newer number of their voice."""
    marked = {s.id: _restated(s, restatements) for s in told}
    for s in told:
        f = s.figure
        before = [
            m
            for m in marked.values()
            if m.earlier
            and (m.figure.field, m.figure.start) == (f.field, f.start)
            and m.figure.measure != f.measure
            and 0 < f.number_start - m.figure.number_end <= _BESIDE
        ]
        if before and not marked[s.id].taken_back:
            marked[s.id] = dataclasses.replace(marked[s.id], earlier=True)
    found: list[Sighting] = []
    for s in marked.values():
        newer = [
            m
            for m in marked.values()
            if s.earlier and (s.figure.attribution is None or m.voice == s.voice) and not m.earlier and not m.headline
            if m.figure.measure == s.figure.measure and m.figure.part_of is None and m.is_live
        ]
        one = min(newer, key=lambda m: (abs(m.figure.number_start - s.figure.number_start), m.id), default=None)
        found.append(_set_beside(s, one) if one else s)
    return found


def _set_beside(earlier: Sighting, newer: Sighting) -> Sighting:
    """An earlier number with the voice of the newer one, and what its own words leave open of place and day."""
    place = earlier.figure.place if is_own(earlier.figure.place) else newer.figure.place
    figure = replace(earlier.figure, place=place, when=earlier.figure.when or newer.figure.when)
    return dataclasses.replace(earlier, figure=figure, root=newer.root, voice=newer.voice, side=newer.side)


def _restated(sighting: Sighting, restatements: Restatements) -> Sighting:
    """A number that its sentence takes back is told as denied; one that it calls earlier stands before the newer."""
    figure = sighting.figure
    text = sighting.report.field_text(figure.field)
    how = asked(restatements.restated, text[figure.start : figure.number_start], text[figure.number_end : figure.end])
    if how == "taken back":
        return dataclasses.replace(sighting, taken_back=True, figure=replace(figure, realis="denied"))
    return dataclasses.replace(sighting, earlier=True) if how == "earlier" else sighting
