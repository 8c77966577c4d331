"""Names of sources that no file knows: cleaned, described where nobody is named, and their kind told by their words."""

from __future__ import annotations

import re

from rashomon.knowledge.organisations import fold_letters
from rashomon.knowledge.speech import SpeechWords
from rashomon.model.attribution import RootKind

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_IRREGULAR = {
    "policeman": "policemen",
    "spokesman": "spokesmen",
    "spokeswoman": "spokeswomen",
    "man": "men",
    "woman": "women",
    "person": "people",
    "child": "children",
}


def clean_name(words: str, lexicon: SpeechWords) -> str:
    """A name without opening articles and counts, closing possessives and stray punctuation."""
    text = " ".join(words.split()).strip(" ,;:.\"“”'‘’()-–—")
    parts = text.split(" ")
    while len(parts) > 1 and parts[0].lower() in lexicon.leading:
        del parts[0]
    text = " ".join(parts)
    return re.sub(r"['’]s?$", "", text)


def describe_unnamed(cleaned: str, words: SpeechWords) -> str | None:
    """One lower-case description for a source without a name ("medical sources"), or null where it has a name.

    The describing noun stands in the plural, so that one and several such sources are one description.
    """
    tokens = _WORD.findall(cleaned)
    if (
        not tokens
        or any(t[0].isupper() for t in tokens[1:])
        or (tokens[0][0].isupper() and not _common(tokens[0], words))
    ):
        return None
    kept = [t if i else t.lower() for i, t in enumerate(tokens) if t.lower() not in words.telling_nothing]
    head = _head_index(kept)
    if not kept or (words.role_of(kept[head]) is None and words.role_of(_singular(kept[head])) is None):
        return " ".join(kept) or None
    if kept[head] in words.one_of_many:
        kept[head] = _plural(kept[head])
    return " ".join(kept)


def kind_of_words(name: str, words: SpeechWords) -> RootKind:
    """The kind that the words of a name tell; `unnamed` where they tell none."""
    tokens = [fold_letters(w) for w in _WORD.findall(name.replace("U.N.", "UN"))]
    present = frozenset(tokens) | frozenset(part for t in tokens for part in t.split("-"))
    for kind, telling in words.kind_words.items():
        if present & telling:
            return kind
    for token in reversed(tokens):
        role = words.role_of(token) or words.role_of(_singular(token))
        if role is not None:
            return role.kind
    return "unnamed"


def _common(word: str, words: SpeechWords) -> bool:
    low = word.lower()
    known = words.role_of(low) or words.role_of(_singular(low)) or words.body_of(low)
    return bool(known) or low in words.telling_nothing | words.common


def _head_index(tokens: list[str]) -> int:
    for i, token in enumerate(tokens):
        if token in ("of", "in", "at", "from", "for", "with", "on", "near", "close", "to") and i:
            return i - 1
    return len(tokens) - 1


def _singular(word: str) -> str:
    for singular, plural in _IRREGULAR.items():
        if word == plural:
            return singular
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith("sses") else word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _plural(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if (
        (word.endswith("s") and not word.endswith("ss"))
        or word in _IRREGULAR.values()
        or word in ("people", "police", "media")
    ):
        return word
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("ss", "ch", "sh", "x")) else "s")
