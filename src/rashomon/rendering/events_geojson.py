"""`events.geojson`: the events that have a place, each a point with the radius that its precision stands for."""

from __future__ import annotations

from typing import Any

from rashomon.model.dossier import Dossier
from rashomon.model.happening import Event
from rashomon.rendering import wording
from rashomon.rendering.json_file import encode
from rashomon.rendering.labels import actor_label
from rashomon.rendering.shareable import Spot, spot_of


def render_geojson(dossier: Dossier) -> bytes:
    """A GeoJSON feature collection (RFC 7946); an event without coordinates has a null geometry."""
    features = [_feature(e, spot_of(e.place, dossier) if e.place else None) for e in dossier.events]
    return encode(
        {
            "type": "FeatureCollection",
            "story": dossier.story,
            "as_of": dossier.as_of,
            "note": wording.review_note(dossier),
            "features": features,
        }
    )


def _feature(event: Event, spot: Spot | None) -> dict[str, Any]:
    radius = spot.radius_km if spot else None
    located = spot is not None and radius is not None
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": [spot.lon, spot.lat]} if located and spot else None,
        "properties": {
            "type": event.type,
            "sub_type": event.sub_type,
            "plover": event.plover,
            "start_date": str(event.start_date) if event.start_date else None,
            "end_date": str(event.end_date) if event.end_date else None,
            "date_precision": event.precision,
            "place": spot.name if spot else None,
            "admin1": spot.admin1 if spot else None,
            "country_code": spot.country_code if spot else None,
            "geonames_id": spot.geonames_id if spot else None,
            "place_precision": spot.precision if spot else None,
            "radius_km": radius,
            "actors": [actor_label(a) for a in event.actors],
            "recipients": [actor_label(a) for a in event.recipients],
            "accused": list(event.accused),
            "realis": event.realis,
            "background": event.background,
            "means": event.means,
            "claims": list(event.claims),
        },
    }
