"""Another data set's table held against the record: which of its events are ours, and what each misses."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from rashomon.model.issue import Issue
from rashomon.model.record import Record

TableFormat = Literal["acled", "ged", "hxl"]
#: How their number of dead stands to ours: the same as an origin's standing number; inside our range; their range
#: overlaps ours; an origin's earlier number; a party's claim; outside; given by one of both only; by neither.
Verdict = Literal["same", "inside", "overlapping", "earlier", "party", "outside", "only theirs", "only ours", "none"]


#: Whom a number of dead counts.
Counted = Literal["everybody", "civilians", "fighters"]


class TheirLine(Record, frozen=True, kw_only=True):
    """A row of their table: `row` as a spreadsheet counts it, the header being 1. Dates are inclusive."""

    row: int
    id: str
    start: dt.date
    end: dt.date
    place: str
    country: str | None = None
    low: int | None = None
    best: int | None = None
    high: int | None = None
    counted: Counted = "everybody"


class OurCount(Record, frozen=True, kw_only=True):
    """One origin's number of dead for an event of ours; `high` is null where it is open.

    `voice` is who counts; `replaced`: the origin has given a newer one; `party`: in its own interest.
    """

    number: int
    high: int | None
    voice: str
    counted: Counted = "everybody"
    replaced: bool = False
    party: bool = False


class OurLine(Record, frozen=True, kw_only=True):
    """An event of ours as it may be shared: no actor, sensitive places at their town."""

    story: str
    event: str
    about: str
    start: dt.date
    end: dt.date
    place: str
    country: str | None = None
    counts: tuple[OurCount, ...] = ()


class EventPair(Record, frozen=True, kw_only=True):
    """One event in both. `km` (null where a place has no point) and `days` lie between the two.

    `score` (0 to 1) tells how well place, days, type and actors fit; numbers take no part in it. `by` is how far their
    number lies outside our range (below: negative); `text` says it in a sentence with our origins.
    """

    ours: OurLine
    theirs: TheirLine
    km: float | None
    days: int
    score: float
    verdict: Verdict
    by: int | None = None
    text: str


class NotCompared(Record, frozen=True, kw_only=True):
    """Events or rows that were not looked for in the other, and why."""

    whose: Literal["ours", "theirs"]
    count: int
    reason: str


class TableComparison(Record, frozen=True, kw_only=True):
    """A table against the dossiers' events: the pairs, what they miss, what we miss, what was not compared."""

    table: str
    format: TableFormat
    stories: tuple[str, ...]
    reviewed: str
    names: str
    rows: int
    pairs: tuple[EventPair, ...]
    they_miss: tuple[OurLine, ...]
    we_miss: tuple[TheirLine, ...]
    not_compared: tuple[NotCompared, ...] = ()
    issues: tuple[Issue, ...] = ()
