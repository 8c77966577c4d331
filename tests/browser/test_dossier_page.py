"""The dossier's page in a real browser, opened from disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


@dataclass
class Visit:
    """An open page with what it asked for and complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def visit(browser: Browser, target: Path, **context: object) -> Visit:
    """Open a file and watch it."""
    opened = browser.new_context(**context)  # type: ignore[arg-type]
    found = Visit(opened.new_page())
    found.page.on("request", lambda request: found.requests.append(request.url))
    found.page.on("console", lambda message: found.complaints.append(message.text))
    found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
    found.page.goto(target.as_uri())
    return found


@pytest.fixture
def dossier(chromium: Browser, site: Path) -> Iterator[Visit]:
    """The rich dossier's page on a desktop."""
    found = visit(chromium, site / "st-kassala" / "dossier.html", viewport={"width": 1280, "height": 900})
    yield found
    found.page.context.close()


def test_a_figure_leads_to_its_sentence(dossier: Visit) -> None:
    """From the number in the headline one click leads to the marked number in its sentence, and on to the table."""
    page = dossier.page
    page.locator("h1 a.num").click()
    assert page.url.endswith("#f-26")
    mark = page.locator("mark#f-26")
    expect(mark).to_be_in_viewport()
    expect(mark).to_have_text("26")
    note = page.locator("#evidence li", has=page.locator("mark#f-26"))
    expect(note.locator(".sentence")).to_contain_text("The health ministry said 26 bodies")
    note.get_by_role("link", name="Civilians killed, Kassala").click()
    expect(page.locator("#as-killed")).to_be_in_viewport()


def test_the_table_shows_the_sentence_on_demand(dossier: Visit) -> None:
    """A figure's line opens to its sentence, with the number marked."""
    row = dossier.page.locator("#as-moved details").first
    expect(row.locator("mark")).to_be_hidden()
    row.locator("summary").click()
    expect(row.locator("mark")).to_be_visible()
    expect(row.locator("mark")).to_have_text("21,400")


def test_nothing_is_asked_of_a_network_and_nothing_fails(dossier: Visit) -> None:
    """Opening and using the page asks for that one file only and leaves the console empty."""
    for name in ("Map", "Sources", "Evidence"):
        dossier.page.get_by_role("navigation").get_by_role("link", name=name, exact=True).click()
    dossier.page.locator("details summary").first.click()
    assert len({u.split("#")[0] for u in dossier.requests}) == 1
    assert all(u.startswith("file:") for u in dossier.requests)
    assert dossier.complaints == []


def test_the_page_reads_without_script(chromium: Browser, site: Path) -> None:
    """With scripts switched off the brief, the sentences, the table's evidence and the links work."""
    found = visit(chromium, site / "st-kassala" / "dossier.html", java_script_enabled=False)
    page = found.page
    expect(page.locator("h1")).to_contain_text("civilians killed")
    page.locator("h1 a.num").click()
    expect(page.locator("mark#f-26")).to_be_in_viewport()
    page.locator("#as-killed details summary").first.click()
    expect(page.locator("#as-killed details mark").first).to_be_visible()
    assert found.complaints == []
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 390, 768, 1280])
def test_no_width_scrolls_sideways(chromium: Browser, site: Path, width: int, scheme: str) -> None:
    """From a narrow phone to a desktop, light and dark, the page is as wide as its window."""
    found = visit(
        chromium, site / "st-kassala" / "dossier.html", viewport={"width": width, "height": 800}, color_scheme=scheme
    )
    assert found.page.evaluate("document.documentElement.scrollWidth") == width
    assert found.complaints == []
    found.page.context.close()


_CONTRAST = """() => {
  const parse = c => c.match(/[\\d.]+/g).map(Number);
  const linear = v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => [r, g, b].map(v => linear(v / 255))
    .reduce((s, v, i) => s + v * [.2126, .7152, .0722][i], 0);
  const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor);
    if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
  const bad = [];
  for (const e of document.querySelectorAll('body *')) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || e.closest('svg, script')) continue;
    const a = light(parse(getComputedStyle(e).color)), b = light(ground(e));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) bad.push(e.className + ' ' + ratio.toFixed(2) + ' ' + e.textContent.slice(0, 30));
  }
  return bad;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(chromium: Browser, site: Path, scheme: str) -> None:
    """All text has at least the contrast of WCAG AA, light and dark."""
    found = visit(chromium, site / "st-kassala" / "dossier.html", color_scheme=scheme)
    assert found.page.evaluate(_CONTRAST) == []
    found.page.context.close()


def test_keyboard(dossier: Visit) -> None:
    """The first key press reaches the skip link; every part that opens can be reached and opened by keyboard."""
    page = dossier.page
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    summary = page.locator("#as-killed details summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#as-killed details").first).to_have_attribute("open", "")


def test_the_index_leads_to_a_story(chromium: Browser, site: Path) -> None:
    """The index of several stories opens a story's page from disk."""
    found = visit(chromium, site / "index.html")
    found.page.get_by_role("link", name=re.compile("civilians killed as fighting")).click()
    expect(found.page.locator("h1")).to_contain_text("civilians killed as fighting")
    assert found.complaints == []
    found.page.context.close()


def test_printing_opens_the_folds(dossier: Visit) -> None:
    """The page prints to PDF, and every fold but those of single figures is opened for it."""
    assert dossier.page.pdf()[:5] == b"%PDF-"
    dossier.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert dossier.page.locator("details:not([open]):not(.row)").count() == 0
