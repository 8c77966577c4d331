"""Which reports are copies of which, settled anew around the reports that came or went, with the bytes of all at once.

Texts join groups in the order of their publication (`grouping.join_copies`), each by those published before it alone.
So what a change does is followed from the earliest report to the latest: whoever is linked to a report that now stands
elsewhere is settled in its turn, and whoever stands in a group by more than half of its texts where one joins it.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable
from typing import NamedTuple

from sqlalchemy import Connection

from rashomon.grouping import EQUAL, group_to_join
from rashomon.project.surroundings import Surroundings
from rashomon.storage import node_rows
from rashomon.storage.node_rows import Key


class Text(NamedTuple):
    """Whose words a live report has: `same` is the earliest that has all of them, `original` the first of its group."""

    same: int
    original: int


class CopySettling:
    """One change of live reports: `touched` are all whose links, dates or pages changed; of these, `anew` were there
    before with other ones.
    """

    def __init__(
        self, connection: Connection, around: Surroundings, touched: Collection[int], anew: Collection[int]
    ) -> None:
        self._connection, self._around = connection, around
        self._now: dict[int, Text | None] = {}
        self._keys: dict[int, Key] = {}
        self._standing: dict[int, set[int]] = {}
        self._heap: list[tuple[Key, int]] = []
        self._waiting: set[int] = set()
        live = around.live(touched)
        self._know_keys(live)
        for seq, place in around.places_of(touched).items():
            if seq not in live or seq in anew:
                # It may have stood at another time, and its links may be gone: nothing is left out by its key.
                self._push(self._beside(place.original) | self._linked([seq]))
                self._now[seq] = None
        self._push(live)

    def settle(self) -> dict[int, Text]:
        """The reports whose copies are others now, and those that were touched."""
        found: dict[int, Text] = {}
        while self._heap:
            _, seq = heapq.heappop(self._heap)
            self._waiting.discard(seq)
            before, now = self.text_of(seq), self._settled(seq)
            found[seq] = now
            if before != now:
                self._move(seq, before, now)
        return found

    def text_of(self, seq: int) -> Text | None:
        """Where a report stands as far as it is settled; null where it does not."""
        if seq in self._now:
            return self._now[seq]
        place = self._around.place_of(seq)
        return None if place is None else Text(place.same, place.original)

    def members(self, original: int) -> set[int]:
        """The live reports of a group, those of equal words too."""
        stood = self._around.of_originals([original])
        return {s for s in stood | self._now.keys() if (text := self.text_of(s)) and text.original == original}

    def _settled(self, seq: int) -> Text:
        """Where a report stands, of its links with those that are earlier and settled."""
        links = self._around.copies([seq])[seq]
        self._know_keys(links)
        key = self._keys[seq]
        earlier = {o: share for o, share in links.items() if self._keys[o] < key and self.text_of(o) is not None}
        equal = min((o for o, share in earlier.items() if share == EQUAL), key=self._keys.__getitem__, default=None)
        if equal is not None:
            return Text(equal, self.text(equal).original)
        near = {o: (share, self.text(o).original) for o, share in earlier.items() if self.text(o).same == o}
        self._know_keys({original for _, original in near.values()})
        joined = group_to_join(near, lambda original: self._count_before(original, key), self._keys.__getitem__)
        return Text(seq, seq if joined is None else joined)

    def _move(self, seq: int, before: Text | None, now: Text) -> None:
        """Put a report where it stands now; whoever may stand elsewhere for it, and is later, is settled after it."""
        stirred = self._linked([seq])
        if before is not None and before.same == seq:
            stirred |= self._beside(before.original)
        if now.same == seq:
            stirred |= self._standing_in(now.original)
        self._now[seq] = now
        for original in {now.original, before.original if before is not None else now.original}:
            standing = self._standing_in(original)
            standing.discard(seq)
            if now == Text(seq, original):
                standing.add(seq)
        self._know_keys(stirred)
        self._push(other for other in stirred if self._keys[other] > self._keys[seq])

    def _beside(self, original: int) -> set[int]:
        """The live reports of a group, and all that are linked to them."""
        members = self.members(original)
        return members | self._linked(members)

    def _linked(self, seqs: Collection[int]) -> set[int]:
        return {other for links in self._around.copies(seqs).values() for other in links}

    def text(self, seq: int) -> Text:
        """Where a report stands that does, as far as it is settled."""
        text = self.text_of(seq)
        assert text is not None
        return text

    def _standing_in(self, original: int) -> set[int]:
        """The members of a group that have words of their own."""
        if original not in self._standing:
            members = self.members(original)
            self._standing[original] = {seq for seq in members if self.text(seq).same == seq}
        return self._standing[original]

    def _count_before(self, original: int, key: Key) -> int:
        standing = self._standing_in(original)
        self._know_keys(standing)
        return sum(self._keys[seq] < key for seq in standing)

    def _push(self, seqs: Iterable[int]) -> None:
        new = self._around.live(set(seqs)) - self._waiting
        self._know_keys(new)
        self._waiting |= new
        for seq in new:
            heapq.heappush(self._heap, (self._keys[seq], seq))

    def _know_keys(self, seqs: Iterable[int]) -> None:
        unknown = {seq for seq in seqs if seq not in self._keys}
        if unknown:
            self._keys.update(node_rows.keys_at(self._connection, unknown))
