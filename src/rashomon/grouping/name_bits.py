"""Which of very many texts share enough names with one to be its copy, at a glance: names as bits, side by side.

An agency's or a ministry's name in a row of words stands in ever more texts of a long project. All of them share runs
with a new one; a look at the bits of each, many thousands in a millisecond, leaves the few that are compared.
"""

from __future__ import annotations

import zlib
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rashomon.grouping.compare_texts import COPIED_TELLING, Numbers

#: Bits on which names fall: several times as many as most texts have names.
_NAME_BITS = 512


class Names(NamedTuple):
    """A text's names and numbers as bits (several may fall on one), how many they are, how many of them fall on a bit
    that is taken, and how many words the text has.
    """

    bits: bytes
    number: int
    hidden: int
    words: int


def names_of(telling: frozenset[str], words: int) -> Names:
    """The names and numbers of a text of so many words: what rules out most texts that share formulas with it."""
    bits = 0
    for name in telling:
        bits |= 1 << zlib.crc32(name.encode("utf-8", "surrogatepass")) % _NAME_BITS
    packed = bits.to_bytes(_NAME_BITS // 8, "little")
    return Names(packed, len(telling), len(telling) - bits.bit_count(), words)


class NameRows:
    """The names of texts by their numbers, a row each: most numbers below the largest are used."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Let go of all rows."""
        self._bits: NDArray[np.uint64] = np.zeros((0, _NAME_BITS // 64), np.uint64)
        #: How many names, how many of them hidden, how many words; -1 where there is no row.
        self._counts: NDArray[np.int32] = np.zeros((0, 3), np.int32)

    def keep(self, number: int, names: Names) -> None:
        """Keep the names of a text."""
        if number >= len(self._bits):
            more = max(1_024, 2 * number) - len(self._bits)
            self._bits = np.concatenate([self._bits, np.zeros((more, self._bits.shape[1]), np.uint64)])
            self._counts = np.concatenate([self._counts, np.full((more, 3), -1, np.int32)])
        self._bits[number] = np.frombuffer(names.bits, np.dtype("<u8"))
        self._counts[number] = names[1:]

    def missing(self, numbers: Numbers) -> list[int]:
        """Those of these texts whose names are not kept."""
        inside = numbers < len(self._counts)
        known = np.zeros(len(numbers), np.bool_)
        known[inside] = self._counts[numbers[inside], 0] >= 0
        unknown: list[int] = numbers[~known].tolist()
        return unknown

    def sharing(self, one: Names, numbers: Numbers) -> set[int]:
        """Which of these texts, all kept, share enough names with one; left out are only texts for which
        `may_be_copies` is false.
        """
        count, under, length = self._counts[numbers].T
        both = np.bitwise_count(self._bits[numbers] & np.frombuffer(one.bits, np.dtype("<u8")))
        # Names that fall on one bit with another of their own text are taken for shared ones.
        shared = both.sum(axis=1, dtype=np.int64) + np.minimum(under, one.hidden)
        mine = (one.words <= length) & _enough(shared, np.int32(one.number))
        its = (length <= one.words) & _enough(shared, count)
        return set(numbers[mine | its].tolist())


class NumberBits:
    """The same of texts whose names are numbers: a row of bits each."""

    def __init__(self, texts: int) -> None:
        self._bits: NDArray[np.uint8] = np.zeros((texts, _NAME_BITS // 8), np.uint8)
        self._hidden: NDArray[np.uint32] = np.zeros(texts, np.uint32)

    def keep(self, at: int, names: NDArray[np.uint32]) -> None:
        """Keep the names of a text."""
        on = np.zeros(_NAME_BITS, np.bool_)
        on[names % _NAME_BITS] = True
        self._bits[at] = np.packbits(on)
        self._hidden[at] = len(names) - np.count_nonzero(on)

    def most_shared(self, at: int, others: Numbers) -> Numbers:
        """How many names a text and each of these, all kept, share at the most."""
        bits = self._bits.view(np.uint64)
        both = np.bitwise_count(bits[others] & bits[at]).sum(axis=1, dtype=np.int64)
        most: Numbers = both + np.minimum(self._hidden[others], self._hidden[at])
        return most


def _enough(shared: NDArray[np.int64], count: NDArray[np.int32] | np.int32) -> NDArray[np.bool_]:
    # The same division as where two texts are compared: a text without names shares all that it has.
    return np.where(count == 0, True, shared / np.maximum(count, 1) >= COPIED_TELLING)
