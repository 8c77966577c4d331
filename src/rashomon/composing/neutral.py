"""Generated text in neutral words: loaded terms replaced, or the phrase given up."""

from __future__ import annotations

import re

from rashomon.knowledge.terms import FoundTerm, LoadedTerms

_NOUN_AFTER = re.compile(r"\s+([a-z][\w-]+)")


def neutral_phrase(text: str, terms: LoadedTerms) -> str | None:
    """A noun phrase without loaded words; null where one has no neutral counterpart and is the phrase's own noun.

    A loaded word before a noun ("terrorist attack") is dropped where it only judges, exchanged where it names
    ("regime forces" are "government forces").
    """
    for found in reversed(terms.find(text)):
        replaced = _without(text, found, terms)
        if replaced is None:
            return None
        text = replaced
    return " ".join(text.split())


def _without(text: str, found: FoundTerm, terms: LoadedTerms) -> str | None:
    after = _NOUN_AFTER.match(text, found.end)
    modifies = after is not None and after.group(1) not in terms.no_nouns
    if modifies and found.term.term_class != "ruler":
        return text[: found.start] + text[found.end :].lstrip()
    if not found.term.neutral:
        return None
    word = found.term.neutral
    if text[found.start].isupper() and found.start == 0:
        word = word[:1].upper() + word[1:]
    return text[: found.start] + word + text[found.end :]
