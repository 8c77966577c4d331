"""What an address asks for beside its page: the instant, the policy, the part of a list."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from starlette.requests import Request

from rashomon.errors import UsageError
from rashomon.settings import POLICIES, PolicyName, parse_as_of


@dataclass(frozen=True, slots=True)
class Asked:
    """The state of the record that a page shows: as of an instant (null: now), under a policy."""

    as_of: dt.datetime | None
    policy: PolicyName

    @property
    def query(self) -> str:
        """The same as the end of an address: empty for the record as it stands."""
        given = {"as_of": self.as_of.isoformat() if self.as_of else "", "policy": self.policy}
        kept = {k: v for k, v in given.items() if v and v != "recommended"}
        return f"?{urlencode(kept)}" if kept else ""


def asked_of(request: Request) -> Asked:
    """What the request's address asks for. Raises UsageError."""
    given = request.query_params
    policy = given.get("policy") or "recommended"
    found: PolicyName | None = next((p for p in POLICIES if p == policy), None)
    if found is None:
        raise UsageError(f"There is no policy {policy}.", f"Choose from {', '.join(POLICIES)}.")
    as_of = given.get("as_of")
    return Asked(parse_as_of(as_of) if as_of else None, found)


def inside(to: str) -> str:
    """An address of this site alone: nobody is sent elsewhere after a form."""
    told = urlsplit(to)
    is_path = to.startswith("/") and not to.startswith(("//", "/\\"))
    return to if is_path and not told.scheme and not told.netloc else "/"
