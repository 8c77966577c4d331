"""Every door opens the stores that earlier schemas wrote: command line, workspace, API, MCP, Python."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from mcp import Client
from starlette.testclient import TestClient
from tests.mcp_server.running import run

from rashomon import api, app
from rashomon.cli import main
from rashomon.mcp_server import create_server
from rashomon.model.exported import ExportOptions
from rashomon.settings import Settings
from rashomon.web import Serving, create_application

FOLDER = Path(__file__).resolve().parents[1] / "fixtures"
STORES = sorted(FOLDER.glob("store-*.sqlite"))


@pytest.fixture(params=STORES, ids=lambda p: p.stem)
def project(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A copy of an old store."""
    path = tmp_path / "project.sqlite"
    shutil.copyfile(request.param, path)
    app.init(str(path))
    return str(path)


def test_every_door_tells_the_same_stories(project: str) -> None:
    """The workspace, the API, MCP and Python list the stories of the command line, and a page of each opens."""
    known = [s.id for s in app.stories(project)]
    printed = CliRunner().invoke(main, ["stories", "--store", project, "--json"]).stdout
    assert known
    assert all(story in printed for story in known)
    assert api.open_project(project).stories().id.tolist() == known
    with TestClient(create_application(Serving(project)), base_url="http://127.0.0.1:8350") as client:
        assert [s["id"] for s in client.get("/api/v1/stories").json()["items"]] == known
        assert all(client.get(f"/stories/{story}").status_code == 200 for story in known)

    async def listed() -> list[str]:
        async with Client(create_server(project)) as asked:
            result = await asked.call_tool("list_stories", {})
            return [s["id"] for s in dict(result.structured_content or {})["stories"]]

    assert run(listed()) == known


@pytest.mark.parametrize("project", [STORES[0], STORES[-1]], ids=lambda p: p.stem, indirect=True)
def test_every_format_takes_its_stories(project: str) -> None:
    """Each export that needs no option writes the stories of the oldest and newest store, with its loss report."""
    dossiers = app.dossiers_of([project], Settings())
    for line in app.formats():
        if line.name != "corrections":
            made = app.export_dossiers(line.name, dossiers, ExportOptions())
            assert made.files
            assert made.report.cannot_carry
