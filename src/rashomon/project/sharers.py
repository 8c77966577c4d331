"""Which reports have marks of another one: what very many reports have is read from the store once, then kept.

A mark of a few reports (a run of rare words, a name of this month) is asked of the store. One that more and more
reports have, whatever they tell of (an agency's name in a row of words), would be read for each report that comes,
and ever longer: its reports are kept at hand, as are the hashes of what they say. What is kept holds as long as nobody
else changed the marks of the store: their state says so.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

import numpy as np
from sqlalchemy import Connection

from rashomon.grouping import KIND_BITS, MARKS_NEEDED, OF_WORDS, NameRows, Numbers, RunRows
from rashomon.storage import mark_rows, node_rows

#: A mark of so many reports is kept at hand, and so many of its reports in all (four bytes each).
_CROWD, _MOST = 40, 20_000_000
#: Numbers are counted in one row where it is at most so many times as long as they are many.
_DENSE = 16


class Sharers:
    """The reports of marks, and the content hashes and names of reports, as far as they were asked for."""

    def __init__(self) -> None:
        self._state: str | None = None
        self._crowded: dict[int, array[int]] = {}
        self._held = 0
        self._read: dict[int, list[int]] = {}
        self._asked: set[int] = set()
        self._hashes: dict[int, str] = {}
        self.names = NameRows()
        self.runs = RunRows()

    def _follow(self, connection: Connection) -> None:
        """Let go of what is kept where another process, or a batch that was given up, changed the store's marks."""
        state = mark_rows.marks_state(connection)
        if state != self._state or self._held > _MOST:
            self._state, self._held = state, 0
            self._crowded.clear()
            self._hashes.clear()
            self.names.forget()
            self.runs.forget()

    def add(self, connection: Connection, marks: Mapping[int, Iterable[int]], hashes: Mapping[int, str]) -> None:
        """Store the marks of reports that have none yet, by their numbers; `hashes` are those of their contents.

        What was read before is to be found with them.
        """
        mark_rows.save_marks(connection, marks)
        self._state = mark_rows.change_state(connection, sorted(hashes.items()))
        self._hashes.update(hashes)
        for seq, some in marks.items():
            held = self._crowded.keys() & some
            for mark in held:
                self._crowded[mark].append(seq)
            self._held += len(held)
            for mark in self._asked.intersection(some) - held:
                self._read[mark].append(seq)

    def read(self, connection: Connection, marks: Iterable[int]) -> None:
        """Make the reports of these marks ready, to be found until marks are read again."""
        self._follow(connection)
        self._read = defaultdict(list)
        self._asked = {mark for mark in marks if mark not in self._crowded}
        for mark, seq in mark_rows.holders(connection, self._asked):
            self._read[mark].append(seq)
        for mark, seqs in self._read.items():
            if len(seqs) >= _CROWD:
                self._crowded[mark] = array("I", seqs)
                self._held += len(seqs)

    def find(self, marks: Iterable[int]) -> tuple[Numbers, Numbers]:
        """The reports that have as many of the marks, which were read, as are needed of a kind: those that may tell
        the same news, and those that may have the same words.
        """
        lists: dict[int, list[Collection[int]]] = defaultdict(list)
        for mark in marks:
            held = self._crowded.get(mark) or self._read.get(mark)
            if held:
                lists[mark >> KIND_BITS].append(held)
        found = {kind: _in_several(some, MARKS_NEEDED[kind]) for kind, some in lists.items()}
        words = found.pop(OF_WORDS, np.zeros(0, np.int64))
        return np.unique(np.concatenate([np.zeros(0, np.int64), *found.values()])), words

    def hashes(self, connection: Connection, seqs: Collection[int]) -> dict[int, str]:
        """The content hash of each of these reports."""
        unknown = [seq for seq in seqs if seq not in self._hashes]
        if unknown:
            self._hashes.update(node_rows.hashes_at(connection, unknown))
        return {seq: self._hashes[seq] for seq in seqs}


def _in_several(lists: Iterable[Collection[int]], least: int) -> Numbers:
    """The numbers, in order, that stand in so many of the lists."""
    few: list[int] = []
    every: list[Numbers] = []
    for some in lists:
        if isinstance(some, array):
            every.append(np.frombuffer(some, np.uint32).astype(np.int64))
        else:
            few += some
    numbers = np.concatenate([*every, np.array(few, np.int64)])
    lowest = int(numbers.min())
    if int(numbers.max()) - lowest <= _DENSE * len(numbers):
        return np.flatnonzero(np.bincount(numbers - lowest) >= least) + lowest
    # A few numbers out of a long project are sorted sooner than all between them are counted.
    numbers.sort()
    return np.unique(numbers[least - 1 :][numbers[least - 1 :] == numbers[: len(numbers) - least + 1]])
