"""The workspace's answers against its aims, on invented projects: one story of 500 reports, and 5,000 stories.

usage: python -m benchmarks.web [--reports 500] [--stories 5000] [--seed 1] [--largest FILE] [--many FILE]

A server and a headless Chromium on this machine. "cpu" is the server's own work, in seconds of a processor, which other
work on the machine hardly changes; "first" is the first contentful paint of a page opened for the first
time while its dossier is kept, "answer" the server's own part of it; "key" is from a key press in the queue until the
next thing is drawn; a "stop" is an instant of the slider, the first one of a fresh server asked for three seconds after
its story was opened. A ratio is the time by its aim: up to 1 meets it. FILE keeps the invented project for later runs.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.fresh_server import first_stop
from benchmarks.invented import fill
from benchmarks.serving import FLAGS, served
from rashomon import app
from rashomon.web.views.story_page import STORY_VIEWS

#: The aims of first content, of an interaction, and of a stop that was not composed (seconds).
_FIRST, _KEY, _STOP = 1.0, 0.1, 1.0
#: What is slower than this is no page (milliseconds).
_PATIENCE = 180_000
_PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
_ANSWER = "() => { const n = performance.getEntriesByType('navigation')[0]; return n.responseEnd - n.requestStart }"
#: The milliseconds from a key press until the frame after the next thing stands on the page.
_PRESS = """(key) => new Promise((done) => {
  const item = document.getElementById('item'), was = item.dataset.claim, began = performance.now();
  const seen = () => { if (item.dataset.claim !== was) { watch.disconnect(); requestAnimationFrame(() => setTimeout(() => done(performance.now() - began))) } };
  const watch = new MutationObserver(seen);
  watch.observe(item, { attributes: true, childList: true });
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
})"""  # noqa: E501


def main() -> None:
    """Measure both projects and print a line each view and interaction."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=500)
    parser.add_argument("--stories", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--largest", type=Path)
    parser.add_argument("--many", type=Path)
    given = parser.parse_args()
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        sys.exit("no Chromium on this machine (apt-get install chromium)")
    print(f"{'':<34}{'cpu s':>8}{'answer s':>10}{'first s':>10}{'aim s':>8}{'ratio':>8}{'kB':>8}", flush=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        largest, many = given.largest or Path(folder) / "one.sqlite", given.many or Path(folder) / "many.sqlite"
        for kept, stories, reports in ((largest, 1, given.reports), (many, given.stories, given.stories)):
            if not kept.exists():
                fill(str(kept), stories, reports, given.seed)
            app.make_lines(str(kept), seconds=3600, limit=10 * stories)
        copy = Path(folder) / "copy.sqlite"
        shutil.copyfile(largest, copy)
        fresh = first_stop(str(copy), max(app.stories(str(copy)), key=lambda s: s.reports).id)
        with served(str(copy)) as address:
            for line in _story(browser, address, str(copy)):
                print(line, flush=True)
        print(_line("first stop of a fresh server", None, fresh, None, _STOP, None), flush=True)
        with served(str(many)) as address:
            for line in _list(browser, address, str(many)):
                print(line, flush=True)
        browser.close()


def _story(browser: Browser, address: str, project: str) -> Iterator[str]:
    """The lines of the story with most reports."""
    story = max(app.stories(project), key=lambda s: s.reports)
    yield f"a story of {story.reports} reports"
    for view in STORY_VIEWS:
        yield _opened(browser, view.title, f"{address}/stories/{story.id}/{view.name}".rstrip("/"))
    page = browser.new_page()
    page.goto(f"{address}/stories/{story.id}/figures", timeout=_PATIENCE)
    yield _opened(browser, "a report", page.locator(".board .num").first.evaluate("a => a.href.split('#')[0]"))
    moments = app.moments(project, story.id)
    for part, at in (("an early", len(moments) // 10), ("a middle", len(moments) // 2), ("a late", len(moments) - 2)):
        began, worked = time.perf_counter(), time.process_time()
        page.request.get(
            f"{address}/stories/{story.id}", params={"as_of": moments[at].at.isoformat()}, timeout=_PATIENCE
        )
        took, worked = time.perf_counter() - began, time.process_time() - worked
        yield _line(f"{part} stop, not composed before", worked, took, None, _STOP, None)
    # Last, since a decision has stories composed anew behind the pages, which counts as this process's work.
    page.goto(f"{address}/review", timeout=_PATIENCE)
    page.wait_for_function("() => performance.getEntriesByType('resource').some(r => r.name.includes('/review/ahead'))")
    page.wait_for_timeout(500)
    keys = [page.evaluate(_PRESS, key) / 1000 for key in "rrrur" if _answers(page, key)]
    yield _line("a key of the queue", None, None, statistics.median(keys), _KEY, None)
    page.close()


def _answers(page: Page, key: str) -> bool:
    """Whether the page has such a key now."""
    page.wait_for_selector(f'[data-key="{key}"]')
    return True


def _list(browser: Browser, address: str, project: str) -> Iterator[str]:
    """The lines of the list of stories."""
    yield f"a list of {app.story_lines(project, app.Wanted(), limit=1)[1]} stories"
    for name, query in (
        ("first page", ""), ("page 100", "?start=2970"), ("words", "?q=flood"), ("accounts differ", "?doubts=1"),
    ):  # fmt: skip
        yield _opened(browser, name, f"{address}/{query}")


def _opened(browser: Browser, name: str, address: str) -> str:
    """The line of a page, opened by three browsers that know nothing yet; the median."""
    found: list[tuple[float, float, float]] = []
    size = 0
    for _ in range(3):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        worked = time.process_time()
        answer = page.goto(address, timeout=_PATIENCE)
        page.wait_for_function(_PAINT)
        worked = time.process_time() - worked
        found.append((worked, page.evaluate(_ANSWER) / 1000, page.evaluate(_PAINT) / 1000))
        size = len(answer.body()) if answer is not None else 0
        page.close()
    worked, answer_s, first = (statistics.median(one[which] for one in found) for which in range(3))
    return _line(name, worked, answer_s, first, _FIRST, size)


def _line(
    name: str, worked: float | None, answer: float | None, first: float | None, aim: float, size: int | None
) -> str:
    shown = [f"{v:.2f}" if v is not None else "" for v in (worked, answer, first)]
    ratio = (first if first is not None else answer or 0.0) / aim
    kilobytes = f"{size / 1000:.0f}" if size is not None else ""
    return f"  {name:<32}{shown[0]:>8}{shown[1]:>10}{shown[2]:>10}{aim:>8.1f}{ratio:>8.2f}{kilobytes:>8}"


if __name__ == "__main__":
    main()
