"""How much of one text stands in another, and where: the test of a copy, on the pair alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.grouping.report_words import Words
from rashomon.grouping.shingles import RUN_WORDS

#: The share of the shorter text's own words that must stand in the other in runs of four. Texts written apart about one
#: happening share under a tenth; a copy with four words in ten replaced keeps about 0.28 (0.6 times the chance of
#: such a run).
COPIED_SHARE = 0.2
#: Fewer shared words than this are a formula, not a copy.
COPIED_WORDS = 16
#: From this share on it does not matter where the shared words stand; below it, how many stretches must hold some.
_HALF, _SPREAD, _STRETCHES = 0.5, 0.7, 8
#: The share of the shorter text's names and numbers that the other must have.
_TELLING = 0.45
#: Where less than half is shared, so much of it must stand in one order in both.
_ORDERED = 0.7
#: Where so many names and numbers are the same, the order no longer matters: a copy may be rearranged.
_ALL_TELLING = 0.75


@dataclass(frozen=True, slots=True)
class Match:
    """A run of words that two texts share: first word in each, and how many."""

    first: int
    second: int
    length: int


def shared_share(a: Words, a_runs: Sequence[int], b: Words, b_runs: Sequence[int]) -> float:
    """The share (0..1) of the shorter text's words outside quotations that the other has in runs; 0 where it is no
    copy.

    A template is no copy: the names and numbers are the same too. Boilerplate and a paragraph of background stand in
    one place: where less than half is shared, a copy shares it all over the shorter text, and in one order.
    """
    shorter, other = ((a, a_runs), (b, b_runs)) if len(a) <= len(b) else ((b, b_runs), (a, a_runs))
    telling = _same_telling(shorter[0], other[0])
    if telling < _TELLING:
        return 0.0
    covered = _covered(shorter[0], shorter[1], frozenset(other[1]))
    own = len(covered)
    count = sum(covered)
    if own == 0 or count < min(COPIED_WORDS, own * 3 // 4):
        return 0.0
    share = count / own
    if share >= _HALF:
        return share
    return (
        share if _spread(covered) >= _SPREAD and (telling >= _ALL_TELLING or _in_order(shorter, other, count)) else 0.0
    )


def may_share(
    shorter: Words, runs: Sequence[int], marks: frozenset[int], longer: Words, others: frozenset[int]
) -> bool:
    """False where names and numbers differ, or where the runs in common are too few for a copy, however they lie: each
    covers at most its own words.

    `marks` are the different ones among the shorter text's runs, `others` those of the longer text.
    """
    if _same_telling(shorter, longer) < _TELLING:
        return False
    own = shorter.quoted.count(False)
    needed = max(min(COPIED_WORDS, own * 3 // 4), COPIED_SHARE * own - 1e-9)
    most = RUN_WORDS * (len(marks & others) + len(runs) - len(marks))
    return most >= needed


def _in_order(shorter: tuple[Words, Sequence[int]], other: tuple[Words, Sequence[int]], count: int) -> bool:
    """True where the shared words follow each other alike: formulas stand wherever each text needs them."""
    return sum(m.length for m in align(*shorter, *other)) >= _ORDERED * count


def _same_telling(shorter: Words, other: Words) -> float:
    """The share of the shorter text's names and numbers that the other has: reports share formulas, not victims."""
    return len(shorter.telling & other.telling) / len(shorter.telling) if shorter.telling else 1.0


def _covered(words: Words, runs: Sequence[int], others: frozenset[int]) -> list[bool]:
    """For each word outside quotations whether it stands in a shared run."""
    reach = 0
    found: list[bool] = []
    for i, quoted in enumerate(words.quoted):
        if i < len(runs) and runs[i] in others:
            reach = i + RUN_WORDS
        if not quoted:
            found.append(i < reach)
    return found


def _spread(covered: Sequence[bool]) -> float:
    """The share of a text's eight equal stretches that hold shared words."""
    size = max(1, -(-len(covered) // _STRETCHES))
    stretches = [covered[i : i + size] for i in range(0, len(covered), size)]
    return sum(any(s) for s in stretches) / len(stretches)


def align(a: Words, a_runs: Sequence[int], b: Words, b_runs: Sequence[int]) -> list[Match]:
    """The shared runs in one order in both texts, longest chain of runs that are unique in each, extended both ways."""
    where_a, where_b = _unique(a_runs), _unique(b_runs)
    pairs = sorted((i, where_b[run]) for run, i in where_a.items() if run in where_b)
    matches: list[Match] = []
    end_a = end_b = 0
    for i, j in _longest_chain(pairs):
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


def _unique(runs: Sequence[int]) -> dict[int, int]:
    once: dict[int, int] = {}
    twice: set[int] = set()
    for i, run in enumerate(runs):
        if run in once:
            twice.add(run)
        once[run] = i
    return {run: i for run, i in once.items() if run not in twice}


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
