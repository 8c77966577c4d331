"""What became of each outlet's reports in a record: which were copies, altered, corrected, contradicted by others."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from rashomon.model.claim import Figure
from rashomon.model.dossier import Dossier
from rashomon.model.record import Record

#: What the reports of nobody stand under.
NOBODY = "outlet not named"
#: The issue of a page whose figures were edited and that says nothing of it.
_SILENT = "edited_without_note"


class Contradicted(Record, frozen=True, kw_only=True):
    """A figure that a report printed, and another origin's that contradicts it, as claim ids, with the reason."""

    claim: str
    by: str
    reason: str


class OutletRecord(Record, frozen=True, kw_only=True):
    """An outlet's reports (ids) in one story, those that were read.

    `copies` pairs a report with the one that it copies, `shared` with one of the same text where it is not known which
    came first, `altered` those of them that changed something, with what; `noticed` bear a correction notice, `edited`
    stand at a page whose figures changed without one. `contradicted` are figures in its reports, whoever gave them:
    printing one is no fault.
    """

    story: str
    outlet: str
    reports: tuple[str, ...]
    copies: tuple[tuple[str, str], ...] = ()
    shared: tuple[tuple[str, str], ...] = ()
    altered: tuple[tuple[str, str], ...] = ()
    noticed: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    contradicted: tuple[Contradicted, ...] = ()


def outlet_records(dossier: Dossier, noticed: Collection[str] = ()) -> list[OutletRecord]:
    """One record an outlet, that with most reports first; `noticed` are reports whose text bears a notice."""
    of: dict[str, list[str]] = {}
    for report in dossier.reports:
        if report.read:
            of.setdefault(report.outlet or NOBODY, []).append(report.id)
    copied = {
        report: group.origin_report
        for group in dossier.copy_groups
        for report in group.reports
        if group.origin_report is not None and report != group.origin_report
    }
    shared = {
        report: next(r for r in group.reports if r != report)
        for group in dossier.copy_groups
        for report in group.reports
        if group.origin_report is None and len(group.reports) > 1
    }
    altered = {a.report: a.what for group in dossier.copy_groups for a in group.altered}
    silent = {i.report for i in dossier.issues if i.code == _SILENT}
    against = _contradicted(dossier)
    records = [
        OutletRecord(
            story=dossier.story,
            outlet=outlet,
            reports=tuple(reports),
            copies=tuple((r, copied[r]) for r in reports if r in copied),
            shared=tuple((r, shared[r]) for r in reports if r in shared),
            altered=tuple((r, altered[r]) for r in reports if r in altered),
            noticed=tuple(r for r in reports if r in noticed),
            edited=tuple(r for r in reports if r in silent),
            contradicted=tuple(c for r in reports for c in against.get(r, ())),
        )
        for outlet, reports in of.items()
    ]
    return sorted(records, key=lambda record: (-len(record.reports), record.outlet))


def _contradicted(dossier: Dossier) -> Mapping[str, list[Contradicted]]:
    """The contradictions by the report of either figure, those of one claim together, each claim once a rival."""
    figures = {c.id: c for c in dossier.claims if isinstance(c, Figure)}
    found: dict[str, list[Contradicted]] = {}
    for relation in dossier.relations:
        if relation.type != "contradict":
            continue
        for own, other in ((relation.from_claim, relation.to_claim), (relation.to_claim, relation.from_claim)):
            if own in figures and other in figures:
                line = Contradicted(claim=own, by=other, reason=relation.reason)
                found.setdefault(figures[own].report, []).append(line)
    return found
