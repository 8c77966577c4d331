"""How many of the words that texts share with one can stand in one order in both, at the most.

Both texts are cut into stretches. Words in one order in both run through pairs of stretches that only go forward; so at
most as many are ordered as the best such way meets. Formulas stand wherever each text needs them: no way meets most.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rashomon.grouping.compare_texts import Numbers
from rashomon.grouping.shingles import RUN_WORDS

_STRETCHES = 8


def most_in_order(length: int, lengths: Numbers, text: Numbers, here: Numbers, there: Numbers) -> Numbers:
    """The bound for each of the texts of these lengths beside one of so many words; runs that they share start `here`
    in the one and `there` in the numbered `text`.
    """
    shared = np.zeros((len(lengths), length, _STRETCHES), np.bool_)
    for n in range(RUN_WORDS):
        shared[text, here + n, (there + n) * _STRETCHES // lengths[text]] = True
    cuts = np.unique(np.arange(_STRETCHES) * length // _STRETCHES)
    met = np.add.reduceat(shared, cuts, axis=1, dtype=np.int64)
    return _best_way(met)


def _best_way(met: NDArray[np.int64]) -> Numbers:
    """For each table of numbers the most that a way meets which only goes down and to the right."""
    best = np.zeros((len(met), met.shape[2]), np.int64)
    for row in range(met.shape[1]):
        best[:, 0] += met[:, row, 0]
        for column in range(1, met.shape[2]):
            best[:, column] = np.maximum(best[:, column], best[:, column - 1]) + met[:, row, column]
    return best[:, -1]
