"""Headlines in Title Case, recased for the parser: common words in lower case, names kept, offsets the same."""

from __future__ import annotations

import re

from rashomon.knowledge.word_rarity import WordRarity

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
#: A headline of fewer words says nothing of its case.
_FEWEST = 4
#: The share of long words with a capital from which a headline is in Title Case.
_TITLE_SHARE = 0.8
#: Words shorter than this keep a small letter in Title Case.
_SHORT = 4
_ENDINGS = ("s", "es", "ed", "d", "ly", "ing")
#: Words commoner than this (weight of word_rarity.py) are no names.
_COMMON = 1.5


def sentence_cased(text: str, rarity: WordRarity) -> str:
    """The text with its common words in lower case where most words have a capital; else the text itself."""
    words = list(_WORD.finditer(text))
    long = [w for w in words if len(w.group()) >= _SHORT]
    if len(long) < _FEWEST or sum(w.group()[0].isupper() for w in long) < _TITLE_SHARE * len(long):
        return text
    if sum(w.group().isupper() for w in long) > len(long) // 2:
        return text
    kept = list(text)
    for n, word in enumerate(words):
        group = word.group()
        lower = group.lower()
        capital = n > 0 and group[0].isupper() and not group.isupper() and len(lower) == len(group)
        if capital and _is_common(lower, rarity):
            kept[word.start() : word.end()] = lower
    return "".join(kept)


def _is_common(word: str, rarity: WordRarity) -> bool:
    """Whether a word or its stem is of the common vocabulary ("injures", "critically")."""
    if rarity.weight(word) < _COMMON:
        return True
    stems = [word[: -len(end)] for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _SHORT]
    return any(rarity.weight(form) < _COMMON for stem in stems for form in (stem, f"{stem}e"))
