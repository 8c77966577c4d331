"""spaCy's English model as a function from texts to parses: its own network, and our way to the tokens' strings.

Imported only by the parser when a sentence is first parsed: spaCy takes seconds to import.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD, IS_SPACE, LOWER, NORM, ORTH, PREFIX, SHAPE, SPACY, SUFFIX, TAG

from rashomon.adapters.lemmas import Lemmas
from rashomon.adapters.penn_tags import coarse_pos, known_lemma
from rashomon.adapters.spacy_loading import load_parts
from rashomon.adapters.token_vectors import TokenVectors
from rashomon.adapters.transitions import Transitions
from rashomon.language.syntax import Parse, Token

#: Text, lower-case form, lemma, part of speech, tag and label of a token.
_Strings = tuple[str, str, str, str, str, str]
#: Kinds of token whose strings are kept; about 100 bytes each.
_KEPT = 50_000
#: Words that spaCy keeps for good; about 400 bytes each with what they are made of.
_WORDS = 60_000
_COLUMNS = (ORTH, TAG, DEP, HEAD, SPACY, IS_SPACE)
#: What a new word is asked: the features of the network, and what tokens are made of. The rest (is it like an
#: address, a number, a stop word ...) nobody reads.
_ASKED = frozenset({LOWER, NORM, PREFIX, SUFFIX, SHAPE, IS_SPACE})


class SpacyModel:
    """Parses batches of texts with the tagger, the parser and the lemmatizer of a model."""

    def __init__(self, name: str) -> None:
        # The attribute ruler only maps tags to parts of speech, slowly: coarse_pos does it.
        parts = load_parts(name, _ASKED)
        self.vocabulary = parts.vocabulary
        self._make_doc = parts.make_doc
        self._vectors = TokenVectors(parts.tok2vec)
        self._tagger, self._parser = parts.tagger, parts.parser
        self._transitions = Transitions(parts.parser)
        self._lemmas = Lemmas(parts.lookups)
        self._strings: dict[tuple[int, int, int], _Strings] = {}

    def parse_batch(self, texts: Sequence[str]) -> list[Parse]:
        """The parse of each text, in order."""
        # New words leave with their batch once many are known: else a year of news would fill the memory.
        passing = len(self.vocabulary) >= _WORDS
        with self.vocabulary.memory_zone() if passing else nullcontext():
            docs = [self._make_doc(text) for text in texts]
            filled = [doc for doc in docs if len(doc)]
            if filled:
                self._vectors.assign(filled)
                self._tagger.set_annotations(filled, self._tagger.predict(filled))
                self._parser.set_annotations(filled, self._transitions.predict(filled))
            return [self._parse_of(doc) for doc in docs]

    def _parse_of(self, doc: Any) -> Parse:
        columns = doc.to_array(_COLUMNS).astype(np.int64).T
        orth, tags, deps, _, spaces, blank = columns.tolist()
        heads = (columns[3] + np.arange(len(doc))).tolist()
        known = self._strings
        kinds = [known.get(key) or self._read(doc[n], key) for n, key in enumerate(zip(orth, tags, deps, strict=True))]
        places: Sequence[int] = range(len(kinds))
        if any(blank):
            places, heads = _without_blanks(blank, heads)
        tokens: list[Token] = []
        start = 0
        for i, at, strings, space in zip(places, heads, kinds, spaces, strict=True):
            end = start + len(strings[0])
            if i >= 0:
                tokens.append(Token(i, start, end, *strings, at))
            start = end + space
        return Parse(tuple(tokens), _children(tokens), tuple([token.end for token in tokens]))

    def _read(self, token: Any, key: tuple[int, int, int]) -> _Strings:
        """The strings of a kind of token met for the first time."""
        if len(self._strings) >= _KEPT:
            self._strings.clear()
        text, lower, tag, dep = token.text, token.lower_, token.tag_, token.dep_
        pos = coarse_pos(tag, dep, lower)
        lemma = known_lemma(tag, pos, lower) or self._lemmas.lemma(lower, pos)
        self._strings[key] = found = (text, lower, lemma, pos, tag, dep)
        return found


def _children(tokens: list[Token]) -> tuple[tuple[int, ...], ...]:
    """The dependents of each token, in order."""
    found: dict[int, list[int]] = {}
    for token in tokens:
        if token.head != token.i:
            found.setdefault(token.head, []).append(token.i)
    # Most tokens have none, and share one empty tuple.
    children: list[tuple[int, ...]] = [()] * len(tokens)
    for head, below in found.items():
        children[head] = tuple(below)
    return tuple(children)


def _without_blanks(blank: list[int], heads: list[int]) -> tuple[list[int], list[int]]:
    """The place of each token among those that are no whitespace (-1 for one that is), and its head's.

    Whitespace stays out: rules should never meet it, so its children move to its head.
    """
    places, count = [], 0
    for is_blank in blank:
        places.append(-1 if is_blank else count)
        count += not is_blank
    found = []
    for n, head in enumerate(heads):
        seen = _seen(head, heads, blank)
        found.append(places[n] if blank[seen] else places[seen])
    return places, found


def _seen(head: int, heads: list[int], blank: list[int]) -> int:
    """The nearest head upwards that is no whitespace; the root's own where all are."""
    while blank[head] and heads[head] != head:
        head = heads[head]
    return head
