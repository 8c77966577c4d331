"""An event: what a story's event claims on one happening amount to."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from rashomon.model.actor import Actor
from rashomon.model.claim import Realis
from rashomon.model.moment import DatePrecision
from rashomon.model.place import Place
from rashomon.model.record import Record


class Event(Record, frozen=True, kw_only=True):
    """One happening over all reports. Dates are inclusive; `parent` is the longer campaign it belongs to.

    `actors` holds only what the rule on responsibility lets us state; who is accused stands in `accused`.
    """

    id: str
    type: str | None
    sub_type: str | None = None
    plover: str | None = None
    mode: str | None = None
    aux_modes: tuple[Literal["historical", "future", "hypothetical", "negation"], ...] = ()
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    accused: tuple[str, ...] = ()
    place: Place | None = None
    start_date: dt.date | None = None
    end_date: dt.date | None = None
    precision: DatePrecision = "unknown"
    realis: Realis = "happened"
    means: str | None = None
    parent: str | None = None
    background: bool = False
    claims: tuple[str, ...]


class Toll(Record, frozen=True, kw_only=True):
    """How many were killed (injured) in the main event: `claims` give it, or what `calculation` adds or takes away.

    `assessments` are the questions whose best number it is; none where it was worked out.
    """

    value: float
    claims: tuple[str, ...]
    assessments: tuple[str, ...] = ()
    calculation: str


class MainEvent(Record, frozen=True, kw_only=True):
    """What the story is about, in one answer: how many were killed and injured, where and when. Null where not told.

    `event` is the happening's id. `place` is the town where one is told, `near` a larger town told beside it. Dates are
    inclusive; `how` is `publication` where no report names a day and the earliest report's own day stands in.
    """

    event: str | None = None
    killed: Toll | None = None
    injured: Toll | None = None
    place: Place | None = None
    near: Place | None = None
    start_date: dt.date | None = None
    end_date: dt.date | None = None
    precision: DatePrecision = "unknown"
    how: Literal["told", "publication", "unknown"] = "unknown"
