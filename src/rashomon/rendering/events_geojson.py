"""`events.geojson`: the events of a dossier, those with a place as points."""

from __future__ import annotations

from rashomon.model.dossier import Dossier
from rashomon.rendering import wording
from rashomon.rendering.event_features import event_feature
from rashomon.rendering.json_file import encode


def render_geojson(dossier: Dossier) -> bytes:
    """A GeoJSON feature collection (RFC 7946); an event without coordinates has a null geometry."""
    return encode(
        {
            "type": "FeatureCollection",
            "story": dossier.story,
            "as_of": dossier.as_of,
            "note": wording.review_note(dossier),
            "features": [event_feature(e, dossier) for e in dossier.events],
        }
    )
