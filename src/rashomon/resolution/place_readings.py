"""What a mention may mean: its name without direction and class words, and the gazetteer's places of that name."""

from __future__ import annotations

import difflib

import msgspec

from rashomon.knowledge.gazetteer import ONLY_CLASSED, Candidate, Gazetteer
from rashomon.knowledge.library import Library
from rashomon.knowledge.place_names import fold, without_articles
from rashomon.knowledge.place_words import PlaceWords
from rashomon.model.place import Place

#: Names at least this alike may be transliterations of one another; measured on folded letters.
_ALIKE = 0.78
_ADMIN = frozenset({"admin1", "admin2", "admin"})


class Reading(msgspec.Struct, frozen=True, gc=False):
    """A mention's name as a key, its direction ("north west" or ""), and what its class noun says ("town", ...)."""

    key: str
    direction: str
    named: str
    demonym: str | None = None
    within: tuple[str, str] | None = None


def read_mention(place: Place, library: Library) -> Reading:
    """The reading of a mention's words; a facility is read by its town where it has one."""
    words = library.place_words
    text = place.town if place.kind == "facility" and place.town else place.text
    key = fold(text)
    if text[:1].islower() and all(w in words.classes for w in key.removeprefix("the ").split()):
        return Reading("", "", "")  # "the capital" bears no name
    if place.kind == "admin1" and key in words.abbreviations:
        name, country = words.abbreviations[key]
        return Reading(fold(name), "", "admin1", within=(name, country))
    if key in words.adjectives:
        return Reading(fold(words.adjectives[key]), "", "")
    demonym = words.demonyms.get(key)
    if demonym is not None and key not in words.countries and place.adjectival:
        return Reading(key, "", "", demonym)
    reading = _take_apart(key, library.gazetteer, words)
    if not library.gazetteer.knows(reading.key) and "-" in text:
        joined = _take_apart(fold(text.replace("-", "")), library.gazetteer, words)
        reading = joined if library.gazetteer.knows(joined.key) else reading  # "Kotri-Ville", listed as "Kotriville"
    if not reading.named and place.kind in ("admin1", "admin2"):
        return Reading(reading.key, reading.direction, place.kind)
    return reading


def _take_apart(key: str, gazetteer: Gazetteer, words: PlaceWords) -> Reading:
    """The longest known rest after class nouns and directions are taken off."""
    named = _class_of(key, words)
    if gazetteer.knows(key):
        return Reading(key, "", "" if named == "area" else named)
    if key.endswith("s") and key[:-1] in words.countries and len(key) > 4:
        return Reading(key[:-1], "", "")
    bare = _without_class(key, gazetteer, words)
    rest, direction = bare, ""
    if not gazetteer.knows(bare):
        for whole in (key, bare):
            rest, direction = _without_direction(whole, gazetteer, words)
            if gazetteer.knows(rest):
                break
    if not gazetteer.knows(rest) and gazetteer.knows(without_articles(rest)):
        rest = without_articles(rest)
    return Reading(rest, direction, named)


def _without_class(key: str, gazetteer: Gazetteer, words: PlaceWords) -> str:
    parts = key.split()
    while len(parts) > 1 and parts[-1] in words.classes and not gazetteer.knows(" ".join(parts)):
        parts = parts[:-1]
        if gazetteer.knows(f"{ONLY_CLASSED}{' '.join(parts)}"):
            break
    return " ".join(parts)


def _without_direction(key: str, gazetteer: Gazetteer, words: PlaceWords) -> tuple[str, str]:
    parts = key.split()
    direction: list[str] = []
    while len(parts) > 1 and (parts[0] in words.directions or parts[0] in words.cues["portions"]):
        turn = words.directions.get(parts[0], "")
        if turn:
            direction.append(turn)
        parts = parts[1:]
        if gazetteer.knows(" ".join(parts)):
            break
    return " ".join(parts), " ".join(direction)


def _class_of(key: str, words: PlaceWords) -> str:
    parts = key.rsplit(" ", 1)
    return words.classes.get(parts[-1], "") if len(parts) == 2 else ""


def candidates_of(reading: Reading, library: Library, countries: list[str]) -> list[Candidate]:
    """The places that a reading may mean; only ones of the class that its noun names, where there are any.

    A name in no listed spelling is looked for in the given countries by its skeleton.
    """
    gazetteer = library.gazetteer
    if reading.demonym is not None:
        return country_of(reading.demonym, library)
    found = gazetteer.lookup_key(reading.key)
    if reading.named in _ADMIN:
        found += gazetteer.lookup_key(f"{ONLY_CLASSED}{reading.key}")
    if reading.within is not None:
        return [c for c in found if c.entry.kind == "admin1" and c.entry.country_code == reading.within[1]]
    local = [c for c in found if c.entry.country_code in countries or not c.entry.country_code]
    if not local or (not reading.named and all(c.entry.kind in _ADMIN for c in local)):
        known = {c.number for c in found}
        near = gazetteer.lookup_tolerant(reading.key, countries)
        found = found + [c for c in near if c.number not in known and _alike(reading.key, c)]
    return _of_class(found, reading.named)


def country_of(code: str, library: Library) -> list[Candidate]:
    """The country of a code as its only candidate."""
    for key, known in library.place_words.countries.items():
        if known == code:
            found = library.gazetteer.lookup_key(key)
            countries = [c for c in found if c.entry.kind == "country" and c.entry.country_code == code]
            if countries:
                return countries[:1]
    return []


def _of_class(found: list[Candidate], named: str) -> list[Candidate]:
    if named == "town":
        kept = [c for c in found if c.entry.kind == "town"]
    elif named in _ADMIN:
        kept = [c for c in found if c.entry.kind in ("admin1", "admin2")]
        if named == "admin1":
            kept = [c for c in kept if c.entry.kind == "admin1"] or kept
        elif named == "admin2":
            kept = [c for c in kept if c.entry.kind == "admin2"] or kept
        # "Nyiragongo territory" is no volcano.
        return kept or [c for c in found if c.entry.kind != "other"]
    elif named in ("region", "water"):
        kept = [c for c in found if c.entry.kind == named]
    else:
        kept = []
    return kept or found


def _alike(key: str, candidate: Candidate) -> bool:
    left, right = (_single(without_articles(k)) for k in (key, fold(candidate.entry.name)))
    return difflib.SequenceMatcher(None, left[:60], right[:60], autojunk=False).ratio() >= _ALIKE


def _single(name: str) -> str:
    """A name without spaces, doubled letters and a final h."""
    letters = name.replace(" ", "").rstrip("h")
    return "".join(c for i, c in enumerate(letters) if i == 0 or letters[i - 1] != c)
