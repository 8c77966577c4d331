"""Texts that are left out side by side are no copies."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.grouping.texts import ELSEWHERE, LATER_ATTACK, WIRE

from rashomon.grouping import run_hits, run_rows
from rashomon.grouping.compare_texts import shared_share
from rashomon.grouping.report_words import Words, words_of
from rashomon.grouping.run_rows import RunRows
from rashomon.model.report import Report

_SENTENCES = [s.strip(" .") for text in (WIRE, LATER_ATTACK, ELSEWHERE) for s in text.split(". ")]
_SENTENCES += ['"Nobody here has seen rain like it in fifty years," the mayor said', "Rain fell", "", "«So it goes»"]


@st.composite
def _texts(draw: st.DrawFn) -> str:
    """Sentences in any order, some of their words replaced, some turned round."""
    random = Random(draw(st.integers(0, 1 << 32)))
    some = draw(st.lists(st.sampled_from(_SENTENCES), max_size=12))
    words = [w for s in some for w in (s.split()[::-1] if random.random() < 0.2 else s.split())]
    replaced = draw(st.sampled_from([0.0, 0.05, 0.2, 0.4]))
    return " ".join(f"{w}{random.randrange(9)}" if random.random() < replaced else w for w in words)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(_texts(), min_size=2, max_size=9), slots=st.sampled_from([4, 1 << 18]))
def test_no_copy_is_left_out(monkeypatch: pytest.MonkeyPatch, texts: list[str], slots: int) -> None:
    """Each text that shares enough with another one is found, however many runs fall together in the table."""
    monkeypatch.setattr(run_hits, "_SLOTS", slots)
    words = [words_of(Report(id="r", text=text)) for text in texts]
    rows = _kept(words)
    for one in words:
        copies = {n for n, other in enumerate(words) if one.digest() == other.digest() or shared_share(one, other)}
        assert copies <= rows.sharing(one, range(len(words)))


def test_texts_that_share_formulas_are_left_out() -> None:
    """Of reports with one closing line and nothing else in common none is left to be compared word by word."""
    random = Random(1)
    closing = "Anyone who saw it may call the relief line by day and by night."
    vocabulary = [f"w{n}" for n in range(2_000)]
    words = [
        words_of(Report(id="r", text=" ".join(random.choices(vocabulary, k=150)) + ". " + closing)) for _ in range(40)
    ]
    assert _kept(words[1:]).sharing(words[0], range(39)) == set()


def test_rows_are_let_go_before_they_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept stays bounded: where it is full the older rows go, and those texts are asked for again."""
    monkeypatch.setattr(run_rows, "_MOST", 100)
    words = words_of(Report(id="r", text=WIRE))
    rows = _kept([words, words, words])
    assert rows.missing(range(3)) == [0, 1]
    assert rows.sharing(words, range(3)) == {0, 1, 2}


def _kept(words: list[Words]) -> RunRows:
    rows = RunRows()
    for number, one in enumerate(words):
        rows.keep(number, one)
    return rows
