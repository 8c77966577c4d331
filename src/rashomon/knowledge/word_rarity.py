"""How rare an English word is, as a shipped constant: what two reports share weighs by it."""

from __future__ import annotations

#: Words that are not in the table are rarer than those that are (100 times Zipf).
_UNLISTED = 250
#: The commonest words weigh nothing: articles, prepositions, auxiliaries (100 times Zipf; "said" has 585, "police"
#: 533).
_COMMON = 580


class WordRarity:
    """The weight of a word, 0 for the commonest up to 3.3 for one that the table does not know."""

    def __init__(self, table: bytes) -> None:
        self._weights: dict[str, float] = {}
        for line in table.decode("utf-8").splitlines():
            if not line.startswith("#"):
                word, _, frequency = line.partition("\t")
                self._weights[word] = _weight(int(frequency))
        self._unlisted = _weight(_UNLISTED)

    def weight(self, word: str) -> float:
        """In tenfolds below the commonest words; `word` in lower case."""
        return self._weights.get(word, self._unlisted)

    def is_listed(self, word: str) -> bool:
        """True for a word of the common vocabulary."""
        return word in self._weights


def _weight(frequency: int) -> float:
    return max(0, _COMMON - frequency) / 100
