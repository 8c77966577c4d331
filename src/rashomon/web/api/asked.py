"""The parameters that routes share."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path, Query
from starlette.requests import Request

from rashomon.errors import UsageError
from rashomon.model.dossier import Dossier
from rashomon.settings import PolicyName, parse_as_of
from rashomon.web.site import site_of

#: An id in an address: what our ids are made of, and no more.
StoryId = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{1,80}$", description="A story's id.")]
ReportId = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{1,80}$", description="A report's id.")]
AsOf = Annotated[str | None, Query(max_length=40, description="An ISO date or instant: what was known then.")]
Instant = Annotated[str, Query(max_length=40, description="An ISO date or instant.")]
Policy = Annotated[PolicyName, Query(description="How the best value of a figure is chosen.")]
Start = Annotated[int, Query(ge=0, le=10_000_000, description="How many items to pass over.")]
Limit = Annotated[int, Query(ge=1, le=200, description="How many items a page holds at most.")]
Words = Annotated[str | None, Query(max_length=400)]


def reader(request: Request) -> None:
    """Refuse whoever may not read, before anything is looked up. Raises RefusedError."""
    site_of(request).need(request, "reader")


def dossier_of(request: Request, story: str, as_of: str | None, policy: PolicyName) -> Dossier:
    """The dossier asked for. Raises NotFoundError, UsageError for an instant that is none, StoreError."""
    try:
        instant = parse_as_of(as_of) if as_of else None
    except OverflowError as error:
        raise UsageError(f"{as_of!r} is no instant.", "Write 2024-11-29 or 2024-11-29T21:15:00+01:00.") from error
    return site_of(request).dossier(story, instant, policy)
