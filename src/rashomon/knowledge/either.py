"""The pattern of any of many words: a tree of their letters, for a regular expression tries its branches one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

#: Ends a word in the tree; no symbol is empty.
_END = ""


def either(words: Iterable[str]) -> str:
    """The pattern of any of the words or phrases, the longest first, with no bounds of its own."""
    tree: dict[str, Any] = {}
    for word in sorted(words):
        node = tree
        for symbol in _symbols(word):
            node = node.setdefault(symbol, {})
        node[_END] = {}
    return f"(?:{_pattern(tree)})"


def _symbols(word: str) -> list[str]:
    """What a word or phrase is matched by, one pattern after the other: its letters, any space between its words."""
    found: list[str] = []
    for part in word.split():
        found += [r"\s+"] * bool(found)
        found += map(re.escape, part)
    return found


def _pattern(node: dict[str, Any]) -> str:
    """What follows at a node: the longer words before the one that ends here, as if all stood in a row."""
    branches = []
    for symbol, below in node.items():
        if symbol != _END:
            rest = _pattern(below)
            branches.append(symbol + (f"(?:{rest})" if "|" in rest else rest))
    return "|".join([*branches, ""]) if _END in node and branches else "|".join(branches)
