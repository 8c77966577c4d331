"""The map: which marks stand where, how sharply, the way to each sentence, the ground, and where tiles may come from."""

from __future__ import annotations

import datetime as dt
import hashlib
import html
import json
import re
from pathlib import Path

import msgspec
import pytest
from starlette.testclient import TestClient
from tests.rendering.fixtures import rich_dossier
from tests.web.conftest import Serve

from rashomon import app
from rashomon.errors import UsageError
from rashomon.rendering.components.figure_table import NO_FIGURE
from rashomon.rendering.lookup import INHERITED, Lookup
from rashomon.rendering.shareable import RADIUS_KM
from rashomon.web import Serving, static_files
from rashomon.web.map_ground import box_of, ground, names
from rashomon.web.map_marks import MarkedPlace, days_of, marked_places

_STATIC = Path(static_files.__file__).parent / "static"
_TILES = "https://tiles.example.org:8443/base/{z}/{x}/{y}.png"


@pytest.fixture
def told(project: str) -> str:
    """The id of the project's story that was told at most instants, over several days."""
    return max(app.stories(project), key=lambda s: len(app.moments(project, s.id))).id


def _places() -> list[MarkedPlace]:
    return marked_places(rich_dossier(), lambda claim: f"/to/{claim}")


def test_every_kind_of_mark_stands_on_the_map() -> None:
    """The example has events, figures and marks of control at places that can be drawn."""
    drawn = [m.kind for p in _places() if p.spot.radius_km is not None for m in p.marks]
    assert set(drawn) == {"event", "figure", "control"}


def test_a_mark_stands_as_sharply_as_its_place_is_known() -> None:
    """A drawn place has coordinates and its precision's radius; a region or country has none and comes last."""
    places = _places()
    for place in places:
        radius = RADIUS_KM.get(place.spot.precision)
        assert place.spot.radius_km == (radius if place.spot.lat is not None else None)
    drawn = [p.spot.radius_km is not None for p in places]
    assert drawn == sorted(drawn, reverse=True)


def test_no_figure_stands_where_its_question_does_not_count() -> None:
    """A figure's mark is at the place of its question, and one of its claims gives a place in its own sentence."""
    lookup = Lookup(rich_dossier())
    marked = {m.address.removeprefix("/to/"): p for p in _places() for m in p.marks if m.kind == "figure"}
    assert marked
    for claim, place in marked.items():
        assessment = lookup.assessment_of[claim]
        asked = assessment.question.place
        assert asked is not None
        assert asked.name == place.spot.name or asked.geonames_id == place.spot.geonames_id
        figures = [f for c in assessment.claims if (f := lookup.figure(c)) is not None]
        assert any(f.place is not None and f.place.how not in INHERITED for f in figures)


def test_a_question_without_an_answer_has_no_mark() -> None:
    """No mark of a figure says that there is none."""
    assert not any(NO_FIGURE in m.text for p in _places() for m in p.marks)


def test_a_figure_whose_place_is_taken_from_around_it_has_no_mark() -> None:
    """Once no sentence of its figures gives the place, an assessment is on the map no more."""
    dossier = rich_dossier()
    around = tuple(
        msgspec.structs.replace(c, place=msgspec.structs.replace(c.place, how="event"))
        if getattr(c, "measure", None) and getattr(c, "place", None)
        else c
        for c in dossier.claims
    )
    places = marked_places(msgspec.structs.replace(dossier, claims=around), lambda claim: claim)
    assert not [m for p in places for m in p.marks if m.kind == "figure"]


def test_what_did_not_happen_has_no_mark() -> None:
    """An event that is denied, feared or planned, or background, is not on the map."""
    dossier = rich_dossier()
    some = [e for e in dossier.events if e.place is not None and not e.background]
    assert some
    for change in ({"realis": "denied"}, {"realis": "planned"}, {"background": True}):
        changed = tuple(msgspec.structs.replace(e, **change) for e in dossier.events)
        places = marked_places(msgspec.structs.replace(dossier, events=changed), lambda claim: claim)
        assert not [m for p in places for m in p.marks if m.kind == "event"]


def test_a_day_that_is_not_told_is_that_of_telling() -> None:
    """A mark of a dated event counts from its day, one of an undated event from the day on which it was first told."""
    dossier = rich_dossier()
    dated = {m.text: m.by for p in _places() for m in p.marks if m.kind == "event" and "day not told" not in m.detail}
    events = {e.start_date for e in dossier.events}
    assert dated
    assert all(by in events for by in dated.values())
    undated = tuple(msgspec.structs.replace(e, start_date=None, end_date=None) for e in dossier.events)
    places = marked_places(msgspec.structs.replace(dossier, events=undated, timeline=()), lambda claim: claim)
    published = {r.published[:10] for r in dossier.reports if r.published}
    by = {str(m.by) for p in places for m in p.marks if m.kind == "event" and m.by}
    assert by
    assert by <= published


def test_every_mark_leads_to_its_words(client: TestClient, story: str) -> None:
    """Each mark of the list links a report of the story in which its claim is marked."""
    page = client.get(f"/stories/{story}/map").text
    links = re.findall(r'<li class="mark".*?<a href="(/stories/[^"]+/reports/[^"#]+)#([^"]+)"', page, re.DOTALL)
    assert links
    for address, claim in links:
        assert f'id="{claim}"' in client.get(html.unescape(address)).text


def test_the_map_reads_without_script(client: TestClient, told: str) -> None:
    """The page holds the picture, every mark as text and a form for the day, and no script of its own."""
    page = client.get(f"/stories/{told}/map").text
    assert "<svg" in page.partition('id="map-place"')[2]
    assert page.count('<li class="mark"') == sum(page.count(f'data-kind="{k}"') for k in ("event", "figure", "control"))
    assert 'name="until" form="state"' in page
    assert not re.search(r"<script(?![^>]* src=)|style=", page)


def test_a_day_in_the_address_hides_what_came_later(client: TestClient, told: str) -> None:
    """Until the first day, each mark that is not hidden is of that day or of none."""
    page = client.get(f"/stories/{told}/map").text
    days = sorted(set(re.findall(r'data-by="([^"]+)"', page)))
    assert len(days) > 1
    then = client.get(f"/stories/{told}/map?until={days[0]}").text
    shown = re.findall(r'<li class="mark" data-kind="\w+" data-by="([^"]+)">', then)
    assert set(shown) == {days[0]}
    assert f'<option value="{days[0]}" selected>' in then
    assert client.get(f"/stories/{told}/map?until=soon").status_code == 400


def test_the_marks_are_those_of_the_instant(client: TestClient, told: str) -> None:
    """As of its first instant the story has no mark of a later one, and each link of the map keeps the instant."""
    now = client.get(f"/stories/{told}/map").text
    then = client.get(f"/stories/{told}/map?as_of=2025-03-04T12:00Z").text
    assert "People killed, Zanzibar City: 19" in now
    assert "People killed, Zanzibar City: 19" not in then
    links = re.findall(r'<li class="mark".*?<a href="([^"#]+)', then, re.DOTALL)
    assert links
    assert all("as_of=2025-03-04T12" in link for link in links)


def test_the_days_are_those_of_the_marks() -> None:
    """The stops of the slider are the days of the marks, each once and in order."""
    days = days_of(_places())
    assert days == sorted(set(days))
    assert all(isinstance(d, dt.date) for d in days)


def test_the_ground_is_geojson_of_what_is_asked_for() -> None:
    """Around the Strait of Hormuz there is land and coast, every point within the box or a step of a line beyond it."""
    box = (54.0, 24.0, 58.0, 28.0)
    features = json.loads(ground(box))["features"]
    kinds = {f["properties"]["kind"] for f in features}
    assert {"land", "coast", "border"} <= kinds
    land = next(f for f in features if f["properties"]["kind"] == "land")
    for (ring,) in land["geometry"]["coordinates"]:
        assert ring[0] == ring[-1]
        assert all(box[0] - 0.01 <= x <= box[2] + 0.01 and box[1] - 0.01 <= y <= box[3] + 0.01 for x, y in ring)


def test_a_disputed_border_says_why() -> None:
    """In Kashmir every disputed line bears the note of the data, and no plain border is drawn in its place."""
    features = json.loads(ground((73.0, 33.0, 78.0, 37.0)))["features"]
    disputed = [f["properties"] for f in features if f["properties"]["kind"] == "disputed"]
    assert disputed
    assert all(len(p["note"]) > 20 for p in disputed)


def test_a_wider_view_has_coarser_lines() -> None:
    """Of one coast a box ten times as wide has fewer points than the narrow one has."""

    def points(box: tuple[float, float, float, float]) -> int:
        lines = [f for f in json.loads(ground(box))["features"] if f["geometry"]["type"] == "MultiLineString"]
        runs = [r for f in lines for r in f["geometry"]["coordinates"]]
        return sum(1 for r in runs for x, y in r if 8 < x < 12 and 56 < y < 60)

    assert 0 < points((-40.0, 30.0, 60.0, 75.0)) < points((8.0, 56.0, 12.0, 60.0))


def test_countries_are_named_inside_themselves() -> None:
    """Over the eastern Mediterranean the names of Syria and Turkey stand where these are."""
    found = {
        f["properties"]["name"]: f["geometry"]["coordinates"]
        for f in json.loads(names((30.0, 32.0, 42.0, 40.0)))["features"]
    }
    assert found["Turkey"][1] > 36.5
    assert 32.5 < found["Syria"][1] < 37.3


@pytest.mark.parametrize("box", ["", "1,2,3", "5,5,1,9", "0,0,nan,1", "-179,-80,179,80", "0,0,1,95", "a,b,c,d"])
def test_a_box_that_is_none_is_refused(client: TestClient, box: str) -> None:
    """What is no part of the world, or more of it than is ever seen at once, is no request for ground or names."""
    with pytest.raises(UsageError):
        box_of(box)
    assert client.get(f"/map/ground?box={box}").status_code == 400
    assert client.get(f"/map/names?box={box}").status_code == 400


def test_the_ground_is_served_as_geojson(client: TestClient) -> None:
    """Ground and names of a box are GeoJSON with something in it."""
    for path in ("/map/ground", "/map/names"):
        answer = client.get(f"{path}?box=35,34,38,37")
        assert answer.headers["content-type"] == "application/geo+json"
        assert answer.json()["features"]


def test_without_tiles_nothing_comes_from_elsewhere(client: TestClient, story: str) -> None:
    """By default the policy names no other host, and the page no address of tiles."""
    answer = client.get(f"/stories/{story}/map")
    policy = answer.headers["content-security-policy"]
    assert "://" not in policy
    assert "worker-src 'self';" in policy
    assert "blob:" not in policy
    assert "data-tiles" not in answer.text


def test_tiles_open_the_policy_for_their_host_alone(serve: Serve, story: str) -> None:
    """With tiles, pictures and requests may go to that scheme, host and port, scripts and frames still to none."""
    answer = serve(tiles=_TILES).get(f"/stories/{story}/map")
    rules = dict(r.strip().split(" ", 1) for r in answer.headers["content-security-policy"].split(";"))
    opened = {name for name, allowed in rules.items() if "https://tiles.example.org:8443" in allowed.split()}
    assert opened == {"img-src", "connect-src"}
    assert not any("{" in allowed or "/base" in allowed for allowed in rules.values())
    assert f'data-tiles="{_TILES}"' in answer.text


@pytest.mark.parametrize(
    "tiles",
    ["", "tiles.example.org/{z}/{x}/{y}", "https://tiles.example.org/", "https://*.example.org/{z}/{x}/{y}",
     "javascript://a/{z}/{x}/{y}", "https://a b/{z}/{x}/{y}", "https://a;script-src *@/{z}/{x}/{y}", "https://a:x/{z}{x}{y}"],
)  # fmt: skip
def test_what_is_no_address_of_tiles_is_refused(tiles: str) -> None:
    """An address without host or without the three places of a tile, or whose host would widen the policy, is refused."""
    with pytest.raises(UsageError, match="tiles"):
        Serving("project.sqlite", tiles=tiles)


def test_the_library_is_the_published_one(client: TestClient) -> None:
    """Every file beside the library's README has the hash that stands there, and a browser may keep it."""
    told = dict(re.findall(r"\| `([^`]+)` \| ([0-9a-f]{64}) \|", (_STATIC / "vendor/README.md").read_text("utf-8")))
    files = {p.relative_to(_STATIC / "vendor").as_posix(): p for p in (_STATIC / "vendor").rglob("*") if p.is_file()}
    assert set(told) == set(files) - {"README.md"}
    for name, expected in told.items():
        assert hashlib.sha256(files[name].read_bytes()).hexdigest() == expected
        answer = client.get(f"/static/vendor/{name}")
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
