"""A story's map in a real browser: its marks, what opens, the way to the sentence, both sliders, tiles, no WebGL."""

from __future__ import annotations

import base64
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from math import asin, cos, radians, sin, sqrt

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.checker import violations
from tests.browser.served import served

from rashomon import app

pytestmark = pytest.mark.browser

_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


@dataclass
class Visit:
    """An open map with what it asked other hosts for and what it complained about."""

    page: Page
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@contextmanager
def visiting(chromium: Browser, home: str, project: str, *, script: str = "", **look: object) -> Iterator[Visit]:
    """The map of the project's largest story; `script` runs before the page's own."""
    story = max(app.stories(project), key=lambda s: s.reports).id
    context = chromium.new_context(**({"viewport": {"width": 1280, "height": 900}} | look))  # type: ignore[arg-type]
    found = Visit(context.new_page())
    found.page.on("request", lambda r: None if r.url.startswith(home) else found.outside.append(r.url))
    found.page.on("console", lambda message: found.complaints.append(message.text))
    found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
    if script:
        found.page.add_init_script(script)
    found.page.goto(f"{home}/stories/{story}/map")
    yield found
    context.close()


@pytest.fixture
def visit(chromium: Browser, workspace: str, example_project: str) -> Iterator[Visit]:
    """The example's map, drawn, on a desktop; nothing is complained of and no other host asked."""
    with visiting(chromium, workspace, example_project) as found:
        _drawn(found.page)
        yield found
    assert not found.outside
    assert not found.complaints


def _drawn(page: Page) -> None:
    expect(page.locator(".livemap[data-drawn]")).to_be_visible(timeout=30_000)
    expect(page.locator(".plate").first).to_be_visible()


def _slide(page: Page, slider: str, stop: int) -> None:
    page.locator(slider).evaluate(
        "(slider, stop) => { slider.value = stop; slider.dispatchEvent(new Event('input', {bubbles: true})) }", stop
    )


def _marks_on_map(page: Page) -> int:
    """The marks that the plates count together."""
    plates = page.locator(".plate").evaluate_all("all => all.map(p => p.textContent)")
    return sum(int(n) for words in plates for n in re.findall(r"(\d+) (?:event|figure|mark)", words))


def _marks_in_list(page: Page) -> int:
    return page.locator(".at[data-lon] .mark:visible").count()


def test_the_map_counts_the_marks_of_its_list(visit: Visit) -> None:
    """Every mark of the list at a place that can be drawn is counted on one plate of the map."""
    assert _marks_on_map(visit.page) == _marks_in_list(visit.page) > 0


def test_a_cluster_opens(visit: Visit) -> None:
    """A click on a plate of several places goes nearer until each has a plate of its own; no mark is lost."""
    page = visit.page
    marks, before = _marks_on_map(page), page.locator(".livemap").get_attribute("data-drawn")
    cluster = page.locator(".plate.several").first
    names = (cluster.get_attribute("title") or "").split(", ")
    cluster.click()
    expect(page.locator(".livemap")).not_to_have_attribute("data-drawn", before or "")
    for name in names:
        expect(page.locator(".plate .name", has_text=re.compile(f"^{name}$"))).to_be_visible()
    assert _marks_on_map(page) == marks


def test_from_a_place_to_the_sentence(visit: Visit) -> None:
    """A click on a place's plate lists its marks, and a click on one leads to its words; the open card violates no rule."""
    page = visit.page
    page.locator(".plate:not(.several)").first.click()
    link = page.locator(".card .mark a").first
    expect(link).to_be_visible()
    expect(page.locator(".at.chosen").first).to_be_in_viewport()
    assert violations(page) == []
    link.click()
    page.wait_for_url(re.compile("/reports/"))
    expect(page.locator(f"mark#{page.url.partition('#')[2]}")).to_be_in_viewport()


def test_a_place_of_the_list_is_found_by_keyboard(visit: Visit) -> None:
    """Enter on a place's name in the list opens its card on the map, with its first mark in focus."""
    page = visit.page
    finder = page.locator(".finder").last
    finder.focus()
    finder.press("Enter")
    expect(page.locator(".card h2")).to_have_text(finder.inner_text())
    expect(page.locator(".card a").first).to_be_focused()


def test_the_day_changes_list_and_map_together(visit: Visit) -> None:
    """At an earlier day the map and its list have fewer marks, equally many, and the address keeps the day."""
    page = visit.page
    many = _marks_on_map(page)
    _slide(page, "#until", 0)
    assert 0 < _marks_in_list(page) < many
    page.wait_for_function(
        "many => document.querySelectorAll('.at[data-lon] .mark:not([hidden])').length < many", arg=many
    )
    page.wait_for_function("document.querySelectorAll('.plate').length > 0")
    assert _marks_on_map(page) == _marks_in_list(page)
    page.wait_for_url(re.compile(r"until=\d{4}-\d\d-\d\d"))
    few = _marks_in_list(page)
    page.reload()
    _drawn(page)
    assert _marks_on_map(page) == _marks_in_list(page) == few


def test_the_as_of_takes_the_map_back(visit: Visit) -> None:
    """At an earlier instant the map has the marks of that instant's list, on the same canvas, which did not move."""
    page = visit.page
    canvas, many = page.locator(".livemap canvas"), _marks_on_map(page)
    handle, top = canvas.element_handle(), (canvas.bounding_box() or {})["y"]
    _slide(page, "#as-of", 1)
    page.wait_for_url(re.compile("as_of="))
    page.wait_for_function("old => document.querySelector('.livemap canvas') === old", arg=handle)
    expect(page.locator("#map-place .plate").first).to_be_visible()
    assert _marks_on_map(page) == _marks_in_list(page) < many
    assert (canvas.bounding_box() or {})["y"] == pytest.approx(top, abs=1)


def test_a_circle_is_as_wide_on_the_ground_as_it_says(visit: Visit) -> None:
    """Every corner of the circle of 20 km lies 20 km from its centre on the sphere, at the equator and far north."""
    for latitude in (0, 36, 69):
        corners = visit.page.evaluate(
            "async at => (await import('/static/map_shapes.js')).circle(at, 20000)", [37.2, latitude]
        )
        assert corners[0] == corners[-1]
        assert all(abs(_metres((37.2, latitude), tuple(c)) - 20_000) < 5 for c in corners)


def _metres(a: tuple[float, float], b: tuple[float, ...]) -> float:
    """The distance on the sphere, by the haversines."""
    (x, y), (u, v) = map(radians, a), map(radians, b)
    return 2 * 6371008.8 * asin(sqrt(sin((v - y) / 2) ** 2 + cos(y) * cos(v) * sin((u - x) / 2) ** 2))


def test_without_webgl_the_picture_stays(chromium: Browser, workspace: str, example_project: str) -> None:
    """A browser without WebGL shows the picture and says so; list and slider work."""
    no_webgl = "HTMLCanvasElement.prototype.getContext = () => null"
    with visiting(chromium, workspace, example_project, script=no_webgl) as found:
        page = found.page
        expect(page.locator("#no-live-map")).to_be_visible()
        expect(page.locator("#map-place svg.map")).to_be_visible()
        many = _marks_in_list(page)
        _slide(page, "#until", 0)
        assert 0 < _marks_in_list(page) < many
    assert not found.complaints


def test_without_script_picture_and_list_are_there(chromium: Browser, workspace: str, example_project: str) -> None:
    """With scripts off the picture and every mark are on the page, and the form takes a day."""
    with visiting(chromium, workspace, example_project, java_script_enabled=False) as found:
        page = found.page
        expect(page.locator("#map-place svg.map")).to_be_visible()
        many = _marks_in_list(page)
        page.locator("select[name=until]").select_option(index=0)
        page.locator(".happened button").click()
        assert 0 < _marks_in_list(page) < many


def test_the_page_fits_a_phone(chromium: Browser, workspace: str, example_project: str) -> None:
    """On a phone the map comes before the list, nothing is wider than the screen, and a card fits the map."""
    look = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True}
    with visiting(chromium, workspace, example_project, **look) as found:
        page = found.page
        _drawn(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        ground, marks = page.locator(".livemap").bounding_box(), page.locator("#marks").bounding_box()
        assert ground is not None
        assert marks is not None
        assert ground["y"] + ground["height"] < marks["y"]
        page.locator(".plate:not(.several)").last.click()
        page.wait_for_timeout(500)  # the map moves so that the card has room
        card = page.locator(".maplibregl-popup-content").bounding_box()
        assert card is not None
        assert ground["x"] <= card["x"] < card["x"] + card["width"] <= ground["x"] + ground["width"]
    assert not found.complaints


@contextmanager
def tile_server() -> Iterator[tuple[str, list[str]]]:
    """A host of map tiles, on a free port, and what was asked of it."""
    asked: list[str] = []

    class Tiles(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("content-type", "image/png")
            self.send_header("access-control-allow-origin", "*")
            self.send_header("content-length", str(len(_PIXEL)))
            self.end_headers()
            self.wfile.write(_PIXEL)

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Tiles)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def test_tiles_come_from_the_given_host_alone(chromium: Browser, example_project: str) -> None:
    """With an address of tiles the ground is asked of that host, by zoom, column and row, and of no other."""
    with (
        tile_server() as (host, asked),
        served(example_project, tiles=f"{host}/base/{{z}}/{{x}}/{{y}}.png") as home,
        visiting(chromium, home, example_project) as found,
    ):
        _drawn(found.page)
        assert _marks_on_map(found.page) == _marks_in_list(found.page) > 0
    assert asked
    assert all(re.fullmatch(r"/base/\d+/\d+/\d+\.png", path) for path in asked)
    assert all(url.startswith(host) for url in found.outside)
    assert not found.complaints


def test_where_no_tile_comes_the_own_lines_are_drawn(chromium: Browser, example_project: str) -> None:
    """With an address of tiles that answers nothing the page says so and asks the server for the lines."""
    with tile_server() as (host, _):
        pass  # whose port nobody listens to any more
    with (
        served(example_project, tiles=f"{host}/{{z}}/{{x}}/{{y}}.png") as home,
        visiting(chromium, home, example_project) as found,
        found.page.expect_response(lambda r: "/map/ground?" in r.url, timeout=60_000),
    ):
        expect(found.page.locator("#no-tiles")).to_be_visible(timeout=60_000)
