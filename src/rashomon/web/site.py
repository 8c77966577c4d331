"""What every view of one server shares: the project, the dossiers kept, who asks, the tokens of forms."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from starlette.requests import Request

from rashomon import app
from rashomon.composing.masking import Protector
from rashomon.model.account import Role, may
from rashomon.model.dossier import Dossier
from rashomon.settings import PolicyName, Settings
from rashomon.web.additions import Additions
from rashomon.web.dossiers import Dossiers
from rashomon.web.line_maker import LineMaker
from rashomon.web.readiness import Readiness
from rashomon.web.security.forms import COOKIE, HEADER, FormTokens
from rashomon.web.security.limits import Attempts
from rashomon.web.serving import Serving

#: What is made behind the pages lets the one that asked for it come first (seconds).
_AFTER = 0.5


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks; `session` is what their browser bears, empty for a script with the server's token."""

    name: str
    role: Role
    session: str = ""

    def may(self, least: Role) -> bool:
        """Whether the person may do what this role is the least for."""
        return may(self.role, least)


class RefusedError(Exception):
    """A request that is not answered, with what a person reads and the status of the answer."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


class Site:
    """One server's project and what it keeps between requests."""

    def __init__(self, serving: Serving, *, me: str) -> None:
        self.serving = serving
        self.address = serving.address
        self.tokens = FormTokens(serving)
        self.sign_ins = Attempts(10, 300.0)
        self.changes = Attempts(300, 60.0)
        self.additions = Additions(self.address, self.protector)
        self._me = me
        self._dossiers = Dossiers(self._compose)
        self._protectors = lru_cache(maxsize=200)(lambda _state, story: app.protector(self.address, story))
        self._moments = lru_cache(maxsize=200)(lambda _state, story: app.moments(self.address, story))
        self.ready = Readiness(self.dossier)
        self.lines = LineMaker(lambda seconds: app.make_lines(self.address, seconds=seconds), _AFTER)

    def dossier(self, story: str, as_of: dt.datetime | None = None, policy: PolicyName = "recommended") -> Dossier:
        """A story's dossier, kept while nothing changed that it depends on. Raises NotFoundError, StoreError."""
        state = app.story_state(self.address, story, earlier=as_of is not None)
        return self._dossiers.get(state, story, as_of, policy)

    def moments(self, story: str) -> tuple[app.Moment, ...]:
        """The instants at which a story changed, kept while nothing in the project changed. Raises NotFoundError."""
        return self._moments(app.state_of(self.address), story)

    def protector(self, story: str) -> Protector:
        """What masks names in a story's texts, kept while nothing in the project changed. Raises NotFoundError."""
        return self._protectors(app.state_of(self.address), story)

    def _compose(self, story: str, as_of: dt.datetime | None, policy: PolicyName) -> Dossier:
        if as_of is None:
            return app.standing(self.address, story, policy)
        return app.show(self.address, story, Settings(as_of=as_of, policy=policy, full_text=True))

    def person(self, request: Request) -> Person | None:
        """Who asks, or null where somebody must sign in first."""
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ").strip()
        session = request.cookies.get(COOKIE, "")
        if self.serving.is_open:
            return Person(self._me, "admin", session)
        if self.serving.token is not None and self.tokens.is_same(bearer or session, self.serving.token):
            return Person(self._me, "admin", "" if bearer else session)
        account = app.who_bears(self.address, session) if self.serving.accounts and session else None
        return None if account is None else Person(account.name, account.role, session)

    def need(self, request: Request, least: Role) -> Person:
        """Who asks, where they may do what this role is the least for. Raises RefusedError."""
        person = self.person(request)
        if person is None:
            raise RefusedError(401, "Sign in first.")
        if not person.may(least):
            raise RefusedError(403, f"This asks for the role {least}; yours is {person.role}.")
        return person

    def need_form(self, request: Request, least: Role, token: str | None) -> Person:
        """As `need`, for a request that changes something: its form must be this server's. Raises RefusedError."""
        person = self.need(request, least)
        bearer = request.headers.get("authorization", "").startswith("Bearer ") and not person.session
        fault = None if bearer else self.tokens.fault(request, person.session or None, token)
        if fault is not None:
            raise RefusedError(403, f"The request was refused: {fault}. Open the page again.")
        if not self.changes.allow(person.session or person.name):
            raise RefusedError(429, "Too many changes in a minute. Wait a little.")
        return person

    def need_script(self, request: Request, least: Role) -> Person:
        """As `need_form`, for the API: a program, which no other site can use as it can a browser, needs no token.

        A browser says where a request that changes something comes from (`Origin`, `Sec-Fetch-Site`); what says
        neither is none. Raises RefusedError.
        """
        if "origin" in request.headers or "sec-fetch-site" in request.headers:
            return self.need_form(request, least, request.headers.get(HEADER))
        person = self.need(request, least)
        if not self.changes.allow(person.session or person.name):
            raise RefusedError(429, "Too many changes in a minute. Wait a little.")
        return person


def site_of(request: Request) -> Site:
    """The site that the application serves."""
    site: Site = request.app.state.site
    return site
