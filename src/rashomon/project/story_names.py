"""Which names of a story are private persons', over every version of its pages: for what is shown beside a dossier."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from rashomon import pipeline
from rashomon.adapters.package_data import program_version
from rashomon.composing.masking import Protector
from rashomon.composing.protect import find_private
from rashomon.model.claim import ReportClaims
from rashomon.model.material import Material
from rashomon.project.take_decisions import standing_decisions
from rashomon.storage import node_rows, product_rows, report_rows, story_rows
from rashomon.storage.story_rows import StoredStory


def story_protector(connection: Connection, stored: StoredStory, parts: pipeline.Parts) -> Protector:
    """The protector of a story as it stands; earlier versions of its pages are masked by it as well."""
    live = node_rows.named_nodes(connection, stored.story.reports)
    numbers = node_rows.lineage_nodes(connection, {n.lineage for n in live.values()})
    reports = tuple(r.report for r in report_rows.reports_at(connection, numbers))
    kept = product_rows.find_understood(connection, reports, program_version())
    unmasked = (name for d in standing_decisions(connection) if d.kind == "unmask" for name in d.targets)
    material = Material(
        story=stored.story,
        reports=reports,
        claims=tuple(kept[r.id].claims if r.id in kept else ReportClaims(report=r.id) for r in reports),
        copies=(),
        as_of=None,
        unmasked=frozenset(name.casefold() for name in unmasked),
    )
    return find_private(material, parts.library)


def stories_of_reports(connection: Connection, reports: Collection[str]) -> dict[str, str]:
    """The story of each of these reports as things stand: that of its page, where a later version stands there now."""
    asked = node_rows.named_nodes(connection, reports).values()
    pages: dict[str, list[str]] = {}
    for node in node_rows.lineage_nodes(connection, {n.lineage for n in asked}).values():
        pages.setdefault(node.lineage, []).append(node.id)
    story_of = {
        report: stored.story.id
        for component in {n.component for n in asked}
        for stored in story_rows.stories_of(connection, component)
        for report in stored.story.reports
    }
    versions = {n.id: [n.id, *pages[n.lineage]] for n in asked}
    found = {i: next((story_of[v] for v in some if v in story_of), None) for i, some in versions.items()}
    return {i: story for i, story in found.items() if story is not None}
