"""A story's map: the same marks as a list and, where the browser can, on a live map; and the map's ground."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon.errors import UsageError
from rashomon.rendering.components.map_view import pins_of, split_far, window
from rashomon.rendering.page_sections import content_of
from rashomon.rendering.shareable import RADIUS_KM
from rashomon.web import map_ground
from rashomon.web.map_marks import days_of, marked_places
from rashomon.web.site import site_of
from rashomon.web.views.evidence_links import links_from
from rashomon.web.views.story_page import open_story, view_of

router = APIRouter()
#: Where the drawing library lies below `/static` (its README says what it is and where it comes from).
LIBRARY = "/static/vendor/maplibre-gl-5.24.1"
#: What the legend calls a place of each precision; the radii are `RADIUS_KM`.
KNOWN = {
    "exact": "a named place",
    "near": "near one",
    "area": "around one",
    "admin2": "a district",
    "admin1": "a province",
}


@router.get("/stories/{story}/map")
def story_map(request: Request, story: str, until: str = "") -> Response:
    """The marks of a story, those after the day `until` hidden. Raises NotFoundError, UsageError."""
    opened = open_story(request, story)
    dossier, shown = opened.dossier, view_of("map")
    links = links_from(opened.lookup, opened.asked, shown.name)
    places = marked_places(dossier, links["sentence"])
    near, _ = split_far(pins_of(dossier)[0])
    marked = {p.spot.name for p in places}
    content = content_of(dossier, shown.sections)
    picture, content["map"] = content["map"], []
    return opened.tab(
        "map.html", shown, picture=picture, places=places, stops=days_of(places), until=_day(until),
        named=[p for p in near if p.spot.name not in marked], frame=window(near).box if near else None,
        library=LIBRARY, radii=RADIUS_KM, known=KNOWN, **content, **links,
    )  # fmt: skip


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(f"{text} is no day.", "Give it as 2024-11-30.") from error


@router.get("/map/ground")
def ground(request: Request, box: str) -> Response:
    """Land and lines of a part of the world as GeoJSON. Raises UsageError."""
    return _geojson(map_ground.ground(_box(request, box)))


@router.get("/map/names")
def names(request: Request, box: str) -> Response:
    """Where the names of the countries in a part of the world go, as GeoJSON. Raises UsageError."""
    return _geojson(map_ground.names(_box(request, box)))


def _box(request: Request, box: str) -> tuple[float, float, float, float]:
    site_of(request).need(request, "reader")
    return map_ground.box_of(box)


def _geojson(content: bytes) -> Response:
    return Response(content, media_type="application/geo+json", headers={"cache-control": "private, max-age=3600"})
