"""The ASGI application: its views, what stands before them, and how errors are told."""

from __future__ import annotations

import asyncio
import getpass
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from anyio import to_thread
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rashomon import app
from rashomon.errors import NotFoundError, RashomonError, StoreError, UsageError
from rashomon.web.api import PREFIX, create_api
from rashomon.web.live import Changes
from rashomon.web.pages import compile_templates, page
from rashomon.web.security.headers import SafeHeaders
from rashomon.web.security.limits import BodyLimit
from rashomon.web.serving import Serving
from rashomon.web.site import RefusedError, Site
from rashomon.web.static_files import static_files
from rashomon.web.views import VIEWS

#: Text at a tenth of its size for some milliseconds a megabyte; the levels above take far longer for little.
_COMPRESSED = 3


def create_application(serving: Serving) -> FastAPI:
    """The workspace over the project at `serving.address`, which is held open while it is served. Raises StoreError."""
    site = Site(serving, me=getpass.getuser())

    @asynccontextmanager
    async def lifespan(_served: FastAPI) -> AsyncIterator[None]:
        with app.held(serving.address):
            begun = asyncio.ensure_future(to_thread.run_sync(_begin, site))
            try:
                yield
            finally:
                await begun
                await to_thread.run_sync(site.lines.end)
                await to_thread.run_sync(site.ready.end)

    served = FastAPI(title="Rashomon", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    served.state.site = site
    served.state.changes = Changes(lambda: app.state_of(serving.address))
    served.mount("/static", static_files())
    served.mount(PREFIX, create_api(site))
    for view in VIEWS:
        served.include_router(view)
    served.add_middleware(BodyLimit)
    served.add_middleware(SafeHeaders, tiles=serving.tiles_host)
    _tell_errors(served, site)
    # What reflects a reader's words holds a form's token too; no other site's request comes with the cookie that it
    # would take to measure it (SameSite=Strict). Events are never compressed.
    # Outermost, since it holds back an answer until it has some of it: a line that is closed first is then no error.
    served.add_middleware(GZipMiddleware, minimum_size=4_000, compresslevel=_COMPRESSED)
    return served


def _begin(site: Site) -> None:
    """Have ready what the first pages ask for: the templates, and what the newest story's instants share."""
    compile_templates()
    # Whoever asks for a page is told what is wrong with the project.
    with suppress(RashomonError):
        newest = app.newest_story(site.address)
        if newest is not None:
            # Nobody waits for a page yet.
            site.ready.ask(newest, app.moments(site.address, newest), after=0.0)


def _tell_errors(served: FastAPI, site: Site) -> None:
    """Every error as a page in plain words; a stranger's Host header before anything else."""

    @served.middleware("http")
    async def known_host(request: Request, call_next):  # type: ignore[no-untyped-def]
        if not site.tokens.is_known_host(request):
            return Response("This server does not know that name.", 421, media_type="text/plain")
        return await call_next(request)

    @served.exception_handler(RefusedError)
    def refused(request: Request, error: RefusedError) -> Response:
        if error.status == 401 and request.method == "GET" and "text/html" in request.headers.get("accept", ""):
            return RedirectResponse(f"/sign-in?to={request.url.path}", 303)
        return _told(request, error.status, error.message, "")

    @served.exception_handler(RashomonError)
    def failed(request: Request, error: RashomonError) -> Response:
        status = {NotFoundError: 404, UsageError: 400, StoreError: 503}.get(type(error), 500)
        return _told(request, status, error.message, error.suggestion)

    @served.exception_handler(RequestValidationError)
    def malformed(request: Request, _error: RequestValidationError) -> Response:
        return _told(request, 400, "The request is not one that this page understands.", "")

    @served.exception_handler(HTTPException)
    def missing(request: Request, error: HTTPException) -> Response:
        text = "There is no such page." if error.status_code == 404 else str(error.detail)
        return _told(request, error.status_code, text, "")


def _told(request: Request, status: int, message: str, suggestion: str) -> Response:
    return page(request, "error.html", None, status=status, message=message, suggestion=suggestion)
