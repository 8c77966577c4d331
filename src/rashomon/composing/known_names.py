"""What the capitalised words of a story name besides private persons: whatever is not known here may be a person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.composing.family_names import is_family_name
from rashomon.composing.ledger import Ledger
from rashomon.knowledge.common_words import CalendarWords
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses, either
from rashomon.model.material import Material

_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True)
class OpeningWords(WordClasses):
    """Words that name nobody."""

    source: ClassVar[str] = "en/words/briefs.toml#openers"

    openers: frozenset[str]
    households: frozenset[str]
    doing: frozenset[str]

    @cached_property
    def household(self) -> re.Pattern[str]:
        """What makes the name before it that of a household."""
        return re.compile(rf"(?:s)? {either(self.households)}\b")

    @cached_property
    def does(self) -> re.Pattern[str]:
        """What a person does, behind the name."""
        return re.compile(rf" {either(self.doing)}\b")


class KnownNames:
    """Says which capitalised words of a story are explained: places, bodies, peoples, outlets, public persons."""

    def __init__(
        self, material: Material, library: Library, public: Iterable[str] = (), family: AbstractSet[str] = frozenset()
    ) -> None:
        self._library = library
        self.family = family
        self.public = frozenset(w.casefold() for name in public for w in _WORD.findall(name))
        self.lower = Ledger(material).lower_words
        texts = [t for t in dict.fromkeys(_texts(material)) if not is_family_name(t, family)]
        self._places = frozenset(t.casefold() for t in texts)
        self._words = frozenset(_words_of(texts))
        wording, persons = library.wording, library.persons
        self._other = (
            wording.bodies
            | wording.common
            | persons.not_person
            | persons.public
            | persons.private
            | persons.leader_families
        )
        self._calendar = library.words.of(CalendarWords).named

    def names_other(self, name: str) -> bool:
        """Whether a whole name is that of a body, an armed group, a state, a place or an outlet."""
        if self._library.organisations.find(name) is not None or self._library.actors.known(name) is not None:
            return True
        words = [_bare(w) for w in _WORD.findall(name)]
        return bool({w.casefold() for w in words} & self._other) or all(self._explained(w) for w in words)

    def is_body(self, word: str) -> bool:
        """Whether a word alone names a body, a group, a place or a role."""
        return word in self._other or word in self._words or self._library.organisations.find(word) is not None

    def speaks(self, word: str) -> bool:
        """Whether one capitalised word names who can speak: a state, a body, a group; a town cannot."""
        known = self._library.organisations.find(word) or self._library.actors.known(word)
        return known is not None or word.casefold() in self._other or word.casefold() in self.public

    def unexplained(self, text: str) -> str | None:
        """The first run of capitalised words that may name a person, or null; an opening word needs a verb's help."""
        words = self._library.words.of(OpeningWords)
        for start, run in _runs(text):
            if start == 0 and len(run) == 1 and (run[0].casefold() in words.openers or run[0].casefold() in self.lower):
                continue
            name = " ".join(run)
            if words.household.match(text, start + len(name)) or self._reads_as_person(run, text[start + len(name) :]):
                return name
            if not self.names_other(name) and not self._inside_name(name):
                return name
        return None

    def _reads_as_person(self, run: list[str], after: str) -> bool:
        """Whether a name that places explain is a person's: a given name opens it, or it does what a person does."""
        folded = [w.casefold() for w in run]
        name = " ".join(run)
        if set(folded) <= self.public or set(folded) & self._other or self._library.organisations.find(name):
            return False
        if len(run) > 1:
            return folded[0] in self._library.persons.given and name.casefold() not in self._places
        only_place = folded[0] in self._words and self._library.actors.known(name) is None
        return only_place and self._library.words.of(OpeningWords).does.match(after) is not None

    def _inside_name(self, name: str) -> bool:
        """Whether known names inside the run explain each of its words."""
        rest = name
        for match in reversed(list(self._library.actors.find_names(name))):
            rest = rest[: match.start] + rest[match.end :]
        found = self._library.organisations.find_in(rest)
        rest = rest.replace(found[1], " ") if found else rest
        return all(self._explained(w) for w in _WORD.findall(rest))

    def _explained(self, word: str) -> bool:
        plain = _bare(word)
        folded = plain.casefold()
        if len(plain) > 1 and plain.isupper():
            return True
        if folded in self._calendar or folded in self._words or folded in self.public or folded in self._other:
            return True
        if folded in self.lower or folded in self._library.words.of(OpeningWords).openers:
            return True
        parts = [p for p in re.split(r"[-.'’]", folded) if p]
        return len(parts) > 1 and all(p in self._words | self.lower | self._other or len(p) == 1 for p in parts)


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word)


def _runs(text: str) -> Iterable[tuple[int, list[str]]]:
    """Runs of capitalised words that only a space parts, each with where it starts."""
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        capital = match.group()[0].isupper()
        if run and (not capital or text[run[-1].end() : match.start()].strip(" ")):
            yield run[0].start(), [_bare(m.group()) for m in run]
            run = []
        if capital:
            run.append(match)
    if run:
        yield run[0].start(), [_bare(m.group()) for m in run]


def _words_of(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        for word in _WORD.findall(text):
            bare = _bare(word).casefold()
            yield bare
            yield from (p for p in re.split(r"[-.'’]", bare) if len(p) > 1)


def _texts(material: Material) -> Iterable[str]:
    """The names of outlets, agencies and located places."""
    for report in material.reports:
        yield report.outlet or ""
        yield report.agency or ""
    for claims in material.claims:
        for place in claims.places:
            if place.geonames_id is not None or place.kind in ("facility", "country", "region"):
                yield from (place.text, place.name, place.admin1 or "", place.town or "")
