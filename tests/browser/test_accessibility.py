"""Every page as axe-core sees it (WCAG 2.2 AA and its best practices), light and dark; nothing fails, nothing is fetched."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.checker import violations
from tests.browser.served import served

from rashomon import app
from rashomon.project import Added
from rashomon.run import Progress
from rashomon.settings import Settings
from rashomon.web.views.story_page import STORY_VIEWS

pytestmark = pytest.mark.browser

#: Pages by name, as addresses; {story} and {report} are those of the project.
_PAGES = {
    "stories": "/",
    "search": "/search?q=killed",
    "nothing found": "/search?q=zzzz",
    "review": "/review",
    "add": "/add",
    "watched sources": "/sources",
    "an outlet": "/outlets?name=Eastern%20Ledger",
    "versions of a page": "/stories/{story}/reports/{report}/versions",
    "stories where accounts differ": "/?doubts=1",
    "sign in": "/sign-in",
    "log": "/audit",
    "no such page": "/nowhere",
    "report": "/stories/{story}/reports/{report}",
    "two reports side by side": "/stories/{story}/compare?one={report}&other={report}",
    "story as of an instant": "/stories/{story}?as_of=2024-11-30",
    "evidence of a view": "/stories/{story}/evidence?of=timeline",
    **{f"story: {v.title}": f"/stories/{{story}}/{v.name}".rstrip("/") for v in STORY_VIEWS},
}

Look = Callable[[str], list[str]]
#: A report that is pasted, and how long its adding may take (seconds).
_TEXT = """Four injured in Aleppo
Northern Post, 30 November 2024

Four people were injured in Aleppo on Friday when a shell hit a bakery, a hospital said."""
_PATIENCE = 60


@pytest.fixture
def look(chromium: Browser) -> Iterator[Look]:
    """Opens an address and gives what is wrong with it: violations, complaints, requests to elsewhere."""
    context = chromium.new_context(color_scheme="light", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    found: list[str] = []
    page.on("console", lambda m: found.append(f"console: {m.text}"))
    page.on("pageerror", lambda e: found.append(f"error: {e}"))

    def opened(address: str) -> list[str]:
        home = re.sub(r"^(https?://[^/]*|file://).*", r"\1", address)
        page.on("request", lambda r: None if _is_within(r.url, home) else found.append(f"asked: {r.url}"))
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        if page.locator("#map-place").count():
            page.wait_for_selector(".plate")
        wrong = violations(page)
        return [*wrong, *(f for f in found if "404 (Not Found)" not in f)]

    yield opened
    context.close()


@pytest.mark.parametrize("name", _PAGES)
def test_no_view_of_the_workspace_has_a_violation(look: Look, workspace: str, example_project: str, name: str) -> None:
    """A view with every fold open violates no rule, leaves the console empty and asks no other host."""
    story = app.stories(example_project, limit=1)[0].id
    report = app.moments(example_project, story)[0].reports[0]
    assert look(workspace + _PAGES[name].format(story=story, report=report)) == []


def test_an_adding_under_way_has_no_violation(
    look: Look, chromium: Browser, example_project: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While reports are being read their page violates no rule, in light and in dark, nor does it once all is done."""
    project = tmp_path / "project.sqlite"
    project.write_bytes(Path(example_project).read_bytes())
    go_on, kept = threading.Event(), app.add

    def slow(address: str, sources: Sequence[str], settings: Settings, progress: Progress) -> Added:
        for _ in progress.track(["one", "two"]):
            go_on.wait(_PATIENCE)
        return kept(address, sources, settings)

    monkeypatch.setattr(app, "add", slow)
    with served(str(project)) as home:
        page = chromium.new_page()
        page.goto(f"{home}/add")
        page.locator("textarea[name=text]").fill(_TEXT)
        page.locator("form:has(textarea) button").first.click()
        page.wait_for_selector("#adding[data-running]")
        assert look(page.url) == []
        go_on.set()
        page.wait_for_selector("#adding:not([data-running])", timeout=_PATIENCE * 1000)
        assert look(page.url) == []
        page.close()


@pytest.mark.parametrize("name", ["index.html", "st-kassala/dossier.html"])
def test_no_page_on_disk_has_a_violation(look: Look, site: Path, name: str) -> None:
    """A dossier's page and the index of several, every fold open, violate no rule."""
    assert look((site / name).as_uri()) == []


def test_every_control_is_reached_by_keyboard(chromium: Browser, workspace: str, example_project: str) -> None:
    """Pressing Tab from the top of a story's page visits each link, button and field of it, in the order of the page."""
    page: Page = chromium.new_page()
    page.goto(f"{workspace}/stories/{app.stories(example_project, limit=1)[0].id}/differences")
    wanted = page.evaluate(f"{_REACHABLE}().length")
    seen = []
    for _ in range(wanted):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(f"{_REACHABLE}().indexOf(document.activeElement)"))
    page.close()
    assert wanted > 20
    assert seen == list(range(wanted))


_REACHABLE = """(() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter(e => e.checkVisibility() && e.type !== 'hidden'))"""


def _is_within(url: str, home: str) -> bool:
    return url.startswith((home, "data:", "blob:"))
