"""Which of very many texts share enough with one to be its copy, counted side by side instead of text by text.

All reports of one story share its names, and with them turns of phrase: hundreds of texts are left when names were
looked at. How much of the shorter text stands in the other in runs, and over how many of its stretches, is counted for
all of them at once; what `shared_share` would call no copy by these alone need not be aligned word by word. Runs are
told apart by a part of their hash: two that fall together only leave a text in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from rashomon.grouping.compare_texts import STRETCHES, Numbers, are_spread, needed_words
from rashomon.grouping.report_words import Words
from rashomon.grouping.shingles import RUN_WORDS

#: Runs are told apart by so many values; a table of them fits into the cache of a processor.
_SLOTS = 1 << 18
#: So many words are kept in all, five bytes each; so many texts are looked at side by side.
_MOST, _AT_ONCE = 6_000_000, 2_000
_Bits: TypeAlias = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """For each word of a text the slot of the run that starts there (any, where none does) and the stretch of the text
    in which it stands, as a bit; no bit for a quoted word. `own` words are not quoted, so many of which are `needed`;
    `text` is the hash of all.
    """

    slots: NDArray[np.uint32]
    bits: _Bits
    own: int
    needed: float
    text: str


def row_of(words: Words) -> Row:
    """The row of a text, a function of it alone."""
    slots = np.zeros(len(words), np.uint32)
    slots[: len(words.runs)] = np.array(words.runs, np.uint32) % _SLOTS
    unquoted = np.frombuffer(words.quoted, np.uint8) == 0
    own = int(unquoted.sum())
    size = max(1, -(-own // STRETCHES))
    bits = np.zeros(len(words), np.uint8)
    bits[unquoted] = 1 << (np.arange(own) // size)
    return Row(slots, bits, own, needed_words(own), words.digest())


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
        one = row_of(words)
        table = np.full(_SLOTS, -1, np.int32)
        used, place = np.unique(one.slots[: len(words.runs)], return_inverse=True)
        table[used] = np.arange(len(used))
        found: set[int] = set()
        rows: list[tuple[int, Row]] = []
        for number in numbers:
            row = self._rows.get(number)
            if row is None or row.text == one.text:
                found.add(number)
            elif len(row.bits):
                rows.append((number, row))
        for at in range(0, len(rows), _AT_ONCE):
            some = rows[at : at + _AT_ONCE]
            enough = _enough(one, place, table, [row for _, row in some])
            found.update(number for (number, _), share in zip(some, enough.tolist(), strict=True) if share)
        return found


def _enough(one: Row, place: Numbers, table: NDArray[np.int32], rows: Sequence[Row]) -> NDArray[np.bool_]:
    """Which of these texts may share enough: of the shorter one's own words, wherever either may be the shorter."""
    lengths = np.array([len(row.bits) for row in rows])
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    # Which of the one's runs starts at each word of each of the others, one after the other.
    runs = table[np.concatenate([row.slots for row in rows])]
    met = runs >= 0
    theirs = np.where(_covered(met), np.concatenate([row.bits for row in rows]), 0)
    count = np.add.reduceat(theirs != 0, starts, dtype=np.int64)
    enough = _suffices(rows, count, np.bitwise_or.reduceat(theirs, starts))
    enough &= lengths <= len(one.bits)
    longer = np.flatnonzero(lengths >= len(one.bits))
    if len(longer):
        has = np.zeros((len(rows), int(table.max()) + 1), np.bool_)
        has[np.repeat(np.arange(len(rows)), lengths)[met], runs[met]] = True
        shared = np.zeros((len(longer), len(one.bits)), np.bool_)
        shared[:, : len(place)] = has[longer][:, place]
        mine = np.where(_covered(shared), one.bits, 0)
        enough[longer] |= _suffices([one], (mine != 0).sum(axis=1), np.bitwise_or.reduce(mine, axis=1))
    return enough


def _covered(shared: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Where words stand in runs, of where these start; one that seems to reach beyond its text only leaves texts in."""
    covered = shared.copy()
    for n in range(1, RUN_WORDS):
        covered[..., n:] |= shared[..., :-n]
    return covered


def _suffices(rows: Sequence[Row], count: Numbers, stretches: _Bits) -> NDArray[np.bool_]:
    """Where so many of the own words of these texts, or of one, in these of its stretches may make a copy."""
    needed, own = np.array([row.needed for row in rows]), np.array([row.own for row in rows])
    size = np.maximum(1, -(-own // STRETCHES))
    holding = np.bitwise_count(stretches).astype(np.int64)
    return (count >= needed) & are_spread(count, own, holding, -(-own // size))
