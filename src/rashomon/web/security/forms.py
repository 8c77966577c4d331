"""Tokens that tie a form to the browser it was sent to: another site's page cannot make one."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from starlette.requests import Request

from rashomon.web.serving import Serving

#: The cookie that a browser bears from its first page on.
COOKIE = "rashomon"
#: The field of a form, and the header of a script's request, that holds the token.
FIELD, HEADER = "token", "x-rashomon-token"


class FormTokens:
    """Makes and checks the tokens of one server's forms."""

    def __init__(self, serving: Serving) -> None:
        self._secret = secrets.token_bytes(32)
        self._hosts = serving.hosts

    def token_for(self, session: str) -> str:
        """The token of a browser's session."""
        return hmac.new(self._secret, session.encode(), hashlib.sha256).hexdigest()

    def is_same(self, given: str, kept: str) -> bool:
        """Whether two secrets are one, told in a time that says nothing of where they differ."""
        return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), kept.encode("utf-8", "surrogatepass"))

    def fault(self, request: Request, session: str | None, token: str | None) -> str | None:
        """Why a request that changes something is refused, or null where its form is one of ours."""
        site = request.headers.get("sec-fetch-site")
        if site not in (None, "same-origin", "none"):
            return "it comes from another site"
        origin = request.headers.get("origin")
        if origin is not None and origin.rpartition("://")[2] != request.headers.get("host"):
            return "it comes from another origin"
        if session is None or not token or not self.is_same(token, self.token_for(session)):
            return "its form is not one of this server, or is too old"
        return None

    def is_known_host(self, request: Request) -> bool:
        """Whether the Host header names this server: another name may be a rebound address of another site's."""
        return not self._hosts or request.headers.get("host") in self._hosts
