"""Which pairs of texts may be copies: those that share runs of words with a name or number in them, and their names.

Whether a pair is one depends on these two texts alone; how it is found depends on the others, and changes nothing. The
search goes by the names: formulas of the trade stand in ever more texts of a long corpus, but whoever shares nearly
half of a text's names shares several of its rarer ones.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from rashomon.grouping.compare_texts import COPIED_TELLING, Numbers, same_telling
from rashomon.grouping.name_bits import NumberBits
from rashomon.grouping.report_words import Words
from rashomon.grouping.shingles import RUN_WORDS

#: Two texts are compared where they share so many of these runs; a copy shares many more.
SHARED_RUNS = 2
#: One run in so many is kept of a long text, by its hash alone, so that two texts keep the same runs; a text of at most
#: so many keeps all.
_KEPT, _SHORT = 2, 40
#: Texts that share so many of the rarer names of one are looked at further: one is shared by chance.
_RARER = 2
#: Numbers are looked up in a table of so many places.
_SLOTS = 1 << 14


@dataclass(frozen=True, slots=True)
class Marks:
    """What finds a text's copies: some of its runs, its names and numbers, and how many words it has."""

    runs: array[int]
    telling: frozenset[str]
    words: int


def marks_of_text(words: Words) -> Marks:
    """The marks of one text, a function of it alone."""
    return Marks(array("I", sorted(fingerprints(words))), words.telling, len(words))


def fingerprints(words: Words) -> frozenset[int]:
    """The sampled runs that hold a name or a number and are not all quotation: formulas of the trade hold none."""
    tells = bytes(word in words.telling for word in words.folded)
    quoted, reach, last = words.quoted, RUN_WORDS, RUN_WORDS - 1
    own = [
        run for i, run in enumerate(words.runs) if 1 in tells[i : i + reach] and not (quoted[i] and quoted[i + last])
    ]
    return frozenset(own if len(own) <= _SHORT else (run for run in own if run % _KEPT == 0))


def are_candidates(a: Marks, b: Marks) -> bool:
    """True where two texts share enough runs, and the shorter one's names and numbers, to be compared word by word."""
    return may_be_copies(a, b.telling, b.words) and len(frozenset(a.runs).intersection(b.runs)) >= SHARED_RUNS


def may_be_copies(a: Marks, telling: frozenset[str], words: int) -> bool:
    """True where a text and one of these names and numbers, so many words long, share the shorter one's."""
    told = same_telling(a.telling, telling) if a.words <= words else 0.0
    if words <= a.words:
        # Of two of one length either may be the shorter.
        told = max(told, same_telling(telling, a.telling))
    return told >= COPIED_TELLING


class MarkRows:
    """The marks of very many texts as rows of numbers, some hundred bytes each."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._names, self._runs = _Rows(), _Rows()
        self._words = array("I")

    def keep(self, marks: Marks) -> None:
        """Keep the row of the next text."""
        # A text with fewer runs is nobody's candidate: its names need not be looked for.
        telling = marks.telling if len(marks.runs) >= SHARED_RUNS else ()
        self._names.keep(array("I", [self._numbers.setdefault(name, len(self._numbers)) for name in telling]))
        self._runs.keep(marks.runs)
        self._words.append(marks.words)

    def candidates(self) -> tuple[Numbers, Numbers]:
        """The candidate pairs in order, the lower numbers and the higher ones; nothing may be kept meanwhile."""
        found = array("Q")
        for at, others in self._of_longer_texts():
            pairs = np.minimum(others, at) << 32 | np.maximum(others, at)
            found.frombytes(pairs.tobytes())
        every = np.unique(np.frombuffer(found, np.int64))
        return every >> 32, every & 0xFFFFFFFF

    def _of_longer_texts(self) -> Iterator[tuple[int, Numbers]]:
        """For each text its candidates among those of as many words or more: two of one length may come twice."""
        holders: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))
        names, runs = self._names.ready(), self._runs.ready()
        longest_first = np.argsort(-np.frombuffer(self._words, np.uint32).astype(np.int64), kind="stable")
        #: Texts are met, and looked up, by their places among the longest.
        bits = NumberBits(len(longest_first))
        for _, same in groupby(enumerate(longest_first.tolist()), key=lambda one: self._words[one[1]]):
            some = list(same)
            for place, at in some:
                bits.keep(place, names.of(at))
                for name in names.of(at).tolist():
                    holders[name].append(place)
            for place, at in some:
                own = names.of(at)
                met = _of_like_names([holders[name] for name in own.tolist()])
                met = met[bits.most_shared(place, met) / max(1, len(own)) >= COPIED_TELLING]
                others = longest_first[met[met != place]]
                others = others[names.shared(own, others) / max(1, len(own)) >= COPIED_TELLING]
                yield at, others[runs.shared(runs.of(at), others) >= SHARED_RUNS]


def _of_like_names(holding: Sequence[array[int]]) -> Numbers:
    """Who may hold enough of a text's names, each of which these hold: whoever does holds some of the rarer ones."""
    needed = max(1, int(COPIED_TELLING * len(holding)))
    some = min(needed, _RARER)
    rarer = sorted(holding, key=len)[: len(holding) - needed + some]
    met = np.concatenate([np.zeros(0, np.uint32), *(np.frombuffer(held, np.uint32) for held in rarer)])
    return np.flatnonzero(np.bincount(met, minlength=1) >= some)


class _Rows:
    """Rows of different numbers, of any length each."""

    def __init__(self) -> None:
        self._kept, self._ends = array("I"), array("Q", [0])

    def keep(self, row: array[int]) -> None:
        self._kept.extend(row)
        self._ends.append(len(self._kept))

    def ready(self) -> _ReadyRows:
        return _ReadyRows(np.frombuffer(self._kept, np.uint32), np.frombuffer(self._ends, np.int64))


@dataclass(frozen=True, slots=True)
class _ReadyRows:
    """The rows side by side, and where each ends; the first is where the first begins."""

    kept: NDArray[np.uint32]
    ends: Numbers

    def of(self, at: int) -> NDArray[np.uint32]:
        return self.kept[self.ends[at] : self.ends[at + 1]]

    def shared(self, own: NDArray[np.uint32], others: Numbers) -> Numbers:
        """How many of these numbers stand in each of the other rows."""
        if not len(others) or not len(own):
            return np.zeros(len(others), np.int64)
        starts, lengths = self.ends[others], self.ends[others + 1] - self.ends[others]
        row = np.repeat(np.arange(len(others)), lengths)
        held = self.kept[np.arange(len(row)) + (starts - np.cumsum(lengths) + lengths)[row]]
        # Most are ruled out by a look at a small table: only the others are looked up.
        taken = np.zeros(_SLOTS, np.bool_)
        taken[own & np.uint32(_SLOTS - 1)] = True
        met = taken[held & np.uint32(_SLOTS - 1)]
        row, held = row[met], held[met]
        known = np.sort(own)
        place = np.minimum(np.searchsorted(known, held), len(known) - 1)
        return np.bincount(row[known[place] == held], minlength=len(others))
