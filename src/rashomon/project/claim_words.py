"""What a claim says, in one line: for lists that a person reads beside the sentence.

Of the user's own working data: names stand as the report has them.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from rashomon.deciding import claims_of
from rashomon.model.attribution import Attribution
from rashomon.model.claim import AnyClaim, Control, EventClaim, Figure, Relation, Responsibility, Statement
from rashomon.model.moment import When
from rashomon.model.report import Report
from rashomon.reconciliation.wording import counted, quantity
from rashomon.storage.product_rows import products_of


def readings_of(connection: Connection, reports: Iterable[Report], wanted: set[str]) -> dict[str, str]:
    """What the machine read in each of these claims of these reports, by the claim's id."""
    return {
        claim.id: claim_words(report, claim)
        for report in reports
        for _, made in products_of(connection, report)[:1]
        for claim in claims_of(made.claims)
        if claim.id in wanted
    }


def claim_words(report: Report, claim: AnyClaim) -> str:
    """ "at least 27 civilians killed, Aleppo, 2024-11-27, according to OCHA": what tells the claim from others."""
    parts = [_said(report, claim)]
    place, when = getattr(claim, "place", None), getattr(claim, "when", None)
    if place is not None and not isinstance(claim, Control):
        parts.append(place.name)
    if days_of(when):
        parts.append(days_of(when))
    source: Attribution | None = getattr(claim, "attribution", None)
    root = source and (source.origin or source.agency)
    if root:
        parts.append(f"according to {root}")
    realis = getattr(claim, "realis", "happened")
    return " ".join((", ".join(parts) + (f" ({realis})" if realis != "happened" else "")).split())


def days_of(when: When | None) -> str:
    """ "2024-11-27", or "2024-11-27 to 2024-11-29"; empty where no day is known, "?" for an open end."""
    if when is None or (when.start_date is None and when.end_date is None):
        return ""
    first, last = when.start_date or "?", when.end_date or "?"
    return str(first) if first == last else f"{first} to {last}"


def _said(report: Report, claim: AnyClaim) -> str:
    if isinstance(claim, Figure):
        number = report.field_text(claim.field)[claim.number_start : claim.number_end]
        unit = "households: " if claim.unit == "household" else ""
        return f"{unit}{quantity(claim, number)} {counted(claim)}"
    if isinstance(claim, EventClaim):
        kind = (claim.sub_type or claim.type or "").removeprefix("disaster:").replace("_", " ")
        return kind or f"“{report.field_text(claim.field)[claim.anchor_start : claim.anchor_end]}”"
    if isinstance(claim, Statement):
        return f"{claim.organisation or claim.speaker}: {claim.verb}"
    if isinstance(claim, Responsibility):
        by = "owned to by itself" if claim.by == claim.accused else f"accused by {claim.by or 'the outlet'}"
        answer = "" if claim.answer == "unknown" else f"; answer: {claim.answer.replace('_', ' ')}"
        return f"{claim.accused}, {by}: {claim.act_text or 'an act told before'}{answer}"
    if isinstance(claim, Relation):
        return f"{claim.from_actor} {claim.type.replace('_', ' ')} {claim.to_actor} ({claim.status})"
    return f"{claim.holder} {claim.status} {claim.place.name}"
