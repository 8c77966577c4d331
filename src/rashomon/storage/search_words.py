"""The words that a search knows, the same on every database: folded, without accents, parted at what is no letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

#: A word with its combining accents; an apostrophe or a hyphen parts words.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
#: Words of one text that are found; databases number no more positions than about so many.
MOST_WORDS = 16_000
_LONGEST = 60
#: Terms of one query that count; the rest of an endless query is not read.
_MOST_TERMS = 40


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and where it stands in the text."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase asked for; with `prefix` its last word may go on."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What a search asks for: every one of `wanted`, none of `unwanted`."""

    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()


def folded_words(text: str) -> list[str]:
    """The folded words of the text in order, as `words_in` gives them."""
    found: list[str] = []
    for number, word in enumerate(_WORD.findall(text)):
        if number >= MOST_WORDS:
            break
        if word.isascii():
            found.append(word.lower()[:_LONGEST])
        else:
            found += _folded(word)
    return found


def words_in(text: str) -> Iterator[Word]:
    """The text's words in order, up to `MOST_WORDS`."""
    for number, found in enumerate(_WORD.finditer(text)):
        if number >= MOST_WORDS:
            return
        for word in _folded(found.group()):
            yield Word(word, found.start(), found.end())


def parse_query(text: str) -> Query:
    """The query of what a person typed: words, "phrases", -not, prefix*; anything else parts words, nothing raises."""
    wanted: dict[Term, None] = {}
    unwanted: dict[Term, None] = {}
    for negative, quoted, plain in re.findall(r'(-?)(?:"([^"]*)"?|([^\s"]+))', text):
        said = (quoted or plain).rstrip()
        words = tuple(w.word for w in words_in(said))
        if words and len(wanted) + len(unwanted) < _MOST_TERMS:
            (unwanted if negative else wanted)[Term(words[:_MOST_TERMS], said.endswith("*"))] = None
    return Query(tuple(wanted), tuple(unwanted))


def places_of(query: Query, text: str) -> list[tuple[int, int]]:
    """Where the wanted words stand in a text, as half-open spans in order."""
    words = list(words_in(text))
    found: set[tuple[int, int]] = set()
    for term in query.wanted:
        size = len(term.words)
        for at in range(len(words) - size + 1):
            if _fits(term, [w.word for w in words[at : at + size]]):
                found.add((words[at].start, words[at + size - 1].end))
    return sorted(found)


def _fits(term: Term, here: list[str]) -> bool:
    *first, last = term.words
    same = here[-1].startswith(last) if term.prefix else here[-1] == last
    return same and here[:-1] == first


def _folded(word: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFKD", word.casefold())
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    for part in re.findall(r"[^\W_]+", kept):
        yield part[:_LONGEST]
