"""Which pairs of texts may be copies: those that share runs of words with a name or number in them, and their names.

Whether a pair is one depends on these two texts alone; how it is found depends on the others, and changes nothing. A
run that very many texts share (a hotline, an outlet's closing line) is not searched pair by pair: among its holders
only those are met that share some of their rarer names.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.grouping.compare_texts import COPIED_TELLING, same_telling
from rashomon.grouping.report_words import Words
from rashomon.grouping.shingles import RUN_WORDS

#: Two texts are compared where they share so many of these runs; a copy shares many more.
SHARED_RUNS = 2
#: One run in so many is kept of a long text, by its hash alone, so that two texts keep the same runs; a text of at most
#: so many keeps all.
_KEPT, _SHORT = 2, 40
#: The holders of a run that are all compared with each other; of more, those that share names.
_CROWD = 12
#: So many pairs that were met are at hand at a time: most of them are no candidates.
_MET = 500_000


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


def candidates(marks: Sequence[Marks]) -> list[tuple[int, int]]:
    """The candidate pairs, as (lower, higher index) in order."""
    holders: dict[int, list[int]] = defaultdict(list)
    for at, mark in enumerate(marks):
        for run in mark.runs:
            holders[run].append(at)
    found: set[tuple[int, int]] = set()
    met: set[tuple[int, int]] = set()
    for crowd in holders.values():
        if len(crowd) > 1:
            met.update(combinations(crowd, 2) if len(crowd) <= _CROWD else _of_like_names(crowd, marks))
        if len(met) >= _MET:
            found.update(_asked(met - found, marks))
            met.clear()
    return sorted(found.union(_asked(met - found, marks)))


def _asked(pairs: Iterable[tuple[int, int]], marks: Sequence[Marks]) -> Iterator[tuple[int, int]]:
    """Those of the pairs that are candidates."""
    return (pair for pair in pairs if are_candidates(marks[pair[0]], marks[pair[1]]))


def _of_like_names(crowd: Sequence[int], marks: Sequence[Marks]) -> Iterator[tuple[int, int]]:
    """Pairs of these texts that may share enough names: whoever shares so many shares one of the rarer ones."""
    named: dict[str, list[int]] = defaultdict(list)
    for at in crowd:
        for name in marks[at].telling:
            named[name].append(at)
    holding = {name: len(held) for name, held in named.items()}
    for at in crowd:
        names = marks[at].telling
        # Of so many names one at least is shared, whichever they are: those that nobody else holds are taken first.
        rarer = len(names) + 1 - max(1, math.ceil(COPIED_TELLING * len(names)))
        held = [name for name in names if holding[name] > 1]
        some = sorted(held, key=holding.__getitem__)[: max(0, rarer - (len(names) - len(held)))]
        others = {other for name in some for other in named[name]} if names else crowd
        for other in others:
            if other != at and marks[at].words <= marks[other].words:
                yield min(at, other), max(at, other)
