"""Words that say how actors stand to each other, and who holds a place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from rashomon.model.claim import ControlStatus, RelationType


@dataclass(frozen=True, slots=True)
class RelationWords:
    """The words of one relation."""

    type: RelationType
    objects: Literal["actor", "effort", "deal"]
    verbs: frozenset[str]
    nouns: frozenset[str]
    noun_preps: frozenset[str]
    participles: frozenset[str]
    preps: frozenset[str]
    compounds: frozenset[str]
    adjectives: frozenset[str]


@dataclass(frozen=True, slots=True)
class RelationLexicon:
    """All relations, and the nouns that their objects and cues are made of."""

    relations: tuple[RelationWords, ...]
    words: Mapping[str, frozenset[str]]
    #: Every verb, noun and adjective that a relation can hang on: no other word of a sentence need be asked.
    cues: frozenset[str]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> RelationLexicon:
        """The lexicon of a table as `data/en/relations.toml` has it."""
        relations = tuple(_relation(row) for row in table["relation"])
        words = {k: frozenset(v) for k, v in table["words"].items()}
        each = (r.verbs | r.participles | r.nouns | r.adjectives for r in relations)
        return cls(relations, words, frozenset().union(*each, words["naming"], words["part"], words["joining"]))


def _relation(row: Mapping[str, Any]) -> RelationWords:
    def words(key: str) -> frozenset[str]:
        return frozenset(row.get(key, ()))

    return RelationWords(
        row["type"],
        row["objects"],
        words("verbs"),
        words("nouns"),
        words("noun_preps"),
        words("participles"),
        words("preps"),
        words("compounds"),
        words("adjectives"),
    )


@dataclass(frozen=True, slots=True)
class ControlPattern:
    """A verb that says who holds a place: particle or preposition, needed object, and where the place stands."""

    status: ControlStatus
    particle: str | None
    objects: frozenset[str]
    place: str
    holder_prep: str | None


@dataclass(frozen=True, slots=True)
class ControlLexicon:
    """Verbs and compound adjectives of holding."""

    verbs: Mapping[str, tuple[ControlPattern, ...]]
    adjectives: Mapping[str, ControlStatus]
    holders: frozenset[str]
    sectors: frozenset[str]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> ControlLexicon:
        """The lexicon of a table as `data/en/control.toml` has it."""
        verbs: dict[str, list[ControlPattern]] = {}
        for row in table["status"]:
            for text in row["verbs"]:
                head, _, objects = text.partition(":")
                lemma, _, particle = head.partition("+")
                pattern = ControlPattern(
                    row["status"],
                    particle or None,
                    frozenset(objects.split("|")) if objects else frozenset(),
                    row["place"],
                    row.get("holder_prep"),
                )
                verbs.setdefault(lemma, []).append(pattern)
        return cls(
            {k: tuple(sorted(v, key=lambda p: -(2 * bool(p.objects) + bool(p.particle)))) for k, v in verbs.items()},
            {word: status for status, words in table["adjectives"].items() for word in words},
            frozenset(table["holders"]["words"]),
            frozenset(table["commanding"]["sectors"]),
        )
