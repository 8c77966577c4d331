"""A compact notation of reports with figures, so that a test reads in a few lines.

    A 2024-11-29 | SOHR >=27 killed civilians @Aleppo; UN 14000 displaced
    B 2024-11-30 | - ~30 killed

One report a line: outlet, publication day (`?` unknown), then its figures: root (`-` nobody; `side/root` for a
party's),
number (`27`, `>=27`, `>27`, `~27`, `<=27`, `20..30`, `dozens`), measure, then in any order: a group, `@Place` (`@~Place` where it is
only the report's setting),
`%basis`, `^day` (as-of by a statement of the root),
`&day..day` (the days counted), `!realis`, `<n` (part of the n-th figure of the report, from 1).
"""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from rashomon.model.assessment import Policy
from rashomon.model.attribution import Attribution
from rashomon.model.claim import Figure, Population, PopulationCategory, Qualifier, ReportClaims
from rashomon.model.grouping import CopyGroup, Story
from rashomon.model.ids import content_id
from rashomon.model.material import Material, Reconciled
from rashomon.model.moment import AsOf, Published, When
from rashomon.model.outcome import Outcome
from rashomon.model.place import Place
from rashomon.model.report import Report

_HEDGES: dict[str, Qualifier] = {">=": "at_least", ">": "more_than", "~": "approx", "<=": "up_to"}
_NUMBER = re.compile(r"(>=|>|~|<=)?(\d+)(?:\.\.(\d+))?$")
_CATEGORIES: dict[str, PopulationCategory] = {"civilians": "civilians", "combatants": "combatants", "people": "people"}


def on_day(day: dt.date) -> Published:
    """A publication known to the day."""
    return Published(
        earliest=dt.datetime.combine(day, dt.time.min, tzinfo=dt.UTC),
        latest=dt.datetime.combine(day, dt.time.max, tzinfo=dt.UTC),
        precision="day",
        how="given",
    )


def make_report(outlet: str, day: str, text: str, title: str | None = None) -> Report:
    """A report of plain text; its id is made from outlet and text."""
    published = None if day == "?" else on_day(dt.date.fromisoformat(day))
    return Report(id=content_id("rpt", outlet, text, day), text=text, title=title, outlet=outlet, published=published)


def read_material(notation: str, copies: tuple[tuple[str, ...], ...] = ()) -> Material:
    """The material of a notation; `copies` names outlets whose reports carry one text, the one copied from first."""
    reports: list[Report] = []
    claims: list[ReportClaims] = []
    for line in filter(None, (line.strip() for line in notation.splitlines())):
        head, _, told = line.partition("|")
        outlet, day = head.split()
        report = make_report(outlet, day, told.strip())
        reports.append(report)
        claims.append(ReportClaims(report=report.id, figures=_figures(report, told.strip())))
    by_outlet = {r.outlet: r.id for r in reports}
    groups = [
        CopyGroup(id=content_id("copy", *g), reports=tuple(by_outlet[o] for o in g), origin_report=by_outlet[g[0]])
        for g in copies
    ]
    grouped = {r for g in groups for r in g.reports}
    groups += [CopyGroup(id=content_id("copy", r.id), reports=(r.id,)) for r in reports if r.id not in grouped]
    return Material(
        story=Story(id="story-test", reports=tuple(r.id for r in reports)),
        reports=tuple(reports),
        claims=tuple(claims),
        copies=tuple(groups),
        as_of=None,
    )


def _figures(report: Report, told: str) -> tuple[Figure, ...]:
    found: list[Figure] = []
    start = 0
    for part in told.split(";"):
        if part.strip():
            found.append(_figure(report, part, start, [f.id for f in found]))
        start += len(part) + 1
    return tuple(found)


def _figure(report: Report, part: str, start: int, before: list[str]) -> Figure:
    root, number, measure, *marks = part.split()
    at = start + part.index(number, part.index(root) + len(root))
    value, low, high, qualifier = _number(number)
    figure = Figure(
        id=content_id("figure", report.id, at),
        report=report.id,
        start=start,
        end=start + len(part),
        number_start=at,
        number_end=at + len(number),
        measure=measure,
        value=value,
        low=low,
        high=high,
        qualifier=qualifier,
        attribution=_source(root, start),
    )
    for mark in marks:
        figure = _marked(figure, mark, before)
    return figure


def _number(number: str) -> tuple[float | None, float | None, float | None, Qualifier]:
    match = _NUMBER.match(number)
    if match is None:
        return None, None, None, "vague"
    hedge, first, second = match.groups()
    n = float(first)
    if second:
        return None, n, float(second), "range"
    qualifier = _HEDGES.get(hedge or "", "exact")
    low = None if qualifier == "up_to" else n
    return n, low, None if qualifier in ("at_least", "more_than") else n, qualifier


def _source(root: str, start: int) -> Attribution | None:
    if root == "-":
        return None
    side, _, name = root.rpartition("/")
    return Attribution(start=start, end=start + len(root), text=root, origin=name, side=side or None, kind="monitor")


def _marked(figure: Figure, mark: str, before: list[str]) -> Figure:
    sign, rest = mark[0], mark[1:]
    if sign == "@":
        name = rest.lstrip("~")
        how = "event" if rest.startswith("~") else "clause"
        place = Place(start=0, end=0, text=name, name=name, kind="town", precision="exact", country_code="XX", how=how)
        return msgspec.structs.replace(figure, place=place)
    if sign == "^":
        day = dt.date.fromisoformat(rest)
        return msgspec.structs.replace(figure, as_of=AsOf(start=day, end=day, how="statement_day"))
    if sign == "<":
        return msgspec.structs.replace(figure, part_of=before[int(rest) - 1])
    if sign == "&":
        first, _, last = rest.partition("..")
        days = {"start_date": dt.date.fromisoformat(first), "end_date": dt.date.fromisoformat(last)}
        return msgspec.structs.replace(figure, when=When(start=0, end=0, text="", precision="period", **days))
    if sign in "%!":
        return msgspec.structs.replace(figure, **{"basis" if sign == "%" else "realis": rest})
    side, _, group = mark.rpartition("/")
    population = Population(category=_CATEGORIES.get(group, "people"), group=group, side=side or None)
    return msgspec.structs.replace(figure, population=population)


def relations_of(outcome: Outcome[Reconciled], material: Material) -> list[tuple[str, str, str]]:
    """Each relation as (type, words of the one figure, words of the other), in order."""
    words = {
        f.id: r.text[f.number_start : f.number_end]
        for r, c in zip(material.reports, material.claims, strict=True)
        for f in c.figures
    }
    return [(r.type, words[r.from_claim], words[r.to_claim]) for r in outcome.value.relations]


POLICY: Policy = "recommended"
