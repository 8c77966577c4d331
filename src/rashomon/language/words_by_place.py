"""The words of a text by their place, and nothing where there is none: what rules ask thousands of times a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable


class _ByPlace(dict[int, str]):
    def __missing__(self, place: int) -> str:
        return ""


def words_by_place(words: Iterable[str]) -> Callable[[int], str]:
    """From a place to its word, or to "" outside the text; inside it a look-up runs no code of ours."""
    return _ByPlace(enumerate(words)).__getitem__
