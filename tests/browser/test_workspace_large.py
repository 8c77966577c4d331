"""The main tasks on an invented story of many reports: one click to the sentence, the slider, decisions, the queue.

The story has as many reports as RASHOMON_STORY_REPORTS says (`make web-story`: 500), fewer where it says nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import takewhile

import pytest
from benchmarks.invented import fill
from playwright.sync_api import Browser, Error, Page, expect
from tests.browser.served import served

from rashomon import app
from rashomon.settings import Settings

pytestmark = pytest.mark.browser
_REPORTS = int(os.environ.get("RASHOMON_STORY_REPORTS", "40"))
#: A story of 500 reports is composed anew after a decision; nothing is wrong where that takes a while.
_PATIENCE = 120_000
#: A shift smaller than this is not seen (Core Web Vitals call up to 0.1 good; what is read must not move at all).
_SHIFT = 0.01
_WATCH_SHIFTS = """window.shifts = []; new PerformanceObserver((list) => {
  for (const e of list.getEntries()) if (!e.hadRecentInput) window.shifts.push(e.value);
}).observe({ type: 'layout-shift', buffered: true })"""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A project with one invented story, its dossier composed."""
    path = str(tmp_path_factory.mktemp("large") / "project.sqlite")
    fill(path, 1, _REPORTS, seed=1)
    app.make_lines(path, seconds=600)
    return path


@pytest.fixture(scope="module")
def story(large: str) -> str:
    """The id of its largest story."""
    return max(app.stories(large), key=lambda s: s.reports).id


@pytest.fixture(scope="module")
def address(large: str) -> Iterator[str]:
    """Where it is served on this machine."""
    with served(large) as found:
        yield found


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """A page that complains of nothing, asks nobody else, and on which nothing moves while it is read."""
    opened = chromium.new_context(viewport={"width": 1280, "height": 900})
    opened.set_default_timeout(_PATIENCE)
    found, wrong = opened.new_page(), []
    found.add_init_script(_WATCH_SHIFTS)
    found.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") else None)
    found.on("pageerror", lambda error: wrong.append(str(error)))
    found.on("request", lambda r: None if r.url.startswith((address, "blob:")) else wrong.append(r.url))
    yield found
    shifted = sum(found.evaluate("window.shifts"))
    opened.close()
    assert wrong == []
    assert shifted < _SHIFT


def test_one_click_leads_from_the_brief_to_the_sentence(page: Page, address: str, story: str) -> None:
    """A number of the brief's strip of lines to cite leads in one click to its marked words in its report."""
    page.goto(f"{address}/stories/{story}")
    page.locator(".citables a").first.click()
    page.wait_for_url(re.compile("/reports/"))
    expect(page.locator(f"mark#{page.url.partition('#')[2]}")).to_be_in_viewport()


def test_the_slider_changes_figures_map_and_brief_together(page: Page, address: str, story: str) -> None:
    """One stop of the slider changes headline and figures, and the map drawn at that stop has other marks than now."""
    page.goto(f"{address}/stories/{story}/map")
    everything = _map(page)
    page.goto(f"{address}/stories/{story}")
    headline, leads = page.locator("h1#headline"), page.locator(".leads")
    now, counted = headline.inner_text(), leads.inner_text()
    _slide(page, 1)
    expect(headline).not_to_have_text(now, timeout=_PATIENCE)
    assert leads.inner_text() != counted
    page.locator('.tabs a[href*="/map"]').click()
    page.wait_for_url(re.compile("/map.*as_of="))
    assert 0 < sum(_map(page).values()) < sum(everything.values())


def _slide(page: Page, stop: int) -> None:
    page.locator("#as-of").evaluate(
        "(slider, stop) => { slider.value = stop; slider.dispatchEvent(new Event('input', {bubbles: true})) }", stop
    )


def _map(page: Page) -> dict[str, int]:
    """The plates on the drawn map, each with its number of marks; the list beside it has as many."""
    expect(page.locator(".livemap[data-drawn]")).to_be_visible(timeout=_PATIENCE)
    expect(page.locator(".plate").first).to_be_visible()
    plates = page.locator(".plate").evaluate_all("all => all.map(p => p.textContent)")
    found = {words: sum(map(int, re.findall(r"(\d+) (?:event|figure|mark)", words))) for words in plates}
    assert sum(found.values()) == page.locator(".at[data-lon] .mark:visible").count()
    return found


def test_what_a_figures_list_leaves_out_comes_in_its_place(page: Page, address: str, story: str) -> None:
    """Under a figure with many sentences a click on how many more there are puts them there; each leads to its words."""
    page.goto(f"{address}/stories/{story}/figures")
    page.locator("details.row:has(a.fetched)").first.evaluate("fold => (fold.open = true)")
    told, link = page.locator("details[open] figure"), page.locator("details[open] a.fetched")
    few, left = told.count(), int(re.sub(r"\D", "", link.inner_text()))
    link.click()
    expect(told).to_have_count(few + min(left, 40))
    assert page.url.endswith("/figures")
    told.last.locator("figcaption a").click()
    page.wait_for_url(re.compile("/reports/"))
    expect(page.locator(f"[id='{page.url.partition('#')[2]}']")).to_be_in_viewport()


def test_the_timeline_goes_by_publication(page: Page, address: str, story: str) -> None:
    """By publication the timeline tells other days than by event, and an entry leads to its sentence."""
    page.goto(f"{address}/stories/{story}/timeline")
    days = page.locator("#dossier").inner_text()
    page.locator(".orders a:not([aria-current])").first.click()
    page.wait_for_url(re.compile("by="))
    assert page.locator("#dossier").inner_text() != days
    page.locator('#dossier .refs a[href^="#note-"]').first.click()
    expect(page.locator(f"[id='{page.url.partition('#')[2]}']")).to_be_in_viewport()


def test_what_no_mark_leads_to_comes_in_its_place(page: Page, address: str, story: str) -> None:
    """Behind a count of further notes a click puts the next forty there, in the order of their numbers."""
    page.goto(f"{address}/stories/{story}")
    link = page.locator(".notes a.fetched").first
    left = int(re.sub(r"\D", "", link.inner_text()))
    few = page.locator(".notes > li").count()
    link.click()
    expect(page.locator(".notes > li")).to_have_count(few - 1 + min(left, 40) + (left > 40))
    numbers = page.locator(".notes > li").evaluate_all("all => all.map(li => Number(li.id.slice('note-'.length)))")
    assert numbers == sorted(numbers)
    page.locator(".notes a", has_text="in the report").last.click()
    page.wait_for_url(re.compile("/reports/"))


def test_sources_lead_to_an_outlets_record(page: Page, address: str, story: str) -> None:
    """From the sources a click on an outlet leads to its record in the project."""
    page.goto(f"{address}/stories/{story}/sources")
    link = page.locator('#dossier a[href*="/outlets"]').first
    name = link.inner_text()
    link.click()
    page.wait_for_url(re.compile("/outlets"))
    expect(page.locator("h1")).to_contain_text(name)


def test_a_copy_is_compared_with_its_original(page: Page, address: str, large: str, story: str) -> None:
    """From a copy's report one click sets it beside another report, with the shared passages shaded."""
    group = max(app.show(large, story, Settings()).copy_groups, key=lambda g: len(g.reports))
    page.goto(f"{address}/stories/{story}/reports/{group.reports[-1]}")
    page.locator('a[href*="/compare"]').first.click()
    page.wait_for_url(re.compile("/compare"))
    assert page.locator("article mark.shared").count() > 0


def test_a_disagreement_leads_to_both_sides(page: Page, address: str, story: str) -> None:
    """Where accounts differ, what is told of both sides leads to the words of at least two reports."""
    page.goto(f"{address}/stories/{story}/differences")
    links = page.locator('#dossier a[href*="/reports/"]').evaluate_all("all => all.map(a => a.pathname)")
    assert len(set(links)) > 1


def test_a_story_is_taken_along(page: Page, address: str, story: str) -> None:
    """The page of formats gives a file of the record in a format of the field."""
    page.goto(f"{address}/stories/{story}/exports")
    with page.expect_download(timeout=_PATIENCE) as given:
        page.locator(".formats a[download]").first.click()
    assert given.value.path().stat().st_size > 1_000


def test_a_search_leads_to_the_words(page: Page, address: str) -> None:
    """A search for a measure finds hits, and the first one leads to its words in a report."""
    page.goto(f"{address}/search?q=injured")
    page.locator('#main a[href*="/reports/"]').first.click()
    page.wait_for_url(re.compile("/reports/"))
    expect(page.locator("#main")).to_contain_text(re.compile("injured", re.IGNORECASE))


def test_a_rejected_figure_leaves_the_record_and_comes_back(page: Page, address: str, large: str, story: str) -> None:
    """A figure rejected by key is gone from the board, and stands there again once that is undone."""
    before = takewhile(lambda i: i.kind != "figure", app.review(large, story))
    skipped = "".join(f"&skip={i.claim}" for i in before)
    page.goto(f"{address}/review?story={story}{skipped}")
    claim = page.locator("#item").get_attribute("data-claim")
    board, marked = f"{address}/stories/{story}/figures", f'.board a[href$="#{claim}"]'
    page.keyboard.press("r")
    expect(page.locator("#last")).to_contain_text("rejected", timeout=_PATIENCE)
    shown = page.context.new_page()
    shown.goto(board)
    assert shown.locator(marked).count() == 0
    page.keyboard.press("u")
    expect(page.locator("#last")).to_contain_text("Undone", timeout=_PATIENCE)
    page.wait_for_function("() => performance.getEntriesByType('resource').some(r => r.name.endsWith('/undo'))")
    assert not [d for d in app.decisions_about(large, {claim or ""}) if d.kind == "reject"]
    shown.goto(board)
    assert shown.locator(marked).count() > 0
    shown.close()


def test_the_whole_queue_goes_by_keyboard(page: Page, address: str, large: str) -> None:
    """Each claim of the queue is decided by one key, whose effect is drawn within a tenth of a second in the middle."""
    page.goto(f"{address}/review")
    waiting = len(app.review(large))
    times = []
    for _ in range(2 * waiting):
        if page.locator("#item").count() == 0:
            break
        try:
            page.evaluate(_WATCH_NEXT)
            # A key that is really pressed: what moves for it is no shift of what is being read.
            page.keyboard.press("a")
            took = page.evaluate("window.next")
        except Error:
            # Where nothing more is on the page, the page itself is asked for.
            page.wait_for_selector("#item, p.viewname")
            page.wait_for_timeout(500)
            continue
        if took is not None:
            times.append(took)
    expect(page.locator("#main")).to_contain_text("Nothing waits for a decision")
    assert app.review(large) == []
    assert len(times) > waiting // 2
    assert sorted(times)[len(times) // 2] < 100


#: From the next key on, `next` is when the next thing is drawn (milliseconds), null where the page itself is asked for.
_WATCH_NEXT = """() => {
  const item = document.getElementById('item'), was = item.dataset.claim;
  const changed = new Promise((done) => addEventListener('keydown', () => {
    const began = performance.now();
    new MutationObserver(() => requestAnimationFrame(() => setTimeout(
      () => done(item.dataset.claim === was ? null : performance.now() - began)))).observe(item, { attributes: true });
  }, { capture: true, once: true }));
  window.next = Promise.race([changed, new Promise((done) => setTimeout(() => done(null), 60000))]);
}"""
