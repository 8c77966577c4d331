"""The list of sources that `rashomon watch` asks: what stands on it, how each answers, what is put on and taken off."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rashomon import app
from rashomon.errors import UsageError
from rashomon.model.watched import SOURCE_KINDS
from rashomon.web.pages import page
from rashomon.web.site import site_of

router = APIRouter()
Field = Annotated[str, Form(max_length=2048)]
#: The largest list that is read, in bytes.
_LARGEST = 2_000_000


@router.get("/sources")
def watched(request: Request, added: int = 0, same: int = 0) -> Response:
    """The list, and the forms to change it."""
    site = site_of(request)
    person = site.need(request, "reviewer")
    lines = app.sources(site.address)
    return page(request, "watched.html", person, lines=lines, kinds=SOURCE_KINDS, added=added, same=same)


@router.post("/sources")
def put_on(
    request: Request, token: Field, address: Field = "", kind: Field = "feed", outlet: Field = "",
    file: UploadFile | None = None,
) -> Response:  # fmt: skip
    """Put an address, or those of a sources file, on the list. Raises RefusedError, UsageError."""
    site = site_of(request)
    person = site.need_form(request, "reviewer", token)
    if file is not None and file.filename:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "sources.toml"
            path.write_bytes(file.file.read(_LARGEST))
            try:
                change = app.import_sources(site.address, str(path))
            except UsageError as error:
                raise UsageError(error.message.replace(str(path), "The list"), error.suggestion) from error
    elif address.strip():
        entry = {"address": address.strip(), "kind": kind, "outlet": outlet.strip() or None}
        change = app.add_source(site.address, entry)
    else:
        raise UsageError("Nothing was given.", "Give an address or a list.")
    app.note_action(site.address, person.name, "watched sources", " ".join(change.added)[:400])
    same = len(change.same) + len(change.changed) + len(change.moved)
    return RedirectResponse(f"/sources?added={len(change.added)}&same={same}", 303)


@router.post("/sources/remove")
def take_off(request: Request, token: Field, source: Field) -> Response:
    """Take a source off the list; what came from it stays. Raises RefusedError, NotFoundError."""
    site = site_of(request)
    person = site.need_form(request, "reviewer", token)
    app.remove_source(site.address, source)
    app.note_action(site.address, person.name, "watched no more", source[:400])
    return RedirectResponse("/sources", 303)
