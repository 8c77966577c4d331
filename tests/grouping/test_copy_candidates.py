"""Which pairs of texts are compared word by word, and how the search for them grows."""

from __future__ import annotations

from array import array
from itertools import combinations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.grouping.texts import ELSEWHERE, LATER_ATTACK, WIRE, wire

from rashomon.grouping import copy_candidates, name_bits
from rashomon.grouping.compare_texts import Numbers
from rashomon.grouping.copy_candidates import (
    MarkRows,
    Marks,
    are_candidates,
    marks_of_text,
    may_be_copies,
)
from rashomon.grouping.name_bits import NameRows, names_of
from rashomon.grouping.report_words import words_of
from rashomon.model.report import Report

_HOTLINE = " Anyone who saw it may call the Anzar Valley Relief Line at 0800 4471 by day and by night."
_SENTENCES = [s for text in (WIRE, LATER_ATTACK, ELSEWHERE) for s in text.split(". ")]


@settings(max_examples=80, deadline=None)
@given(texts=st.lists(st.lists(st.sampled_from(_SENTENCES), max_size=6), max_size=9))
def test_every_candidate_is_found(texts: list[list[str]]) -> None:
    """The search finds exactly the pairs that the rule on two texts names."""
    marks = [marks_of_text(words_of(Report(id="r", text=". ".join(some)))) for some in texts]
    asked = [(i, j) for (i, a), (j, b) in combinations(enumerate(marks), 2) if are_candidates(a, b)]
    assert candidates(marks) == asked


_MARKS = st.builds(
    lambda runs, telling, words: Marks(array("I", sorted(runs)), telling, words),
    st.sets(st.integers(0, 5), max_size=4),
    st.frozensets(st.sampled_from([f"n{i}" for i in range(12)]), min_size=1),
    st.integers(1, 3),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_MARKS, max_size=9))
def test_every_candidate_is_found_whatever_the_marks(marks: list[Marks]) -> None:
    """The search finds exactly the pairs that the rule names, of texts of one length and of others, with any names."""
    asked = [(i, j) for (i, a), (j, b) in combinations(enumerate(marks), 2) if are_candidates(a, b)]
    assert candidates(marks) == asked


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=st.tuples(*[st.frozensets(st.sampled_from([f"n{i}" for i in range(90)]), max_size=40)] * 2),
    words=st.tuples(*[st.integers(0, 3)] * 2),
    bits=st.sampled_from([64, 512]),
)
def test_names_as_bits_rule_out_only_what_names_do(
    monkeypatch: pytest.MonkeyPatch, names: tuple[frozenset[str], frozenset[str]], words: tuple[int, int], bits: int
) -> None:
    """Two texts that may be copies by their names may be so by their bits, however many names fall on one bit."""
    monkeypatch.setattr(name_bits, "_NAME_BITS", bits)
    one, other = (Marks(array("I"), some, count) for some, count in zip(names, words, strict=True))
    rows = NameRows()
    assert rows.missing(np.array([2, 1_500])) == [2, 1_500]
    rows.keep(2, names_of(other.telling, other.words))
    rows.keep(1_500, names_of(one.telling, one.words))
    assert rows.missing(np.array([2, 3, 1_500, 9_000])) == [3, 9_000]
    shared = rows.sharing(names_of(one.telling, one.words), np.array([2])) == {2}
    assert shared or not may_be_copies(one, other.telling, other.words)
    assert shared == (rows.sharing(names_of(other.telling, other.words), np.array([1_500])) == {1_500})


def test_a_sentence_that_all_texts_share_is_not_searched_pair_by_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the reports that end alike, each with names of its own, take at most six times the pairs looked at."""
    of_like_names = copy_candidates._of_like_names

    def asked(count: int) -> int:
        pairs = 0

        def counting(holding: list[array[int]]) -> Numbers:
            nonlocal pairs
            found = of_like_names(holding)
            pairs += len(found)
            return found

        monkeypatch.setattr(copy_candidates, "_of_like_names", counting)
        words = f"{WIRE} {LATER_ATTACK} {ELSEWHERE}".split()
        texts = [" ".join(f"{w}{n}" if w[0].isupper() else w for w in words) + _HOTLINE for n in range(count)]
        candidates([marks_of_text(words_of(wire(text=text))) for text in texts])
        return pairs

    small, large = asked(60), asked(240)
    assert large <= 6 * max(small, 60)


def candidates(marks: list[Marks]) -> list[tuple[int, int]]:
    """The pairs that the search finds among texts with these marks."""
    rows = MarkRows()
    for some in marks:
        rows.keep(some)
    low, high = rows.candidates()
    return list(zip(low.tolist(), high.tolist(), strict=True))
