"""Headlines in Title Case reach the parser in small letters, at the same offsets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.extraction.english.headline_case import sentence_cased
from rashomon.knowledge.library import Library


def test_common_words_lose_their_capital_and_names_keep_it(library: Library) -> None:
    """Words of the common vocabulary go to small letters; names and acronyms stay."""
    found = sentence_cased("Three People Killed And Five Injured In Bujumbura Blast, UN Says", library.word_rarity)
    assert found == "Three people killed and five injured in Bujumbura blast, UN says"


def test_a_sentence_stays_as_it_is(library: Library) -> None:
    """Text that is no Title Case is untouched."""
    text = "Three people were killed in Bujumbura, the Health Ministry said"
    assert sentence_cased(text, library.word_rarity) == text


@given(st.text(max_size=80) | st.lists(st.sampled_from("Of İstanbul Killed Straße Dead The Two".split())).map(" ".join))
def test_offsets_stay(library: Library, text: str) -> None:
    """The recased text is as long as the text and differs in case alone."""
    found = sentence_cased(text, library.word_rarity)
    assert len(found) == len(text)
    assert found.lower() == text.lower()
