"""Finds known names in a text by their words: one pass over the text, however many names there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_POSSESSIVE = ("'s", "’s")
#: What may stand between two words of one name.
_GAP = re.compile(r"[.\s]{1,3}")
#: A text is looked through for several lists of names, and again at a story's next instant: so many are kept.
_KEPT = 4_000
#: A word with where it starts and ends, its possessive ending left out.
_Placed = tuple[int, int, str]


class NameMatcher:
    """Matches names word by word, longest first, in the capitals they are written in."""

    def __init__(self, names: Iterable[str], weak: Iterable[str] = (), verbs: Iterable[str] = ()) -> None:
        self._weak = frozenset(weak)
        self._verbs = frozenset(verbs)
        self._names = {words for n in (*names, *self._weak) if (words := tuple(_WORD.findall(n)))}
        lengths: dict[str, set[int]] = {}
        for words in self._names:
            lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {first: sorted(some, reverse=True) for first, some in lengths.items()}

    def __bool__(self) -> bool:
        return bool(self._names)

    def may_stand_in(self, words: AbstractSet[str]) -> bool:
        """Whether any of the names begins with one of these words."""
        return not words.isdisjoint(self._lengths)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Half-open spans of the names in the text, left to right, without overlap.

        A weak name, which is a plain word too, counts only where the words around it make it a name.
        """
        if not self._names:
            return
        words, behind = _words_in(text), 0
        for i, (start, _, word) in enumerate(words):
            if word not in self._lengths or i < behind:
                continue
            length = self._length_at(text, words, i)
            if length == 1 and word in self._weak and not self._named_here(text, words, i):
                continue
            if length:
                behind = i + length
                yield start, words[behind - 1][1]

    def _length_at(self, text: str, words: Sequence[_Placed], i: int) -> int:
        for length in self._lengths[words[i][2]]:
            here = words[i : i + length]
            if tuple(w for _, _, w in here) in self._names and _adjoin(text, here):
                return len(here)  # at the text's end fewer words than asked for may still be a name
        return 0

    def _named_here(self, text: str, words: Sequence[_Placed], i: int) -> bool:
        """Whether a person's verb or a possessive ending follows, or a lower-case word that is no article precedes."""
        _, end, _ = words[i]
        if text[end : end + 2] in ("'s", "’s"):
            return True
        following = words[i + 1] if i + 1 < len(words) else None
        if following and following[2] in self._verbs and text[end : following[0]].strip(" ,") == "":
            return True
        before = words[i - 1] if i else None
        return bool(
            before and before[2][0].islower() and before[2] not in ("the", "a", "an")
            and text[before[1] : words[i][0]].strip(" ,") == ""
        )  # fmt: skip


@lru_cache(maxsize=_KEPT)
def _words_in(text: str) -> tuple[_Placed, ...]:
    return tuple((m.start(), *_bare(m)) for m in _WORD.finditer(text))


def words_in(text: str) -> frozenset[str]:
    """The words of a text as names are matched with."""
    return frozenset(word for _, _, word in _words_in(text))


def _adjoin(text: str, words: Sequence[_Placed]) -> bool:
    """Whether nothing but space or an initial's stop parts the words."""
    return all(_GAP.fullmatch(text, a[1], b[0]) for a, b in pairwise(words))


def _bare(match: re.Match[str]) -> tuple[int, str]:
    """Where the word ends without a possessive ending, and the word without it."""
    word = match.group()
    if word.endswith(_POSSESSIVE):
        word = word[:-2]
    return match.start() + len(word), word
