"""Styles and scripts: the workspace's own, and those of `dossier.html`, under one path."""

from __future__ import annotations

from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router
from starlette.staticfiles import StaticFiles

#: Files of the dossier's page that the workspace shows it with.
_SHARED = {"dossier.css": ("style.css", "text/css"), "dossier.js": ("page.js", "text/javascript")}


def static_files() -> Router:
    """The files below `/static`; a browser may keep them for an hour."""
    own = StaticFiles(packages=[("rashomon.web", "static")])
    router = Router([Route(f"/{name}", _shared(*told)) for name, told in _SHARED.items()])
    router.mount("/", own)
    return router


def _shared(name: str, kind: str):  # type: ignore[no-untyped-def]
    content = (files("rashomon.rendering") / "templates" / name).read_bytes()

    async def answer(_request: Request) -> Response:
        return Response(content, media_type=kind, headers={"cache-control": "max-age=3600"})

    return answer
