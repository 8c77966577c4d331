"""The vectors that spaCy's tagger and parser read, the same to the bit as its own, with each word embedded once.

spaCy embeds every token anew: six hashed look-ups and the widest product of the network, though they depend on the
word alone. Here they are kept a word, and only the layers that mix neighbours are computed for each sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import NORM, ORTH, SPACY

Floats = NDArray[np.float32]
#: Words kept; at 96 numbers each they fill 12 MB.
_KEPT = 32_768


class TokenVectors:
    """Computes the token vectors of a loaded `tok2vec` component (hashed embedding, then residual windows of three)."""

    def __init__(self, tok2vec: Any) -> None:
        embed, encode = tok2vec.model.layers
        self._ops = tok2vec.model.ops
        self._columns = embed.layers[0].attrs["columns"]
        self._look_up, self._mix = embed.layers[2].layers[0], embed.layers[3].layers[0]
        self._pad: int = encode.attrs["pad"]
        self._windows = [_Window(residual.layers[0], self._ops) for residual in encode.layers[0].layers]
        self._rows: dict[tuple[int, ...], int] = {}
        self._words: Floats = np.zeros((1024, encode.get_dim("nO")), dtype=np.float32)

    def assign(self, docs: Sequence[Any]) -> None:
        """Give each document its tokens' vectors, where the tagger and the parser look for them."""
        rows = self._rows_of(docs)
        lengths = [len(doc) for doc in docs]
        padded: Floats = np.zeros((sum(lengths) + self._pad * (len(docs) + 1), self._words.shape[1]), dtype=np.float32)
        starts = []
        at = self._pad
        taken = 0
        for length in lengths:
            starts.append(at)
            padded[at : at + length] = self._words[rows[taken : taken + length]]
            taken += length
            at += length + self._pad
        for window in self._windows:
            padded = window.mixed(padded)
        for doc, start, length in zip(docs, starts, lengths, strict=True):
            doc.tensor = padded[start : start + length]

    def _rows_of(self, docs: Sequence[Any]) -> list[int]:
        """The row of `_words` of each token of the documents, the unknown words embedded first."""
        keys = [key for doc in docs for key in map(tuple, doc.to_array((ORTH, NORM, SPACY)).tolist())]
        unknown = dict.fromkeys(key for key in keys if key not in self._rows)
        if unknown:
            if len(self._rows) + len(unknown) > _KEPT:
                self._rows.clear()
                unknown = dict.fromkeys(keys)
            self._embed(keys, unknown, docs)
        return [self._rows[key] for key in keys]

    def _embed(self, keys: list[tuple[int, ...]], unknown: dict[tuple[int, ...], None], docs: Sequence[Any]) -> None:
        features = np.vstack([doc.to_array(self._columns) for doc in docs])
        first = {key: n for n, key in reversed(list(enumerate(keys))) if key in unknown}
        made = self._mix.predict(self._look_up.predict(features[list(first.values())]))
        low = len(self._rows)
        while low + len(first) > len(self._words):
            self._words = np.concatenate([self._words, np.zeros_like(self._words)])
        self._words[low : low + len(first)] = made
        self._rows.update((key, low + n) for n, key in enumerate(first))


class _Window:
    """One residual layer: each row with its two neighbours through a maxout, normalised, added to the row."""

    def __init__(self, layer: Any, ops: Any) -> None:
        maxout, norm = (next(m for m in layer.walk() if m.name == name) for name in ("maxout", "layernorm"))
        self._ops = ops
        pieces, width, inner = maxout.get_dim("nP"), maxout.get_dim("nO"), maxout.get_dim("nI")
        self._width = width
        # The pieces of one output side by side would have to be picked apart: here they are whole blocks of columns.
        by_piece = maxout.get_param("W").transpose(1, 0, 2).reshape(pieces * width, inner)
        self._weights = np.ascontiguousarray(by_piece)
        self._bias = np.ascontiguousarray(maxout.get_param("b").T).reshape(pieces * width)
        self._scale, self._shift = norm.get_param("G"), norm.get_param("b")

    def mixed(self, rows: Floats) -> Floats:
        """The rows after this layer; the operations and their order are thinc's, for the same bits."""
        pieces = self._ops.gemm(self._ops.seq2col(rows, 1), self._weights, trans2=True)
        pieces += self._bias
        width = self._width
        best: Floats = pieces[:, :width].copy()
        for piece in range(width, pieces.shape[1], width):
            np.maximum(best, pieces[:, piece : piece + width], out=best)
        best -= np.add.reduce(best, axis=1, keepdims=True) / np.float32(width)
        variance = np.add.reduce(best * best, axis=1, keepdims=True) / np.float32(width) + 1e-08
        best *= variance ** (-1.0 / 2.0)
        best *= self._scale
        best += self._shift
        best += rows
        return best
