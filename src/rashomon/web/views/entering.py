"""Signing in and out, accounts, and what was done."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rashomon import app
from rashomon.web.pages import keep_session, page
from rashomon.web.security.forms import COOKIE
from rashomon.web.site import RefusedError, site_of
from rashomon.web.views.asked import inside

router = APIRouter()
Field = Annotated[str, Form(max_length=400)]


@router.get("/sign-in")
def sign_in_page(request: Request, to: str = "/") -> Response:
    """The form to sign in by."""
    site = site_of(request)
    return page(request, "sign_in.html", None, to=inside(to), accounts=site.serving.accounts, wrong=False)


@router.post("/sign-in")
def sign_in(request: Request, secret: Field, token: Field, name: Field = "", to: Field = "/") -> Response:
    """Sign in with a name and password, or with the server's token as the password. Raises RefusedError."""
    site = site_of(request)
    fault = site.tokens.fault(request, request.cookies.get(COOKIE), token)
    if fault is not None:
        raise RefusedError(403, f"The request was refused: {fault}. Open the page again.")
    client = request.client.host if request.client else ""
    if not (site.sign_ins.allow(f"from {client}") and site.sign_ins.allow(f"as {name}")):
        raise RefusedError(429, "Too many tries. Wait five minutes.")
    known = site.serving.token
    if known is not None and site.tokens.is_same(secret, known):
        session: str | None = secret
    else:
        session = app.sign_in(site.address, name, secret) if site.serving.accounts else None
    if session is None:
        return page(
            request, "sign_in.html", None, status=401, to=inside(to), accounts=site.serving.accounts, wrong=True
        )
    answer = RedirectResponse(inside(to), 303)
    keep_session(answer, request, session)
    return answer


@router.post("/sign-out")
def sign_out(request: Request, token: Field) -> Response:
    """End this browser's session."""
    site = site_of(request)
    person = site.need_form(request, "reader", token)
    app.sign_out(site.address, person.session)
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(COOKIE)
    return answer


@router.get("/audit")
def audit(request: Request, start: int = 0) -> Response:
    """What was done through the workspace, the newest first."""
    site = site_of(request)
    person = site.need(request, "admin")
    lines = app.audit_log(site.address, limit=100, start=max(0, start))
    return page(request, "audit.html", person, lines=lines, accounts=app.accounts(site.address), start=max(0, start))
