"""Events that no report dates, dated by the days that their own tolls are of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from rashomon.model.dossier import Dossier
from rashomon.model.exported import Loss
from rashomon.model.happening import Event
from rashomon.rendering.exports.counts import MOST_DAYS, counts_of
from rashomon.rendering.lookup import Lookup


def dated_by_tolls(dossier: Dossier) -> tuple[Dossier, frozenset[str]]:
    """The dossier with undated events dated by their standing counts, where these give days within a week; and which.

    Such a date is a period: the act was on one or more of its days.
    """
    lookup = Lookup(dossier)
    days = {e.id: d for e in dossier.events if e.start_date is None and (d := _days(e, lookup)) is not None}
    events = tuple(
        msgspec.structs.replace(
            e, start_date=days[e.id][0], end_date=days[e.id][1],
            precision="day" if days[e.id][0] == days[e.id][1] else "period",
        ) if e.id in days else e
        for e in dossier.events
    )  # fmt: skip
    return msgspec.structs.replace(dossier, events=events), frozenset(days)


def losses_of_dating(events: frozenset[str], written: frozenset[str], story: str) -> Iterator[Loss]:
    """That the date of a written event is its toll's."""
    for event in sorted(events & written):
        reason = "No report dates the event itself: its date is the days that its toll is of."
        yield Loss(story=story, record=event, kind="event", what="simplified", reason=reason)


def _days(event: Event, lookup: Lookup) -> tuple[dt.date, dt.date] | None:
    counts = counts_of([event], lookup).standing
    spans = [c.figure.when for c in counts if c.figure.when is not None]
    starts = [w.start_date for w in spans if w.start_date and w.end_date]
    ends = [w.end_date for w in spans if w.start_date and w.end_date]
    if not starts or (max(ends) - min(starts)).days >= MOST_DAYS:
        return None
    return min(starts), max(ends)
