"""Which of very many texts share enough with one to be its copy, counted side by side instead of text by text.

All reports of one story share its names, and with them turns of phrase: thousands of texts are left when names were
looked at. The runs of all of them lie in one row; a look at it finds those that the one text has too, and what is
counted of these few (`run_hits`) leaves the texts that need be aligned word by word.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from rashomon.grouping.compare_texts import Numbers
from rashomon.grouping.report_words import Words
from rashomon.grouping.run_hits import Hits, One, Others, enough_shared, row_of
from rashomon.grouping.shingles import RUN_WORDS

#: So many words are kept in all, nine bytes each.
_MOST = 6_000_000
_Array: TypeAlias = NDArray[Any]


class RunRows:
    """The rows of texts (`run_hits.Row`) by their numbers, one after the other."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Let go of all rows."""
        self._words, self._texts = 0, 0
        self._runs: NDArray[np.uint32] = np.zeros(0, np.uint32)
        self._bits: NDArray[np.uint8] = np.zeros(0, np.uint8)
        self._before: NDArray[np.int32] = np.zeros(1, np.int32)
        #: Where each row starts, how long it is, how many own words it has, and a hash of its text.
        self._rows: NDArray[np.int64] = np.zeros((0, 4), np.int64)
        self._telling: list[frozenset[str]] = []
        #: The row of each number; -1 where there is none.
        self._row_of: NDArray[np.int64] = np.zeros(0, np.int64)

    def keep(self, number: int, words: Words) -> None:
        """Keep the row of a text; where very many are kept all others go."""
        if self._words > _MOST:
            self.forget()
        row, at, start = row_of(words), self._texts, self._words
        end = start + len(words)
        self._runs, self._bits = _room(self._runs, end), _room(self._bits, end)
        self._before = _room(self._before, end + 1)
        self._runs[start:end], self._bits[start:end] = row.runs, row.bits
        self._before[start : end + 1] = self._before[start] + row.before
        self._rows, self._row_of = _room(self._rows, at + 1), _room(self._row_of, number + 1, -1)
        self._rows[at], self._row_of[number] = (start, len(words), row.own, _hash(words)), at
        self._telling.append(words.telling)
        self._words, self._texts = end, at + 1

    def missing(self, numbers: Iterable[int]) -> list[int]:
        """Those of these texts whose rows are not kept."""
        every = np.fromiter(numbers, np.int64)
        unknown: list[int] = every[self._rows_of(every) < 0].tolist()
        return unknown

    def sharing(self, words: Words, numbers: Iterable[int]) -> set[int]:
        """Which of these texts share enough with one; left out are only texts, their rows kept, of which
        `shared_share` is 0. Texts of the same words share all.
        """
        every = np.fromiter(numbers, np.int64)
        rows = self._rows_of(every)
        known = rows >= 0
        enough = ~known
        enough[known] = self._rows[rows[known], 3] == _hash(words)
        asked = np.flatnonzero(~enough)
        asked = asked[self._rows[rows[asked], 1] >= RUN_WORDS]
        if len(words) >= RUN_WORDS and len(asked):
            enough[asked] = self._enough(One(row_of(words), words.telling), rows[asked])
        return set(every[enough].tolist())

    def _rows_of(self, numbers: Numbers) -> Numbers:
        rows = np.full(len(numbers), -1)
        inside = numbers < len(self._row_of)
        rows[inside] = self._row_of[numbers[inside]]
        return rows

    def _enough(self, one: One, rows: Numbers) -> NDArray[np.bool_]:
        starts, lengths, own, _ = self._rows[rows].T
        places = self._places(one, starts, lengths)
        met_in = np.diff(np.searchsorted(places, self._rows[: self._texts, 0]), append=len(places))
        text = np.full(self._texts, -1)
        text[rows] = np.arange(len(rows))
        text = np.repeat(text, met_in)
        places, text = places[text >= 0], text[text >= 0]
        run, met = one.find(self._runs[places])
        met &= places + RUN_WORDS <= (starts + lengths)[text]
        places, text, run = places[met], text[met], run[met]
        words = self._before[places], self._before[places + RUN_WORDS]
        hits = Hits(text, run, places - starts[text], self._bits[places], *words)
        return enough_shared(one, Others(lengths, own, lambda at: self._telling[rows[at]]), hits)

    def _places(self, one: One, starts: Numbers, lengths: Numbers) -> Numbers:
        """Where runs that the one may have start in these rows, and it may be in others; in order."""
        if 2 * int(lengths.sum()) > self._words:
            return np.flatnonzero(one.may_have(self._runs[: self._words]))
        order = np.argsort(starts)
        starts, lengths = starts[order], lengths[order]
        pieces = [self._runs[at : at + many] for at, many in zip(starts.tolist(), lengths.tolist(), strict=True)]
        met = np.flatnonzero(one.may_have(np.concatenate(pieces)))
        ends = np.cumsum(lengths)
        return met + (starts - ends + lengths)[np.searchsorted(ends, met, "right")]


def _hash(words: Words) -> int:
    return int(words.digest()[:15] or "0", 16)


def _room(kept: _Array, size: int, empty: int = 0) -> _Array:
    """The array with room for so many, twice as much as it had where it is full."""
    if size <= len(kept):
        return kept
    more = np.full((max(1_024, 2 * len(kept), size) - len(kept), *kept.shape[1:]), empty, kept.dtype)
    return np.concatenate([kept, more])
