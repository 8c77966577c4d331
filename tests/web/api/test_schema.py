"""The API does what its OpenAPI document says, whatever it is asked (schemathesis)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import missing_required_header, positive_data_acceptance, unsupported_method
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from rashomon import app
from rashomon.web import Serving, api_document, create_application

TOKEN = "a-token-of-this-test"
#: A schema cannot say which dates, measures and ids there are; the token of a test stands in for what signs in.
NOT_ASKED = [positive_data_acceptance, missing_required_header, unsupported_method]


def as_served(application: ASGIApp) -> ASGIApp:
    """The application as a running server passes it requests: started once, under its own name."""

    async def pass_on(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            for done in ("startup", "shutdown"):
                await receive()
                await send({"type": f"lifespan.{done}.complete"})
            return
        headers = [(k, v) for k, v in scope["headers"] if k != b"host"]
        await application({**scope, "headers": [*headers, (b"host", b"127.0.0.1:8350")]}, receive, send)

    return pass_on


@pytest.fixture(scope="module")
def api_schema(kept_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The document as schemathesis reads it; ids that the project has stand in it as examples."""
    path = tmp_path_factory.mktemp("api") / "project.sqlite"
    path.write_bytes(kept_project.read_bytes())
    story = app.stories(str(path), limit=1)[0].id
    application = create_application(Serving(str(path), token=TOKEN))
    with TestClient(application, base_url="http://127.0.0.1:8350") as client:
        document = client.get("/api/v1/openapi.json", headers={"Authorization": f"Bearer {TOKEN}"}).json()
        for operations in document["paths"].values():
            for operation in operations.values():
                for parameter in operation.get("parameters", ()):
                    known = {"story": story, "format": "acled", "since": "2025-01-01"}.get(parameter["name"])
                    if known is not None:
                        parameter["example"] = known
        schema = schemathesis.openapi.from_dict(document)
        schema.app = as_served(application)
        schema.location = "/api/v1/openapi.json"
        yield schema


#: The routes, as the document names them; no project is needed to know these.
ROUTES = sorted((method.upper(), path) for path, operations in api_document()["paths"].items() for method in operations)


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_every_answer_is_documented(api_schema: Any, method: str, path: str) -> None:
    """Whatever is asked of a route, its answer has a documented status and shape, and nothing is a defect."""

    @given(case=api_schema[path][method].as_strategy())
    @settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    def ask(case: Any) -> None:
        case.call_and_validate(headers={"Authorization": f"Bearer {TOKEN}"}, excluded_checks=NOT_ASKED)

    ask()
