"""Checks dates of a sentence against the resolved intervals of what it cites."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence

from rashomon.composing.date_reading import DateRead
from rashomon.composing.dates import EARLY, MIDDLE
from rashomon.model.claim import AnyClaim, Control, EventClaim, Figure

#: Inclusive dates, null where open.
Bounds = tuple[dt.date | None, dt.date | None]


def intervals_of(claim: AnyClaim) -> list[Bounds]:
    """The intervals that a claim states: when it happened, and for a figure its as-of."""
    found: list[Bounds] = []
    if isinstance(claim, Figure | EventClaim | Control) and claim.when is not None:
        found.append((claim.when.start_date, claim.when.end_date))
    if isinstance(claim, Figure) and claim.as_of is not None:
        found.append((claim.as_of.start, claim.as_of.end))
    return found


def fits(date: DateRead, intervals: Sequence[Bounds]) -> bool:
    """Whether the date in the sentence is one of the intervals, bound by bound."""
    return any(_fits_one(date, start, end) for start, end in intervals)


def _fits_one(date: DateRead, start: dt.date | None, end: dt.date | None) -> bool:
    day, month, year = date.last
    if date.first is not None and day is not None:
        return start is not None and end is not None and _is(date.first, start) and _is(date.last, end)
    if day is not None:
        if date.word == "on":
            return start is not None and start == end and _is(date.last, start)
        if date.word == "since":
            return start is not None and _is(date.last, start)
        return any(b is not None and _is(date.last, b) for b in (end or start,))
    if start is None or end is None:
        return False
    if month is not None:
        last = calendar.monthrange(start.year, month)[1]
        inside = start.month == end.month == month and start.year == end.year and year in (None, start.year)
        thirds = {"early": (1, EARLY), "mid": (EARLY + 1, MIDDLE), "late": (MIDDLE + 1, last)}
        first, until = thirds.get(date.part, (1, last))
        return inside and first <= start.day and end.day <= until
    first_year = date.first[2] if date.first else year
    return start.year == first_year and end.year == year


def _is(told: tuple[int | None, int | None, int | None], date: dt.date) -> bool:
    day, month, year = told
    return day == date.day and month == date.month and year in (None, date.year)
