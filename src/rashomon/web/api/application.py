"""The API's application: its routes, its one error shape, its OpenAPI document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from rashomon.errors import ConflictError, NotFoundError, PartError, RashomonError, SourceError, StoreError, UsageError
from rashomon.web.api import checks, decisions, exports, feeds, reports, searching, stories
from rashomon.web.api.answers import problem
from rashomon.web.api.schemas import SECURITY, components
from rashomon.web.serving import Serving
from rashomon.web.site import RefusedError, Site

#: Where the API stands; a change that breaks a client gets another number.
PREFIX = "/api/v1"
_ROUTES = (stories, feeds, exports, reports, searching, decisions, checks)
_STATUS: dict[type[RashomonError], int] = {
    NotFoundError: 404, UsageError: 400, ConflictError: 409, SourceError: 422, PartError: 501, StoreError: 503,
}  # fmt: skip
_ABOUT = (
    "Stories, dossiers, figures with their evidence, searches, decisions and exports of one Rashomon project. "
    "Every answer has an ETag of the project's state; lists have `next`; every error has one shape. "
    "Private persons appear by role."
)


def create_api(site: Site) -> FastAPI:
    """The API over the site's project; it is answered as the workspace is, with its accounts and tokens."""
    api = FastAPI(title="Rashomon", version="1", description=_ABOUT, docs_url=None, redoc_url=None)
    api.state.site = site
    for routes in _ROUTES:
        api.include_router(routes.router)
    api.openapi = _document(api)  # type: ignore[method-assign]
    _tell_errors(api)
    return api


def api_document() -> dict[str, Any]:
    """The OpenAPI document, which is the same for every project."""
    return create_api(Site(Serving("none"), me="")).openapi()


def _document(api: FastAPI) -> Callable[[], dict[str, Any]]:
    """The OpenAPI document, with the schemas of the records that answers hold."""

    def openapi() -> dict[str, Any]:
        if api.openapi_schema is None:
            document = get_openapi(title=api.title, version=api.version, description=_ABOUT, routes=api.routes)
            for operation in (o for path in document["paths"].values() for o in path.values()):
                # The framework documents its own shape of error, which ours takes the place of.
                if "HTTPValidationError" in str(operation["responses"].get("422")):
                    del operation["responses"]["422"]
            document["servers"] = [{"url": PREFIX}]
            kept = document.setdefault("components", {})
            schemas = kept.setdefault("schemas", {})
            for name in ("HTTPValidationError", "ValidationError"):
                schemas.pop(name, None)
            schemas.update(components())
            kept["securitySchemes"] = SECURITY
            document["security"] = [{name: []} for name in SECURITY]
            api.openapi_schema = document
        return api.openapi_schema

    return openapi


def _tell_errors(api: FastAPI) -> None:
    @api.exception_handler(RefusedError)
    def refused(_request: Request, error: RefusedError) -> Response:
        return problem(error.status, error.message)

    @api.exception_handler(RashomonError)
    def failed(_request: Request, error: RashomonError) -> Response:
        return problem(_STATUS.get(type(error), 500), error.message, error.suggestion)

    @api.exception_handler(RequestValidationError)
    def malformed(_request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first.get("loc", ())[1:]) or "the request"
        return problem(400, f"{where}: {first.get('msg', 'not understood')}.", "See openapi.json.")

    @api.exception_handler(HTTPException)
    def missing(_request: Request, error: HTTPException) -> Response:
        text = "There is no such address." if error.status_code == 404 else str(error.detail)
        return problem(error.status_code, text, headers=dict(error.headers or {}))
