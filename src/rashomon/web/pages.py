"""Pages: templates with what all of them show, in the workspace's frame."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse

from rashomon.adapters.passwords import new_token
from rashomon.rendering.components.tags import symbol_sheet
from rashomon.rendering.html_page import templates as dossier_templates
from rashomon.web.security.forms import COOKIE
from rashomon.web.site import Person, site_of
from rashomon.web.stops import stop_options


@cache
def templates() -> Environment:
    """The workspace's templates, which include those of `dossier.html`: one look, one code."""
    shared = dossier_templates()
    found = shared.overlay(loader=ChoiceLoader([PackageLoader("rashomon.web"), PackageLoader("rashomon.rendering")]))
    found.globals = shared.globals | {"stop_options": stop_options}
    return found


def compile_templates() -> None:
    """Have every template ready before a page asks for it."""
    for name in templates().list_templates(extensions=["html"]):
        templates().get_template(name)


def page(request: Request, template: str, person: Person | None, *, status: int = 200, **content: Any) -> HTMLResponse:
    """A page of the workspace; a browser that bears no session yet is given one."""
    site = site_of(request)
    session = person.session if person and person.session else request.cookies.get(COOKIE, "")
    fresh = "" if session else new_token()
    frame = {
        "person": person,
        "signed_in": person is not None and not site.serving.is_open,
        "form_token": site.tokens.token_for(session or fresh),
        "symbols": symbol_sheet(),
        "here": request.url.path,
        "tiles": site.serving.tiles or "",
    }
    text = templates().get_template(template).render(frame | content)
    response = HTMLResponse(text, status)
    if fresh:
        keep_session(response, request, fresh)
    return response


def keep_session(response: HTMLResponse | Any, request: Request, secret: str) -> None:
    """Give the browser a session to bear: no script can read it, no other site can make it be sent."""
    response.set_cookie(
        COOKIE, secret, httponly=True, samesite="strict", secure=request.url.scheme == "https", path="/"
    )
