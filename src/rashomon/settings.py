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
class Fetching:
    """How addresses are fetched.

    `allow_private` permits hosts that are not on the public internet; `contact` (an address of mail or web) tells site
    owners whom to write to. `interval_s` lies between two requests to one host; `connect_s`, `read_s` and `total_s`
    bound one request, in seconds; `longest_wait_s` is the longest wait for a server that asks for one. `max_bytes`
    bounds a page after decompression; `attempts` counts the first try too. `objects` permits object storage, which is
    read with this machine's own keys: whoever may only hand in addresses may not have it.
    """

    allow_private: bool = False
    contact: str | None = None
    interval_s: float = 1.0
    connect_s: float = 10.0
    read_s: float = 20.0
    total_s: float = 60.0
    longest_wait_s: float = 60.0
    max_bytes: int = 16_000_000
    attempts: int = 3
    objects: bool = False

    def __post_init__(self) -> None:
        if self.contact is not None and not (self.contact.isascii() and self.contact.isprintable()):
            raise UsageError("The contact must be one line of ASCII.", "Give an address of mail or web.")


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A language model that a run may ask, and the bounds of it: calls, seconds and tokens, all of one run.

    `record` is a file that answers are added to; with `replay` only such a file answers and nothing is sent.
    """

    address: str
    name: str
    second_reader: bool = False
    editor: bool = False
    most_calls: int = 200
    most_seconds: float = 600.0
    most_tokens: int = 1_000_000
    record: str | None = None
    replay: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """One run's choices.

    `as_of` is an instant with a zone, null for "the latest publication in the input"; `story` is `each`, `one` or a
    story id; `jobs` is the number of worker processes, 1 for none. `engine` is where reports are understood and stories
    told: `local` (this process), `processes`, a Spark master's address, or null for what `jobs` says. `model` is a
    language model to ask; none is asked by default.
    """

    as_of: dt.datetime | None = None
    policy: PolicyName = "recommended"
    story: str = "each"
    full_text: bool = False
    names: NamesChoice = "roles"
    jobs: int = 1
    engine: str | None = None
    fetching: Fetching = Fetching()
    model: LanguageModel | None = None


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
