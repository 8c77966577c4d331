"""A headless Chromium for the tests that need one; without it they are skipped and say why."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.browser.served import served
from tests.rendering.fixtures import rich_dossier, tiny_dossier

from rashomon import app
from rashomon.rendering import render_all, render_index
from rashomon.settings import Settings

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "aleppo-2024" / "reports"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no Chromium on this machine (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two stories and their index, as `build` writes them."""
    folder = tmp_path_factory.mktemp("site")
    for dossier in (rich_dossier(), tiny_dossier()):
        (folder / dossier.story).mkdir()
        for name, content in render_all(dossier).items():
            (folder / dossier.story / name).write_bytes(content)
    for name, content in render_index([rich_dossier(), tiny_dossier()]).items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="session")
def example_project(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A project with the reports of the shipped example; no test changes it."""
    address = str(tmp_path_factory.mktemp("example") / "project.sqlite")
    app.init(address)
    app.add(address, [str(EXAMPLE)], Settings())
    return address


@pytest.fixture(scope="session")
def workspace(example_project: str) -> Iterator[str]:
    """The address of the workspace over the example."""
    with served(example_project) as address:
        yield address
