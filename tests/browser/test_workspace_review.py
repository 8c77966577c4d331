"""The review queue of the example in a real browser, by keyboard alone."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect

from rashomon import app
from rashomon.settings import Settings
from rashomon.web import Serving, create_application

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not any(shutil.which(n) for n in ("chromium", "chromium-browser", "google-chrome")),
        reason="no Chromium on this machine (apt-get install chromium)",
    ),
]
_REPORTS = Path(__file__).resolve().parents[2] / "examples" / "aleppo-2024" / "reports"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A project with the example's reports."""
    path = str(tmp_path_factory.mktemp("workspace") / "project.sqlite")
    app.init(path)
    app.add(path, [str(_REPORTS)], Settings())
    return path


@pytest.fixture(scope="module")
def address(example: str) -> Iterator[str]:
    """Where the example is served on this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    served = create_application(Serving(example, port=port))
    server = uvicorn.Server(uvicorn.Config(served, host="127.0.0.1", port=port, log_level="critical"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.05)
    yield f"http://127.0.0.1:{port}"
    server.force_exit = server.should_exit = True
    thread.join(10)


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


def test_the_whole_queue_is_reviewed_by_keyboard(page: Page, address: str, example: str) -> None:
    """Every claim of the queue is decided with keys alone, each kind of decision once at least, one taken back."""
    waiting = len(app.review(example))
    page.goto(f"{address}/review")
    expect(page.locator(".asked blockquote")).to_be_in_viewport()
    page.keyboard.press("?")
    expect(page.locator(".keys")).to_be_visible()
    _press(page, "r")
    _press(page, "u")
    assert len(app.review(example)) == waiting
    page.keyboard.press("n")
    page.keyboard.type("Looks like last week's")
    _press(page, "Enter")
    expect(page.locator("#main")).to_contain_text("Looks like last week's")
    page.keyboard.press("c")
    page.keyboard.type("601")
    _press(page, "Enter")
    _press(page, "b")
    for _ in range(waiting):
        if page.locator("form.decide").count() == 0:
            break
        if page.locator(".decide textarea[required]").count():
            page.keyboard.press("a")
            page.keyboard.type("Told by both")
            page.keyboard.press("Escape")
        _press(page, "a")
    expect(page.locator("#main")).to_contain_text("Nothing waits for a decision")
    assert app.review(example) == []
    assert {d.kind for d in app.decisions(example)} == {"accept", "reject", "correct", "note", "recommend", "undo"}
