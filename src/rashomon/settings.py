"""What a run was asked to do, checked once at the door and passed down; nothing reads settings at import."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from rashomon.errors import UsageError

PolicyName = Literal["recommended", "conservative", "ged", "minmax", "latest"]
NamesChoice = Literal["roles", "all"]
POLICIES: tuple[PolicyName, ...] = ("recommended", "conservative", "ged", "minmax", "latest")


@dataclass(frozen=True, slots=True)
class Settings:
    """One run's choices.

    `as_of` is an instant with a zone, null for "the latest publication in the input"; `story` is `each`, `one` or a
    story id; `jobs` is the number of worker processes, 1 for none.
    """

    as_of: dt.datetime | None = None
    policy: PolicyName = "recommended"
    story: str = "each"
    full_text: bool = False
    names: NamesChoice = "roles"
    jobs: int = 1


def parse_as_of(text: str) -> dt.datetime:
    """The instant that an `--as-of` value means; a date alone is the last microsecond of that day in UTC.

    Raises UsageError where it is neither an ISO date nor an ISO instant.
    """
    try:
        if len(text) <= 10:
            day = dt.date.fromisoformat(text)
            return dt.datetime.combine(day, dt.time.max, tzinfo=dt.UTC)
        instant = dt.datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(
            f"{text!r} is not a date or an instant.", "Write 2024-11-29 or 2024-11-29T21:15:00+01:00."
        ) from error
    return instant if instant.tzinfo else instant.replace(tzinfo=dt.UTC)
