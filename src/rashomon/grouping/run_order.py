"""How many of the words that texts share with one can stand in one order in both, at the most.

Both texts are cut into stretches. Words in one order in both run through pairs of stretches that only go forward; so at
most as many are ordered as the best such way meets. Formulas stand wherever each text needs them: no way meets most.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rashomon.grouping.compare_texts import Numbers
from rashomon.grouping.shingles import RUN_WORDS


def most_in_order(
    length: int, lengths: Numbers, stretches: int, text: Numbers, here: Numbers, there: Numbers
) -> Numbers:
    """The bound for each of the texts of these lengths beside one of so many words, each cut into so many stretches;
    runs that they share start `here` in the one and `there` in the numbered `text`.
    """
    # A run goes with the stretches where it starts; of one that goes on where another one began, one word is new.
    goes_on = np.zeros(len(text), np.bool_)
    goes_on[1:] = (text[1:] == text[:-1]) & (here[1:] == here[:-1] + 1) & (there[1:] == there[:-1] + 1)
    # Texts lie side by side inside each pair of stretches.
    pair = (here * stretches // length) * stretches + there * stretches // lengths[text]
    many = len(lengths)
    words = np.where(goes_on, 1.0, RUN_WORDS)
    met = np.bincount(pair * many + text, words, many * stretches * stretches)
    return _best_way(met.reshape(stretches, stretches, many).astype(np.float64))


def _best_way(met: NDArray[np.float64]) -> Numbers:
    """For each of the tables that lie side by side the most that a way meets which only goes down and to the right."""
    best = np.zeros(met.shape[1:])
    for row in met:
        best[0] += row[0]
        for column in range(1, len(row)):
            best[column] = np.maximum(best[column], best[column - 1]) + row[column]
    most: Numbers = best[-1].astype(np.int64)
    return most
