"""How many accounts the reports of a story amount to, and the graph of who repeats whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec.structs import replace

from rashomon.knowledge.library import Library
from rashomon.knowledge.organisations import name_key
from rashomon.model.assessment import Assessment
from rashomon.model.claim import AnyClaim, Figure, ReportClaims
from rashomon.model.material import Material, Reconciled
from rashomon.model.remembered import remembered
from rashomon.model.report import Report
from rashomon.model.sourcing import BoundRoots, Repeat, Sourcing

How = Literal["copy", "altered copy", "credit", "cited"]
#: A medium's name, not "the daily".
_NAME = re.compile(r"[A-Z]")


def sourcing(material: Material, reconciled: Reconciled, library: Library) -> Sourcing:
    """The story's reports, copies, outlets and families counted, who repeats whom, and the roots of each bound.

    Only reports that were read are counted. An outlet that no list of families names is a family of its own; a user's
    own list of sources wins over the shipped one.
    """
    read = [r for r in material.reports if r.read]
    ids = {r.id for r in read}
    outlets = {_folded(r.outlet): r.outlet for r in read if r.outlet}
    listed = {**library.publisher_families, **{name_key(outlet): family for outlet, family in material.families}}
    families = {_folded(listed.get(name_key(name), key)) for key, name in outlets.items()}
    repeats = _repeats(material, library)
    figures = {f.id: f for some in material.claims for f in some.figures}
    printed = {r.id: r.outlet for r in material.reports}
    return Sourcing(
        reports=len(read),
        copies=sum(max(0, len(ids.intersection(g.reports)) - 1) for g in material.copies),
        outlets=len(outlets),
        families=len(families),
        repeats=tuple(repeats),
        bounds=tuple(_bounds(a, figures, printed) for a in reconciled.assessments),
    )


def _repeats(material: Material, library: Library) -> list[Repeat]:
    """Each report's sources, once each: its copy first, then its credit, then what it cites."""
    found: list[Repeat] = []
    by_outlet: dict[str, str] = {}
    for report in material.reports:
        if report.outlet:
            by_outlet.setdefault(_folded(report.outlet), report.id)
    outlets = {r.id: r.outlet or "outlet not named" for r in material.reports}
    copied = dict(_copied(material, outlets))
    for report, claims in zip(material.reports, material.claims, strict=True):
        own: dict[str, Repeat] = {}
        if report.id in copied:
            own[_folded(copied[report.id].source)] = copied[report.id]
        for source, how, cited in _named(report, claims, library):
            key = _folded(source)
            if key == _folded(report.outlet):
                continue
            known = own.get(key)
            if known is not None:
                own[key] = replace(known, claims=tuple(dict.fromkeys((*known.claims, *cited))))
                continue
            of_theirs = by_outlet.get(key)
            own[key] = Repeat(report=report.id, source=source, from_report=of_theirs, how=how, claims=cited)
        found += own.values()
    return found


def _copied(material: Material, outlets: dict[str, str]) -> Iterator[tuple[str, Repeat]]:
    for group in material.copies:
        altered = {a.report for a in group.altered}
        for report in group.reports:
            if group.origin_report is None or report == group.origin_report:
                continue
            how: How = "altered copy" if report in altered else "copy"
            source = outlets[group.origin_report]
            yield report, Repeat(report=report, source=source, from_report=group.origin_report, how=how)


@remembered(4_000)
def _named(report: Report, claims: ReportClaims, library: Library) -> tuple[tuple[str, How, tuple[str, ...]], ...]:
    """The agencies and media that a report names as where it has something from."""
    return tuple(_namings(report, claims, library))


def _namings(report: Report, claims: ReportClaims, library: Library) -> Iterator[tuple[str, How, tuple[str, ...]]]:
    if report.agency:
        yield report.agency, "credit", ()
    told: list[AnyClaim] = [*claims.figures, *claims.events, *claims.statements, *claims.responsibilities]
    text = report.text if library.outlets.cues.search(report.text) else ""
    for found in library.citing.finditer(text):
        agency = library.outlets.agency(found["before"] or found["after"])
        if agency is not None:
            here = tuple(c.id for c in told if c.field == "text" and c.start <= found.start() < c.end)
            yield agency.name, "cited", here
    for claim in told:
        source = getattr(claim, "attribution", None)
        if source is not None and source.agency and _NAME.search(source.agency):
            yield source.agency, "cited", (claim.id,)


def _bounds(assessment: Assessment, figures: dict[str, Figure], printed: dict[str, str | None]) -> BoundRoots:
    members = [figures[c] for c in assessment.claims if c in figures]

    def giving(bound: float | None) -> tuple[str, ...]:
        told = [f for f in members if bound is not None and bound in (f.value, f.low, f.high)]
        return tuple(dict.fromkeys(_root(f, printed) for f in told))

    return BoundRoots(
        assessment=assessment.id,
        low=giving(assessment.low),
        best=giving(assessment.best),
        high=giving(assessment.high),
    )


def _root(figure: Figure, printed: dict[str, str | None]) -> str:
    origin = figure.attribution.origin if figure.attribution else None
    return origin or f"[{printed.get(figure.report) or 'outlet not named'}]"


def _folded(name: str | None) -> str:
    return " ".join((name or "").casefold().split())
