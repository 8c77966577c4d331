"""What persons decided on claims, kept where claims are found: in a copy as in the report itself."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection

from rashomon.deciding import claims_of, decided_claims, follow_versions, forced_groups
from rashomon.deciding.correct_claim import corrected
from rashomon.deciding.correction_words import correction_words
from rashomon.grouping import find_copies
from rashomon.knowledge.library import Library
from rashomon.model.claim import AnyClaim, ReportClaims
from rashomon.model.decision import ON_CLAIMS, Decision
from rashomon.model.report import Report
from rashomon.project.kept_alike import kept_alike
from rashomon.project.sightings import comebacks
from rashomon.storage import claim_rows, link_rows, node_rows, product_rows, report_rows
from rashomon.timeframe import select_live


def settle_claims(
    connection: Connection, members: Collection[int], decisions: Sequence[Decision], library: Library
) -> None:
    """Bring the rows of these reports' claims, and of their copies' and other versions', in line with the decisions."""
    ids = [node.id for node in node_rows.find_nodes(connection, members).values()]
    if not claim_rows.decided_rows(connection, ids) and not any(d.kind in ON_CLAIMS for d in decisions):
        return
    reports = [s.report for s in report_rows.reports_at(connection, _with_copies(connection, members))]
    changed = _changed(connection, {0: reports}, decisions, library)
    claim_rows.forget_claims_of(connection, [report.id for report, *_ in changed])
    claim_rows.save_claims(connection, changed)


def _with_copies(connection: Connection, members: Collection[int]) -> set[int]:
    """These reports with all that are versions or copies of them, of their copies too, live or not."""
    found: set[int] = set()
    new = set(members)
    while new:
        found |= new
        lineages = {node.lineage for node in node_rows.find_nodes(connection, new).values()}
        beside = set(node_rows.lineage_nodes(connection, lineages))
        for links in link_rows.links_of(connection, new).values():
            beside.update(links)
        new = beside - found
    return found


def unsettled(
    connection: Connection, members: Mapping[int, Sequence[Report]], decisions: Sequence[Decision], library: Library
) -> list[str]:
    """The reports whose rows of claims are not in line."""
    return [report.id for report, *_ in _changed(connection, members, decisions, library)]


def _changed(
    connection: Connection, members: Mapping[int, Sequence[Report]], decisions: Sequence[Decision], library: Library
) -> list[tuple[Report, ReportClaims, claim_rows.Decided]]:
    """The reports whose rows say other than the decisions, with their claims, and those that were decided."""
    targets = [d.targets[0] for d in decisions if d.kind in ON_CLAIMS]
    named = set(claim_rows.reports_of_claims(connection, targets).values())
    found: list[tuple[Report, ReportClaims, claim_rows.Decided]] = []
    for reports in members.values():
        rows = claim_rows.decided_rows(connection, [r.id for r in reports])
        if not rows and not any(r.id in named for r in reports):
            continue
        found += _of_component(connection, reports, rows, decisions, library)
    return found


def _of_component(
    connection: Connection,
    reports: Sequence[Report],
    rows: Mapping[str, tuple[str, str, str | None]],
    decisions: Sequence[Decision],
    library: Library,
) -> list[tuple[Report, ReportClaims, claim_rows.Decided]]:
    claims = {r.id: products[0][1].claims for r in reports if (products := product_rows.products_of(connection, r))}
    read = [r for r in reports if r.id in claims]
    forced = forced_groups(decisions, "copies")
    copies = find_copies(read, library, forced, kept_alike(connection, read)).value
    made = [claims[r.id] for r in read]
    live = {r.id for r in select_live(read, None, seen=True, back=comebacks(connection, reports)).live}
    told = [[(r, claims[r.id]) for r in read if (r.id in live) is wanted] for wanted in (True, False)]
    # The earlier version keeps what was decided on it; the live one takes it over.
    taken = dict(decided_claims(read, made, copies, decisions))
    by_decision = taken | decided_claims(read, made, copies, follow_versions(decisions, *told))
    found: list[tuple[Report, ReportClaims, claim_rows.Decided]] = []
    for report in read:
        decided: dict[str, tuple[AnyClaim, str, str | None]] = {}
        for claim in claims_of(claims[report.id]):
            decision = by_decision.get(claim.id)
            if decision is not None:
                now = corrected(claim, decision, library)
                decided[claim.id] = (now, decision.kind, correction_words(decision.correction))
        known = {i: (kind, words) for i, (of, kind, words) in rows.items() if of == report.id}
        if known != {i: (kind, words) for i, (_, kind, words) in decided.items()}:
            found.append((report, claims[report.id], decided))
    return found
