"""A sentence as words with their gaps and capitals: what the search for places works on."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

import msgspec

from rashomon.knowledge.place_names import fold

#: Dotted initials (U.S.), or a word with inner apostrophes (Ma'arrat), or a number. Letters and marks are taken in
#: runs, not one by one.
_WORD = re.compile(
    r"(?=\w)(?:[^\W\d_](?:\.(?:[^\W\d_]\.)+(?:[^\W\d_](?![^\W\d_]))?"
    r"|(?:[^\W\d_]++|[\u0300-\u036f]++)*+(?:['’‘ʿʾʻʼ`´ʹ](?:[^\W\d_]++|[\u0300-\u036f]++)++)*+)"
    r"|\d+(?:[.,]\d+)*)"
)
_POSSESSIVE = frozenset(mark + s for mark in "'’ʼ`´" for s in "sS")
#: A sentence whose words of three letters and more are capitalised to this share is set in title case or capitals.
_TITLE_SHARE = 0.85
#: Capitals of a style: `normal` (they tell names), `title` (every word has one), `lower` (none has).
Style = Literal["normal", "title", "lower"]

_folded = lru_cache(maxsize=65536)(fold)


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word; `gap` is the text between the word before and this one, `low` its folded form, `owns` a cut off 's."""

    start: int
    end: int
    text: str
    low: str
    capital: bool
    gap: str
    owns: bool


def words_of(text: str) -> list[Word]:
    """The words of a sentence, possessive endings cut off."""
    found: list[Word] = []
    at = 0
    for match in _WORD.finditer(text):
        word, start, end = match.group(), match.start(), match.end()
        owns = False
        if len(word) > 2 and word[-2:] in _POSSESSIVE:
            word, end, owns = word[:-2], end - 2, True
        found.append(Word(start, end, word, _folded(word[:80]), word[0].isupper(), text[at:start], owns))
        at = end
    return found


def style_of(words: list[Word], cased: bool, small: frozenset[str]) -> Style:
    """How a sentence uses capitals; `cased`: whether its report does; `small`: what headlines leave in lower case."""
    if not cased:
        return "lower"
    long = [w for w in words[1:] if len(w.text) >= 3 and w.low not in small and not w.text[0].isdigit()]
    capitals = sum(w.capital for w in long)
    return "title" if len(long) >= 2 and capitals >= _TITLE_SHARE * len(long) else "normal"


def is_joint(gap: str) -> bool:
    """Whether two words with this gap between them may belong to one name."""
    return gap in _JOINTS or (len(gap) < 4 and gap.isspace() and gap.count("\n") < 2)


_JOINTS = frozenset({" ", "-", "‐", "‑", "–", "\u00a0", "\n"})
