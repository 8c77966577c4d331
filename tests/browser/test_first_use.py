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
