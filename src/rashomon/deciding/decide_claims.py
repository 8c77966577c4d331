"""Claims as persons decided them: rejected ones left out, corrected ones changed, in every copy of the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from rashomon.deciding.correct_claim import corrected
from rashomon.knowledge.library import Library
from rashomon.model.claim import AnyClaim, EventClaim, Figure, ReportClaims, Statement
from rashomon.model.decision import ON_CLAIMS, Decision
from rashomon.model.grouping import CopyGroup
from rashomon.model.report import Report

#: The fields of a report's claims, one a kind.
KINDS = ("figures", "events", "statements", "responsibilities", "relations", "control")


def decide_claims(
    reports: Sequence[Report],
    claims: Sequence[ReportClaims],
    copies: Sequence[CopyGroup],
    decisions: Sequence[Decision],
    library: Library,
) -> tuple[ReportClaims, ...]:
    """The claims with the standing decisions laid over them; reports and claims run in parallel.

    A decision on a claim applies to the same words in every report of its copy group. Rejected claims are left out here
    alone: they stay in the store, and undoing the decision brings them back.
    """
    decided = decided_claims(reports, claims, copies, decisions)
    if not decided:
        return tuple(claims)
    return tuple(_decided(some, decided, library) for some in claims)


def decided_claims(
    reports: Sequence[Report],
    claims: Sequence[ReportClaims],
    copies: Sequence[CopyGroup],
    decisions: Sequence[Decision],
) -> dict[str, Decision]:
    """For each claim that a decision reaches, itself or through a copy, that decision."""
    own = {d.targets[0]: d for d in decisions if d.kind in ON_CLAIMS}
    if not own:
        return {}
    texts = {r.id: r for r in reports}
    by_report = {some.report: some for some in claims}
    found: dict[str, Decision] = {}
    for group in copies:
        inside = [c for r in group.reports if r in by_report for c in claims_of(by_report[r])]
        said: dict[tuple[str, ...], Decision] = {}
        for claim in inside:
            if claim.id in own:
                said[words_of(claim, texts[claim.report])] = own[claim.id]
        if said:
            for claim in inside:
                decision = own.get(claim.id) or said.get(words_of(claim, texts[claim.report]))
                if decision is not None:
                    found[claim.id] = decision
    return found


def claims_of(claims: ReportClaims) -> list[AnyClaim]:
    """Every claim of a report."""
    return [claim for kind in KINDS for claim in getattr(claims, kind)]


def words_of(claim: AnyClaim, report: Report) -> tuple[str, ...]:
    """What makes a claim the same one in a copy: its kind, its passage's words, and its number's."""
    text = report.field_text(claim.field)
    spans = [(claim.start, claim.end)]
    if isinstance(claim, Figure):
        spans.append((claim.number_start, claim.number_end))
    elif isinstance(claim, EventClaim):
        spans.append((claim.anchor_start, claim.anchor_end))
    elif isinstance(claim, Statement):
        spans.append((claim.content_start, claim.content_end))
    kind = type(claim).__name__ + (f" {claim.measure}" if isinstance(claim, Figure) else "")
    return kind, *(" ".join(text[a:b].casefold().split()) for a, b in spans)


def _decided(claims: ReportClaims, decided: Mapping[str, Decision], library: Library) -> ReportClaims:
    """A report's claims as decided; where nobody decided on any, the very same record, so that all that was worked out
    of it is known again.
    """
    figures = {f.id for f in claims.figures}
    if decided.keys().isdisjoint(c.id for c in claims_of(claims)) and figures.issuperset(
        f.part_of for f in claims.figures if f.part_of
    ):
        return claims
    changed: dict[str, tuple[Any, ...]] = {
        kind: tuple(
            corrected(claim, decided[claim.id], library) if claim.id in decided else claim
            for claim in getattr(claims, kind)
            if claim.id not in decided or decided[claim.id].kind != "reject"
        )
        for kind in KINDS
    }
    kept = {f.id for f in changed["figures"]}
    changed["figures"] = tuple(
        msgspec.structs.replace(f, part_of=None) if f.part_of and f.part_of not in kept else f
        for f in changed["figures"]
    )
    return msgspec.structs.replace(claims, **changed)
