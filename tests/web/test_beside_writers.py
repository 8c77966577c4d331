"""Pages while another process writes: who only reads is answered, and what cannot be kept is kept later."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import FIXTURES

from rashomon import app
from rashomon.storage import open_store
from rashomon.storage import store as stores
from rashomon.web import Serving, create_application
from rashomon.web.views.story_page import STORY_VIEWS


def test_every_page_answers_while_another_process_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a project whose claims and dossiers must all be made anew every page answers while it is held for writing."""
    project = str(tmp_path / "project.sqlite")
    shutil.copyfile(FIXTURES / "store-0007.sqlite", project)
    other = open_store(project)
    # Whoever waits at all waits in vain.
    monkeypatch.setattr(stores, "BUSY_SECONDS", 0)
    monkeypatch.setattr(stores, "KEEPING_SECONDS", 0)
    with TestClient(create_application(Serving(project)), base_url="http://127.0.0.1:8350") as client:
        with other, other.writing():
            story = app.story_lines(project, app.Wanted(), limit=1)[0][0].story
            views = [f"/stories/{story}/{view.name}".rstrip("/") for view in STORY_VIEWS]
            pages = ["/", "/review", "/review/ahead", "/search?q=ferry", "/add", *views]
            assert {p: client.get(p).status_code for p in pages} == dict.fromkeys(pages, 200)
            assert app.unmade_lines(project) > 0
        assert client.get("/review").status_code == 200
