"""Roles and given names by which persons are told apart: `data/en/person_roles.toml` and `given_names.toml`."""

from __future__ import annotations

import re
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


def person_lexicon(roles: dict[str, Any], names: dict[str, Any]) -> PersonLexicon:
    """The lexicon of two tables: roles, and given names by tradition."""
    given = frozenset(name for listed in names.values() for name in listed.split())
    listed = {f.name: frozenset(roles[f.name]) for f in fields(PersonLexicon) if f.name != "given"}
    return PersonLexicon(**listed, given=given)
