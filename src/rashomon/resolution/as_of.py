"""The state that a figure describes (design, "As-of"): what its words state, else who said it when, else the report."""

from __future__ import annotations

from rashomon.language.time_meaning import Bounded, CalendarUnit, DaysFromNow, Stretch
from rashomon.model.moment import AsOf, When
from rashomon.resolution.date_spans import Interval
from rashomon.resolution.dates import DateContext, meaning_of, resolve_time


def resolve_as_of(figure_when: When | None, said_when: When | None, context: DateContext) -> AsOf | None:
    """The state that a figure describes (design, "As-of"): what the text states, else the day its root said it, else
    the dateline, else from the last date mentioned to the publication. Null where nothing is dated."""
    said = _day_of(said_when, context)
    stated = _stated(figure_when, said, context) if figure_when is not None else None
    if stated is not None:
        return stated
    if said is not None:
        return AsOf(start=said.start, end=said.end, how="statement_day")
    if context.dateline is not None:
        return AsOf(start=context.dateline, end=context.dateline, how="dateline")
    return context.undated


def _stated(when: When, said: Interval | None, context: DateContext) -> AsOf | None:
    """The as-of that the figure's own time states: "as of Sunday", "by Friday", "in the past three days", "so far"."""
    meaning = meaning_of(when, context)
    if isinstance(meaning, Bounded) and meaning.kind in {"as_of", "by", "until"}:
        found = context.interval(meaning.first)
        return AsOf(start=found.start, end=found.end, how="stated") if found and found.end else None
    runs_to_now = (
        (isinstance(meaning, Bounded) and meaning.kind == "since")
        or (isinstance(meaning, Stretch) and meaning.direction < 0)
        or (isinstance(meaning, CalendarUnit) and meaning.so_far)
        or (isinstance(meaning, DaysFromNow) and meaning.last == 0)
    )
    if not runs_to_now:
        return None
    if said is not None:
        return AsOf(start=said.start, end=said.end, how="stated")
    return AsOf(start=context.first, end=context.last, how="stated") if context.first is not None else None


def _day_of(when: When | None, context: DateContext) -> Interval | None:
    if when is None:
        return None
    resolved = resolve_time(when, context)
    if resolved.start_date is None or resolved.end_date is None or resolved.precision in {"month", "year", "unknown"}:
        return None
    return Interval(resolved.start_date, resolved.end_date, resolved.precision)
