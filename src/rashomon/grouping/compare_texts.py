"""How much of one text stands in another, and where: the test of a copy, on the pair alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from typing import Any, TypeAlias, overload

import numpy as np
from numpy.typing import NDArray

from rashomon.grouping.report_words import Words
from rashomon.grouping.shingles import RUN_WORDS

#: The share of the shorter text's own words that must stand in the other in runs of four. Texts written apart about one
#: happening share under a tenth; a copy with four words in ten replaced keeps about 0.28 (0.6 times the chance of
#: such a run).
COPIED_SHARE = 0.2
#: Fewer shared words than this are a formula, not a copy.
COPIED_WORDS = 16
#: The share of the shorter text's names and numbers that the other must have: a template has other ones.
COPIED_TELLING = 0.45
#: From this share on it does not matter where the shared words stand; below it, how many stretches must hold some.
_HALF, _SPREAD, STRETCHES = 0.5, 0.7, 8
#: So much of what is shared must stand in one order in both, and so many words of it.
_ORDERED, _ORDERED_WORDS = 0.7, 24
#: A copy may be rearranged where half is shared, or so many names and numbers are the same; then it shares sentences.
_ALL_TELLING = 0.75
#: Formulas and names of one crisis are a few words long: this many in a row are part of a sentence taken over.
SENTENCE = 8
#: Numbers of many texts, side by side.
Numbers: TypeAlias = NDArray[np.int64]
_UNQUOTED = bytes([1]) + bytes(255)


@dataclass(frozen=True, slots=True)
class Match:
    """A run of words that two texts share: first word in each, and how many."""

    first: int
    second: int
    length: int


@dataclass(frozen=True, slots=True)
class _Places:
    """Where runs stand in a text: one place of each, and all places of those that stand more than once."""

    one: Mapping[int, int]
    all: Mapping[int, Sequence[int]]

    def of(self, run: int) -> Sequence[int]:
        return self.all.get(run) or (self.one[run],)


def shared_share(a: Words, b: Words) -> float:
    """The share (0..1) of the shorter text's words outside quotations that the other has in runs; 0 where it is no
    copy.

    A template is no copy: the names and numbers are the same too. Boilerplate and a paragraph of background stand in
    one place: where less than half is shared, a copy shares it all over the shorter text. Accounts of one crisis share
    its names and formulas, here and there: a copy shares them in one order, or it is a text rearranged, which shares
    sentences.
    """
    if len(a) == len(b):
        # Either may be the shorter: names put in the place of others are missing in one direction alone.
        return max(_share_in(a, b), _share_in(b, a))
    return _share_in(a, b) if len(a) < len(b) else _share_in(b, a)


def _share_in(shorter: Words, other: Words) -> float:
    telling = same_telling(shorter.telling, other.telling)
    if telling < COPIED_TELLING:
        return 0.0
    shared, own = _shared_places(shorter, other), shorter.quoted.count(0)
    needed = needed_words(own)
    if RUN_WORDS * len(shared) < needed:
        return 0.0
    covered = _own(_covered(shorter, shared), shorter)
    count = covered.count(1)
    if count < needed or not spread(count, own, *_stretches(covered)):
        return 0.0
    if may_be_rearranged(count, own, telling):
        in_sentences = _own(_in_sentences(shorter, other, shared), shorter).count(1)
        if in_sentences >= COPIED_SHARE * own:
            return count / own
    return count / own if _in_order(shorter, other, own, count) else 0.0


def needed_words(own: int) -> float:
    """How many of a shorter text's own words a copy shares at the least."""
    return max(1, min(COPIED_WORDS, own * 3 // 4), COPIED_SHARE * own)


@overload
def spread(count: int, own: int, holding: int, stretches: int) -> bool: ...
@overload
def spread(count: Numbers, own: Numbers, holding: Numbers, stretches: Numbers) -> NDArray[np.bool_]: ...
def spread(count: Any, own: Any, holding: Any, stretches: Any) -> Any:
    """True where so many shared words are half of the own ones, or stand in enough of their stretches; of many texts
    side by side where arrays are given.
    """
    return (count >= _HALF * own) | (holding >= _SPREAD * stretches)


def same_telling(shorter: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter text's names and numbers that the other has: reports share formulas, not victims."""
    return len(shorter & other) / len(shorter) if shorter else 1.0


@lru_cache(maxsize=1_000)
def _places(words: Words) -> _Places:
    one = dict(zip(words.runs, range(len(words.runs)), strict=True))
    every: dict[int, list[int]] = {}
    if len(one) < len(words.runs):
        for at, run in enumerate(words.runs):
            every.setdefault(run, []).append(at)
    return _Places(one, {run: at for run, at in every.items() if len(at) > 1})


def _shared_places(words: Words, other: Words) -> list[int]:
    """Where runs start that the other has too, in order."""
    places = _places(words)
    return sorted(at for run in places.one.keys() & _places(other).one.keys() for at in places.of(run))


def _covered(words: Words, shared: Sequence[int]) -> bytearray:
    """For each word 1 where it stands in a shared run."""
    covered = bytearray(len(words))
    for at in shared:
        covered[at : at + RUN_WORDS] = b"\1" * RUN_WORDS
    return covered


def _in_sentences(words: Words, other: Words, shared: Sequence[int]) -> bytearray:
    """For each word 1 where it stands among so many shared ones in a row that they are no formula."""
    covered, there = bytearray(len(words)), _places(other)
    start, last, ends = 0, -2, frozenset[int]()
    for at in shared:
        here = there.of(words.runs[at])
        on = ends.intersection(here) if at == last + 1 else frozenset()
        if not on:
            start, on = at, frozenset(here)
        ends, last = frozenset(place + 1 for place in on), at
        if at + RUN_WORDS - start >= SENTENCE:
            covered[start : at + RUN_WORDS] = b"\1" * (at + RUN_WORDS - start)
    return covered


def _own(marked: bytearray, words: Words) -> bytes:
    """What is marked of the words outside quotations."""
    return bytes(compress(marked, words.quoted.translate(_UNQUOTED)))


def _in_order(shorter: Words, other: Words, own: int, count: int) -> bool:
    """True where the shared words follow each other alike: formulas stand wherever each text needs them."""
    return sum(m.length for m in align(shorter, other)) >= needed_in_order(count, own)


def needed_in_order(count: int, own: int) -> float:
    """How many shared words must stand in one order where so many of so many own words are shared."""
    return max(_ORDERED * count, COPIED_SHARE * own, _ORDERED_WORDS)


def may_be_rearranged(count: int, own: int, telling: float) -> bool:
    """True where so much is shared, of the words or of the names and numbers, that a copy's may stand in any order."""
    return count >= _HALF * own or telling >= _ALL_TELLING


def _stretches(covered: bytes) -> tuple[int, int]:
    """How many of a text's equal stretches hold shared words, and how many there are."""
    size = max(1, -(-len(covered) // STRETCHES))
    stretches = [covered[i : i + size] for i in range(0, len(covered), size)]
    return sum(1 in s for s in stretches), len(stretches)


def align(a: Words, b: Words) -> list[Match]:
    """The shared runs in one order in both texts, longest chain of runs that are unique in each, extended both ways."""
    here, there = _places(a), _places(b)
    once = (r for r in here.one.keys() & there.one.keys() if r not in here.all and r not in there.all)
    matches: list[Match] = []
    end_a = end_b = 0
    for i, j in _longest_chain(sorted((here.one[run], there.one[run]) for run in once)):
        if i < end_a or j < end_b:
            continue
        back = 0
        while i - back > end_a and j - back > end_b and a.folded[i - back - 1] == b.folded[j - back - 1]:
            back += 1
        length = back
        while (
            i - back + length < len(a)
            and j - back + length < len(b)
            and (a.folded[i - back + length] == b.folded[j - back + length])
        ):
            length += 1
        if length:
            matches.append(Match(i - back, j - back, length))
            end_a, end_b = i - back + length, j - back + length
    return matches


def _longest_chain(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence whose second members rise (patience sorting)."""
    tops: list[int] = []
    at: list[int] = []
    before: list[int] = [-1] * len(pairs)
    for k, (_, j) in enumerate(pairs):
        pile = bisect_left(tops, j)
        before[k] = at[pile - 1] if pile else -1
        if pile == len(tops):
            tops.append(j)
            at.append(k)
        else:
            tops[pile] = j
            at[pile] = k
    chain: list[tuple[int, int]] = []
    k = at[-1] if at else -1
    while k >= 0:
        chain.append(pairs[k])
        k = before[k]
    return chain[::-1]
