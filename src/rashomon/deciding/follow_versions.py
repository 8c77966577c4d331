"""Decisions on an earlier version of a page, carried to the live one where the same words still stand there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from rashomon.deciding.decide_claims import claims_of, words_of
from rashomon.model.claim import ReportClaims
from rashomon.model.decision import Decision
from rashomon.model.report import Report

#: Reports with their claims.
Told = Sequence[tuple[Report, ReportClaims]]


def follow_versions(decisions: Sequence[Decision], live: Told, earlier: Told) -> tuple[Decision, ...]:
    """The decisions, those on claims of `earlier` versions about the same words of the `live` version of their page.

    Where these words are gone a decision stays with the version that it was taken on.
    """
    moved = _moved({t for d in decisions for t in d.targets}, live, earlier)
    if not moved:
        return tuple(decisions)
    return tuple(msgspec.structs.replace(d, targets=tuple(moved.get(t, t) for t in d.targets)) for d in decisions)


def _moved(targets: set[str], live: Told, earlier: Told) -> Mapping[str, str]:
    """The live claim for each claim of an earlier version that is a target."""
    now: dict[tuple[str, tuple[str, ...]], str] = {}
    lineages = {report.lineage for report, _ in earlier}
    for report, claims in live:
        if report.lineage in lineages:
            for claim in claims_of(claims):
                now.setdefault((report.lineage, words_of(claim, report)), claim.id)
    found: dict[str, str] = {}
    for report, claims in earlier:
        for claim in claims_of(claims):
            same = now.get((report.lineage, words_of(claim, report)))
            if claim.id in targets and same is not None:
                found[claim.id] = same
    return found
