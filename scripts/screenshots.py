"""Make a picture of every view of the workspace on the shipped example: `python -m scripts.screenshots FOLDER`.

Serves a fresh project on a port of this machine and writes VIEW.png (desktop, light), VIEW-dark.png and VIEW-phone.png,
each the top of the page, in few colours so that the pictures stay small.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from scripts.few_colours import few_colours
from scripts.screenshot import FLAGS
from tests.browser.served import served

from rashomon import app
from rashomon.settings import Settings

REPORTS = Path(__file__).resolve().parents[1] / "examples" / "aleppo-2024" / "reports"
#: How each picture is taken: what its name ends in, the browser's choices.
LOOKS: dict[str, dict[str, object]] = {
    "": {"viewport": {"width": 1120, "height": 760}, "color_scheme": "light"},
    "-dark": {"viewport": {"width": 1120, "height": 760}, "color_scheme": "dark"},
    "-phone": {"viewport": {"width": 390, "height": 760}, "color_scheme": "light", "device_scale_factor": 1.5},
}
#: All pictures together.
LARGEST_BYTES = 2_500_000


def addresses(project: str) -> dict[str, str]:
    """The path of each view, by the name of its picture."""
    from rashomon.web.views.story_page import STORY_VIEWS

    story = app.stories(project, limit=1)[0].id
    report = app.moments(project, story)[-2].reports[0]
    paths = {"stories": "/", "search": "/search?q=displaced", "review": "/review", "add": "/add"}
    paths |= {f"story-{v.name or 'brief'}": f"/stories/{story}/{v.name}".rstrip("/") for v in STORY_VIEWS}
    group = max(app.show(project, story, Settings()).copy_groups, key=lambda g: len(g.reports)).reports
    paths["story-compare"] = f"/stories/{story}/compare?one={group[0]}&other={group[1]}"
    return paths | {"story-reader": f"/stories/{story}/reports/{report}", "outlet": "/outlets?name=Harbour%20Herald"}


def take_pictures(browser: Browser, home: str, paths: dict[str, str], folder: Path) -> int:
    """The size in bytes of all pictures that were written."""
    size, decoder = 0, browser.new_page()
    for ending, look in LOOKS.items():
        context = browser.new_context(reduced_motion="reduce", **look)  # type: ignore[arg-type]
        page = context.new_page()
        for name, path in paths.items():
            page.goto(home + path, wait_until="load")
            if page.locator("#map-place").count():
                page.wait_for_selector(".livemap[data-drawn]")
            page.wait_for_timeout(300)  # what a module of the page still draws
            picture = folder / f"{name}{ending}.png"
            picture.write_bytes(few_colours(page.screenshot(), decoder))
            size += picture.stat().st_size
        context.close()
    return size


def main(arguments: list[str]) -> None:
    """Take the pictures and say how large they are."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("no Chromium on this machine (apt-get install chromium)")
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        project = str(Path(place) / "project.sqlite")
        app.init(project)
        app.add(project, [str(REPORTS)], Settings())
        app.make_lines(project, seconds=600)
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        with served(project) as home:
            size = take_pictures(browser, home, addresses(project), folder)
        browser.close()
    if size > LARGEST_BYTES:
        raise SystemExit(f"{folder} has {size:,} bytes, more than {LARGEST_BYTES:,}: choose smaller looks")
    print(f"{folder}: {size:,} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
