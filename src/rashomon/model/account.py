"""Who works in a project through the workspace."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from rashomon.model.record import Record

#: What somebody may do, the least first: read; decide and add reports; keep accounts and sources.
Role = Literal["reader", "reviewer", "admin"]
ROLES: tuple[Role, ...] = ("reader", "reviewer", "admin")


class Account(Record, frozen=True, kw_only=True):
    """Somebody who may sign in; `shut_at` is when that ended."""

    name: str
    role: Role
    made_at: dt.datetime
    shut_at: dt.datetime | None = None


class AuditLine(Record, frozen=True, kw_only=True):
    """One thing that was done through the workspace."""

    at: dt.datetime
    account: str
    action: str
    target: str


def may(role: Role, least: Role) -> bool:
    """Whether a role may do what another one is the least for."""
    return ROLES.index(role) >= ROLES.index(least)
