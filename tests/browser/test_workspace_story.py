"""A story's page of the workspace in a real browser: the slider, the note of changes, what can be cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, expect

from rashomon import app

pytestmark = pytest.mark.browser


@dataclass
class Visit:
    """An open page with what it asked other hosts for and what it complained about."""

    page: Page
    story: str
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture
def visit(chromium: Browser, workspace: str, example_project: str) -> Iterator[Visit]:
    """The example's largest story, open on a desktop."""
    story = max(app.stories(example_project), key=lambda s: s.reports).id
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=workspace)
    found = Visit(context.new_page(), f"{workspace}/stories/{story}")
    found.page.on("request", lambda r: None if r.url.startswith(workspace) else found.outside.append(r.url))
    found.page.on("console", lambda message: found.complaints.append(message.text))
    found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
    found.page.goto(found.story)
    yield found
    context.close()
    assert not found.outside
    assert not found.complaints


def _slide(page: Page, stop: int) -> None:
    page.locator("#as-of").evaluate(
        "(slider, stop) => { slider.value = stop; slider.dispatchEvent(new Event('input', {bubbles: true})) }", stop
    )


def test_the_slider_takes_brief_figures_and_map_back_together(visit: Visit) -> None:
    """At an earlier stop headline and figures are other ones, the address says the instant, and every tab keeps it."""
    page = visit.page
    headline, figures = page.locator("h1#headline"), page.locator(".leads")
    now, counted, top = headline.inner_text(), figures.inner_text(), headline.bounding_box()
    _slide(page, 1)
    expect(headline).not_to_have_text(now)
    assert figures.inner_text() != counted
    assert top is not None
    assert (headline.bounding_box() or {})["y"] == pytest.approx(top["y"], abs=1)
    page.wait_for_url(re.compile("as_of="))
    was = headline.inner_text()
    page.reload()
    expect(headline).to_have_text(was)
    for view in ("figures", "map"):
        assert "as_of=" in (page.locator(f'.tabs a[href*="/{view}"]').get_attribute("href") or "")


def test_the_slider_comes_back_to_now(visit: Visit) -> None:
    """The last stop is the record as it stands, with no instant in the address."""
    page = visit.page
    headline = page.locator("h1#headline")
    now = headline.inner_text()
    _slide(page, 1)
    expect(headline).not_to_have_text(now)
    _slide(page, int(page.locator("#as-of").get_attribute("max") or 0))
    expect(headline).to_have_text(now)
    page.wait_for_url(lambda url: "as_of" not in url)


def test_the_slider_answers_keys(visit: Visit) -> None:
    """An arrow key on the slider goes one stop back and says which."""
    slider = visit.page.locator("#as-of")
    slider.focus()
    slider.press("ArrowLeft")
    visit.page.wait_for_url(re.compile("as_of="))
    assert slider.get_attribute("aria-valuetext")


def test_a_line_to_cite_is_copied(visit: Visit) -> None:
    """The button beside a figure's line puts exactly that line on the clipboard."""
    page = visit.page
    page.get_by_role("button", name="Copy").first.click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("q.cite").first.text_content()


def test_a_change_leads_to_its_sentence(visit: Visit) -> None:
    """From the note of what changed one click leads to the marked words in their report."""
    page = visit.page
    page.get_by_role("link", name="What changed").click()
    page.locator(".update .plain a").first.click()
    claim = page.url.partition("#")[2]
    expect(page.locator(f"mark#{claim}, #{claim}").first).to_be_in_viewport()


def test_a_point_of_a_chart_opens_its_sentence(visit: Visit) -> None:
    """On the figure board one click on a point of a chart leads to the marked number in its report."""
    page = visit.page
    page.get_by_role("link", name="Figures").click()
    page.locator(".measureboard svg a[aria-label]").first.click()
    page.wait_for_url(re.compile("/reports/"))
    expect(page.locator(f"mark#{page.url.partition('#')[2]}")).to_be_in_viewport()


def test_the_slider_takes_the_board_back(visit: Visit) -> None:
    """At an earlier stop the board holds fewer figures, under a heading that stays where it was."""
    page = visit.page
    page.get_by_role("link", name="Figures").click()
    heading, figures = page.locator("h1"), page.locator(".board .num")
    many, top = figures.count(), (heading.bounding_box() or {})["y"]
    _slide(page, 1)
    page.wait_for_url(re.compile("as_of="))
    assert 0 < figures.count() < many
    assert (heading.bounding_box() or {})["y"] == pytest.approx(top, abs=1)
