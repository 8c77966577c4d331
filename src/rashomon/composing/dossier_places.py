"""The places of a dossier, and sensitive facilities at their town."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from msgspec.structs import replace

from rashomon.model.claim import AnyClaim, Control, EventClaim, Figure, ReportClaims
from rashomon.model.dossier import DossierPlace
from rashomon.model.happening import Event
from rashomon.model.place import Place

T = TypeVar("T", Figure, EventClaim, Control, Event)


def shareable(place: Place | None, towns: dict[str, Place]) -> Place | None:
    """The place as it may leave the house: a sensitive facility has its town's coordinates, or none."""
    if place is None or not place.is_sensitive:
        return place
    town = towns.get(place.town or "")
    if town is None:
        return replace(place, lat=None, lon=None, geonames_id=None, precision="unresolved")
    return replace(place, lat=town.lat, lon=town.lon, geonames_id=town.geonames_id, precision=town.precision)


def towns_of(claims: Iterable[ReportClaims]) -> dict[str, Place]:
    """Towns of the record by name, each as it is best located."""
    found: dict[str, Place] = {}
    for some in claims:
        for place in places_told(some):
            if place.kind == "town" and place.lat is not None:
                found.setdefault(place.name, place)
    return found


def places_told(claims: ReportClaims) -> Iterable[Place]:
    """Every place mention of a report and of its claims."""
    yield from claims.places
    yield from (f.place for f in claims.figures if f.place is not None)
    yield from (e.place for e in claims.events if e.place is not None)
    yield from (c.place for c in claims.control)


def with_shareable_place(record: T, towns: dict[str, Place]) -> T:
    """The claim or event with its places as they may leave the house."""
    if isinstance(record, Figure) and record.other_places:
        others = tuple(p for o in record.other_places if (p := shareable(o, towns)) is not None)
        return replace(record, place=shareable(record.place, towns), other_places=others)
    placed = shareable(record.place, towns)
    return record if placed is record.place else replace(record, place=placed)


def dossier_places(claims: Iterable[ReportClaims], towns: dict[str, Place]) -> list[DossierPlace]:
    """Each place once, by its gazetteer entry or name, with the claims told of it; the most told first."""
    every = list(claims)
    found: dict[object, tuple[Place, list[str], int]] = {}
    for some in every:
        for place in some.places:
            _add(found, place, None)
        told: list[AnyClaim] = [*some.figures, *some.events, *some.control]
        for claim in told:
            told_at: Place | None = getattr(claim, "place", None)
            if told_at is not None:
                _add(found, told_at, claim.id)
    listed = [(shareable(p, towns) or p, ids, n) for p, ids, n in found.values()]
    listed.sort(key=lambda x: (-len(x[1]), -x[2], x[0].name))
    return [DossierPlace(place=p, claims=tuple(dict.fromkeys(ids)), mentions=n) for p, ids, n in listed]


def _add(found: dict[object, tuple[Place, list[str], int]], place: Place, claim: str | None) -> None:
    key = (place.geonames_id, place.kind == "facility" and place.name) if place.geonames_id else place.name.casefold()
    known, ids, mentions = found.get(key, (place, [], 0))
    if claim is not None:
        ids.append(claim)
    found[key] = (known, ids, mentions + (1 if claim is None else 0))
