"""The parser port over spaCy."""

from __future__ import annotations

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
