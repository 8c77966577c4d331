"""The English words around names of places, typed: class nouns, facilities, directions, cues, demonyms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rashomon.knowledge.place_names import fold


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Word sets in lower case; see data/en/places.toml and data/en/countries.tsv for what each holds."""

    classes: dict[str, str]
    before: frozenset[str]
    facilities: dict[str, str]
    #: First words of the facilities: most words open none, and need no look at the words after them.
    facility_openers: frozenset[str]
    bare_facilities: frozenset[str]
    facility_links: frozenset[str]
    #: Nouns of other languages that open a facility's name, folded, and of these such as do so only before a particle.
    leading_facilities: dict[str, str]
    before_particle: frozenset[str]
    leading_openers: frozenset[str]
    facility_adjectives: frozenset[str]
    foreign_adjectives: frozenset[str]
    particles: frozenset[str]
    organisations: frozenset[str]
    directions: dict[str, str]
    cues: dict[str, frozenset[str]]
    abbreviations: dict[str, tuple[str, str]]
    demonyms: dict[str, str]
    adjectives: dict[str, str]
    usual: dict[str, int]
    countries: dict[str, str]
    common: frozenset[str]


def read_place_words(table: dict[str, Any], countries: str, common: str) -> PlaceWords:
    """The words of places.toml, countries.tsv and place_like_words.txt."""
    classes = {noun: kind for kind, nouns in table["class_words"].items() if kind != "before" for noun in nouns}
    demonyms: dict[str, str] = {}
    names: dict[str, str] = {}
    for line in countries.splitlines():
        if not line or line.startswith("#"):
            continue
        code, name, _lat, _lon, *rest = line.split("\t")
        others = rest[0].split("|") if rest and rest[0] else []
        adjectives = rest[1].split("|") if len(rest) > 1 and rest[1] else []
        for form in (name, *others):
            names.setdefault(fold(form), code)
        for form in adjectives:
            demonyms.setdefault(fold(form), code)
            demonyms.setdefault(fold(form) + "s", code)
    opening = table["facility_before_particle"]
    leading = {fold(n): kind for part in (table["facility_leading"], opening) for kind, ns in part.items() for n in ns}
    return PlaceWords(
        classes=classes,
        before=frozenset(table["class_words"]["before"]),
        facilities={noun: kind for kind, nouns in table["facility"].items() for noun in nouns},
        facility_openers=frozenset(n.split(" ")[0] for nouns in table["facility"].values() for n in nouns),
        bare_facilities=frozenset(table["facility_rules"]["bare"]),
        facility_links=frozenset(table["facility_rules"]["links"]),
        leading_facilities=leading,
        before_particle=frozenset(fold(n) for nouns in opening.values() for n in nouns),
        leading_openers=frozenset(n.split(" ")[0] for n in leading),
        facility_adjectives=frozenset(table["facility_rules"]["adjectives"]),
        foreign_adjectives=frozenset(fold(w) for w in table["facility_rules"]["foreign_adjectives"]),
        particles=frozenset(table["facility_rules"]["particles"]),
        organisations=frozenset(table["organisation"]["words"]),
        directions=dict(table["directions"]),
        cues={name: frozenset(words) for name, words in table["cues"].items()},
        abbreviations={
            short: (full.rsplit(",", 1)[0], full.rsplit(",", 1)[1]) for short, full in table["abbreviations"].items()
        },
        demonyms=demonyms,
        adjectives=dict(table["adjectives"]) | {f"{word}s": name for word, name in table["adjectives"].items()},
        usual=dict(table["names"]),
        countries=names,
        common=frozenset(w for w in common.split("\n") if w and not w.startswith("#")),
    )
