"""Invented stories as material for reconciling, and what their roots said as far as the reports tell it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.simulator import World, invent
from evaluation.simulator.claims import Invented, invent_reports
from evaluation.simulator.records import Statement, Told

from rashomon.grouping import find_copies, merge_events
from rashomon.knowledge.library import Library
from rashomon.model.assessment import Policy
from rashomon.model.grouping import Story
from rashomon.model.material import Material, Reconciled
from rashomon.model.report import Report
from rashomon.reconciliation import reconcile_figures
from rashomon.timeframe import order_key

#: Whose number of what, where: root, measure, town.
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Tale:
    """One invented story: its reports by id of the report, and what stands behind each figure."""

    made: dict[str, Invented]
    told: dict[str, Told]


def invent_tale(seed: int, reports: int, library: Library) -> Tale:
    """A story of so many reports."""
    (story,) = invent(World(seed, 1, reports))
    made = {m.report.id: m for m in invent_reports(story, library)}
    told = {f.id: t for m in made.values() for f, t in zip(m.claims.figures, m.told, strict=True)}
    return Tale(made, told)


def material_of(made: Sequence[Invented], library: Library, as_of: dt.datetime | None = None) -> Material:
    """The reports as one story; each account and its copies are compared with each other only."""
    ordered = sorted(made, key=lambda m: order_key(m.report))
    reports = tuple(m.report for m in ordered)
    families: dict[str, list[Report]] = defaultdict(list)
    for m in ordered:
        families[m.telling.copy_of or m.telling.id].append(m.report)
    return Material(
        story=Story(id="story-invented", reports=tuple(r.id for r in reports)),
        reports=reports,
        claims=tuple(m.claims for m in ordered),
        copies=tuple(g for family in families.values() for g in find_copies(family, library).value),
        as_of=as_of,
    )


def reconciled(material: Material, library: Library, policy: Policy = "recommended") -> Reconciled:
    """The record of a material, events merged first."""
    return reconcile_figures(material, merge_events(material).value, policy, library).value


def said_by_roots(tale: Tale) -> dict[Key, list[float]]:
    """For each root, measure and town the numbers that reports relay faithfully and by name, in the order of the
    root's days.
    """
    found: dict[Key, set[tuple[dt.date, int]]] = defaultdict(set)
    for told in tale.told.values():
        if told.root is not None and told.misquote is None and told.value == told.statement.value:
            found[key_of(told.statement)].add((told.statement.day, told.value))
    return {key: [float(value) for _, value in sorted(said)] for key, said in found.items()}


def recovered(record: Reconciled, tale: Tale) -> dict[Key, list[float]]:
    """The same from the record's series; points that only a misquotation made are left out."""
    found: dict[Key, list[float]] = defaultdict(list)
    for series in record.series:
        for point in series.points:
            faithful = [t for t in map(tale.told.__getitem__, point.claims) if _is_faithful(t)]
            if series.root is not None and faithful and point.value is not None:
                assert {t.statement.root.name for t in faithful} == {series.root}
                found[key_of(faithful[0].statement)].append(point.value)
    return dict(found)


def key_of(statement: Statement) -> Key:
    """Root, measure and town of a statement."""
    return statement.root.name, statement.measure, statement.town.name


def _is_faithful(told: Told) -> bool:
    return told.root is not None and told.misquote is None and told.value == told.statement.value
