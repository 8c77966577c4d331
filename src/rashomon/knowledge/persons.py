"""Roles and given names by which persons are told apart: `data/en/person_roles.toml` and `given_names.toml`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
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
    naming: frozenset[str]
    determiners: frozenset[str]
    given: frozenset[str]


def person_lexicon(roles: dict[str, Any], names: dict[str, Any]) -> PersonLexicon:
    """The lexicon of two tables: roles, and given names by tradition."""
    given = frozenset(name for listed in names.values() for name in listed.split())
    listed = {f.name: frozenset(roles[f.name]) for f in fields(PersonLexicon) if f.name != "given"}
    return PersonLexicon(**listed, given=given)
