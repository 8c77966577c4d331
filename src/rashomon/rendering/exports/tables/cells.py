"""Cells that several tables share: places as they may be shown, actors by role, whole dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from rashomon.model.actor import Actor
from rashomon.model.place import Place
from rashomon.rendering.exports.tables.shape import Value
from rashomon.rendering.labels import actor_label
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean
from rashomon.rendering.shareable import spot_of


def place_cells(place: Place | None, lookup: Lookup) -> dict[str, Value]:
    """The columns of a place; none where there is no place."""
    if place is None:
        return {}
    spot = spot_of(place, lookup.dossier)
    return {
        "place": clean(spot.name),
        "place_kind": None if place.is_sensitive else place.kind,
        "place_precision": spot.precision,
        "place_role": place.role,
        "place_how": place.how,
        "country_code": spot.country_code,
        "admin1": text(spot.admin1),
        "geonames_id": spot.geonames_id,
        "lat": spot.lat,
        "lon": spot.lon,
    }


def names(actors: Sequence[Actor]) -> list[str]:
    """The actors' names, private persons by role, each once."""
    return list(dict.fromkeys(actor_label(a) for a in actors))


def text(value: str | None) -> str | None:
    """Text that can be encoded and printed."""
    return None if value is None else clean(value)


def day_of(instant: str | None) -> dt.date | None:
    """The day of an ISO instant; null of a month or year alone."""
    if not instant or len(instant) < 10:
        return None
    try:
        return dt.date.fromisoformat(instant[:10])
    except ValueError:
        return None


def sentence(claim: str, lookup: Lookup) -> str | None:
    """The sentence around a claim, names masked."""
    excerpt = lookup.excerpts.get(claim)
    if excerpt is None:
        return None
    return clean(excerpt.text[excerpt.sentence_start - excerpt.start : excerpt.sentence_end - excerpt.start])
