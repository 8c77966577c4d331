"""Organisations that produce or relay information, looked up by any of their names (`data/organisations.toml`)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from rashomon.model.attribution import RootKind
from rashomon.model.remembered import remembered

if TYPE_CHECKING:
    from rashomon.knowledge.library import Library

_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)?")
_LETTERS = re.compile(r"[^\W_]+")
_OWNED = re.compile(r"['’]s\b")
_DROPPED = str.maketrans("", "", ".'’‘ʼ´`")
_SPELLINGS = {
    "defence": "defense", "centre": "center", "organisation": "organization", "programme": "program",
    "labour": "labor", "organisations": "organizations",
}  # fmt: skip
#: The longest name in words; longer runs are not tried.
_LONGEST_NAME = 14
#: Longer phrases are cut before they are read (characters).
_LONGEST_PHRASE = 600
#: Shorter runs of letters are words of their own before they are names run together.
_SHORTEST_RUN = 9
#: Reports ask again and again about the few names in them.
_KEPT = 4096


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation by its canonical name; the data file says what each field holds."""

    name: str
    kind: RootKind
    family: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    wire: bool = False
    state: bool = False
    side: str | None = None
    works_under: str | None = None
    draws_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisations:
    """All organisations, by folded name.

    `capitals` are the short names that count in capitals only, `openers` the first words of all names, `by_letters` has
    names of several words without the spaces between them.
    """

    by_key: dict[str, Organisation]
    capitals: frozenset[str]
    openers: frozenset[str]
    by_letters: dict[str, Organisation]

    @remembered(_KEPT)
    def find(self, words: str) -> Organisation | None:
        """The organisation that these words name, articles aside, or null."""
        tokens = name_words(words)
        return self._exact(tokens)

    @remembered(_KEPT)
    def find_in(self, words: str) -> tuple[Organisation, str] | None:
        """The organisation with the longest name inside these words, and that name as worded; else null.

        Governments named by their country or capital are left out: inside a longer phrase these are places.
        """
        tokens = name_words(words)
        starts = [n for n, (_, key) in enumerate(tokens) if key in self.openers]
        if not starts:
            return None
        for length in range(min(_LONGEST_NAME, len(tokens)), 0, -1):
            for start in starts:
                run = tokens[start : start + length]
                found = self._exact(run) if len(run) == length else None
                if found is not None and (length > 1 or found.kind not in ("government", "army")):
                    return found, " ".join(w for w, _ in run)
        return None

    def run_together(self, name: str) -> Organisation | None:
        """The organisation with a name that is this word once its spaces are gone, as addresses have it, or null."""
        return self.by_letters.get(fold_letters(name)) if len(name) > _SHORTEST_RUN else None

    def _exact(self, tokens: list[tuple[str, str]]) -> Organisation | None:
        key = " ".join([k for _, k in tokens])
        found = self.by_key.get(key)
        if found is not None and key in self.capitals and not tokens[0][0].isupper():
            return None
        return found


def name_words(words: str) -> list[tuple[str, str]]:
    """Each word of a name as written and folded: no accents, full stops, apostrophes, opening article."""
    return list(_name_words(words[:_LONGEST_PHRASE]))


@lru_cache(maxsize=_KEPT)
def _name_words(words: str) -> tuple[tuple[str, str], ...]:
    text = _OWNED.sub("", words).translate(_DROPPED)
    pairs = [(w, fold_word(w)) for w in _WORD.findall(text)]
    while len(pairs) > 1 and pairs[0][1] in ("the", "a", "an"):
        del pairs[0]
    return tuple(pairs)


@lru_cache(maxsize=_KEPT)
def fold_word(word: str) -> str:
    """A word in lower-case base letters and one spelling, without a closing s: "Syrias" and "Syria's" are one."""
    folded = fold_letters(word)
    return folded[:-1] if len(folded) > 4 and folded.endswith("s") and not folded.endswith("ss") else folded


def fold_letters(word: str) -> str:
    """A word in lower-case base letters and one spelling."""
    folded = word.lower()
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return _SPELLINGS.get(folded, folded)


def name_key(words: str) -> str:
    """The form in which names are compared."""
    return " ".join(k for _, k in name_words(words))


def load_organisations(library: Library) -> Organisations:
    """The organisations of the shipped file; of two with one name the earlier has it."""
    by_key: dict[str, Organisation] = {}
    capitals: set[str] = set()
    by_letters: dict[str, Organisation] = {}
    for row in library.table("organisations.toml")["organisations"]:
        organisation = _organisation(row)
        for name in (organisation.name, *organisation.aliases):
            key = name_key(name)
            if key and key not in by_key:
                by_key[key] = organisation
                if name.isupper() and len(name) <= 5:
                    capitals.add(key)
            if " " in name:
                by_letters.setdefault("".join(fold_letters(w) for w in _LETTERS.findall(name)), organisation)
    return Organisations(by_key, frozenset(capitals), frozenset(key.split(" ")[0] for key in by_key), by_letters)


def _organisation(row: dict[str, Any]) -> Organisation:
    lists = {key: tuple(row.get(key, ())) for key in ("aliases", "draws_on")}
    return Organisation(**{"family": row["name"], **row, **lists})
