"""Which of very many texts share enough with one to be its copy, counted side by side instead of text by text.

All reports of one story share its names, and with them turns of phrase: hundreds of texts are left when names were
looked at. How much of the shorter text stands in the other in runs, over how many of its stretches, and how much of it
can stand in one order in both, is counted for all of them at once; what `shared_share` would call no copy by these
alone need not be aligned word by word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from rashomon.grouping.compare_texts import (
    STRETCHES,
    Numbers,
    may_be_rearranged,
    needed_in_order,
    needed_words,
    same_telling,
    spread,
)
from rashomon.grouping.report_words import Words
from rashomon.grouping.run_order import most_in_order
from rashomon.grouping.shingles import RUN_WORDS

#: Runs are looked up in a table of so many places, which fits into the cache of a processor.
_SLOTS = 1 << 18
#: So many words are kept in all, five bytes each; so many texts are looked at side by side.
_MOST, _AT_ONCE = 6_000_000, 1_000
_Bits: TypeAlias = NDArray[np.uint8]
_Marks: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """For each word of a text the run that starts there (0 where none does) and the stretch of the text in which it
    stands, as a bit; no bit for a quoted word. `own` words are not quoted, so many of which are `needed`; `text` is the
    hash of all, `telling` are the names and numbers.
    """

    runs: NDArray[np.uint32]
    bits: _Bits
    own: int
    needed: float
    text: str
    telling: frozenset[str]


def row_of(words: Words) -> Row:
    """The row of a text, a function of it alone."""
    runs = np.zeros(len(words), np.uint32)
    runs[: len(words.runs)] = np.array(words.runs, np.uint32)
    unquoted = np.frombuffer(words.quoted, np.uint8) == 0
    own = int(unquoted.sum())
    size = max(1, -(-own // STRETCHES))
    bits = np.zeros(len(words), np.uint8)
    bits[unquoted] = 1 << (np.arange(own) // size)
    return Row(runs, bits, own, needed_words(own), words.digest(), words.telling)


class RunRows:
    """The rows of texts by their numbers."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Let go of all rows."""
        self._rows: dict[int, Row] = {}
        self._words = 0

    def keep(self, number: int, words: Words) -> None:
        """Keep the row of a text; where very many are kept all others go."""
        if self._words > _MOST:
            self.forget()
        self._rows[number] = row_of(words)
        self._words += len(words)

    def missing(self, numbers: Iterable[int]) -> list[int]:
        """Those of these texts whose rows are not kept."""
        return [number for number in numbers if number not in self._rows]

    def sharing(self, words: Words, numbers: Iterable[int]) -> set[int]:
        """Which of these texts share enough with one; left out are only texts, their rows kept, of which
        `shared_share` is 0. Texts of the same words share all.
        """
        one = _One(row_of(words))
        found: set[int] = set()
        rows: list[tuple[int, Row]] = []
        for number in numbers:
            row = self._rows.get(number)
            if row is None or row.text == one.row.text:
                found.add(number)
            elif len(row.runs) >= RUN_WORDS and len(one.row.runs) >= RUN_WORDS:
                rows.append((number, row))
        for at in range(0, len(rows), _AT_ONCE):
            some = rows[at : at + _AT_ONCE]
            enough = _enough(one, [row for _, row in some])
            found.update(number for (number, _), share in zip(some, enough.tolist(), strict=True) if share)
        return found


class _One:
    """The text that others are looked at beside: its different runs, and where each stands."""

    def __init__(self, row: Row) -> None:
        self.row = row
        own = row.runs[: 1 - RUN_WORDS]
        self.values, self.place, self.times = np.unique(own, return_inverse=True, return_counts=True)
        #: The places of the runs, those of the first one first.
        self.at = np.argsort(self.place, kind="stable")
        self.first = np.cumsum(self.times) - self.times
        slots = self.values % _SLOTS
        self._table = np.zeros(_SLOTS, np.int32) if len(np.unique(slots)) == len(slots) else None
        if self._table is not None:
            self._table[slots] = np.arange(len(slots))

    def find(self, runs: NDArray[np.uint32]) -> tuple[Numbers, _Marks]:
        """For each run the one of this text that it is, and whether it is one at all."""
        if self._table is not None:
            numbers = self._table[runs % _SLOTS].astype(np.int64)
        else:
            numbers = np.minimum(np.searchsorted(self.values, runs), len(self.values) - 1)
        is_one: _Marks = self.values[numbers] == runs
        return numbers, is_one


def _enough(one: _One, rows: Sequence[Row]) -> _Marks:
    """Which of these texts may share enough: of the shorter one's own words, wherever either may be the shorter."""
    lengths = np.array([len(row.runs) for row in rows])
    starts = np.cumsum(lengths) - lengths
    # Which of the one's runs starts at each word of each of the others, one after the other; the last words start none.
    runs, met = one.find(np.concatenate([row.runs for row in rows]))
    for n in range(1, RUN_WORDS):
        met[starts + lengths - n] = False
    theirs = np.where(_covered(met), np.concatenate([row.bits for row in rows]), 0)
    count = np.add.reduceat(theirs != 0, starts, dtype=np.int64)
    enough = _suffices(rows, count, np.bitwise_or.reduceat(theirs, starts))
    enough &= lengths <= len(one.row.runs)
    longer = np.flatnonzero(lengths >= len(one.row.runs))
    hits = np.flatnonzero(met)
    text = np.repeat(np.arange(len(rows)), lengths)[hits]
    if len(longer):
        has = np.zeros((len(rows), len(one.values)), np.bool_)
        has[text, runs[hits]] = True
        shared = np.zeros((len(longer), len(one.row.runs)), np.bool_)
        shared[:, : len(one.place)] = has[longer][:, one.place]
        mine = np.where(_covered(shared), one.row.bits, 0)
        own = (mine != 0).sum(axis=1)
        enough[longer] |= _suffices([one.row], own, np.bitwise_or.reduce(mine, axis=1))
        count[longer] = own
    # Of two of one length either may be the shorter: what is shared of which is not told apart here.
    asked = np.flatnonzero(enough & (lengths != len(one.row.runs)))
    enough[asked] = _in_order(one, rows, asked, count, (text, runs[hits], hits - starts[text]))
    return enough


def _in_order(
    one: _One, rows: Sequence[Row], asked: Numbers, count: Numbers, hits: tuple[Numbers, Numbers, Numbers]
) -> list[bool]:
    """For each of the asked texts whether enough may stand in one order, or need not."""
    number = np.full(len(rows), -1)
    number[asked] = np.arange(len(asked))
    text, runs, there = hits
    inside = number[text] >= 0
    text, runs, there = number[text[inside]], runs[inside], there[inside]
    # A run of the one that stands there several times is met at each of its places.
    times = one.times[runs]
    nth = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    here = one.at[np.repeat(one.first[runs], times) + nth]
    lengths = np.array([len(rows[at].runs) for at in asked], np.int64)
    length = len(one.row.runs)
    most = most_in_order(length, lengths, np.repeat(text, times), here, np.repeat(there, times))
    found = []
    for at, ordered in zip(asked.tolist(), most.tolist(), strict=True):
        shorter, other = (one.row, rows[at]) if length < len(rows[at].runs) else (rows[at], one.row)
        shared = int(count[at])
        enough = ordered >= needed_in_order(shared, shorter.own)
        found.append(enough or may_be_rearranged(shared, shorter.own, same_telling(shorter.telling, other.telling)))
    return found


def _covered(shared: _Marks) -> _Marks:
    """Where words stand in runs, of where these start."""
    covered = shared.copy()
    for n in range(1, RUN_WORDS):
        covered[..., n:] |= shared[..., :-n]
    return covered


def _suffices(rows: Sequence[Row], count: Numbers, stretches: _Bits) -> _Marks:
    """Where so many of the own words of these texts, or of one, in these of its stretches may make a copy."""
    needed, own = np.array([row.needed for row in rows]), np.array([row.own for row in rows])
    size = np.maximum(1, -(-own // STRETCHES))
    holding = np.bitwise_count(stretches).astype(np.int64)
    return (count >= needed) & spread(count, own, holding, -(-own // size))
