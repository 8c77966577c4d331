"""The timeline by day: what happened in the story, and background apart."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from rashomon.model.brief import TimelineEntry
from rashomon.rendering import wording
from rashomon.rendering.components.evidence import Notes, note_marks
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean


@dataclass(frozen=True, slots=True)
class Day:
    """One date as it is printed, with its lines."""

    label: str
    exact: bool
    lines: tuple[tuple[str, Markup], ...]


def timeline_days(lookup: Lookup, notes: Notes, *, background: bool) -> list[Day]:
    """The entries grouped by date, oldest first."""
    days: dict[tuple[str, str, bool], list[tuple[str, Markup]]] = {}
    for entry in sorted(lookup.dossier.timeline, key=lambda e: (e.date, e.end_date or e.date, e.text)):
        if entry.background == background:
            label = _label(entry)
            lines = days.setdefault((str(entry.date), label, _exact(entry)), [])
            lines.append((clean(entry.text), note_marks(notes.cite(entry.claims))))
    return [Day(label, exact, tuple(lines)) for (_, label, exact), lines in days.items()]


def _label(entry: TimelineEntry) -> str:
    return wording.days(entry.date, entry.end_date, entry.precision)


def _exact(entry: TimelineEntry) -> bool:
    return entry.precision in ("instant", "hour", "day") and entry.end_date in (None, entry.date)
