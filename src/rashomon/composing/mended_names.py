"""Names from damaged text made whole: lost apostrophes, crossheads and captions run into a name, epithets before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from rashomon.composing.ledger import Ledger
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses

_OWNS = re.compile(r"['’]s$")
_SMALL = re.compile(r"(?<![\w'’-])[a-z]{4,}(?=(?:['’]s)?(?![\w-]))")
#: A crosshead's words are longer than most abbreviations.
_CROSSHEAD = 4


@dataclass(frozen=True, slots=True)
class NameWords(WordClasses):
    """Words before a name that are no part of it."""

    source: ClassVar[str] = "en/words/briefs.toml#names"

    epithets: frozenset[str]
    epithet_ends: frozenset[str]
    articles: frozenset[str]
    ties: frozenset[str]


def mended(phrase: str, library: Library, ledger: Ledger) -> str:
    """ "Syria's opposition" for "Syrias opposition" and for "AP Syrias opposition": the name that the writer meant.

    A word that stands twice in a row is one that the writer struck twice.
    """
    words = _without_crosshead(phrase.split(), library)
    words = [w for n, w in enumerate(words) if n == 0 or w.casefold() != words[n - 1].casefold()]
    words = _without_epithets(words, library)
    words = _with_apostrophes(words, library, ledger)
    return " ".join(_without_torn_head(words, library))


def with_apostrophes(text: str, library: Library, ledger: Ledger) -> str:
    """A clause of a report with the apostrophes of owners that a damaged text has lost."""
    return " ".join(_with_apostrophes(text.split(), library, ledger))


def with_capitals(text: str, library: Library, ledger: Ledger) -> str:
    """A clause with the capitals of lands that a report writes in small letters, where others write them with one."""

    def capital(match: re.Match[str]) -> str:
        word = match.group().capitalize()
        return word if match.group() in ledger.names_seen and _is_nation(word, library) else match.group()

    return _SMALL.sub(capital, text)


def is_torn(phrase: str, library: Library) -> bool:
    """Whether two states stand side by side with nothing between them: a list that lost its commas."""
    words = [_OWNS.sub("", w) for w in phrase.split()]
    nations = [_is_nation(w, library) for w in words]
    pairs = [p for p in range(len(words) - 1) if nations[p] and nations[p + 1]]
    return any(library.actors.known(f"{words[p]} {words[p + 1]}") is None for p in pairs)


def _without_crosshead(words: list[str], library: Library) -> list[str]:
    """The words without common ones in capitals before a name: "SLEEPING DEAD Opposition activists"."""
    rest = list(words)
    while len(rest) > 1 and _is_shouted(rest[0], library) and not (rest[1].isupper() and len(rest) == 2):
        rest.pop(0)
    return rest if rest and not rest[0].isupper() else words


def _is_shouted(word: str, library: Library) -> bool:
    long = word.isalpha() and word.isupper() and len(word) >= _CROSSHEAD
    return long and library.word_rarity.is_listed(word.casefold()) and library.organisations.find(word) is None


def _without_epithets(words: list[str], library: Library) -> list[str]:
    """The words without what only says where a body sits or that the writer doubts it."""
    known = library.words.of(NameWords)
    first = 1 if words and words[0].casefold() in known.articles else 0
    end = first
    while end < len(words) - 1 and (
        words[end].casefold() in known.epithets
        or ("-" in words[end] and words[end].casefold().rpartition("-")[2] in known.epithet_ends)
    ):
        end += 1
    return [*words[:first], *words[end:]]


def _with_apostrophes(words: list[str], library: Library, ledger: Ledger) -> list[str]:
    last = len(words) - 1
    return [_owner(w, n == last, library, ledger) for n, w in enumerate(words)]


def _owner(word: str, is_last: bool, library: Library, ledger: Ledger) -> str:
    """The word as an owner where its ending -s makes no plural: a state's or a seen name that is no common word."""
    base = word[:-1]
    if word.endswith("s") and base.isupper() and base.isalpha() and len(base) > 1 and library.organisations.find(base):
        return base if is_last else f"{base}’s"
    if not (word.endswith("s") and len(word) > _CROSSHEAD and word[0].isupper() and word.replace("-", "").isalpha()):
        return word
    folded = word.casefold()
    if base.endswith("s") or word.isupper() or library.actors.known(word) or folded in ledger.lower_words:
        return word
    seen = base.casefold() in ledger.names_seen and not library.word_rarity.is_listed(folded)
    people = library.actors.known(base)
    if not (_is_nation(base, library) or (seen and (people is None or people.kind != "people"))):
        return word
    # At its end a name owns nothing: the letter is what is left of a lost word.
    return base if is_last else f"{base}’s"


def _is_nation(word: str, library: Library) -> bool:
    known = library.actors.known(word) if word[:1].isupper() else None
    return known is not None and known.kind in ("nation", "metonym")


def _without_torn_head(words: list[str], library: Library) -> list[str]:
    """The words from a state as an owner on, where a name before it belongs to another line of the page."""
    for n, word in enumerate(words):
        if n == 0 or not _OWNS.search(word) or not _is_nation(_OWNS.sub("", word), library):
            continue
        before = words[:n]
        whole = " ".join([*before, _OWNS.sub("", word)])
        tied = any(w.casefold() in library.words.of(NameWords).ties for w in before)
        if before[0][0].isupper() and not tied and library.actors.known(whole) is None:
            return words[n:]
    return words
