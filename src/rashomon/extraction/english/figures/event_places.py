"""Where figures are whose own words name no place: their neighbours' place, or that of the report's event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.parts import Told
from rashomon.language.syntax import Sentence
from rashomon.model.claim import Figure
from rashomon.model.place import Place

#: A place is carried this many sentences on.
_NEIGHBOUR = 1
_HAPPENINGS = frozenset(
    "blast attack bombing explosion shooting raid raids strike strikes airstrike airstrikes earthquake quake "
    "shelling crash fire flood floods flooding landslide massacre ambush assault occurred struck hit rocked "
    "exploded detonated erupted happened place bomb clashes cyclone hurricane typhoon tornado wildfire "
    "derailment collapse stampede".split()
)
_AT = frozenset(("in", "at", "near", "on", "outside", "inside", "hit", "struck", "rocked", "hits", "rocks"))
_POINTING_BACK = re.compile(
    r"(?i)\b(?:the|this) (?:\w+ )?(?:attack|blast|bombing|explosion|shooting|raid|strike|earthquake|"
    r"quake|crash|fire|massacre|assault|ambush)\b"
)
_SETTLED = ("town", "city", "village", "province", "region", "area", "district")
#: At most this many namings are weighed, so that work stays linear in a hostile text.
_MOST_NAMINGS = 200
#: Words between a happening and its place (characters).
_REACH = 70
#: Where many figures name no place, what one says for itself counts this much against a happening's place.
_OWN_WEIGHT = 2.0
_COUNTRY_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class _Naming:
    """A place that a figure or a happening of the report is said to be at, with its weight."""

    place: Place
    weight: float


def with_places(analysis: Analysis, figures: Sequence[Figure], told: Sequence[Told]) -> list[Figure]:
    """Figures whose sentence names no place of their own take that of the sentence before, else the event's."""
    namings = _namings(analysis, figures, told)
    first = _first_place(analysis)
    placed: list[Figure] = []
    last: tuple[int, Place] | None = None
    for figure, one in zip(figures, told, strict=True):
        event = _event_of(figure, one, namings) or first or _most_named(namings)
        place = figure.place
        if event is not None and (_is_vague(place) or _is_far(place)):
            place = None
        if place is None:
            place = _carried(analysis, figure, one, last, event)
        elif figure.realis != "background" and place.kind != "other" and not one.read.part and one.read.row is None:
            last = (one.sentence, place)
        placed.append(msgspec.structs.replace(figure, place=place))
    return placed


def _carried(
    analysis: Analysis, figure: Figure, one: Told, last: tuple[int, Place] | None, event: Place | None
) -> Place | None:
    if figure.realis == "background":
        inside = analysis.places_in(figure.field, figure.start, figure.end)
        return next((msgspec.structs.replace(p, how="sentence") for p in inside if p.kind == "country"), None)
    if last is not None and one.sentence - last[0] <= _NEIGHBOUR:
        return msgspec.structs.replace(last[1], how="neighbour")
    return msgspec.structs.replace(event, how="event") if event else None


def _event_of(figure: Figure, one: Told, namings: Sequence[_Naming]) -> Place | None:
    """The place of the happening that a figure goes with: the latest for "the blast", else the most named yet."""
    so_far = [
        n for n in namings if (n.place.field != "title") <= (figure.field != "title") and n.place.start < figure.end
    ]
    if _POINTING_BACK.search(one.view.sentence.text):
        near = [n.place for n in so_far if n.place.kind != "country"]
        if near:
            return near[-1]
    return _most_named(so_far)


def _most_named(namings: Sequence[_Naming]) -> Place | None:
    votes: dict[str, float] = {}
    first: dict[str, Place] = {}
    for naming in namings:
        votes[naming.place.name] = votes.get(naming.place.name, 0.0) + naming.weight
        first.setdefault(naming.place.name, naming.place)
    best = max(votes, key=lambda name: (votes[name], -first[name].start), default=None)
    return first[best] if best else None


def _is_vague(place: Place | None) -> bool:
    """ "a rebel-held town": the report names it elsewhere."""
    if place is None or place.kind != "other":
        return False
    words = place.text.lower().split()
    return words[:1] in (["a"], ["an"]) and words[-1] in _SETTLED


def _is_far(place: Place | None) -> bool:
    """A country in another clause says less than where the event is."""
    return place is not None and place.kind == "country" and place.how == "sentence"


def _first_place(analysis: Analysis) -> Place | None:
    """The place that a report begins with."""
    return next((p for p in analysis.places if not p.adjectival), None)


def _namings(analysis: Analysis, figures: Sequence[Figure], told: Sequence[Told]) -> list[_Naming]:
    """Every place that a figure names for itself or that stands behind a happening, in text order."""
    found: list[_Naming] = []
    for figure, one in zip(figures, told, strict=True):
        place = figure.place
        if place is None or figure.realis == "background" or place.how != "clause" or not _is_named(place):
            continue
        if not one.read.part and one.read.row is None:
            found.append(_Naming(place, _OWN_WEIGHT * (_COUNTRY_WEIGHT if place.kind == "country" else 1.0)))
    for sentence in analysis.sentences:
        found += [_Naming(place, 1.0) for place in _places_of_happenings(analysis, sentence)]
    return sorted(found, key=lambda n: (n.place.field != "title", n.place.start))[:_MOST_NAMINGS]


def _is_named(place: Place) -> bool:
    """A name of its own, not "a bakery" or "the airbase"."""
    words = place.text.split()
    if place.kind in ("other", "facility"):
        return any(w[:1].isupper() and w.lower() not in ("the", "a", "an", "base") for w in words[:-1] or words)
    return True


def _places_of_happenings(analysis: Analysis, sentence: Sentence) -> list[Place]:
    """The named places right behind a happening: "the blast in Rashidin", "a quake struck near Mersin"."""
    found: list[Place] = []
    for place in analysis.places_in(sentence.field, sentence.start, sentence.end):
        if place.adjectival or place.kind == "country":
            continue
        before = sentence.text[max(0, place.start - sentence.start - _REACH) : place.start - sentence.start]
        words = before.lower().replace(",", " , ").split()
        if not _AT & set(words[-5:]):
            continue
        if any(w.strip("\"'“”.") in _HAPPENINGS for w in words[-10:]):
            found.append(place)
    return found
