"""Loaded terms and their neutral counterparts, from `data/en/loaded_terms.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

#: What opens and closes a quotation; inside one a loaded word is its speaker's.
_QUOTED = re.compile(r"“[^”]{0,600}”|\"[^\"]{0,600}\"|«[^»]{0,600}»")


@dataclass(frozen=True, slots=True)
class Term:
    """A loaded term: its neutral counterpart ("" where there is none), its class, and what makes it harmless."""

    word: str
    neutral: str
    term_class: str
    unless: frozenset[str]


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A loaded term where it stands in a text (half-open)."""

    start: int
    end: int
    term: Term


class LoadedTerms:
    """Finds loaded terms in a text, as whole words in any case."""

    def __init__(self, table: dict[str, Any]) -> None:
        #: What may follow a loaded word that is a phrase's own noun.
        self.no_nouns = frozenset(table["no_nouns"])
        self._terms = {t.word: t for t in _terms(table)}
        longest_first = sorted(self._terms, key=lambda w: (-len(w), w))
        pattern = "|".join(re.escape(w) for w in longest_first)
        self._pattern = re.compile(rf"(?<![\w-])(?:{pattern})(?![\w])", re.IGNORECASE)

    def find(self, text: str) -> list[FoundTerm]:
        """Every loaded term in the text outside quotation marks, in order; parts of names are left alone."""
        quoted = [m.span() for m in _QUOTED.finditer(text)]
        found = []
        for match in self._pattern.finditer(text):
            term = self._terms[match.group().casefold()]
            inside = any(a <= match.start() < b for a, b in quoted)
            if not inside and not _in_name(text, *match.span()) and not _harmless(text, match, term):
                found.append(FoundTerm(match.start(), match.end(), term))
        return found

    def __contains__(self, text: str) -> bool:
        return bool(self.find(text))


def _terms(table: dict[str, Any]) -> list[Term]:
    found = []
    for entry in table["term"]:
        neutral = entry["neutral"]
        if len(neutral) == 1:
            neutral = neutral * len(entry["words"])
        unless = frozenset(entry.get("unless", ()))
        found += [Term(w, n, entry["class"], unless) for w, n in zip(entry["words"], neutral, strict=True)]
    return found


def _in_name(text: str, start: int, end: int) -> bool:
    """Whether a capital and a capitalised neighbour make the word a part of a name ("Syrian Liberation Front")."""
    if not text[start].isupper():
        return False
    after = text[end : end + 2].lstrip()
    before = text[:start].rstrip().rsplit(" ", 1)[-1]
    follows = bool(after) and after[0].isupper()
    stands_in = bool(before) and before[0].isupper() and before[-1].isalpha() and before not in ("The", "A", "An")
    return follows or stands_in


def _harmless(text: str, match: re.Match[str], term: Term) -> bool:
    if not term.unless:
        return False
    after = re.match(r"\W*(\w+)", text[match.end() : match.end() + 40])
    before = text[max(0, match.start() - 40) : match.start()].split()
    near = {after.group(1).casefold() if after else "", before[-1].casefold() if before else ""}
    return bool(near & term.unless)
