"""Which of its candidates a name means in this report: by population, the report's countries, and its container."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

from rashomon.knowledge.gazetteer import Candidate
from rashomon.model.earth import distance_km
from rashomon.resolution.place_context import Context, contains

#: Weights in powers of ten of people: a report's own country outweighs a town ten thousand times as large elsewhere.
_OWN_COUNTRY = 4.0
_OWN_AREA = 0.9
#: A county, district or the like that the report names elsewhere.
_OWN_COUNTY = 1.5
_INSIDE_COMMA = 7.0
_INSIDE_WORDS = 5.0
_MAIN_NAME = 2.0
_NEAR = 0.5
#: The place that a name usually means.
_USUAL = 3.0
#: Of two that are close, the one so many times larger is meant.
_MUCH_LARGER = 10
#: A town holds at least this share of its area's people if the area's bare name means the town.
_SEAT_SHARE = 0.1
_NEAR_KM = 120.0
#: The winner must lead a place elsewhere by this much.
_LEAD = 0.45
#: Farther apart, two places of one name are not the same.
_SAME_KM = 60.0
#: A town of fewer people needs its country in the report; where the report names no country, a smaller town will do.
_SMALL = 150_000
_SMALL_ALONE = 20_000
#: One of fewer people is no town of a land that the report does not name where it names another.
_LARGE_ALONE = 100_000
#: So few votes for countries are no context.
_FEW_VOTES = 4
_KIND_PRIOR = {
    "country": 7.0, "region": 9.5, "water": 9.0, "facility": 7.0, "other": 6.0, "town": 0.8, "admin1": 1.5,
    "admin2": -0.8,
}  # fmt: skip


class Scored(msgspec.Struct, frozen=True, gc=False):
    """A candidate with its score and whether the report supports it beyond its size."""

    candidate: Candidate
    score: float
    supported: bool


def best_of(
    found: Sequence[Candidate],
    context: Context,
    outers: Sequence[tuple[Sequence[Candidate], bool]],
    usual: int | None = None,
    classed: bool = False,
) -> Candidate | None:
    """The candidate that clearly leads, or null where none does; `outers` are what the mention is said to lie in.

    `usual` is the GeoNames id that the name means by default; `classed` says that a noun names the kind of place.
    """
    scored = sorted((_score(c, context, outers, usual) for c in found), key=lambda s: (-s.score, s.candidate.number))
    if not scored:
        return None
    best = scored[0]
    entry = best.candidate.entry
    named = sum(context.countries.values())
    elsewhere = entry.population < _LARGE_ALONE and named and not context.share(entry.country_code)
    alone = named < _FEW_VOTES and best.candidate.main and not elsewhere
    enough = _SMALL_ALONE if alone else _SMALL
    if entry.kind in ("town", "admin1", "admin2") and entry.population < enough and not best.supported:
        return None
    for other in scored[1:]:
        if best.score - other.score >= _LEAD:
            break
        larger, smaller = sorted((entry.population, other.candidate.entry.population), reverse=True)
        if larger >= _MUCH_LARGER * (smaller + 1):
            best = best if entry.population == larger else other
            entry = best.candidate.entry
        elif _apart(best.candidate, other.candidate):
            return None
    return best.candidate if classed else _seat(best.candidate, found)


def _seat(best: Candidate, found: Sequence[Candidate]) -> Candidate:
    """The town of an area's name inside it, where a bare name leads to an area: `Idlib` is the city."""
    if best.entry.kind not in ("admin1", "admin2"):
        return best
    inside = [c for c in found if c.entry.kind == "town" and (contains(best, c) or not _apart(best, c))]
    seats = [c for c in inside if c.entry.population >= _SEAT_SHARE * best.entry.population]
    return max(seats, key=lambda c: (c.entry.population, -c.number)) if seats else best


def _apart(a: Candidate, b: Candidate) -> bool:
    if contains(a, b) or contains(b, a):
        return False
    return distance_km((a.entry.lat, a.entry.lon), (b.entry.lat, b.entry.lon)) > _SAME_KM


def _score(
    candidate: Candidate, context: Context, outers: Sequence[tuple[Sequence[Candidate], bool]], usual: int | None
) -> Scored:
    entry = candidate.entry
    score = math.log10(entry.population + 10) + _KIND_PRIOR[entry.kind] + (_MAIN_NAME if candidate.main else 0.0)
    if usual is not None and entry.kind == "country":
        score -= _KIND_PRIOR["country"] - _USUAL
    elif usual is not None and entry.geonames_id == usual:
        score += _USUAL
    share = min(1.0, 1.6 * context.share(entry.country_code)) if entry.country_code else 0.3
    own = candidate.number if entry.kind == "admin1" else candidate.admin1_number
    area = min(1.0, 1.6 * context.area_share(own))
    score += _OWN_COUNTRY * share + (_OWN_AREA * area if entry.kind != "admin1" else 0.0)
    inside = 0.0
    for outer, comma in outers:
        if any(contains(o, candidate) or contains(candidate, o) for o in outer):
            inside = max(inside, _INSIDE_COMMA if comma else _INSIDE_WORDS)
    if candidate.admin2_number in context.counties:
        score += _OWN_COUNTY
    if entry.kind in ("town", "admin2") and context.is_near(candidate, _NEAR_KM):
        score += _NEAR
    return Scored(candidate, score + inside, share > 0.12 or area > 0.0 or inside > 0.0)
