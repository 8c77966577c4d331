"""Whatever the text, figures come out whole and the work stays in proportion."""

from __future__ import annotations

import time
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.knowledge.library import Library
from rashomon.language.english.numbers import find_numbers
from rashomon.model.claim import Figure

ReadFigures = Callable[[str], tuple[Figure, ...]]
_WORDS = st.sampled_from(
    "12 killed and , . at least three dozen wounded of them including 1,400 people to from 20 - 30 half "
    "died toll rose children no a hundred million % ( ) in Aleppo \ud800 \x00 1 2 3 soldiers among not".split(" ")
)


@given(st.lists(_WORDS, max_size=40).map(" ".join) | st.text(max_size=80))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gives_figures_whose_numbers_stand_in_their_passage(figures_of: ReadFigures, text: str) -> None:
    """No text raises; each number's words lie inside the passage, and the passage inside the text."""
    for figure in figures_of(text):
        assert 0 <= figure.start <= figure.number_start < figure.number_end <= figure.end <= len(text)
        assert figure.low is None or figure.high is None or figure.low <= figure.high


@given(st.text(max_size=200))
def test_numbers_slice_and_do_not_overlap(library: Library, text: str) -> None:
    """Numbers come in order and apart from one another."""
    end = 0
    for number in find_numbers(text, library.number_words):
        assert end <= number.start < number.end <= len(text)
        end = number.end


def test_work_grows_with_the_text_and_no_faster(library: Library) -> None:
    """Four times as many numbers take at most about four times as long (with room for noise)."""
    spent = []
    for count in (25_000, 100_000):
        text = "12 of 40 or " * (count // 2)
        start = time.perf_counter()
        find_numbers(text, library.number_words)
        spent.append(time.perf_counter() - start)
    assert spent[1] < 8 * spent[0] + 0.2
