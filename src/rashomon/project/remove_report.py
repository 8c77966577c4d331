"""A report erased with all that was made of it; a tombstone stays, and the project is as if it never came."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection

from rashomon.deciding import standing
from rashomon.errors import NotFoundError
from rashomon.grouping import find_copies
from rashomon.knowledge.library import Library
from rashomon.model.decision import Decision
from rashomon.model.record import Record
from rashomon.project.falling_apart import components_among
from rashomon.project.link_reports import Linker
from rashomon.project.regroup import regroup
from rashomon.project.renew_links import check_current
from rashomon.project.restory import Decided
from rashomon.project.sightings import count_lineage
from rashomon.storage import (
    Store,
    claim_rows,
    component_rows,
    decision_rows,
    link_rows,
    mark_rows,
    node_rows,
    removal_rows,
    report_rows,
    search_rows,
    source_rows,
    story_rows,
)
from rashomon.storage.report_rows import StoredReport


class Removed(Record, frozen=True, kw_only=True):
    """What erasing a report left to know: `decisions` that were about it or its claims stay and wait; `copies` are
    reports that carry the same text, `versions` those of the same page: they are still there. `scrubbed` is false where
    another program held the store open, so that its log may keep the words until that program is done.
    """

    report: str
    decisions: tuple[Decision, ...]
    copies: tuple[str, ...]
    versions: tuple[str, ...]
    scrubbed: bool


def remove_report(store: Store, report_id: str, *, reason: str, by: str, at: dt.datetime, library: Library) -> Removed:
    """Erase a report; its component falls apart into what its other reports make of themselves.

    Raises NotFoundError where the project holds no such report.
    """
    with store.writing() as connection:
        check_current(connection)
        found = report_rows.find_reports(connection, [report_id]).get(report_id)
        if found is None:
            raise _missing(connection, report_id)
        decisions = decision_rows.all_decisions(connection)
        about = _about(connection, decisions, report_id)
        copies = _copies(connection, found, library)
        versions = node_rows.lineage_nodes(connection, [found.report.lineage])
        near = {found.seq, *link_rows.links_of(connection, [found.seq])[found.seq], *versions}
        near |= _decided_beside(connection, decisions, found.seq)
        _erase(connection, found)
        removal_rows.save_tombstone(connection, report_id, reason, at, by)
        # Without the first version of a page the next one counts from its publication.
        count_lineage(connection, found.report.lineage)
        linker = Linker(library)
        _part(connection, component_rows.members_of(connection, [found.component]), decisions, linker)
        regroup(connection, near, library, linker)
    scrubbed = store.scrub()
    return Removed(
        report=report_id,
        decisions=about,
        copies=copies,
        versions=tuple(v.id for v in versions.values() if v.id != report_id),
        scrubbed=scrubbed,
    )


def _decided_beside(connection: Connection, decisions: Sequence[Decision], seq: int) -> set[int]:
    """The reports that a decision holds together, or apart, by this one: without it they do as they are linked."""
    kinds = (Decided(connection, standing(decisions), what) for what in ("copies", "stories"))
    return {other for decided in kinds for other in decided.beside([seq])}


def _part(connection: Connection, seqs: Sequence[int], decisions: Sequence[Decision], linker: Linker) -> None:
    """Put reports into the components that they make among themselves."""
    members: dict[int, list[int]] = defaultdict(list)
    for seq, number in components_among(connection, seqs, standing(decisions), linker).items():
        members[number].append(seq)
    for number, inside in members.items():
        component_rows.set_component(connection, inside, number)


def _missing(connection: Connection, report_id: str) -> NotFoundError:
    gone = removal_rows.tombstones(connection, [report_id]).get(report_id)
    if gone is not None:
        return NotFoundError(f"{report_id} was removed before: {gone.reason} ({gone.removed_by}, {gone.at[:10]}).")
    return NotFoundError(f"The project holds no {report_id}.", "Copy the id from `rashomon search` or `rashomon show`.")


def _about(connection: Connection, decisions: Sequence[Decision], report_id: str) -> tuple[Decision, ...]:
    """The decisions that name the report, its claims, or what is named after them."""
    ids = {report_id, *claim_rows.claims_of_report(connection, report_id)}
    ids |= {"story-" + report_id.removeprefix("rpt-")}
    return tuple(d for d in decisions if ids.intersection(d.targets))


def _copies(connection: Connection, found: StoredReport, library: Library) -> tuple[str, ...]:
    """The reports that carry the same text, as they stand."""
    place = link_rows.places_of(connection, [found.seq]).get(found.seq)
    if place is None:
        return ()
    stored = report_rows.reports_at(connection, link_rows.copy_places(connection, [place.first]))
    groups = find_copies([s.report for s in stored], library).value
    return tuple(r for g in groups if found.report.id in g.reports for r in g.reports if r != found.report.id)


def _erase(connection: Connection, found: StoredReport) -> None:
    report_id = found.report.id
    story_rows.drop_dossiers(connection, story_rows.stories_holding(connection, report_id))
    mark_rows.delete_every_mark(connection, found.seq)
    link_rows.delete_links(connection, found.seq)
    report_rows.delete_report(connection, report_id)
    source_rows.forget_carried(connection, report_id)
    search_rows.squeeze(connection)
