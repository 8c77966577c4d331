"""The review queue of the example in a real browser, by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import EXAMPLE
from tests.browser.served import served

from rashomon import app
from rashomon.settings import Settings

pytestmark = pytest.mark.browser
#: So many of the example's reports, in the order of their names.
_REPORTS = 5


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A project of this module's own with some of the example's reports: each decision composes its story anew."""
    path = str(tmp_path_factory.mktemp("reviewed") / "example.sqlite")
    app.init(path)
    app.add(path, [str(p) for p in sorted(EXAMPLE.iterdir())[:_REPORTS]], Settings())
    return path


@pytest.fixture(scope="module")
def address(example: str) -> Iterator[str]:
    """Where this module's project is served on this machine."""
    with served(example) as found:
        yield found


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """A page that complains of nothing and asks nobody else."""
    opened = chromium.new_context(viewport={"width": 1280, "height": 900})
    found, wrong = opened.new_page(), []
    found.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") else None)
    found.on("pageerror", lambda error: wrong.append(str(error)))
    found.on("request", lambda r: None if r.url.startswith(address) else wrong.append(r.url))
    yield found
    opened.close()
    assert wrong == []


def _press(page: Page, key: str) -> None:
    """Press a key that decides, and wait for the next page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def _decide(page: Page, key: str) -> None:
    """Press a key that decides, and wait until another thing, or nothing, is asked."""
    before = page.locator("#item").get_attribute("data-claim")
    page.keyboard.press(key)
    page.wait_for_function("was => document.getElementById('item')?.dataset.claim !== was", arg=before)


def test_the_whole_queue_is_reviewed_by_keyboard(page: Page, address: str, example: str) -> None:
    """Every claim of the queue is decided with keys alone, each kind of decision once at least, one taken back."""
    waiting = len(app.review(example))
    page.goto(f"{address}/review")
    expect(page.locator(".asked blockquote")).to_be_in_viewport()
    page.keyboard.press("?")
    expect(page.locator(".keys")).to_be_visible()
    _filled(page)
    _decide(page, "r")
    _decide(page, "u")
    expect(page.locator("#last")).to_contain_text("Undone")
    page.wait_for_function("() => performance.getEntriesByType('resource').some(r => r.name.endsWith('/undo'))")
    assert len(app.review(example)) == waiting
    asked_of_a_figure = False
    for _ in range(2 * waiting):
        if page.locator("form.decide").count() == 0:
            break
        if not asked_of_a_figure and page.locator("[data-key=b]").count():
            _note_recommend_correct(page)
            asked_of_a_figure = True
            continue
        if page.locator(".decide textarea[required]").count():
            page.keyboard.press("a")
            page.keyboard.type("Told by both")
            page.keyboard.press("Escape")
        _decide(page, "a")
    expect(page.locator("#main")).to_contain_text("Nothing waits for a decision")
    assert app.review(example) == []
    assert {d.kind for d in app.decisions(example)} == {"accept", "reject", "correct", "note", "recommend", "undo"}


def _filled(page: Page) -> None:
    """Wait until what comes next is on the page."""
    page.wait_for_function("() => performance.getEntriesByType('resource').some(r => r.name.includes('/review/ahead'))")
    page.wait_for_timeout(300)


def _note_recommend_correct(page: Page) -> None:
    """On a figure: a note, which stays in sight, then the best figure, then another value."""
    page.keyboard.press("n")
    page.keyboard.type("Looks like last week's")
    _press(page, "Enter")
    expect(page.locator("#main")).to_contain_text("Looks like last week's")
    _press(page, "b")
    page.keyboard.press("c")
    page.keyboard.type("601")
    _decide(page, "Enter")
