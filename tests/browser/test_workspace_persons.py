"""Two persons with accounts in a real browser: what is proposed waits for the other one, no decision is overwritten."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.served import served

from rashomon import app
from rashomon.settings import Settings

pytestmark = pytest.mark.browser
_FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
_PASSWORD = "correct horse battery"
#: A busy machine takes its time to hash a password and to compose a story (milliseconds).
_PATIENCE = 60_000
Enter = Callable[[str], Page]


@pytest.fixture
def project(tmp_path: Path) -> str:
    """A project with an accusation and two reviewers."""
    path = str(tmp_path / "project.sqlite")
    app.init(path)
    app.add(path, [str(_FIXTURES / "reports.jsonl")], Settings())
    for name in ("anna", "boris"):
        app.add_account(path, name, "reviewer", _PASSWORD)
    return path


@pytest.fixture
def enter(chromium: Browser, project: str) -> Iterator[Enter]:
    """Signs a person in, in a browser of their own, and opens the queue once what comes next is on the page."""
    with served(project, accounts=True) as home:
        contexts = []

        def opened(name: str) -> Page:
            contexts.append(chromium.new_context())
            contexts[-1].set_default_timeout(_PATIENCE)
            page = contexts[-1].new_page()
            page.goto(f"{home}/review")
            page.locator("[name=name]").fill(name)
            page.locator("[name=secret]").fill(_PASSWORD)
            page.locator("main button").click()
            _ready(page)
            return page

        yield opened
        for context in contexts:
            context.close()


def _ready(page: Page) -> None:
    page.wait_for_selector("#item")
    page.wait_for_function("() => performance.getEntriesByType('resource').some(r => r.name.includes('/review/ahead'))")
    page.wait_for_timeout(300)


def test_an_accusation_is_proposed_once_and_confirmed_by_another(enter: Enter, project: str) -> None:
    """Accepting who did it proposes it a single time and shows the next thing; the other person's click takes it."""
    page = enter("anna")
    while page.locator(".decide textarea[required]").count() == 0:
        page.keyboard.press("s")
    claim = page.locator("#item").get_attribute("data-claim")
    page.keyboard.press("a")
    page.keyboard.type("Both outlets tell it")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    expect(page.locator("#last")).to_contain_text("Another person must confirm it", timeout=_PATIENCE)
    assert page.locator("#item").get_attribute("data-claim") != claim
    assert [p.targets for p in app.proposals(project)] == [(claim,)]
    other = enter("boris")
    other.get_by_role("button", name="Confirm").click()
    expect(other.locator("#last")).to_contain_text("accepted", timeout=_PATIENCE)
    assert [(d.targets, d.by) for d in app.decisions(project)] == [((claim,), "anna and boris")]


def test_a_decision_made_meanwhile_is_shown_and_not_overwritten(enter: Enter, project: str) -> None:
    """A key on what another person decided meanwhile leads to a page with both, and nothing is taken before a choice."""
    one, other = enter("anna"), enter("boris")
    claim = one.locator("#item").get_attribute("data-claim")
    one.keyboard.press("r")
    expect(one.locator("#last")).to_contain_text("rejected", timeout=_PATIENCE)
    other.keyboard.press("a")
    expect(other.get_by_role("heading", name="Somebody decided on this meanwhile")).to_be_visible(timeout=_PATIENCE)
    expect(other.locator("main")).to_contain_text("anna", timeout=_PATIENCE)
    assert [(d.kind, d.targets) for d in app.decisions(project)] == [("reject", (claim,))]
    other.get_by_role("button", name="Take mine in its place").click()
    other.wait_for_selector("#item")
    assert [d.kind for d in app.decisions(project)] == ["reject", "accept"]


def test_what_somebody_else_does_appears(enter: Enter, project: str, tmp_path: Path) -> None:
    """An open page tells of another person's decision and of reports that came, not of what its own person decided."""
    one, other = enter("anna"), enter("boris")
    one.keyboard.press("r")
    expect(one.locator("#last")).to_contain_text("rejected", timeout=_PATIENCE)
    expect(other.locator("#news")).to_be_visible(timeout=_PATIENCE)
    expect(one.locator("#news")).to_be_hidden(timeout=_PATIENCE)
    with other.expect_response("**/events"):
        other.locator("#news a").click()
    other.wait_for_selector("#item")
    expect(other.locator("#news")).to_be_hidden(timeout=_PATIENCE)
    other.wait_for_timeout(3_000)  # until it heard how things stand
    (tmp_path / "later.txt").write_text(_LATER, encoding="utf-8")
    app.add(project, [str(tmp_path / "later.txt")], Settings())
    expect(other.locator("#news")).to_be_visible(timeout=_PATIENCE)
    expect(one.locator("#news")).to_be_visible(timeout=_PATIENCE)


_LATER = "Quetta toll reaches nine\n\nIndus Mail\n\n7 March 2025\n\nNine people were killed in the earthquake near Quetta, officials said."
