"""Events as GeoJSON features: a point where the place may be shown, with the radius that its precision stands for."""

from __future__ import annotations

from typing import Any

from rashomon.model.dossier import Dossier
from rashomon.model.happening import Event
from rashomon.rendering.labels import actor_label
from rashomon.rendering.plain_text import clean
from rashomon.rendering.shareable import Spot, spot_of

#: Decimals of a degree: five are a metre, sharper than any place of a report.
_DECIMALS = 5


def point_of(spot: Spot | None) -> dict[str, Any] | None:
    """A place as a GeoJSON point; null where it is unknown or too wide for one."""
    if spot is None or spot.radius_km is None or spot.lon is None or spot.lat is None:
        return None
    return {"type": "Point", "coordinates": [round(spot.lon, _DECIMALS), round(spot.lat, _DECIMALS)]}


def place_properties(spot: Spot | None) -> dict[str, Any]:
    """What a feature says of its place."""
    return {
        "place": clean(spot.name) if spot else None,
        "admin1": spot.admin1 if spot else None,
        "country_code": spot.country_code if spot else None,
        "geonames_id": spot.geonames_id if spot else None,
        "place_precision": spot.precision if spot else None,
        "radius_km": spot.radius_km if spot else None,
    }


def event_feature(event: Event, dossier: Dossier) -> dict[str, Any]:
    """An event as a feature; its id is the event's."""
    spot = spot_of(event.place, dossier) if event.place else None
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": point_of(spot),
        "properties": {
            "type": event.type,
            "sub_type": event.sub_type,
            "plover": event.plover,
            "start_date": str(event.start_date) if event.start_date else None,
            "end_date": str(event.end_date) if event.end_date else None,
            "date_precision": event.precision,
            **place_properties(spot),
            "actors": [actor_label(a) for a in event.actors],
            "recipients": [actor_label(a) for a in event.recipients],
            "accused": list(event.accused),
            "realis": event.realis,
            "background": event.background,
            "means": event.means,
            "claims": list(event.claims),
        },
    }
