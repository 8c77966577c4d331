"""Make a picture of a dossier's page: `python scripts/screenshot.py DOSSIER.html PICTURE.png [WIDTH HEIGHT]`.

Opens the page from disk in the machine's Chromium, light, and writes the top WIDTH by HEIGHT points (1280 by 1560).
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

FLAGS = (
    "--headless", "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic",
    "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars",
)  # fmt: skip
LARGEST_BYTES = 700_000


def take_picture(page_path: Path, picture: Path, width: int, height: int) -> int:
    """The size in bytes of the picture that was written."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("no Chromium on this machine (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
        page.goto(page_path.resolve().as_uri())
        picture.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=picture, clip={"x": 0, "y": 0, "width": width, "height": height})
        browser.close()
    return picture.stat().st_size


def main(arguments: list[str]) -> None:
    """Take the picture and say how large it is."""
    width, height = (int(a) for a in arguments[2:4]) if len(arguments) > 3 else (1280, 1560)
    size = take_picture(Path(arguments[0]), Path(arguments[1]), width, height)
    if size > LARGEST_BYTES:
        raise SystemExit(f"{arguments[1]} has {size:,} bytes, more than {LARGEST_BYTES:,}: choose a smaller height")
    print(f"{arguments[1]}: {size:,} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
