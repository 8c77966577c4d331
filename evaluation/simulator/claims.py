"""The project's own records of an invented report: what a flawless extraction would find in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from evaluation.simulator.printing import Placed, as_line, print_report
from evaluation.simulator.records import Happening, Story, Telling, Told, Town
from evaluation.simulator.relaying import tell_story
from rashomon.knowledge.library import Library
from rashomon.model.attribution import Attribution, RootKind
from rashomon.model.claim import EventClaim, Figure, Population, ReportClaims
from rashomon.model.ids import content_id
from rashomon.model.moment import AsOf, When
from rashomon.model.place import Place
from rashomon.model.report import Report
from rashomon.reading import read_lines

_NO_PEOPLE = frozenset({"settlements_captured"})


@dataclass(frozen=True, slots=True)
class Invented:
    """A report as the program reads it, its claims, and what it was made from; `told` runs parallel to the figures."""

    telling: Telling
    report: Report
    claims: ReportClaims
    told: tuple[Told, ...]


def invent_reports(story: Story, library: Library) -> Iterator[Invented]:
    """The reports of a story with their claims, read through the program's own reading."""
    for telling in tell_story(story):
        row, placed = print_report(telling)
        (line,) = read_lines("simulated.jsonl", as_line(row).encode(), library)
        if line.report is None:
            raise ValueError(f"the report {telling.id} was not read: {line.issues}")
        claims = _claims(line.report, placed, story.happening)
        yield Invented(telling, line.report, claims, tuple(p.told for p in placed))


def _claims(report: Report, placed: tuple[Placed, ...], happening: Happening) -> ReportClaims:
    events: dict[str, EventClaim] = {}
    figures: list[Figure] = []
    for p in placed:
        town = p.told.statement.town
        if town.name not in events:
            events[town.name] = _event(report, p, happening)
        figures.append(_figure(report, p, happening, events[town.name].id))
    return ReportClaims(report=report.id, figures=tuple(figures), events=tuple(events.values()))


def _figure(report: Report, placed: Placed, happening: Happening, event: str) -> Figure:
    told, start = placed.told, placed.start
    number = start + told.number[0], start + told.number[1]
    people = told.statement.measure not in _NO_PEOPLE
    as_of = AsOf(start=told.statement.day, end=told.statement.day, how="statement_day") if told.said else None
    return Figure(
        id=content_id("figure", report.id, placed.field, "figure", *number),
        report=report.id,
        made_by="simulator",
        field=placed.field,
        start=start,
        end=placed.end,
        number_start=number[0],
        number_end=number[1],
        measure=told.statement.measure,
        value=float(told.value),
        low=float(told.value),
        high=float(told.value) if told.hedge == "exact" else None,
        qualifier=told.hedge,
        unit="person" if people else "other",
        population=Population(group="people") if people else Population(category="other", group="villages"),
        place=_place(report, placed, told.place, told.statement.town),
        attribution=_attribution(report, placed),
        when=_when(report, placed, happening),
        said_when=_said_when(report, placed),
        as_of=as_of,
        correction=told.statement.corrects and told.root is told.statement.root,
        event=event,
    )


def _event(report: Report, placed: Placed, happening: Happening) -> EventClaim:
    span = {"field": placed.field, "start": placed.start, "end": placed.end}
    return EventClaim(
        id=content_id("event", report.id, placed.field, "event", placed.start, placed.end),
        report=report.id,
        made_by="simulator",
        anchor_start=placed.start,
        anchor_end=placed.end,
        type=happening.type,
        sub_type=happening.sub_type,
        place=_place(report, placed, placed.told.place, placed.told.statement.town),
        when=_days(happening, placed.field, placed.start, placed.end, ""),
        **span,  # type: ignore[arg-type]
    )


def _place(report: Report, placed: Placed, span: tuple[int, int], town: Town) -> Place:
    start, end = placed.start + span[0], placed.start + span[1]
    return Place(
        field=placed.field,
        start=start,
        end=end,
        text=report.field_text(placed.field)[start:end],
        name=town.name,
        admin1=town.province,
        country_code=town.code,
        lat=town.lat,
        lon=town.lon,
        kind="town",
        precision="exact",
    )


def _attribution(report: Report, placed: Placed) -> Attribution | None:
    root, span = placed.told.root, placed.told.source
    if root is None or span is None:
        return None
    start, end = placed.start + span[0], placed.start + span[1]
    return Attribution(
        field=placed.field,
        start=start,
        end=end,
        text=report.field_text(placed.field)[start:end],
        origin=root.name,
        family=root.family,
        kind=cast(RootKind, root.kind),
        side=root.side,
        agency=report.agency,
    )


def _said_when(report: Report, placed: Placed) -> When | None:
    if placed.told.said is None:
        return None
    start, end = placed.start + placed.told.said[0], placed.start + placed.told.said[1]
    words, day = report.field_text(placed.field)[start:end], placed.told.statement.day
    return When(field=placed.field, start=start, end=end, text=words, start_date=day, end_date=day, precision="day")


def _when(report: Report, placed: Placed, happening: Happening) -> When | None:
    if placed.told.date is None:
        return None
    start, end = placed.start + placed.told.date[0], placed.start + placed.told.date[1]
    return _days(happening, placed.field, start, end, report.field_text(placed.field)[start:end])


def _days(happening: Happening, field: Literal["title", "text"], start: int, end: int, text: str) -> When:
    """The day of the crisis, or since when it has gone on."""
    last: dt.date | None = None if happening.is_running else happening.first
    precision: Literal["period", "day"] = "period" if happening.is_running else "day"
    return When(
        field=field, start=start, end=end, text=text, start_date=happening.first, end_date=last, precision=precision
    )
