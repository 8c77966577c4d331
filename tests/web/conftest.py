"""A project of a few reports, served to a client inside the test: open, with a token, and with accounts."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon import app
from rashomon.settings import Settings
from rashomon.web import Serving, create_application

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
Serve = Callable[..., TestClient]
_TOKEN = re.compile(r'data-token="([0-9a-f]+)"')


@pytest.fixture(scope="session")
def kept_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the fixture's reports, to be copied."""
    path = tmp_path_factory.mktemp("web") / "project.sqlite"
    app.init(str(path))
    app.add(str(path), [str(FIXTURES / "reports.jsonl")], Settings())
    return path


@pytest.fixture
def project(kept_project: Path, tmp_path: Path) -> str:
    """A project of this test's own."""
    path = tmp_path / "project.sqlite"
    path.write_bytes(kept_project.read_bytes())
    return str(path)


@pytest.fixture
def serve(project: str) -> Iterator[Serve]:
    """Serves the project with the choices given; the client stands for a browser on this machine."""
    with ExitStack() as stack:

        def start(**choices: object) -> TestClient:
            application = create_application(Serving(project, **choices))  # type: ignore[arg-type]
            return stack.enter_context(TestClient(application, base_url="http://127.0.0.1:8350"))

        yield start


@pytest.fixture
def client(serve: Serve) -> TestClient:
    """A browser on this machine, of a server that asks nobody who they are."""
    return serve()


@pytest.fixture
def story(project: str) -> str:
    """The id of the project's first story."""
    return app.stories(project, limit=1)[0].id


def form_token(client: TestClient, path: str = "/") -> str:
    """The token that the page at a path gives its forms."""
    found = _TOKEN.search(client.get(path).text)
    assert found is not None
    return found.group(1)


def ended(client: TestClient, place: str):  # type: ignore[no-untyped-def]
    """The page of an adding once it is over."""
    for _ in range(600):
        answer = client.get(place)
        if "data-running" not in answer.text:
            return answer
        time.sleep(0.05)
    raise AssertionError("adding did not end")
