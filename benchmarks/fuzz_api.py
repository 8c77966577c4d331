"""Requests of any shape to the API and the workspace: no answer is a defect of the program."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from starlette.testclient import TestClient

from benchmarks.fuzz_bytes import Try, damaged
from benchmarks.fuzz_stores import FIXTURES
from rashomon import app
from rashomon.web import Serving, api_document, create_application

_TOKEN = "a-token-of-this-run"
_ODD = (
    "", "0", "-1", "99999999999999999999", "null", "\x00", "%00", "..%2f..%2fetc", "é", "\U0001f4a3", "'; --", "\"",
    "<b>", "2024-13-45", "2025-03-05", "9999-12-31T23:59:59Z", "0001-01-01", "a" * 3000, "killed", "UN", "AND OR NOT",
    '"(', "*",
)  # fmt: skip


@contextmanager
def api() -> Iterator[Try]:
    """Asking every documented route, and paths near them, with odd values in path, query, body and headers."""
    document = api_document()
    routes = sorted((method.upper(), path) for path, found in document["paths"].items() for method in found)
    names = sorted(
        {p["name"] for found in document["paths"].values() for o in found.values() for p in o.get("parameters", ())}
    )
    with tempfile.TemporaryDirectory() as folder:
        project = str(Path(folder) / "project.sqlite")
        shutil.copyfile(max(FIXTURES.glob("store-*.sqlite")), project)
        known = [s.id for s in app.stories(project)]
        application = create_application(Serving(project, token=_TOKEN))
        with TestClient(application, base_url="http://127.0.0.1:8350", follow_redirects=False) as client:

            def attempt(chance: random.Random) -> str | None:
                method, path = chance.choice(routes)
                for name in names:
                    path = path.replace("{" + name + "}", quote(chance.choice((*known, *known, *_ODD)), safe="%"))
                if not path.startswith("/api"):
                    path = "/api/v1" + path
                if chance.random() < 0.2:
                    path, method = path.replace("/api/v1", "", 1) or "/", chance.choice(("GET", "POST", "PUT", "HEAD"))
                asked = {chance.choice(names): chance.choice((*known, *_ODD)) for _ in range(chance.randint(0, 3))}
                body = b'{"kind":"confirm","targets":["x"],"by":"R. Desk","text":"Nine died.","sentence":"Nine died."}'
                headers = {"content-type": chance.choice(("application/json", "text/plain", "multipart/form-data"))}
                if chance.random() < 0.95:
                    headers["authorization"] = f"Bearer {_TOKEN}"
                if chance.random() < 0.2:
                    headers["if-none-match"] = chance.choice(("*", '"x"', "W/", '"'))
                content = damaged(body, chance) if chance.random() < 0.7 else body
                answer = client.request(method, path, params=asked, headers=headers, content=content)
                return (
                    f"{answer.status_code} to {method} {path} {asked} {content!r}"
                    if answer.status_code >= 500
                    else None
                )

            yield attempt
