"""The pattern of any of many words."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from rashomon.knowledge.either import either

WORDS = st.lists(st.text("ab-'. é", min_size=1, max_size=5).filter(str.strip), min_size=1, max_size=8)


def _in_a_row(words: list[str]) -> str:
    ordered = sorted(words, key=lambda w: (-len(w.split()), -len(" ".join(w.split())), w))
    return "|".join(r"\s+".join(map(re.escape, w.split())) for w in ordered)


@given(WORDS, st.text("abé-'. \n", max_size=30))
def test_a_tree_of_letters_finds_what_the_words_in_a_row_do(words: list[str], text: str) -> None:
    """In any text, within bounds and without, the pattern finds the same words at the same places."""
    for bound in ("", r"\b", "(?i)"):
        row, tree = (re.compile(f"{bound}(?:{p})") for p in (_in_a_row(words), either(words)))
        spans = [m.span() for m in row.finditer(text)]
        assert [m.span() for m in tree.finditer(text)] == spans


def test_the_longest_word_is_found_first() -> None:
    """Of a word and a longer one that begins with it, the longer is found where it stands, over any space."""
    pattern = re.compile(rf"\b{either({'air', 'air strike', 'air strikes', 'airport'})}\b")
    assert pattern.findall("air  strikes, air strike, airport and air") == [
        "air  strikes",
        "air strike",
        "airport",
        "air",
    ]
