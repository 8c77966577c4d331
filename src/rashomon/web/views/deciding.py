"""Decisions taken, undone, proposed and confirmed: what every form that decides is sent to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from rashomon import app
from rashomon.errors import ConflictError, UsageError
from rashomon.model.decision import DecisionKind
from rashomon.web.decision_forms import DecisionForm
from rashomon.web.pages import page
from rashomon.web.review_page import told
from rashomon.web.site import Person, Site, site_of
from rashomon.web.views.asked import inside

router = APIRouter()
Field = Annotated[str, Form(max_length=400)]


@router.post("/decisions")
def decide(request: Request, form: Annotated[DecisionForm, Form()]) -> Response:
    """Take one decision, unless somebody else decided on the same since the page was made: then both are shown.

    What can harm a person is only proposed where persons sign in. Raises RefusedError, UsageError.
    """
    site = site_of(request)
    person = site.need_form(request, "reviewer", form.token)
    kind, targets = form.decided(), form.targets()
    if app.needs_second(kind, targets) and not form.why:
        raise UsageError("This decision can harm a person: it needs a reason.", "Go back and write why.")
    try:
        if app.needs_second(kind, targets) and site.serving.accounts:
            app.propose(site.address, kind, targets, by=person.name, why=form.why)
            if _is_scripted(request):
                return _done(site, proposed=True)
            return _back(form.back, form.story, form.skip, proposed="1")
        decision = app.decide(
            site.address, kind, targets, by=person.name, why=form.why, correction=form.correction(),
            grade=form.graded(), seen=form.seen,
        )  # fmt: skip
    except ConflictError:
        return _both(request, person, form)
    except UsageError as error:
        # The use case speaks of the command line's options.
        raise UsageError(error.message, error.suggestion if "--" not in error.suggestion else "Go back.") from error
    _log(site, person, kind, decision.id, targets)
    if _is_scripted(request):
        return _done(site, id=decision.id, done=told(decision).done, now=told(decision).now)
    return _back(form.back, form.story, form.skip, last=decision.id)


def _is_scripted(request: Request) -> bool:
    """Whether the page goes on by itself and only asks whether the decision was taken."""
    return request.headers.get("accept") == "application/json"


def _done(site: Site, **said: str | bool) -> JSONResponse:
    """What was done, with the state of the project that it made: by that the page knows its own doing again."""
    return JSONResponse({**said, "state": app.state_of(site.address)})


def _log(site: Site, person: Person, kind: DecisionKind, decision: str, targets: Sequence[str]) -> None:
    # A name that is printed from now on does not stand in the log as well.
    app.note_action(site.address, person.name, kind, decision if kind == "unmask" else " ".join(targets))


@router.post("/decisions/undo")
def undo(request: Request, decision: Field, token: Field, story: Field = "", back: Field = "") -> Response:
    """Undo a decision by another one."""
    site = site_of(request)
    person = site.need_form(request, "reviewer", token)
    undone = app.decide(site.address, "undo", [decision], by=person.name)
    app.note_action(site.address, person.name, "undo", decision)
    if _is_scripted(request):
        return _done(site, id=undone.id)
    return _back(back, story, ())


@router.post("/decisions/confirm")
def confirm(request: Request, proposal: Field, token: Field, answer: Field, story: Field = "") -> Response:
    """Confirm what another person proposed, or take a proposal off the list. Raises RefusedError, UsageError."""
    site = site_of(request)
    person = site.need_form(request, "reviewer", token)
    if answer == "decline":
        app.decline(site.address, proposal, by=person.name)
        return _back("", story, ())
    return _back("", story, (), last=app.confirm(site.address, proposal, by=person.name).id)


def _both(request: Request, person: Person, form: DecisionForm) -> Response:
    """The other's decision beside one's own, which may still be taken."""
    site = site_of(request)
    other = app.newest_decision(site.address, form.decided(), form.targets())
    return page(
        request, "conflict.html", person, status=409, other=told(other) if other is not None else None,
        mine=form.again(), kind=form.decided(), why=form.why, seen=other.id if other is not None else "",
        back=inside(form.back) if form.back else "/review",
    )  # fmt: skip


def _back(to: str, story: str, skip: list[str] | tuple[()], **said: str) -> Response:
    """To the page that the form stood on, which says what was done."""
    given = [*said.items(), *((("story", story),) if story else ()), *(("skip", s) for s in skip)]
    path, _, section = inside(to).partition("#") if to else ("/review", "", "")
    query = f"?{urlencode(given)}" if given else ""
    return RedirectResponse(f"{path.partition('?')[0]}{query}{'#' + section if section else ''}", 303)
