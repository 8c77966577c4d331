"""Live reports as they stood before a change, with what they are linked to; read as they are asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection

from rashomon.storage import chance_rows, link_rows
from rashomon.storage.link_rows import Place


class Surroundings:
    """The reports around a change: those that `came` are live though they have no place yet, those that are `gone` are
    not, though they may have one.
    """

    def __init__(self, connection: Connection, came: Collection[int], gone: Collection[int]) -> None:
        self._connection = connection
        self._came, self._gone = frozenset(came), frozenset(gone)
        self._places: dict[int, Place | None] = {}
        self._cores: dict[int, set[int]] = {}
        self._copies: dict[int, dict[int, float]] = {}
        self._chances: dict[int, dict[int, float]] = {}

    def copies(self, seqs: Collection[int]) -> dict[int, dict[int, float]]:
        """The live copies of each of these reports, with the share of words in common."""
        new = [seq for seq in seqs if seq not in self._copies]
        found = link_rows.links_of(self._connection, new)
        alive = self.live({other for links in found.values() for other in links})
        for seq, links in found.items():
            self._copies[seq] = {other: share for other, share in links.items() if other in alive}
        return {seq: self._copies[seq] for seq in seqs}

    def chances(self, cores: Collection[int]) -> dict[int, dict[int, float]]:
        """The chances of each of these cores with other cores."""
        new = [seq for seq in cores if seq not in self._chances]
        self._chances.update(chance_rows.chances_of(self._connection, new))
        return {seq: self._chances[seq] for seq in cores}

    def live(self, seqs: Collection[int]) -> set[int]:
        """Those of these reports that are live."""
        self._read_places(seqs)
        return {seq for seq in seqs if seq in self._came or (seq not in self._gone and self._places[seq] is not None)}

    def place_of(self, seq: int) -> Place | None:
        """Where a report stood; null where it had no place."""
        self._read_places([seq])
        return self._places[seq]

    def places_of(self, seqs: Collection[int]) -> dict[int, Place]:
        """Where those of these reports stood that had a place."""
        self._read_places(seqs)
        return {seq: place for seq in seqs if (place := self._places[seq]) is not None}

    def whole(self, seqs: Collection[int]) -> set[int]:
        """These reports with all cores of the clusters in which they stood."""
        clusters = {place.cluster for place in self.places_of(seqs).values()}
        new = clusters - self._cores.keys()
        self._cores.update((cluster, set()) for cluster in new)
        for seq, place in link_rows.cluster_places(self._connection, new, cores=True).items():
            self._places[seq] = place
            self._cores[place.cluster].add(seq)
        return {*seqs, *(seq for cluster in clusters for seq in self._cores[cluster])}

    def stories(self, seqs: Collection[int]) -> set[str]:
        """The stories in which these reports stood."""
        return {place.story for place in self.places_of(seqs).values()}

    def keep(self, places: dict[int, Place]) -> set[int]:
        """Remember where reports stood, as it was read elsewhere; those of them that are live."""
        self._places.update(places)
        return self.live(places)

    def members(self, stories: Iterable[str]) -> set[int]:
        """The live reports that stood in these stories."""
        return self.keep(link_rows.story_places(self._connection, stories))

    def in_clusters(self, clusters: Iterable[int]) -> set[int]:
        """The live reports that stood in these clusters."""
        return self.keep(link_rows.cluster_places(self._connection, clusters))

    def copies_of(self, firsts: Iterable[int]) -> set[int]:
        """The live reports that stood in the copy groups of these, with themselves."""
        return self.keep(link_rows.copy_places(self._connection, firsts))

    def of_originals(self, originals: Iterable[int]) -> set[int]:
        """The live reports that the machine had put into the copy groups of these."""
        return self.keep(link_rows.original_places(self._connection, originals))

    def _read_places(self, seqs: Collection[int]) -> None:
        new = [seq for seq in seqs if seq not in self._places]
        if new:
            self._places.update(dict.fromkeys(new))
            self._places.update(link_rows.places_of(self._connection, new))
