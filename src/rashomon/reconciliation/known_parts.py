"""What is known of stated parts and their wholes before any two figures are compared."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.knowledge.population_classes import PopulationClasses
from rashomon.model.happening import Event
from rashomon.reconciliation.known_figures import KnownFigures
from rashomon.reconciliation.scopes import is_own
from rashomon.reconciliation.sightings import Sighting


class KnownParts(KnownFigures):
    """The figures of a story with what their reports say to be parts of what."""

    def __init__(
        self, sightings: Sequence[Sighting], populations: PopulationClasses, events: Sequence[Event] = ()
    ) -> None:
        super().__init__(sightings, populations, events)
        self.mere_parts = self._mere_parts(sightings)
        self._whole = self._wholes(sightings)

    def are_parts_of_one(self, a: Sighting, b: Sighting) -> bool:
        """True for stated parts of wholes of one voice and number: of one group they cannot both be right."""
        one, other = self._whole.get(a.id), self._whole.get(b.id)
        if one is None or other is None or a.figure.start == b.figure.start:
            return False
        told = (one.report.id, one.voice, one.figure.measure, self.meant[one.id].stated)
        return told == (other.report.id, other.voice, other.figure.measure, self.meant[other.id].stated)

    def are_parts_of_two(self, a: Sighting, b: Sighting) -> bool:
        """True for stated parts of two wholes of other numbers."""
        one, other = self._whole.get(a.id), self._whole.get(b.id)
        return one is not None and other is not None and self.meant[one.id].stated != self.meant[other.id].stated

    def is_share_of(self, a: Sighting, b: Sighting) -> bool:
        """True where a is a stated part of a whole that has the number of b: two of the four, beside four."""
        one = self._whole.get(a.id)
        return one is not None and one.figure.measure == b.figure.measure and self.same_number(one, b)

    def divide_one_whole(self, a: Sighting, b: Sighting) -> bool:
        """True for two stated parts of one whole: "four in the one town, four in the other"."""
        one, other = self._whole.get(a.id), self._whole.get(b.id)
        return one is not None and other is not None and one.id == other.id

    def whole_of(self, sighting: Sighting) -> Sighting | None:
        """The whole of a stated part, where that states a number."""
        return self._whole.get(sighting.id)

    def wholes_of(self, a: Sighting, b: Sighting) -> tuple[Sighting, Sighting] | None:
        """The wholes of two stated parts of different reports; null where one is no part."""
        one, other = self._whole.get(a.id), self._whole.get(b.id)
        return (one, other) if one is not None and other is not None and a.report.id != b.report.id else None

    def divides(self, sighting: Sighting) -> bool:
        """True for a part of a total of the same kind: some of the dead, not the children among them."""
        whole = self._whole.get(sighting.id)
        if whole is None and sighting.shares_out:
            return True
        return whole is not None and self.kind(whole) == self.kind(sighting)

    def _wholes(self, sightings: Sequence[Sighting]) -> dict[str, Sighting]:
        """For each stated part its whole, where that states a number."""
        by_id = {s.id: s for s in sightings}
        wholes = ((part, by_id.get(part.figure.part_of or "")) for part in sightings)
        return {p.id: w for p, w in wholes if w is not None and w.id != p.id and self.meant[w.id].stated is not None}

    def _mere_parts(self, sightings: Sequence[Sighting]) -> set[str]:
        """The stated parts that neither their people nor another place tell from their whole ("15 of them")."""
        by_id = {s.id: s for s in sightings}
        found: set[str] = set()
        for part in sightings:
            whole = by_id.get(part.figure.part_of or "")
            if whole is None and part.shares_out:
                found.add(part.id)
            if whole is None or self.kind(whole) != self.kind(part):
                continue
            if not is_own(part.figure.place) or part.figure.place == whole.figure.place:
                found.add(part.id)
        return found
