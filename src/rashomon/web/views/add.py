"""Adding reports: pasted text, files, addresses; how far it is, and what came of it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rashomon.errors import UsageError
from rashomon.rendering.plain_text import clean
from rashomon.web.pages import page
from rashomon.web.site import RefusedError, site_of

router = APIRouter()
Field = Annotated[str, Form()]


@router.get("/add")
def add_page(request: Request) -> Response:
    """The form to add reports by."""
    person = site_of(request).need(request, "reviewer")
    return page(request, "add.html", person)


@router.post("/add")
def add(
    request: Request, token: Field, text: Field = "", address: Field = "", files: list[UploadFile] | None = None
) -> Response:
    """Begin to add what was pasted, dropped or named, and lead to how far it is. Raises RefusedError, UsageError."""
    site = site_of(request)
    person = site.need_form(request, "reviewer", token)
    addresses = address.split()
    if any(not a.startswith(("http://", "https://")) for a in addresses):
        raise UsageError("An address begins with http:// or https://.", "Files are dropped, not named.")
    folder = Path(tempfile.mkdtemp(prefix="rashomon-"))
    names = _kept(folder, text, files or [])
    begun = site.additions.start(person.name, folder, [*names, *addresses], names) if names or addresses else None
    if begun is None:
        shutil.rmtree(folder, ignore_errors=True)
        if names or addresses:
            raise RefusedError(429, "Too much waits to be added. Wait a little.")
        raise UsageError("Nothing was given.", "Paste a report, drop files, or give an address.")
    return RedirectResponse(f"/add/{begun.id}", 303)


@router.get("/add/{job}")
def adding(request: Request, job: str) -> Response:
    """How far an adding is, and once it is over what came of it. Raises NotFoundError."""
    site = site_of(request)
    person = site.need(request, "reviewer")
    return page(request, "adding.html", person, job=site.additions.find(job))


def _kept(folder: Path, text: str, files: list[UploadFile]) -> dict[str, str]:
    """The paths of what was sent, each with what its sender calls it; of a given name only its end is on the disk."""
    found = {}
    if text.strip():
        (folder / "pasted.txt").write_text(text, encoding="utf-8", errors="replace")
        found[str(folder / "pasted.txt")] = "The pasted text"
    for number, file in enumerate(files):
        suffix = Path(file.filename or "").suffix[:12]
        if file.filename and (suffix.replace(".", "").isalnum() or not suffix):
            path = folder / f"dropped-{number}{suffix}"
            with path.open("wb") as kept:
                shutil.copyfileobj(file.file, kept)
            found[str(path)] = clean(file.filename[-80:])
    return found
