"""Roles and given names by which persons are told apart: `data/en/person_roles.toml` and `given_names.toml`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from rashomon.knowledge.word_classes import either


@dataclass(frozen=True)
class PersonLexicon:
    """Word sets, all lower case; see the data files for what each holds."""

    public: frozenset[str]
    private: frozenset[str]
    kin: frozenset[str]
    honorifics: frozenset[str]
    rule: frozenset[str]
    speech: frozenset[str]
    harm: frozenset[str]
    fates: frozenset[str]
    particles: frozenset[str]
    not_person: frozenset[str]
    leaders: frozenset[str]
    never_alone: frozenset[str]
    no_title: frozenset[str]
    name_articles: frozenset[str]
    ends: frozenset[str]
    auxiliaries: frozenset[str]
    ruled: frozenset[str]
    doing: frozenset[str]
    naming: frozenset[str]
    determiners: frozenset[str]
    aged: frozenset[str]
    years_old: frozenset[str]
    locating: frozenset[str]
    located_of: frozenset[str]
    named_by_place: frozenset[str]
    name_links: frozenset[str]
    given: frozenset[str]

    @cached_property
    def age_after(self) -> re.Pattern[str]:
        """An age right behind a name."""
        aged, old = rf"(?:{either(self.aged)}\s+)?", either(self.years_old)
        return re.compile(
            rf"\s*(?:,\s*{aged}\d{{1,3}}(?=\s*[,.;)])|\(\s*{aged}\d{{1,3}}\s*\)|,\s*(?:a|an)\s+\d{{1,3}}-{old})"
        )

    @cached_property
    def age_before(self) -> re.Pattern[str]:
        """An age with its unit before a name, some words between."""
        old = either(w.replace("-", " ") for w in self.years_old).replace(r"\s+", "[- ]")
        return re.compile(rf"\b\d{{1,3}}[- ]{old},?\s+(?:[a-z]+\s+){{0,3}}$")

    @cached_property
    def leader_families(self) -> frozenset[str]:
        """The words by which alone a leader may be told."""
        return frozenset(_family(name) for name in self.leaders)

    @cached_property
    def _leader_names(self) -> frozenset[tuple[str, str]]:
        """Each of a leader's other names with the family name."""
        parts = (name.split() for name in self.leaders)
        return frozenset((given, _family(words[-1])) for words in parts for given in words[:-1])

    def is_leader(self, words: Sequence[str]) -> bool:
        """Whether a name's words, in small letters, are a leader's: the family name alone or with the others."""
        if " ".join(words) in self.leaders:
            return True
        family, before = _family(words[-1]), [w for w in words[:-1] if w not in self.public | self.honorifics]
        if not before:
            return bool({family, family.removesuffix("s")} & self.leader_families)
        return any((given, family) in self._leader_names for given in before)


def _family(name: str) -> str:
    """The last word of a name, without an Arabic article."""
    last = name.split()[-1]
    return last.split("-", 1)[1] if last.split("-")[0] in ("al", "el") and "-" in last else last


def person_lexicon(roles: dict[str, Any], names: dict[str, Any]) -> PersonLexicon:
    """The lexicon of two tables: roles, and given names by tradition."""
    given = frozenset(name for listed in names.values() for name in listed.split())
    listed = {f.name: frozenset(roles[f.name]) for f in fields(PersonLexicon) if f.name != "given"}
    return PersonLexicon(**listed, given=given)
