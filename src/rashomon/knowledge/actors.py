"""Who can act: named groups, nations, and the nouns that name an actor by what it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, cast

import msgspec

from rashomon.knowledge.word_classes import WordBook
from rashomon.model.actor import Sector

#: A word of a name: letters and digits with inner apostrophes, dots of initials and hyphens kept together.
WORD = re.compile(r"[^\W_]+(?:['’.\-/][^\W_]+)*\.?", re.UNICODE)
NameKind = Literal["group", "nation", "people", "metonym"]


@dataclass(frozen=True, slots=True)
class NamedActor:
    """An entry of the actors or nations table; `people` entries are adjectives and names of a people ("Syrian")."""

    name: str
    sector: Sector
    country_code: str | None
    side: str | None
    kind: NameKind


@dataclass(frozen=True, slots=True)
class ActorKind:
    """A class of nouns that name an actor ("insurgents", "residents")."""

    id: str
    sector: Sector
    armed: bool
    official: bool
    private: bool
    canonical: str | None
    canonical_nouns: frozenset[str]


class NameMatch(msgspec.Struct, frozen=True, gc=False):
    """A name found in a text, half-open offsets of that text."""

    start: int
    end: int
    actor: NamedActor


class ActorLexicon:
    """Names and nouns of actors; names match in their own capital letters, lands and peoples in small ones too."""

    def __init__(
        self, actors: Mapping[str, Any], nations: Mapping[str, Any], nouns: Mapping[str, Any], classes: WordBook
    ) -> None:
        self.classes = classes
        self._names: dict[str, list[tuple[tuple[str, ...], NamedActor]]] = {}
        self.adjectives: dict[str, str] = {}
        self.nation_names: dict[str, str] = {}
        self._read_actors(actors["actor"])
        self._read_nations(nations["nation"], frozenset(nations["small_letters"]["other_words"]))
        #: The adjectives of peoples in lower case.
        self.peoples = frozenset(a.casefold() for a in self.adjectives.values())
        for word in nouns["peoples"]["words"]:
            self._add(word, NamedActor(word, "civilians", None, None, "people"))
        self.kinds: dict[str, ActorKind] = {}
        for row in nouns["kind"]:
            kind = _kind(row)
            for noun in row["nouns"]:
                self.kinds.setdefault(noun, kind)
        self._second_words = frozenset(noun.rpartition(" ")[2] for noun in self.kinds if " " in noun)
        #: The entry that a whole name or alias stands for, or null; kept, for rules ask often about the same few names.
        self.known: Callable[[str], NamedActor | None] = lru_cache(maxsize=4096)(self._entry)
        self.modifiers = frozenset(nouns["modifiers"]["words"])
        self.sector_by_modifier: dict[str, Sector] = {}
        for sector, words in nouns["sector_by_modifier"].items():
            for word in words:
                self.sector_by_modifier.setdefault(word, cast(Sector, sector))
        #: What a long name with an acronym is by its last word, where no entry knows it.
        self.organisation_heads: dict[str, Sector] = {
            word: cast(Sector, sector) for sector, words in nouns["organisation_heads"].items() for word in words
        }
        self.alias_heads: dict[str, frozenset[str]] = {k: frozenset(v) for k, v in nouns["alias_heads"].items()}
        for sequences in self._names.values():
            sequences.sort(key=lambda s: (-len(s[0]), s[0]))

    def _read_actors(self, table: Mapping[str, list[str]]) -> None:
        for name, (sector, country, aliases, side) in table.items():
            actor = NamedActor(name, cast(Sector, sector), country or None, side or None, "group")
            for alias in [name, *aliases.split(";")]:
                self._add(alias, actor)

    def _read_nations(self, table: Mapping[str, list[str]], other_words: frozenset[str]) -> None:
        for code, (names, people, metonyms) in table.items():
            first = names.split(",")[0].strip()
            self.nation_names[code] = first
            self.adjectives[code] = people.split(",")[0].strip() or first
            for column, kind in ((names, "nation"), (people, "people"), (metonyms, "metonym")):
                sector: Sector = "civilians" if kind == "people" else "government"
                actor = NamedActor(first, sector, code, None, cast(NameKind, kind))
                for alias in column.split(","):
                    self._add(alias, actor)
                    # Some outlets write "russia" and "the russian army" on purpose: an army is still not its enemy's.
                    if kind != "metonym" and alias.strip().lower() not in other_words and " " not in alias.strip():
                        self._add(alias.lower(), actor)

    def _add(self, alias: str, actor: NamedActor) -> None:
        words = tuple(_bare(m.group()) for m in WORD.finditer(alias))
        if words:
            known = self._names.setdefault(words[0], [])
            if all(k[0] != words for k in known):
                known.append((words, actor))

    def find_names(self, text: str) -> Iterator[NameMatch]:
        """The longest names in a text, left to right, none inside another; a possessive ending stays out."""
        starts: list[int] = []
        bare: list[str] = []
        for match in WORD.finditer(text):
            word = match.group()
            starts.append(match.start())
            bare.append(word if word.isalnum() else _bare(word))
        i = 0
        while i < len(bare):
            found = self._match_at(bare, i) if bare[i] in self._names else None
            if found is None:
                i += 1
                continue
            length, actor = found
            last = i + length - 1
            yield NameMatch(starts[i], starts[last] + len(bare[last]), actor)
            i += length

    def _match_at(self, words: list[str], i: int) -> tuple[int, NamedActor] | None:
        for sequence, actor in self._names.get(words[i], ()):
            if tuple(words[i : i + len(sequence)]) == sequence:
                return len(sequence), actor
        return None

    def _entry(self, name: str) -> NamedActor | None:
        words = [_bare(m.group()) for m in WORD.finditer(name)]
        found = self._match_at(words, 0) if words else None
        return found[1] if found and found[0] == len(words) else None

    def kind_of(self, lemma: str, before: str = "") -> ActorKind | None:
        """The kind of an actor noun by its lemma, with the word before it where both are one noun ("riot police")."""
        both = self.kinds.get(f"{before} {lemma}") if lemma in self._second_words else None
        return both or self.kinds.get(lemma)

    def canonical(self, kind: ActorKind, noun: str, country_code: str | None) -> str | None:
        """The canonical name of a state's own army, police or government ("Syrian army"), or null."""
        if (
            country_code is None
            or kind.canonical is None
            or (kind.canonical_nouns and noun not in kind.canonical_nouns)
        ):
            return None
        return kind.canonical.format(adj=self.adjectives[country_code])


def _kind(row: Mapping[str, Any]) -> ActorKind:
    return ActorKind(
        id=row["id"],
        sector=row["sector"],
        armed=row.get("armed", False),
        official=row.get("official", False),
        private=row.get("private", False),
        canonical=row.get("canonical"),
        canonical_nouns=frozenset(row.get("canonical_nouns", ())),
    )


def _bare(word: str) -> str:
    """A word without a possessive ending or a closing stop."""
    if word.isalnum():
        return word
    word = word.rstrip(".")
    return word[:-2] if word.endswith(("'s", "’s")) else word
