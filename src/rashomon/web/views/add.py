"""Adding reports: pasted text, files, addresses."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from rashomon import app
from rashomon.errors import UsageError
from rashomon.settings import Settings
from rashomon.web.pages import page
from rashomon.web.site import site_of

router = APIRouter()
Field = Annotated[str, Form()]


@router.get("/add")
def add_page(request: Request) -> Response:
    """The form to add reports by."""
    person = site_of(request).need(request, "reviewer")
    return page(request, "add.html", person, added=None)


@router.post("/add")
def add(
    request: Request, token: Field, text: Field = "", address: Field = "", files: list[UploadFile] | None = None
) -> Response:
    """Add what was pasted, dropped or named; what came of it, with every issue met."""
    site = site_of(request)
    person = site.need_form(request, "reviewer", token)
    with tempfile.TemporaryDirectory() as folder:
        sources = [*_kept(Path(folder), text, files or []), *address.split()]
        if any(not s.startswith(("http://", "https://")) for s in address.split()):
            raise UsageError("An address begins with http:// or https://.", "Files are dropped, not named.")
        if not sources:
            raise UsageError("Nothing was given.", "Paste a report, drop files, or give an address.")
        added = app.add(site.address, sources, Settings())
    app.note_action(site.address, person.name, "added reports", " ".join(added.new)[:400])
    return page(request, "add.html", person, added=added)


def _kept(folder: Path, text: str, files: list[UploadFile]) -> list[str]:
    """The paths of what was sent, each in a place of its own; of a given name only its end is kept."""
    found = []
    if text.strip():
        (folder / "pasted.txt").write_text(text, encoding="utf-8")
        found.append(str(folder / "pasted.txt"))
    for number, file in enumerate(files):
        suffix = Path(file.filename or "").suffix[:12]
        if file.filename and suffix.replace(".", "").isalnum():
            path = folder / f"dropped-{number}{suffix}"
            path.write_bytes(file.file.read())
            found.append(str(path))
    return found
