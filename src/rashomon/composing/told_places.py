"""Where a happening may be said to have been: where its own words, or others of the story, put it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from rashomon.model.claim import Control, EventClaim, Figure, ReportClaims
from rashomon.model.happening import Event
from rashomon.model.place import Place

#: A dateline says where the reporter sat; only with the text's own word for the place is it the happening's.
_INHERITED = ("dateline", "event")
#: A place in capitals longer than an abbreviation stands in a dateline, whatever clause follows it.
_ABBREVIATION = 4


def with_told_places(events: Iterable[Event], claims: Iterable[ReportClaims]) -> list[Event]:
    """The events without places that only a dateline gives and that no sentence of the story names for anything."""
    every = list(claims)
    told = {k for c in every for p in _places(c) if not _is_inherited(p) for k in _keys(p)}
    return [
        replace(e, place=None) if e.place and _is_inherited(e.place) and not told & _keys(e.place) else e
        for e in events
    ]


def _is_inherited(place: Place) -> bool:
    return place.how in _INHERITED or (place.text.isupper() and len(place.text) > _ABBREVIATION)


def _places(claims: ReportClaims) -> Iterable[Place]:
    some: list[Figure | EventClaim | Control] = [*claims.figures, *claims.events, *claims.control]
    return (c.place for c in some if c.place is not None)


def _keys(place: Place) -> set[str]:
    return {place.name.casefold(), str(place.geonames_id or place.name)}
