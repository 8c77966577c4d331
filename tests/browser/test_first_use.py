"""A first-time user's way: from the stories to the first decision, in a real browser."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.served import served

from rashomon import app

pytestmark = pytest.mark.browser


def test_from_the_stories_to_the_first_decision(chromium: Browser, example_project: str, tmp_path: Path) -> None:
    """Story, number, evidence, review: one key accepts what waits first, and the decision is kept and shown."""
    project = str(tmp_path / "project.sqlite")
    shutil.copy(example_project, project)
    with served(project) as home:
        page = chromium.new_page()
        page.goto(home)
        page.locator(".stories h2 a").first.click()
        page.locator("h1 a.num").first.click()
        expect(page.locator("mark:target")).to_be_in_viewport()
        page.goto(f"{home}/review")
        page.keyboard.press("a")
        expect(page.get_by_role("button", name="Undo")).to_be_visible()
        page.close()
    kept = app.decisions(project)
    assert [d.kind for d in kept] == ["accept"]


def test_a_file_is_dropped_anywhere_on_the_form(chromium: Browser, example_project: str, tmp_path: Path) -> None:
    """A file let go above the field for text stands in the field for files, is added with it, and its report is told."""
    project = str(tmp_path / "project.sqlite")
    shutil.copy(example_project, project)
    with served(project) as home:
        page = chromium.new_page()
        page.goto(f"{home}/add")
        dropped = page.evaluate_handle(_FILE)
        for event in ("dragenter", "dragover", "drop"):
            page.dispatch_event("textarea[name=text]", event, {"dataTransfer": dropped})
        assert page.evaluate("document.querySelector('[name=files]').files[0].name") == "dropped.txt"
        assert page.locator("form.adding.over").count() == 0
        page.get_by_role("button", name="Add").click()
        expect(page.locator("#adding")).to_contain_text("1 new report", timeout=60_000)
        page.close()


_FILE = """() => { const all = new DataTransfer(); all.items.add(new File([
  "Four injured in Aleppo\\n\\nNorthern Post\\n\\n30 November 2024\\n\\n" +
  "Four people were injured in Aleppo on Friday when a shell hit a bakery, a hospital said."], "dropped.txt")); return all }"""


def test_the_queue_is_decided_without_script(chromium: Browser, example_project: str, tmp_path: Path) -> None:
    """Where no script runs, buttons decide, undo and skip; each leads to the next thing, its number marked."""
    project = str(tmp_path / "project.sqlite")
    shutil.copy(example_project, project)
    with served(project) as home:
        context = chromium.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{home}/review")
        first = page.locator("#item").get_attribute("data-claim")
        expect(page.locator("blockquote mark")).to_have_text("602")
        page.locator("button[value=reject]").click()
        second = page.locator("#item").get_attribute("data-claim")
        assert second != first
        page.get_by_role("button", name="Undo").click()
        assert page.locator("#item").get_attribute("data-claim") == first
        page.get_by_role("link", name="Skip s", exact=True).click()
        assert page.locator("#item").get_attribute("data-claim") == second
        context.close()
    assert [d.kind for d in app.decisions(project)] == ["reject", "undo"]
