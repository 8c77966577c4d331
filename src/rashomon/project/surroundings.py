"""Live reports as they stood before a change, with what they are linked to; read as they are asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection

from rashomon.grouping import Likeness
from rashomon.storage import link_rows


class Surroundings:
    """The reports around a change: those that `came` are live though they have no place yet, those that are `gone` are
    not, though they may have one.
    """

    def __init__(self, connection: Connection, came: Collection[int], gone: Collection[int]) -> None:
        self._connection = connection
        self._came, self._gone = frozenset(came), frozenset(gone)
        self._places: dict[int, tuple[int, str] | None] = {}
        self._clusters: dict[int, set[int]] = {}
        self._links: dict[int, dict[int, Likeness]] = {}

    def links(self, seqs: Collection[int]) -> dict[int, dict[int, Likeness]]:
        """The links of each of these reports to live ones."""
        new = [seq for seq in seqs if seq not in self._links]
        found = link_rows.links_of(self._connection, new)
        alive = self.live({other for links in found.values() for other in links})
        for seq, links in found.items():
            self._links[seq] = {other: Likeness(*link) for other, link in links.items() if other in alive}
        return {seq: self._links[seq] for seq in seqs}

    def live(self, seqs: Collection[int]) -> set[int]:
        """Those of these reports that are live."""
        self._read_places(seqs)
        return {seq for seq in seqs if seq in self._came or (seq not in self._gone and self._places[seq] is not None)}

    def cluster_of(self, seq: int) -> int | None:
        """The cluster in which a report stood; null where it had no place."""
        self._read_places([seq])
        place = self._places[seq]
        return None if place is None else place[0]

    def whole(self, seqs: Collection[int]) -> set[int]:
        """These reports with all others of the clusters in which they stood, as far as they are live."""
        self._read_places(seqs)
        clusters = {place[0] for seq in seqs if (place := self._places[seq]) is not None}
        new = clusters - self._clusters.keys()
        for seq, place in link_rows.cluster_places(self._connection, new).items():
            self._places[seq] = place
            self._clusters.setdefault(place[0], set()).add(seq)
        return self.live({*seqs, *(seq for cluster in clusters for seq in self._clusters[cluster])})

    def stories(self, seqs: Collection[int]) -> set[str]:
        """The stories in which these reports stood."""
        self._read_places(seqs)
        return {place[1] for seq in seqs if (place := self._places[seq]) is not None}

    def members(self, stories: Iterable[str]) -> set[int]:
        """The live reports that stood in these stories."""
        found = link_rows.story_places(self._connection, stories)
        self._places.update(found)
        return self.live(found)

    def _read_places(self, seqs: Collection[int]) -> None:
        new = [seq for seq in seqs if seq not in self._places]
        if new:
            self._places.update(dict.fromkeys(new))
            self._places.update(link_rows.places_of(self._connection, new))
