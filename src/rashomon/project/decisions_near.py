"""Which of a project's decisions a story's dossier can depend on: the others change nothing in it."""

from __future__ import annotations

from sqlalchemy import Connection

from rashomon.deciding import standing
from rashomon.model.decision import ON_REPORTS, Decision
from rashomon.model.grouping import Story
from rashomon.storage import claim_rows, decision_rows, node_rows


def decisions_near(connection: Connection, story: Story) -> tuple[Decision, ...]:
    """The standing decisions but those that are on claims, reports or stories of other pages alone.

    All of them where persons moved reports between stories: what is decided on a text holds for its copies elsewhere.
    """
    decisions = standing(decision_rows.all_decisions(connection))
    if not decisions or any(d.kind in ON_REPORTS for d in decisions):
        return decisions
    targets = sorted({t for d in decisions for t in d.targets})
    report_of = claim_rows.reports_of_claims(connection, targets)
    report_of |= {t: "rpt-" + t.removeprefix("story-") for t in targets if t.startswith("story-")}
    found = node_rows.named_nodes(connection, {*report_of.values(), *story.reports}).values()
    page_of = {node.id: node.lineage for node in found}
    pages = {page_of[r] for r in story.reports if r in page_of}
    elsewhere = {t for t, r in report_of.items() if r in page_of and page_of[r] not in pages}
    return tuple(d for d in decisions if not elsewhere.issuperset(d.targets))
