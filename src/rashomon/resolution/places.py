"""Mentions of places -> the gazetteer's places, all names of a report settled together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from rashomon.knowledge.gazetteer import Candidate
from rashomon.knowledge.library import Library
from rashomon.knowledge.place_names import without_class
from rashomon.model.place import Place, PlacePrecision
from rashomon.model.report import Report
from rashomon.resolution.capitals import capital_meant
from rashomon.resolution.place_context import Context, NestingWords, containers, contains
from rashomon.resolution.place_readings import Reading, candidates_of, read_mention
from rashomon.resolution.place_scores import best_of
from rashomon.resolution.place_stand_ins import home_town, stand_in

#: A town this many times larger than any of its name elsewhere tells where the report is.
_DOMINANT = 8
_LARGE = 150_000
#: So many settled places serve as neighbours for the others.
_ANCHORS = 40
#: So many mentions that say what a name lies in are weighed.
_HOLDERS = 24
#: A report whose places lie in one country to more than this share is of that country.
_MOSTLY = 0.5
#: A name of more places does not tell what its container is.
_INNERS = 255
_PRECISION: dict[str, PlacePrecision] = {
    "country": "country", "region": "region", "water": "region", "admin1": "admin1", "admin2": "admin2",
    "town": "exact", "facility": "exact", "other": "area",
}  # fmt: skip


def resolve_places(
    report: Report, places: Sequence[Place], library: Library, land: str | None = None
) -> tuple[Place, ...]:
    """The same mentions in the same order with the places they mean; one that stays in doubt stays unresolved.

    `land` is the country that the report's other places are in, where these are not all.
    """
    readings = [read_mention(p, library) for p in places]
    context = _first_votes(readings, library)
    if land is not None:
        context.countries[land] += 1
    found = [candidates_of(r, library, context.ranked()[:3]) for r in _distinct(readings)]
    options = dict(zip(_distinct(readings), found, strict=True))
    inside = containers(report, places, library.words.of(NestingWords))
    chosen: list[Candidate | None] = []
    for _ in range(2):
        chosen = _choose(readings, options, inside, context, library.place_words.usual)
        context = _later_votes(chosen, context)
    home = home_town(report, places, chosen, library.place_words)
    land = land or next((code for code in context.ranked()[:1] if context.share(code) > _MOSTLY), None)
    chosen = [capital_meant(report, p, library, land) or c for p, c in zip(places, chosen, strict=True)]
    chosen = [c or stand_in(report, places, chosen, inside, n, home) for n, c in enumerate(chosen)]
    lands = _lands_of_unknown(places, chosen, inside)
    found_in = (lands.get(p.name) if c is None else None for p, c in zip(places, chosen, strict=True))
    every = zip(places, readings, chosen, found_in, strict=True)
    return tuple(_resolved(p, r, c, library) if outer is None else _in_land(p, outer) for p, r, c, outer in every)


def _distinct(readings: Sequence[Reading]) -> list[Reading]:
    return list(dict.fromkeys(readings))


def _first_votes(readings: Sequence[Reading], library: Library) -> Context:
    """Votes of countries named, adjectives, and names that only one large place can mean."""
    context = Context()
    for reading, count in Counter(readings).items():
        weight = min(count, 5)
        code = reading.demonym or library.place_words.countries.get(reading.key)
        if code is not None and not _doubtful_country(reading, library):
            context.countries[code] += weight
            continue
        known = library.gazetteer.lookup_key(reading.key)
        dominant = _dominant(known)
        if dominant is not None:
            context.countries[dominant.entry.country_code] += weight
            number = dominant.number if dominant.entry.kind == "admin1" else dominant.admin1_number
            if number is not None:
                context.areas[number] += weight
    return context


def _doubtful_country(reading: Reading, library: Library) -> bool:
    """Whether a country's name is as well that of a large area elsewhere (Georgia)."""
    return reading.demonym is None and reading.key in library.place_words.usual


def _dominant(known: Sequence[Candidate]) -> Candidate | None:
    known = [c for c in known if c.entry.country_code]
    if not known or known[0].entry.population < _LARGE:
        return None
    first = known[0]
    if not first.main and any(c.main for c in known):
        return None
    others = [c.entry.population for c in known if c.entry.country_code != first.entry.country_code]
    return first if first.entry.population >= _DOMINANT * max(others, default=0) else None


def _choose(
    readings: Sequence[Reading],
    options: dict[Reading, list[Candidate]],
    inside: dict[int, list[tuple[int, bool]]],
    context: Context,
    usual: dict[str, int],
) -> list[Candidate | None]:
    """One sense a name and report, save where a mention itself says what it lies in."""
    outers: dict[Reading, list[tuple[list[Candidate], bool]]] = {}
    own: dict[int, list[tuple[list[Candidate], bool]]] = {}
    holders_of: set[int] = set()
    for number, holders in inside.items():
        for holder, comma in holders:
            inner, outer = options[readings[number]], _areas(options[readings[holder]])
            own.setdefault(number, []).append((outer, comma))
            outers.setdefault(readings[number], []).append((outer, comma))
            if comma and len(inner) <= _INNERS:
                if any(contains(o, i) for o in outer for i in inner if o.entry.kind in ("admin1", "admin2")):
                    holders_of.add(holder)
                own.setdefault(holder, []).append((inner, comma))

    def settle(reading: Reading, holders: list[tuple[list[Candidate], bool]], area: bool = False) -> Candidate | None:
        return best_of(options[reading], context, holders, usual.get(reading.key), area or bool(reading.named))

    shared = {r: settle(r, outers.get(r, [])[:_HOLDERS]) for r in options}
    return [settle(r, own[n], n in holders_of) or shared[r] if n in own else shared[r] for n, r in enumerate(readings)]


def _areas(found: Sequence[Candidate]) -> list[Candidate]:
    return [c for c in found if c.entry.kind in ("country", "region", "admin1", "admin2", "town")][:16]


def _later_votes(chosen: Sequence[Candidate | None], first: Context) -> Context:
    """Votes and neighbours from what was settled."""
    context = Context()
    counts = Counter(c.number for c in chosen if c is not None)
    settled = {c.number: c for c in chosen if c is not None}
    for number, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        entry = settled[number].entry
        weight = min(count, 5)
        if entry.country_code:
            context.countries[entry.country_code] += weight
        area = number if entry.kind == "admin1" else settled[number].admin1_number
        if area is not None:
            context.areas[area] += weight
        if entry.kind == "town" and entry.population >= _LARGE and len(context.anchors) < _ANCHORS:
            context.anchors.append((entry.lat, entry.lon))
    context.counties = frozenset(n for n, c in settled.items() if c.entry.kind == "admin2")
    return context if context.countries else first


def _lands_of_unknown(
    places: Sequence[Place], chosen: Sequence[Candidate | None], inside: dict[int, list[tuple[int, bool]]]
) -> dict[str, Candidate]:
    """The areas that a report's words put settlements into which the gazetteer does not have, by their names."""
    found: dict[str, Candidate] = {}
    for number, holders in inside.items():
        place = places[number]
        if chosen[number] is not None or place.adjectival or place.kind not in ("town", "other"):
            continue
        for holder, _comma in holders:
            outer = chosen[holder]
            if outer is not None and outer.entry.kind in ("country", "admin1") and outer.entry.country_code:
                found.setdefault(place.name, outer)
    return found


def _in_land(place: Place, land: Candidate) -> Place:
    """The place, without a point, in the country and the first-level area that it is said to lie in."""
    admin1 = land.entry.name if land.entry.kind == "admin1" else None
    area = without_class(admin1) if admin1 else None
    return replace(place, precision="unresolved", country_code=land.entry.country_code, admin1=area)


def _resolved(place: Place, reading: Reading, candidate: Candidate | None, library: Library) -> Place:
    if candidate is None:
        return replace(place, precision="unresolved")
    entry = candidate.entry
    if entry.kind == "country" and reading.direction:
        part = library.gazetteer.lookup_key(f"@{reading.direction} {entry.country_code.lower()}")
        if part:
            candidate, entry = part[0], part[0].entry
    precision = _precision(place, reading, candidate)
    located = place.kind == "facility" and (place.town is not None or entry.kind == "town")
    own_area = entry.kind == "admin1"
    admin1 = entry.name if own_area else entry.admin1
    name = library.newsroom_names.get(entry.geonames_id, entry.name)
    return replace(
        place,
        name=place.name if located else name,
        admin1=without_class(admin1) if admin1 else None,
        country_code=entry.country_code or None,
        geonames_id=entry.geonames_id or None,
        lat=entry.lat,
        lon=entry.lon,
        kind="facility" if place.kind == "facility" else entry.kind,
        precision=precision,
        town=name if located else place.town,
    )


def _precision(place: Place, reading: Reading, candidate: Candidate) -> PlacePrecision:
    precision = _PRECISION[candidate.entry.kind]
    if precision == "exact" and place.precision in ("near", "area"):
        return place.precision
    if precision == "country" and place.precision == "region":
        return "region"
    return "area" if precision == "exact" and (reading.direction or place.precision == "region") else precision
