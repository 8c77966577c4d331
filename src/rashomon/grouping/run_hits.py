"""Whether texts may be copies of one, of where runs of the one stand in them: what is told without their words.

The conditions are those of `compare_texts.shared_share`. What is counted here is never less than what is shared, so
that no copy is left out; of the few texts that are left most are copies.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rashomon.grouping.compare_texts import (
    COPIED_SHARE,
    SENTENCE,
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
#: Most texts are out of order already where they are cut into a few stretches, many others where into some more.
_COARSE, _FINE = 8, 16
_Marks = NDArray[np.bool_]


class Row(NamedTuple):
    """For each word of a text the run that starts there (0 where none does), the stretches in which the words of that
    run stand, as bits (none for a quoted word), and how many own words (not quoted) stand before it; last, all of them.
    """

    runs: NDArray[np.uint32]
    bits: NDArray[np.uint8]
    before: NDArray[np.int32]
    own: int


def row_of(words: Words) -> Row:
    """The row of a text, a function of it alone."""
    runs = np.zeros(len(words), np.uint32)
    runs[: len(words.runs)] = np.array(words.runs, np.uint32)
    unquoted = np.frombuffer(words.quoted, np.uint8) == 0
    before = np.zeros(len(words) + 1, np.int32)
    np.cumsum(unquoted, out=before[1:])
    own = int(before[-1])
    stretch = np.zeros(len(words) + RUN_WORDS, np.uint8)
    stretch[: len(words)][unquoted] = 1 << (np.arange(own) // _stretch_of(own))
    bits = np.zeros(len(words), np.uint8)
    for n in range(RUN_WORDS):
        bits |= stretch[n : n + len(words)]
    return Row(runs, bits, before, own)


class One:
    """The text that others are looked at beside: its different runs, and where each stands."""

    def __init__(self, row: Row, telling: frozenset[str]) -> None:
        self.row, self.telling = row, telling
        own = row.runs[: 1 - RUN_WORDS]
        self.values, place, self.times = np.unique(own, return_inverse=True, return_counts=True)
        #: The places of the runs, those of the first one first.
        self.at = np.argsort(place, kind="stable")
        self.first = np.cumsum(self.times) - self.times
        self._taken = np.zeros(_SLOTS, np.bool_)
        self._taken[self.values % _SLOTS] = True

    def may_have(self, runs: NDArray[np.uint32]) -> _Marks:
        """True for each run that this text has, and for few others."""
        found: _Marks = self._taken[runs & np.uint32(_SLOTS - 1)]
        return found

    def find(self, runs: NDArray[np.uint32]) -> tuple[Numbers, _Marks]:
        """For each run the one of this text that it is, and whether it is one at all."""
        numbers = np.minimum(np.searchsorted(self.values, runs), len(self.values) - 1)
        is_one: _Marks = self.values[numbers] == runs
        return numbers, is_one


class Others(NamedTuple):
    """Of each text how many words it has, how many of them its own, and its names and numbers."""

    lengths: Numbers
    own: Numbers
    telling: Callable[[int], frozenset[str]]


class Hits(NamedTuple):
    """Where runs of the one stand in other texts, in their order and inside each: the number of the text, which run it
    is, where it starts, and of its words what the text's row says: their stretches, the own words up to it and behind.
    """

    text: Numbers
    run: Numbers
    there: Numbers
    bits: NDArray[np.uint8]
    before: NDArray[np.int32]
    behind: NDArray[np.int32]

    def of(self, chosen: _Marks) -> Hits:
        """Those that are chosen."""
        return Hits(
            self.text[chosen],
            self.run[chosen],
            self.there[chosen],
            self.bits[chosen],
            self.before[chosen],
            self.behind[chosen],
        )


def enough_shared(one: One, others: Others, hits: Hits) -> _Marks:
    """Which of these texts may share enough: of the shorter one's own words, wherever either may be the shorter."""
    length = len(one.row.runs)
    many = len(others.lengths)
    count, stretches = _count(many, hits.text, hits.there, hits.before, hits.behind, hits.bits)
    enough = _suffices(others.own, count, stretches) & (others.lengths <= length)
    longer = np.flatnonzero(others.lengths >= length)
    if len(longer):
        # Where the runs stand in the one: each place once, however often the other has its run.
        row = one.row
        text, here, _ = _placed(one, hits.of((others.lengths >= length)[hits.text]))
        places = np.zeros(many * length, np.bool_)
        places[text * length + here] = True
        text, here = np.divmod(np.flatnonzero(places), length)
        mine, within = _count(many, text, here, row.before[here], row.before[here + RUN_WORDS], row.bits[here])
        enough |= _suffices(np.full(many, row.own), mine, within) & (others.lengths >= length)
        count[longer] = mine[longer]
    # Of two of one length either may be the shorter: what is shared of which is not told apart here.
    asked = np.flatnonzero(enough & (others.lengths != length))
    enough[asked] = _in_order(one, others, asked, count[asked], hits)
    return enough


def _count(
    many: int,
    text: Numbers,
    at: Numbers,
    before: NDArray[np.int32],
    behind: NDArray[np.int32],
    bits: NDArray[np.uint8],
) -> tuple[Numbers, NDArray[np.uint8]]:
    """Of each of so many texts how many own words stand in runs, which start `at` places in order, and in which
    stretches.
    """
    # Of a run that starts inside the one before, the words behind that one are new.
    new = behind - before
    inside = (text[1:] == text[:-1]) & (at[1:] < at[:-1] + RUN_WORDS)
    new[1:][inside] = (behind[1:] - behind[:-1])[inside]
    stretches = np.zeros(many, np.uint8)
    firsts = np.flatnonzero(np.diff(text, prepend=-1))
    if len(firsts):
        stretches[text[firsts]] = np.bitwise_or.reduceat(bits, firsts)
    return np.bincount(text, new, many).astype(np.int64), stretches


def _suffices(own: Numbers, count: Numbers, stretches: NDArray[np.uint8]) -> _Marks:
    """Where so many of so many own words in these of their stretches may make a copy."""
    holding = np.bitwise_count(stretches).astype(np.int64)
    needed = np.array([needed_words(n) for n in range(int(own.max(initial=0)) + 1)])
    return (count >= needed[own]) & spread(count, own, holding, -(-own // _stretch_of(own)))


def _stretch_of(own: int | Numbers) -> int | Numbers:
    return np.maximum(1, -(-own // STRETCHES))


def _placed(one: One, hits: Hits) -> tuple[Numbers, Numbers, Numbers]:
    """The text, where in the one and where in the text, for each of the places where a run stands in the one."""
    times = one.times[hits.run]
    nth = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    here = one.at[np.repeat(one.first[hits.run], times) + nth]
    return np.repeat(hits.text, times), here, np.repeat(hits.there, times)


def _in_order(one: One, others: Others, asked: Numbers, count: Numbers, hits: Hits) -> _Marks:
    """For each of the asked texts, so many words of which are shared, whether enough may stand in one order, or whole
    sentences do and need not.
    """
    length, lengths = len(one.row.runs), others.lengths[asked]
    own = np.where(length < lengths, one.row.own, others.own[asked])
    number = np.full(len(others.lengths), -1)
    number[asked] = np.arange(len(asked))
    text, here, there = _placed(one, hits.of(number[hits.text] >= 0))
    text = number[text]
    needed = np.array([needed_in_order(c, o) for c, o in zip(count.tolist(), own.tolist(), strict=True)])
    ordered = np.ones(len(asked), np.bool_)
    for stretches in (_COARSE, _FINE):
        left = np.flatnonzero(ordered)
        inside, among = ordered[text], np.cumsum(ordered) - 1
        most = most_in_order(length, lengths[left], stretches, among[text[inside]], here[inside], there[inside])
        ordered[left] = most >= needed[left]
    inside = ~ordered[text]
    whole = _in_sentences(len(asked), length, text[inside], here[inside], there[inside]) >= COPIED_SHARE * own
    found = ordered
    for at in np.flatnonzero(whole & ~ordered).tolist():
        telling = others.telling(int(asked[at]))
        shorter, other = (one.telling, telling) if length < lengths[at] else (telling, one.telling)
        found[at] = may_be_rearranged(int(count[at]), int(own[at]), same_telling(shorter, other))
    return found


def _in_sentences(many: int, length: int, text: Numbers, here: Numbers, there: Numbers) -> Numbers:
    """Of each of so many texts how many words at most stand among so many shared ones in a row that these are no
    formula.
    """
    # Runs that follow each other in both stand on one diagonal.
    diagonal = text * (1 << 32) + (there - here + length)
    order = np.lexsort((there, diagonal))
    text, there, diagonal = text[order], there[order], diagonal[order]
    opens = np.ones(len(text), np.bool_)
    opens[1:] = (diagonal[1:] != diagonal[:-1]) | (there[1:] != there[:-1] + 1)
    firsts = np.flatnonzero(opens)
    words = np.diff(firsts, append=len(text)) + RUN_WORDS - 1
    words[words < SENTENCE] = 0
    return np.bincount(text[firsts], words, many).astype(np.int64)
