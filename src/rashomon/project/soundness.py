"""What must hold of a report and its claims by themselves: ids come of content, passages lie in the text."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.deciding import claims_of
from rashomon.model.claim import EventClaim, Figure, ReportClaims, Statement
from rashomon.model.decision import Decision, decision_id
from rashomon.model.ids import content_id
from rashomon.model.report import Report


def report_faults(report: Report) -> Iterator[str]:
    """What is wrong with a report, in words; nothing where it is sound."""
    if report.id != content_id("rpt", report.outlet, report.canonical_url, report.text):
        yield "its id is not that of its content"
    address = report.canonical_url
    if report.lineage != (content_id("lin", report.outlet, address) if address else report.id):
        yield "its lineage is not that of its page"
    spans = [*report.blocks, *([report.title_span] if report.title_span else [])]
    if not all(0 <= s.start <= s.end <= len(report.field_text(s.field)) for s in spans):
        yield "a block lies outside its text"


def claims_faults(report: Report, claims: ReportClaims) -> Iterator[str]:
    """What is wrong with a report's claims, in words."""
    if claims.report != report.id:
        yield f"the claims are those of {claims.report}"
    for claim in claims_of(claims):
        if claim.report != report.id:
            yield f"the claim {claim.id} is one of {claim.report}"
        size = len(report.field_text(claim.field))
        if not 0 <= claim.start < claim.end <= size:
            yield f"the passage of {claim.id} lies outside the text"
        for start, end in _inner(claim):
            if not 0 <= start <= end <= size:
                yield f"a span of {claim.id} lies outside the text"


def decision_faults(decision: Decision) -> Iterator[str]:
    """What is wrong with a decision, in words."""
    if not decision.targets:
        yield "it names no target"
    if decision.id != decision_id(decision.kind, decision.targets, decision.by, decision.at):
        yield "its id is not that of its content"


def _inner(claim: object) -> list[tuple[int, int]]:
    if isinstance(claim, Figure):
        return [(claim.number_start, claim.number_end)]
    if isinstance(claim, EventClaim):
        return [(claim.anchor_start, claim.anchor_end)]
    if isinstance(claim, Statement):
        return [(claim.content_start, claim.content_end), (claim.speaker_start, claim.speaker_end)]
    return []
