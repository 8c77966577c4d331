"""The timeline with both of its clocks: when a thing happened, and when a report first told it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from rashomon.model.assessment import Assessment
from rashomon.model.brief import TimelineEntry
from rashomon.model.dossier import ControlMark
from rashomon.model.happening import Event
from rashomon.rendering import wording
from rashomon.rendering.components.evidence import Notes, note_marks
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean
from rashomon.rendering.standing import plural

#: By which clock a timeline is ordered: that of what happened, or that of the reports.
Order = Literal["event", "told"]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened; `other` is its date by the other clock, `late` how much later it was told, if it was."""

    text: str
    marks: Markup
    other: str
    late: str


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one date by the clock that orders them; `exact` where that is one known day."""

    label: str
    exact: bool
    lines: tuple[Line, ...]


def told_lines(lookup: Lookup, notes: Notes, order: Order, *, background: bool) -> list[Group]:
    """The timeline's news or its background, oldest first; what no dated report tells comes last when ordered so."""
    entries = [(e, first_told(e, lookup)) for e in lookup.dossier.timeline if e.background == background]
    if order == "told":
        entries.sort(key=lambda found: (found[1] is None, found[1] or found[0].date, found[0].date, found[0].text))
    else:
        entries.sort(key=lambda found: (found[0].date, found[0].end_date or found[0].date, found[0].text))
    groups: dict[tuple[str, bool], list[Line]] = {}
    for entry, told in entries:
        happened = wording.days(entry.date, entry.end_date, entry.precision)
        printed = wording.day(told) if told else "in a report without a date"
        key = (printed, told is not None) if order == "told" else (happened, _is_one_day(entry))
        other = f"Happened {happened}" if order == "told" else f"First told {printed}"
        late = "" if background else _late(entry, told)
        groups.setdefault(key, []).append(Line(clean(entry.text), note_marks(notes.cite(entry.claims)), other, late))
    return [Group(label, exact, tuple(lines)) for (label, exact), lines in groups.items()]


def first_told(told: TimelineEntry | Event | ControlMark | Assessment, lookup: Lookup) -> dt.date | None:
    """The day (UTC) on which the earliest of the reports that tell it was published; null where none bears a day."""
    reports = (lookup.reports.get(lookup.claims[c].report) for c in told.claims if c in lookup.claims)
    return min((day for r in reports if r is not None and (day := _day(r.published)) is not None), default=None)


def _day(published: str | None) -> dt.date | None:
    try:
        moment = dt.datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return (moment.astimezone(dt.UTC) if moment.tzinfo else moment).date()


def _is_one_day(entry: TimelineEntry) -> bool:
    return entry.precision in ("instant", "hour", "day") and entry.end_date in (None, entry.date)


def _late(entry: TimelineEntry, told: dt.date | None) -> str:
    """How many days after a known day it was told, nothing for the day itself and the one after; a doubt where a report
    tells it that is older than its day.
    """
    days = (told - entry.date).days if told and _is_one_day(entry) else 0
    if days < 0:
        return "before that day: one of the two is wrong"
    return f"{plural(days, 'day')} later" if days > 1 else ""
