"""Which reports are cores, settled anew where reports came or went, with the chances that are kept of them.

Whether a report is a core hangs on the cores that were published before it (`grouping.cores`). So what a change does is
followed from the earliest report to the latest: one that becomes a core is compared with later ones, one that no longer
is lets go of them, and those of these for whom that makes a difference are settled in their turn.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection

from rashomon.grouping import is_certain, is_core
from rashomon.project.link_reports import Linker
from rashomon.storage import chance_rows, link_rows, node_rows
from rashomon.storage.node_rows import Key


class Settled:
    """Who is a core now (`cores`) or is none any longer (`lost`), of the reports that a change bears upon; and those
    whose chances changed and that are no cores (`moved`).
    """

    def __init__(self) -> None:
        self.cores: set[int] = set()
        self.lost: set[int] = set()
        self.moved: set[int] = set()


class Settling:
    """One change of the reports that are compared: `came` and `went` are numbers of reports; one may be in both."""

    def __init__(self, connection: Connection, linker: Linker, came: Collection[int], went: Collection[int]) -> None:
        self._connection, self._linker = connection, linker
        #: Those who came and are not settled yet, and those who went and have not come again.
        self._waiting, self._gone = set(came), set(went)
        self._fresh = set(came) - set(went)
        places = link_rows.places_of(connection, went)
        self._core = {seq: place.core for seq, place in places.items()}
        self._keys: dict[int, Key] = {}
        self._rows: dict[int, dict[int, float]] = {}
        #: What changes of each report's chances; null where one goes.
        self._changes: dict[int, dict[int, float | None]] = defaultdict(dict)
        self._heap: list[tuple[Key, int]] = []
        self.settled = Settled()

    def settle(self) -> Settled:
        """Settle all, and keep the chances."""
        for seq in sorted(self._gone):
            self._let_go(seq)
        self._know_keys(self._waiting)
        for seq in self._waiting:
            self._push(seq)
        while self._heap:
            _, seq = heapq.heappop(self._heap)
            if seq in self._waiting:
                self._take_in(seq)
            else:
                self._look_again(seq)
        self._save()
        return self.settled

    def _let_go(self, seq: int) -> None:
        """Forget a report that went."""
        row = self._row(seq)
        if self._core.get(seq, False):
            self._lose(seq)
        self._core[seq] = False
        self._change(seq, dict.fromkeys(row))
        self.settled.moved.discard(seq)

    def _take_in(self, seq: int) -> None:
        """Settle a report that came, of its chances with the earlier cores."""
        self._waiting.discard(seq)
        self._gone.discard(seq)
        news = self._linker.news(self._connection, seq)
        cores = self._cores_of(news)
        self._know_keys(cores)
        earlier = [n for n in cores if self._keys[n] < self._keys[seq]]
        row = self._linker.chances(self._connection, seq, earlier)
        self._rows[seq] = {}
        self._change(seq, row)
        self._core[seq] = False
        if is_core(row.values()):
            self._become(seq, row)
        else:
            self.settled.moved.add(seq)

    def _look_again(self, seq: int) -> None:
        """Settle a report anew whose certain chances with earlier cores changed."""
        row = self._row(seq)
        if self._core[seq]:
            self._know_keys(row)
        earlier = {n: chance for n, chance in row.items() if not self._core[seq] or self._keys[n] < self._keys[seq]}
        now = is_core(earlier.values())
        if now and not self._core[seq]:
            self._become(seq, earlier)
        elif self._core[seq] and not now:
            self._lose(seq)
            self._change(seq, dict.fromkeys(row.keys() - earlier))
            self.settled.moved.add(seq)

    def _become(self, seq: int, earlier: Mapping[int, float]) -> None:
        """Make a report a core: later reports are compared with it."""
        self._core[seq] = True
        self.settled.cores.add(seq)
        self.settled.lost.discard(seq)
        self.settled.moved.discard(seq)
        for other, chance in earlier.items():
            self._change(other, {seq: chance})
        news = self._linker.news(self._connection, seq)
        there = {*link_rows.places_among(self._connection, news, cores=False), *news.intersection(self._core)}
        there -= self._waiting | self._gone
        self._know_keys(there)
        later = [n for n in there if self._keys[n] > self._keys[seq]]
        chances = self._linker.chances(self._connection, seq, later)
        cores = self._cores_of(chances)
        for other, chance in chances.items():
            self._core.setdefault(other, False)
            self._change(other, {seq: chance})
            if other in cores:
                self._change(seq, {other: chance})
            if is_certain(chance):
                self._push(other)
                if other not in cores:
                    self.settled.moved.add(other)

    def _lose(self, seq: int) -> None:
        """Make a core none: whoever has a chance with it lets go of it."""
        self._core[seq] = False
        self.settled.lost.add(seq)
        self.settled.cores.discard(seq)
        held = chance_rows.held_against(self._connection, [seq])
        known: dict[int, float | None] = {other: chances[seq] for other, chances in held.items()}
        for other, changes in self._changes.items():
            if seq in changes:
                known[other] = changes[seq]
        holding = {other: chance for other, chance in known.items() if chance is not None}
        cores = self._cores_of(holding)
        for other, chance in holding.items():
            self._change(other, {seq: None})
            if other not in cores and other not in self._gone and is_certain(chance):
                self._core.setdefault(other, False)
                self.settled.moved.add(other)
                self._push(other)

    def _cores_of(self, seqs: Iterable[int]) -> set[int]:
        """The cores of these reports, as they are settled so far."""
        some = set(seqs)
        found = {n for n in link_rows.places_among(self._connection, some, cores=True) if n not in self._core}
        self._core.update(dict.fromkeys(found, True))
        return {n for n in some if self._core.get(n, False)}

    def _row(self, seq: int) -> dict[int, float]:
        """The chances of a report as they are settled so far."""
        if seq not in self._rows:
            self._rows[seq] = chance_rows.chances_of(self._connection, [seq])[seq]
        row = {**self._rows[seq], **self._changes[seq]}
        return {other: chance for other, chance in row.items() if chance is not None}

    def _change(self, seq: int, changes: Mapping[int, float | None]) -> None:
        self._changes[seq].update(changes)

    def _push(self, seq: int) -> None:
        self._know_keys([seq])
        heapq.heappush(self._heap, (self._keys[seq], seq))

    def _know_keys(self, seqs: Iterable[int]) -> None:
        self._keys.update(node_rows.keys_at(self._connection, {n for n in seqs if n not in self._keys}))

    def _save(self) -> None:
        new = {(seq, n): chance for seq, some in self._changes.items() for n, chance in some.items()}
        before = [pair for pair in new if self._fresh.isdisjoint(pair)]
        found = {pair: chance for pair, chance in new.items() if chance is not None}
        chance_rows.save_chances(self._connection, before, found)
