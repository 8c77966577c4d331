"""Text that nobody would print, through the whole of extraction."""

from __future__ import annotations

import json
import random

from benchmarks.fuzz import TEXTS, fault_of, lines, mutated
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.adapters.spacy_parser import SpacyParser
from rashomon.knowledge.library import Library
from rashomon.pipeline import Parts


def test_mutated_reports_raise_nothing_and_spans_slice_to_their_words(parser: SpacyParser, library: Library) -> None:
    """Of 150 mutated reports none makes extraction raise, and every mention's span slices to its words."""
    parts = Parts(parser, library)
    found = [(line, fault) for line in lines(list(TEXTS), 150, seed=7) if (fault := fault_of(line, parts))]
    assert found == []


def test_any_text_is_extracted(parser: SpacyParser, library: Library) -> None:
    """Whatever stands between two sentences of news, extraction raises nothing and spans slice to their words."""
    parts = Parts(parser, library)

    @settings(max_examples=40, deadline=None, derandomize=True)
    @given(st.text(max_size=200), st.sampled_from(TEXTS))
    def check(odd: str, text: str) -> None:
        half = len(text) // 2
        line = json.dumps({"id": "x", "text": text[:half] + odd + text[half:], "lang": "en"})
        assert fault_of(line.encode(), parts) is None

    check()


def test_mutations_follow_the_seed() -> None:
    """The same seed makes the same mutated text, another seed another."""
    assert mutated(TEXTS[0], random.Random(3)) == mutated(TEXTS[0], random.Random(3))
    assert mutated(TEXTS[0], random.Random(3)) != mutated(TEXTS[0], random.Random(4))
