"""Where a report says that its event was: the places that its figures and its happenings name, each with its weight."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.event_areas import LEAD, AreaWords
from rashomon.extraction.english.figures.happening_words import HappeningWords
from rashomon.extraction.english.figures.parts import Told
from rashomon.language.syntax import Sentence
from rashomon.model.claim import Figure
from rashomon.model.place import Place

#: What stands between a place and the one that says where it lies.
_LOCATES = re.compile(r"(?i)[,(]?\s(?:(?:just|\d+ ?\w+) )?(?:in|near|outside|\w+ of|on|at)\s(?:[a-z-]+\s){0,4}|, ")
#: At most this many namings are weighed, so that work stays linear in a hostile text.
MOST_NAMINGS = 200
#: Words between a happening and its place (characters).
_REACH = 200
_FARTHER = 0.5
#: Where many figures name no place, what one says for itself counts this much against a happening's place.
_OWN_WEIGHT = 2.0
_COUNTRY_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Naming:
    """A place that a figure or a happening of the report is said to be at, with its weight."""

    place: Place
    weight: float


def find_namings(
    analysis: Analysis,
    figures: Sequence[Figure],
    told: Sequence[Told],
    unlisted: Sequence[Place],
    words: HappeningWords,
    areas: AreaWords,
) -> list[Naming]:
    """Every place that a figure names for itself or that stands behind a happening, in text order."""
    found: list[Naming] = []
    parts = {
        (f.place.field, f.place.start)
        for f, one in zip(figures, told, strict=True)
        if f.place is not None and f.place.how == "clause" and (one.read.part or one.read.row is not None)
    }
    for figure, one in zip(figures, told, strict=True):
        place = figure.place
        if place is None or figure.realis == "background" or place.how != "clause" or not _is_named(analysis, place):
            continue
        if areas.is_vague(place):
            continue
        if place.kind == "facility" and (figure.field == "text" and one.sentence >= LEAD):
            continue
        if not one.read.part and one.read.row is None and place.role == "at":
            found.append(Naming(place, _OWN_WEIGHT * (_COUNTRY_WEIGHT if place.kind == "country" else 1.0)))
    earlier = {(f.field, t.sentence) for f, t in zip(figures, told, strict=True) if f.realis == "background"}
    for sentence in analysis.sentences:
        if (sentence.field, sentence.index) in earlier:
            continue
        listed = analysis.places_in(sentence.field, sentence.start, sentence.end)
        every = [*listed, *(p for p in unlisted if _is_inside(p, sentence))]
        every = [p for p in every if (p.field, p.start) not in parts]
        found += _places_of_happenings(sentence, sorted(every, key=lambda p: p.start), words)
    return sorted(found, key=lambda n: (n.place.field != "title", n.place.start))[:MOST_NAMINGS]


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


def _places_of_happenings(sentence: Sentence, places: Sequence[Place], names: HappeningWords) -> list[Naming]:
    """The named places behind a happening: "the blast in Rashidin", "a quake struck near Mersin"."""
    found: list[Naming] = []
    for number, place in enumerate(places):
        if place.adjectival or place.kind == "country" or place.role != "at":
            continue
        if number and _locates(sentence, places[number - 1], place):
            continue
        before = sentence.text[max(0, place.start - sentence.start - _REACH) : place.start - sentence.start]
        words = [w.strip("\"'“”.") for w in before.lower().replace(",", " , ").split()]
        if names.attacks & set(words[-5:]):
            found.append(Naming(place, 1.0 if place.precision != "near" else _FARTHER))
        elif names.at & set(words[-5:]) and any(w in names.happenings for w in words):
            close = any(w in names.happenings for w in words[-10:]) and place.precision != "near"
            found.append(Naming(place, 1.0 if close else _FARTHER))
    return found
