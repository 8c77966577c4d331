"""The parser's transitions, a step of all sentences at a time: the same moves, to the bit, as spaCy's own loop.

spaCy steps with the interpreter's lock given up, and takes it back for an instant after each of eight additions a word
and step, which costs as much as the step itself. Here the scores of a step are six calls of NumPy, so that the more
sentences step together, the less a sentence costs.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.ml.parser_model import ParserStepModel

Floats = NDArray[np.float32]


class Transitions:
    """Steps the states of a loaded greedy parser of two pieces a hidden unit until each sentence has its tree."""

    def __init__(self, parser: Any) -> None:
        layers = parser.model
        self._start = parser.moves.init_batch
        self._step = parser.transition_states
        self._tokens, self._lower = layers.get_ref("tok2vec"), layers.get_ref("lower")
        upper = layers.get_ref("upper")
        self._weights, self._bias = upper.get_param("W"), upper.get_param("b")
        self._features: int = self._lower.get_dim("nF")
        self._hidden_bias: Floats = self._lower.get_param("b").reshape(-1)
        self._products = upper.ops
        # Which words a state looks at is asked of spaCy's model of one step, of which only this number is needed.
        self._looks = SimpleNamespace(state2vec=SimpleNamespace(nF=self._features))

    def predict(self, docs: Sequence[Any]) -> list[Any]:
        """The final state of each document, whose words have their vectors."""
        states: list[Any] = self._start(docs)
        # What each word adds to a hidden unit as each feature; the first row stands for no word.
        added = self._lower.predict(self._tokens.predict(docs))
        added = added.reshape(len(added) * self._features, -1)
        at = np.arange(self._features, dtype=np.int32)
        going = [state for state in states if not state.is_final()]
        while going:
            looked_at = ParserStepModel.get_token_ids(self._looks, going)
            looked_at += 1
            looked_at *= self._features
            looked_at += at
            going = self._step(going, self._scores(added.take(looked_at, axis=0)))
        return states

    def _scores(self, added: Floats) -> Floats:
        """The score of each move in each state; the operations and their order are spaCy's, for the same bits."""
        sums = np.add.reduce(added, axis=1)
        sums += self._hidden_bias
        hidden = np.maximum(sums[:, ::2], sums[:, 1::2])
        scores: Floats = self._products.gemm(hidden, self._weights, trans2=True)
        scores += self._bias
        return scores
