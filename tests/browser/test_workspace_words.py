"""Words without an end, pasted into the workspace: they reach the record, and no page scrolls sideways or jumps."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.checker import violations
from tests.browser.served import served

from rashomon import app
from rashomon.web.views.story_page import STORY_VIEWS

pytestmark = pytest.mark.browser

_LONG = "Llanfairpwllgwyngyll" * 9
_FIRST = f"""Floods kill 12 in {_LONG}

{_LONG} Courier

3 May 2025

Floods in the Pakistani province of Sindh have killed 12 people, the provincial disaster authority said on Saturday. \
The paper {_LONG} said that the river {_LONG} had left its bed."""
_SECOND = """Flood toll in Sindh rises to 19

Indus Mail

4 May 2025

The death toll from floods in the Pakistani province of Sindh rose to 19 on Sunday, the provincial disaster authority said."""
_SHIFTS = """() => { window.shifts = 0; new PerformanceObserver(found => { for (const shift of found.getEntries())
  if (!shift.hadRecentInput) window.shifts += shift.value }).observe({ type: 'layout-shift', buffered: true }) }"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An empty project's workspace."""
    project = str(tmp_path_factory.mktemp("words") / "project.sqlite")
    app.init(project)
    with served(project) as address:
        yield address


@pytest.fixture(scope="module")
def story(chromium: Browser, home: str) -> str:
    """The address of the story that two pasted reports made."""
    page = chromium.new_page()
    for text in (_FIRST, _SECOND):
        page.goto(f"{home}/add")
        page.get_by_label("Paste a report").fill(text)
        page.get_by_role("button", name="Add").click()
        expect(page.get_by_role("heading", name="What came of it")).to_be_visible(timeout=120_000)
    assert violations(page) == []
    page.locator("main ul.plain a").first.click()
    page.wait_for_url("**/stories/*")
    address = page.url
    page.close()
    return address


def test_what_is_pasted_stands_in_the_record(chromium: Browser, story: str) -> None:
    """A second report pasted raises the toll on the story's page, which then tells of two reports."""
    page = chromium.new_page()
    page.goto(story)
    expect(page.locator("#dossier")).to_contain_text("19")
    page.goto(f"{story}/sources")
    expect(page.locator("#dossier")).to_contain_text("Indus Mail")
    page.close()


def _pages(page: Page, home: str, story: str) -> list[str]:
    """Every page that could hold the word, by address."""
    page.goto(f"{story}/sources")
    report = page.locator('[id^="rpt-"]').first.get_attribute("id")
    outlet = page.locator('a[href*="/outlets?"]')
    found = [f"{story}/{view.name}".rstrip("/") for view in STORY_VIEWS]
    found += [f"{story}/reports/{report}", f"{story}/reports/{report}/versions", f"{story}/changes"]
    found += [f"{story}/compare?one={report}&other={report}", f"{home}/add"]
    found += [f"{home}/", f"{home}/review", f"{home}/search?q={_LONG}", f"{home}/sources", f"{home}/audit"]
    return [*found, *(a.evaluate("a => a.href") for a in outlet.all()[:2])]


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_scrolls_sideways_or_jumps(chromium: Browser, home: str, story: str, width: int) -> None:
    """With a word of 180 letters in title, outlet and text every page is as wide as its window and stays in place."""
    page = chromium.new_page(viewport={"width": width, "height": 844})
    page.add_init_script(f"({_SHIFTS})()")
    wrong = []
    for address in _pages(page, home, story):
        page.goto(address)
        page.wait_for_load_state("load")
        page.wait_for_timeout(300)
        wide, moved = page.evaluate("[document.documentElement.scrollWidth, window.shifts]")
        if wide > width or moved > 0.1:
            wrong.append((re.sub(r"^https?://[^/]*", "", address)[:60], wide, round(moved, 3)))
    page.close()
    assert wrong == []


def test_no_page_with_such_a_word_has_a_violation(chromium: Browser, home: str, story: str) -> None:
    """What the checker sees in an outlet's page, the versions of a page and the list of sources is clean."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    some = [a for a in _pages(page, home, story) if re.search(r"/outlets|/versions|/sources$|/review$|:\d+/$", a)]
    found = {}
    for address in some:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        found[address] = violations(page)
    page.close()
    assert len(some) >= 5
    assert {address: wrong for address, wrong in found.items() if wrong} == {}
