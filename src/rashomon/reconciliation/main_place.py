"""The town of the main event: the one that headlines, first lines and claims of the reports name most."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import ClassVar

from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses
from rashomon.model.claim import EventClaim, Figure, ReportClaims
from rashomon.model.happening import Event
from rashomon.model.material import Material
from rashomon.model.place import Place
from rashomon.model.report import Report

#: So much of a report's start (characters) tells where its news is.
_LEAD = 500
#: What a town gets for standing in a headline, the first lines and the dateline, for a claim placed there, for all.
_TITLE, _START, _DATELINE, _CLAIM, _CLAIMS = 1.5, 1.5, 0.5, 0.3, 1.0
#: A town that only locates a facility, and one that only describes somebody, count less than one that is named.
_OF_FACILITY, _ADJECTIVAL = 0.3, 0.5
#: A town of another state or province than the one that the reports name most.
_ELSEWHERE = 0.5
#: A larger town lies so near (kilometres) and has so many times the people.
_NEAR_KM, _LARGER = 30.0, 4.0
_TITLE_END = re.compile(r"\s+[|–—«-]\s+")


@dataclass(frozen=True, slots=True)
class FacilityWords(WordClasses):
    """Words in the names of facilities."""

    source: ClassVar[str] = "en/words/places.toml#facilities"

    brought_to: frozenset[str]


def told_town(told: Material, event: Event | None, library: Library) -> Place | None:
    """The town that the reports name most for the happening; null where none is named."""
    elsewhere = library.words.of(FacilityWords).brought_to
    votes: dict[str, float] = defaultdict(float)
    named: dict[str, Place] = {}
    own = frozenset(event.claims) if event is not None else frozenset()
    for report, claims in zip(told.reports, told.claims, strict=True):
        for town, vote in _votes_of(report, claims, own, named, elsewhere).items():
            votes[town] += vote
    province = _province(told)
    for town in votes:
        if province is not None and named[town].admin1 not in (None, province):
            votes[town] *= _ELSEWHERE
    best = max(votes, key=lambda t: (votes[t], t), default=None)
    return named[best] if best is not None else _district(told)


def _district(told: Material) -> Place | None:
    """The county or district that the reports name most."""
    counts: dict[str, int] = defaultdict(int)
    named = {_key(p): p for some in told.claims for p in some.places if p.kind == "admin2"}
    for place in (p for some in told.claims for p in some.places if p.kind == "admin2"):
        counts[_key(place)] += 1
    best = max(counts, key=lambda k: (counts[k], k), default=None)
    return named[best] if best is not None else None


def larger_town(place: Place, told: Material, library: Library) -> Place | None:
    """The larger town that is told most beside a small one ("South Shore, Chicago"); null where none is."""
    if place.kind not in ("town", "facility"):
        return None
    people = _people(place, library)
    towns = {_key(p): p for some in told.claims for p in some.places if p.kind == "town" and p.lat is not None}
    larger = [(n, k) for k, t in towns.items() if (n := _people(t, library)) > _LARGER * people and _beside(place, t)]
    told_of = Counter(_key(p) for some in told.claims for p in some.places)
    return towns[max(larger, key=lambda one: (told_of[one[1]], one))[1]] if larger else None


def _votes_of(
    report: Report, claims: ReportClaims, own: frozenset[str], named: dict[str, Place], elsewhere: frozenset[str]
) -> dict[str, float]:
    """What one report says for each town; fills in `named`."""
    counts: dict[str, float] = defaultdict(float)
    marks: set[tuple[str, float]] = set()
    datelines = [b for b in report.blocks if b.kind == "dateline"]
    for place in claims.places:
        town = _town_of(place, claims, elsewhere)
        if town is None or _names_the_outlet(report, place):
            continue
        key = _key(town)
        named.setdefault(key, town)
        share = 1.0 if place.kind == "town" else _OF_FACILITY
        counts[key] += share * (_ADJECTIVAL if place.adjectival else 1.0)
        if place.field == "title":
            marks.add((key, _TITLE))
        elif place.start < _LEAD:
            marks.add((key, _START))
        if place.field != "title" and any(b.start <= place.start < b.end for b in datelines):
            marks.add((key, _DATELINE))
    votes = {key: math.log1p(count) for key, count in counts.items()}
    for key, value in sorted(marks):
        votes[key] += value
    placed: dict[str, float] = defaultdict(float)
    own_claims: list[Figure | EventClaim] = [*claims.figures, *(e for e in claims.events if e.id in own)]
    for claim in own_claims:
        if claim.place is not None and claim.place.kind == "town" and claim.realis != "background":
            named.setdefault(_key(claim.place), claim.place)
            placed[_key(claim.place)] += _CLAIM
    for key, value in placed.items():
        votes[key] = votes.get(key, 0.0) + min(value, _CLAIMS)
    return votes


def _names_the_outlet(report: Report, place: Place) -> bool:
    """True for a place behind the bar or dash that sets a page's title off from the outlet's name and city."""
    if place.field != "title":
        return False
    mark = _TITLE_END.search(report.title or "")
    return mark is not None and place.start >= mark.end() and len((report.title or "")[: mark.start()].split()) > 2


def _town_of(place: Place, claims: ReportClaims, elsewhere: frozenset[str]) -> Place | None:
    """The town itself, or the one that a facility lies in where the report names it too."""
    if place.kind == "town":
        return place
    if place.kind != "facility" or place.town is None or any(w in place.name.casefold() for w in elsewhere):
        return None
    return next((p for p in claims.places if p.kind == "town" and p.name == place.town), None)


def _province(told: Material) -> str | None:
    """The state or province that the reports name most, or whose towns they name."""
    counts: dict[str, float] = defaultdict(float)
    for place in (p for some in told.claims for p in some.places):
        if place.kind == "admin1":
            counts[place.name] += 1.0
        elif place.kind == "town" and place.admin1:
            counts[place.admin1] += 0.3
    return max(counts, key=lambda p: (counts[p], p), default=None)


def _key(place: Place) -> str:
    return str(place.geonames_id) if place.geonames_id is not None else place.name.casefold()


def _people(place: Place, library: Library) -> int:
    known = [c.entry for c in library.gazetteer.lookup(place.name) if c.entry.geonames_id == place.geonames_id]
    return known[0].population if known else 0


def _beside(one: Place, other: Place) -> bool:
    if other.lat is None or other.lon is None:
        return False
    if one.lat is None or one.lon is None:
        return True
    north = (one.lat - other.lat) * 111.2
    east = (one.lon - other.lon) * 111.2 * math.cos(math.radians(one.lat))
    return math.hypot(north, east) <= _NEAR_KM
