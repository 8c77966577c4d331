"""Where a report says that its event was: the places that its figures and its happenings name, each with its weight."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.parts import Told
from rashomon.language.syntax import Sentence
from rashomon.model.claim import Figure
from rashomon.model.place import Place

_HAPPENINGS = frozenset(
    "blast attack attacks bombing bombings explosion shooting raid raids strike strikes "
    "airstrike airstrikes earthquake quake shelling crash crashed collided collision fire flood floods "
    "flooding landslide mudslide avalanche eruption massacre ambush assault occurred struck hit "
    "rocked exploded detonated erupted happened place bomb bombs clash clashes gunfight shootout operation "
    "cyclone hurricane typhoon tornado wildfire derailment derailed capsized sank sinking collapse collapsed "
    "stampede".split()
)
#: Verbs that have their place right behind them.
_ATTACKS = frozenset("attacked bombed raided shelled stormed ambushed".split())
_AT = frozenset(
    "in at near on outside inside hit hits hitting struck strikes rocked rocks shook shakes targeted targeting".split()
)
#: What stands between a place and the one that says where it lies.
_LOCATES = re.compile(r"(?i)[,(]?\s(?:(?:just|\d+ ?\w+) )?(?:in|near|outside|\w+ of|on|at)\s(?:[a-z-]+\s){0,4}|, ")
#: At most this many namings are weighed, so that work stays linear in a hostile text.
MOST_NAMINGS = 200
#: First sentences that tell where a report is.
LEAD = 1
#: Words between a happening and its place (characters).
_REACH = 200
_FARTHER = 0.5
#: Where many figures name no place, what one says for itself counts this much against a happening's place.
_OWN_WEIGHT = 2.0
#: The last word of a phrase that names no settlement of its own ("a rebel-held town").
_SETTLED = ("town", "city", "village", "province", "region", "area", "district")
_SETTLEMENTS = ("town", "city", "village", "suburb", "neighbourhood", "neighborhood")
#: Nouns of areas, the smaller first.
_RANKS = (
    (), ("district", "county", "municipality", "subdistrict", "township", "area", "woreda"), ("zone", "division"),
    ("state", "province", "region", "governorate", "oblast", "department"),
)  # fmt: skip
#: Kinds of the area that an unnamed settlement lies in.
_AROUND = ("country", "region", "admin1", "admin2")
_COUNTRY_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Naming:
    """A place that a figure or a happening of the report is said to be at, with its weight."""

    place: Place
    weight: float


def tells_happening(text: str) -> bool:
    """Whether a sentence holds a word for a happening."""
    return any(w.strip("\"'“”.,") in _HAPPENINGS | _ATTACKS for w in text.lower().split())


def find_namings(
    analysis: Analysis, figures: Sequence[Figure], told: Sequence[Told], unlisted: Sequence[Place]
) -> list[Naming]:
    """Every place that a figure names for itself or that stands behind a happening, in text order."""
    found: list[Naming] = []
    for figure, one in zip(figures, told, strict=True):
        place = figure.place
        if place is None or figure.realis == "background" or place.how != "clause" or not _is_named(analysis, place):
            continue
        if is_vague(place):
            continue
        if place.kind == "facility" and (figure.field == "text" and one.sentence >= LEAD):
            continue
        if not one.read.part and one.read.row is None and place.role == "at":
            found.append(Naming(place, _OWN_WEIGHT * (_COUNTRY_WEIGHT if place.kind == "country" else 1.0)))
    for sentence in analysis.sentences:
        listed = analysis.places_in(sentence.field, sentence.start, sentence.end)
        every = [*listed, *(p for p in unlisted if _is_inside(p, sentence))]
        found += _places_of_happenings(sentence, sorted(every, key=lambda p: p.start))
    return sorted(found, key=lambda n: (n.place.field != "title", n.place.start))[:MOST_NAMINGS]


def is_vague(place: Place) -> bool:
    """ "a rebel-held town", "a town in northern X": the report names it elsewhere."""
    if place.kind not in ("other", *_AROUND):
        return False
    words = (place.phrase or place).text.lower().split()
    if words[:1] not in (["a"], ["an"]):
        return False
    return words[-1] in _SETTLED or (place.phrase is not None and any(w in _SETTLEMENTS for w in words))


def is_finer(place: Place, wide: Place) -> bool:
    """Whether a place may be a part of a wider one by its kind or, of two areas, by nouns ("X district", "Y state")."""
    if wide.kind in ("country", "region"):
        return place.kind not in ("country", "region", "water")
    ranks = [
        next((n for n, nouns in enumerate(_RANKS) if p.text.lower().split()[-1] in nouns), 0) for p in (place, wide)
    ]
    return place.kind == "town" or place.kind == "other" or ranks[0] < ranks[1]


def _is_named(analysis: Analysis, place: Place) -> bool:
    """A name of its own, not "a bakery", "the airbase" or "a Syrian town"."""
    if place.kind not in ("other", "facility"):
        return True
    inside = analysis.places_in(place.field, place.start, place.end)
    if any(not p.adjectival and p.kind not in ("other", "facility") for p in inside):
        return True
    described = {w for p in inside if p.adjectival for w in p.text.lower().split()}
    words = [w for w in place.text.split() if w[:1].isupper() and w.lower() not in described]
    return any(w.lower() not in ("the", "a", "an", "base") for w in words)


def _is_inside(place: Place, sentence: Sentence) -> bool:
    return place.field == sentence.field and sentence.start <= place.start < sentence.end


def _locates(sentence: Sentence, inner: Place, outer: Place) -> bool:
    """Whether a place only says where the one before it lies: "X, near Y", "X in Y", "X west of Y"."""
    gap = sentence.text[inner.end - sentence.start : outer.start - sentence.start]
    return not inner.adjectival and inner.role == "at" and bool(_LOCATES.fullmatch(gap))


def _places_of_happenings(sentence: Sentence, places: Sequence[Place]) -> list[Naming]:
    """The named places behind a happening: "the blast in Rashidin", "a quake struck near Mersin"."""
    found: list[Naming] = []
    for number, place in enumerate(places):
        if place.adjectival or place.kind == "country" or place.role != "at":
            continue
        if number and _locates(sentence, places[number - 1], place):
            continue
        before = sentence.text[max(0, place.start - sentence.start - _REACH) : place.start - sentence.start]
        words = [w.strip("\"'“”.") for w in before.lower().replace(",", " , ").split()]
        if _ATTACKS & set(words[-5:]):
            found.append(Naming(place, 1.0 if place.precision != "near" else _FARTHER))
        elif _AT & set(words[-5:]) and any(w in _HAPPENINGS for w in words):
            close = any(w in _HAPPENINGS for w in words[-10:]) and place.precision != "near"
            found.append(Naming(place, 1.0 if close else _FARTHER))
    return found
