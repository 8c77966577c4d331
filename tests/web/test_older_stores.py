"""Projects that earlier schemas kept: the workspace opens each of them, and decides in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import FIXTURES, form_token

from rashomon import app
from rashomon.web import Serving, create_application
from rashomon.web.views.story_page import STORY_VIEWS

_STORES = sorted(FIXTURES.glob("store-*.sqlite"))
_VIEWS = [view.name for view in STORY_VIEWS]


@pytest.mark.parametrize("kept", _STORES, ids=lambda p: p.stem)
def test_a_store_of_every_schema_opens(kept: Path, tmp_path: Path) -> None:
    """Of a store as an earlier schema left it every view of a story answers, and its queue takes a decision."""
    project = str(tmp_path / "project.sqlite")
    shutil.copyfile(kept, project)
    with TestClient(create_application(Serving(project)), base_url="http://127.0.0.1:8350") as client:
        story = app.stories(project, limit=1)[0].id
        pages = ["/", "/review", "/search?q=ferry", "/add", *(f"/stories/{story}/{v}".rstrip("/") for v in _VIEWS)]
        assert {p: client.get(p).status_code for p in pages} == dict.fromkeys(pages, 200)
        waiting = app.review(project)[0].claim
        data = {"kind": "reject", "target": waiting, "token": form_token(client, "/review"), "why": "misread"}
        assert client.post("/decisions", data=data).status_code == 200
    assert app.decisions(project)[-1].targets == (waiting,)
