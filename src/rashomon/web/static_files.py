"""Styles and scripts: the workspace's own, and those of `dossier.html`, under one path."""

from __future__ import annotations

from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

#: Files of the dossier's page that the workspace shows it with.
_SHARED = {"dossier.css": ("style.css", "text/css"), "dossier.js": ("page.js", "text/javascript")}


class _Own(StaticFiles):
    """The workspace's own files; those of others bear their version in their path, so that a browser may keep them."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        answer = await super().get_response(path, scope)
        if path.startswith("vendor/") and answer.status_code == 200:
            answer.headers["cache-control"] = "max-age=31536000, immutable"
        return answer


def static_files() -> Router:
    """The files below `/static`."""
    own = _Own(packages=[("rashomon.web", "static")])
    router = Router([Route(f"/{name}", _shared(*told)) for name, told in _SHARED.items()])
    router.mount("/", own)
    return router


def _shared(name: str, kind: str):  # type: ignore[no-untyped-def]
    content = (files("rashomon.rendering") / "templates" / name).read_bytes()

    async def answer(_request: Request) -> Response:
        return Response(content, media_type=kind, headers={"cache-control": "max-age=3600"})

    return answer
