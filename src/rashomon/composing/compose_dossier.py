"""The composing stage: a story's material and its reconciled record in, the dossier out."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from typing import Literal

from msgspec.structs import replace

from rashomon.composing.brief import compose_brief
from rashomon.composing.checked import Checked
from rashomon.composing.dossier_places import (
    dossier_places,
    places_told,
    shareable,
    towns_of,
    with_shareable_place,
)
from rashomon.composing.excerpts import excerpts_of
from rashomon.composing.known_names import KnownNames
from rashomon.composing.masking import Protector
from rashomon.composing.protect import find_private, protect_material, protect_nobody, protect_reconciled
from rashomon.composing.sections import sections_of
from rashomon.composing.sourcing import sourcing
from rashomon.composing.verify import SentenceCheck
from rashomon.composing.words import words_for
from rashomon.knowledge.library import Library
from rashomon.model.assessment import Policy
from rashomon.model.claim import AnyClaim, Control, EventClaim, Figure, ReportClaims
from rashomon.model.dossier import Dossier, DossierReport, Excerpt
from rashomon.model.happening import MainEvent
from rashomon.model.issue import Issue
from rashomon.model.material import Material, Reconciled
from rashomon.model.moment import Published
from rashomon.model.outcome import Outcome
from rashomon.model.place import Place
from rashomon.model.remembered import remembered
from rashomon.model.report import Report


def compose_dossier(
    material: Material,
    reconciled: Reconciled,
    policy: Policy,
    issues: tuple[Issue, ...],
    library: Library,
    names: Literal["roles", "all"] = "roles",
    full_text: bool = False,
) -> Outcome[Dossier]:
    """The dossier of one story, private persons protected, and what composing itself met."""
    protector = find_private(material, library) if names == "roles" else protect_nobody()
    shown = protect_material(material, protector)
    record = protect_reconciled(reconciled, protector)
    known = KnownNames(shown, library, protector.public) if names == "roles" else None
    words = words_for(shown, record, library, known)
    checked = Checked(SentenceCheck(material, reconciled.events, library, protector).fault)
    brief = compose_brief(words, shown, record, checked)
    towns = towns_of(shown.claims)
    lines = sections_of(shown, words, checked, towns)
    hashes = {r.id: _hash_of(r) for r in material.reports}
    groups = {r: g.id for g in shown.copies for r in g.reports}
    dossier = Dossier(
        title=_title(brief.headline.text),
        story=material.story.id,
        as_of=_as_of(material.as_of),
        policy=policy,
        names=names,
        brief=brief,
        main=_main(record.main, towns),
        reports=tuple(_report(r, groups.get(r.id, r.id), hashes) for r in shown.reports),
        copy_groups=shown.copies,
        sourcing=sourcing(shown, record, library),
        claims=tuple(_placed(c, towns) for some in shown.claims for c in _claims_of(some)),
        excerpts=_excerpts(shown, library),
        roots=record.roots,
        series=record.series,
        assessments=record.assessments,
        relations=record.relations,
        events=tuple(with_shareable_place(e, towns) for e in record.events),
        timeline=lines.timeline,
        statements=lines.statements,
        responsibilities=lines.responsibilities,
        alliances=lines.alliances,
        control=lines.control,
        places=tuple(dossier_places(shown.claims, towns)),
        disagreements=record.disagreements,
        issues=(),
        decisions=tuple(protector.mask_record(d) for d in material.decisions),
        reviewed=material.reviewed,
        full_texts={r.id: r.text for r in shown.reports} if full_text else None,
    )
    met = (*_about_reports(material), *_withheld_places(shown, towns), *checked.issues)
    return Outcome(replace(dossier, issues=_masked_issues((*issues, *met), protector)), met)


@remembered(4_000)
def _hash_of(report: Report) -> str:
    return hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest()


def _excerpts(shown: Material, library: Library) -> tuple[Excerpt, ...]:
    """Each claim's sentence with its neighbours."""
    told = zip(shown.reports, shown.claims, strict=True)
    return tuple(e for report, some in told for e in _excerpts_in(report, some, library))


@remembered(4_000)
def _excerpts_in(report: Report, claims: ReportClaims, library: Library) -> tuple[Excerpt, ...]:
    return tuple(excerpts_of(report, _claims_of(claims), library))


def _withheld_places(material: Material, towns: dict[str, Place]) -> list[Issue]:
    """One issue for each sensitive facility that stands without coordinates because no town of it is known."""
    met: dict[str, Issue] = {}
    for some in material.claims:
        for place in places_told(some):
            kind = place.facility_kind or "facility"
            if place.lat is not None and place.is_sensitive and place.town not in towns:
                met.setdefault(
                    place.name,
                    Issue(
                        code="place_withheld",
                        severity="note",
                        message=f"A {kind} stands without coordinates: its town is not known.",
                        report=some.report,
                    ),
                )
    return list(met.values())


def _claims_of(claims: ReportClaims) -> list[AnyClaim]:
    return [
        *claims.figures,
        *claims.events,
        *claims.statements,
        *claims.responsibilities,
        *claims.relations,
        *claims.control,
    ]


def _placed(claim: AnyClaim, towns: dict[str, Place]) -> AnyClaim:
    if isinstance(claim, Figure):
        return with_shareable_place(claim, towns)
    if isinstance(claim, EventClaim):
        return with_shareable_place(claim, towns)
    return with_shareable_place(claim, towns) if isinstance(claim, Control) else claim


def _main(main: MainEvent | None, towns: dict[str, Place]) -> MainEvent | None:
    return replace(main, place=shareable(main.place, towns), near=shareable(main.near, towns)) if main else None


def _title(headline: str) -> str:
    """The dossier's title: its headline without a stop."""
    return headline.rstrip(".")


def _as_of(instant: dt.datetime | None) -> str | None:
    """The day where the instant is a day's end, else the instant, in ISO form."""
    if instant is None:
        return None
    return instant.date().isoformat() if instant.time() == dt.time.max else instant.isoformat()


def _report(report: Report, copy_group: str, hashes: Mapping[str, str]) -> DossierReport:
    return DossierReport(
        id=report.id,
        given_ids=report.given_ids,
        outlet=report.outlet,
        agency=report.agency,
        url=report.canonical_url or report.url,
        title=report.title,
        published=_published(report.published),
        published_how=report.published.how if report.published else "unknown",
        lang=report.lang,
        lineage=report.lineage,
        read=report.read,
        copy_group=copy_group,
        text_sha256=hashes.get(report.id),
        raw_sha256=report.raw_sha256,
    )


def _published(published: Published | None) -> str | None:
    """The publication as sharply as it is known: 2024, 2024-11, 2024-11-29 or the instant."""
    if published is None:
        return None
    day = published.earliest
    if published.precision in ("instant", "hour"):
        return day.isoformat()
    if published.precision == "day":
        return day.date().isoformat()
    if published.precision == "month":
        return f"{day.year:04}-{day.month:02}"
    if published.precision == "year":
        return f"{day.year:04}"
    return f"{day.date().isoformat()}/{published.latest.date().isoformat()}"


def _undated(count: int) -> str:
    return "1 undated report stands" if count == 1 else f"{count} undated reports stand"


def _about_reports(material: Material) -> list[Issue]:
    met: list[Issue] = []
    lost = [r for r in material.reports if not r.read]
    if lost:
        dates = [r.published.earliest.date().isoformat() for r in lost if r.published]
        newest = f", the newest of {max(dates)}" if dates else ""
        met.append(
            Issue(
                code="reports_not_read",
                severity="loss",
                report=lost[0].id if len(lost) == 1 else None,
                message=f"{len(lost)} of {len(material.reports)} reports could not be read{newest}.",
                suggestion="Read them by hand; nothing of them is in this record.",
            )
        )
    if material.apart:
        met.append(
            Issue(
                code="reports_apart",
                severity="warning",
                report=material.apart[0] if len(material.apart) == 1 else None,
                message=f"{_undated(len(material.apart))} apart, not to be placed in time.",
                suggestion="Give publication dates, or build without --as-of.",
            )
        )
    if not any(_claims_of(c) for c in material.claims):
        met.append(
            Issue(
                code="no_claims",
                severity="warning",
                message="No claim could be read out of this story's reports.",
                suggestion="Look at the reports: they may be no news of a crisis, or in a form that is not read well.",
            )
        )
    return met


def _masked_issues(issues: tuple[Issue, ...], protector: Protector) -> tuple[Issue, ...]:
    return tuple(dict.fromkeys(protector.mask_record(i) for i in issues))
