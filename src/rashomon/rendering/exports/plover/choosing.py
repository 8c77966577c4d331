"""Which events have a line, on which day it stands, and what it says less than the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Set
from typing import Literal, NamedTuple

from rashomon.model.claim import EventClaim
from rashomon.model.happening import Event
from rashomon.rendering.exports.plover.codes import modes_of, quad_of
from rashomon.rendering.exports.plover.sizes import sizes_of, tied_to
from rashomon.rendering.lookup import Lookup


class Dates(NamedTuple):
    """The first and last day, and whether a report tells them, they are the toll's, or the publication stands in."""

    start: dt.date
    end: dt.date | None
    how: Literal["told", "toll", "publication"]


def why_left_out(event: Event, lookup: Lookup) -> str | None:
    """Why an event has no line, in a sentence; null where it has one."""
    if event.plover is None or quad_of(event.plover) is None:
        return "The event has no code of PLOVER's."
    if not claims_of(event, lookup):
        return "None of its claims is in the record."
    if event.plover == "MOBILIZE" and _inside_assault(event, lookup):
        return "It is told in the sentence of an assault, and PLOVER codes only the assault."
    if event.start_date is None and "historical" in modes_of(event):
        return "It is told as background, and no report dates it."
    return None


def dates_of(event: Event, by_toll: Set[str], lookup: Lookup) -> Dates | None:
    """The event's days; where no report tells them, the day of the earliest report, as PLOVER's coders date.

    `by_toll` are the events whose days are those of their own tolls.
    """
    if event.start_date is not None:
        return Dates(event.start_date, event.end_date, "toll" if event.id in by_toll else "told")
    reports = (lookup.reports.get(c.report) for c in claims_of(event, lookup))
    days = [r.published[:10] for r in reports if r and r.published and len(r.published) >= 10]
    return Dates(dt.date.fromisoformat(min(days)), None, "publication") if days else None


def claims_of(event: Event, lookup: Lookup) -> list[EventClaim]:
    """The event's claims, that of the earliest published report first; its text before its title."""
    found = [c for i in event.claims if isinstance(c := lookup.claims.get(i), EventClaim)]
    return sorted(found, key=lambda c: (_published(c, lookup), c.report, _in_title(c, lookup), c.id))


def simplified(event: Event, dates: Dates, lookup: Lookup) -> Iterator[str]:
    """What the line says less than the record, each in a sentence."""
    if dates.how == "publication":
        yield "No report dates it: the line has the day of the earliest report."
    elif dates.how == "toll":
        yield "No report dates the event itself: its date is the first of the days that its toll is of."
    if event.accused:
        yield "Who did it is only alleged: the accused are no actors, rashomon.accusations has who accuses whom."
    elif not event.actors:
        yield "No report says who did it: actor is empty."
    if len({c.report for c in claims_of(event, lookup)}) > 1:
        yield "Several reports tell it: text and cite_info are of the earliest."
    if len(tied_to(event, lookup)) > len(sizes_of(event, lookup)):
        yield "A number is open, disputed, of some people only or one of several: size leaves it out, size_told has it."


def _published(claim: EventClaim, lookup: Lookup) -> str:
    report = lookup.reports.get(claim.report)
    return report.published if report and report.published else "9999"


def _in_title(claim: EventClaim, lookup: Lookup) -> bool:
    report, excerpt = lookup.reports.get(claim.report), lookup.excerpts.get(claim.id)
    if claim.field == "title" or report is None or excerpt is None:
        return claim.field == "title"
    sentence = excerpt.text[excerpt.sentence_start - excerpt.start : excerpt.sentence_end - excerpt.start]
    return sentence.strip() == (report.title or "").strip()


def _inside_assault(event: Event, lookup: Lookup) -> bool:
    """Whether each of its claims stands in a sentence that also tells an assault."""
    assaults = {
        (c.report, c.field, c.start, c.end)
        for c in lookup.claims.values()
        if isinstance(c, EventClaim) and c.plover == "ASSAULT"
    }
    return all((c.report, c.field, c.start, c.end) in assaults for c in claims_of(event, lookup))
