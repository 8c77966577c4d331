"""Links and stories of another version of the program, made anew: a project is what a build from nothing gives."""

from __future__ import annotations

from itertools import islice

from sqlalchemy import Connection

from rashomon.adapters.package_data import grouping_version
from rashomon.deciding import standing
from rashomon.knowledge.library import Library
from rashomon.project.link_reports import Linker
from rashomon.project.regroup import regroup
from rashomon.storage import Store, component_rows, decision_rows, link_rows, mark_rows, report_rows
from rashomon.storage.fact_rows import find_fact, save_fact

#: The fact that names the version which made a store's links.
_LINKED_BY = "linked_by"
#: Reports linked, and stories formed, at once.
_MANY = 1_000


def renew_links(store: Store, library: Library) -> bool:
    """Link all reports anew where another version linked them; true where it did. Raises StoreError."""
    with store.reading() as connection:
        if not _is_stale(connection):
            return False
    with store.writing() as connection:
        # Another process may have done it since.
        if not _is_stale(connection):
            return False
        link_all(connection, library)
    return True


def are_current(connection: Connection) -> bool:
    """True where this version made the store's links."""
    return not _is_stale(connection)


def link_all(connection: Connection, library: Library) -> None:
    """Make all marks, links, components and stories anew."""
    mark_rows.delete_all_marks(connection)
    link_rows.delete_every_link(connection)
    component_rows.part_components(connection)
    linker = Linker(library)
    reports = report_rows.every_report(connection)
    while some := list(islice(reports, _MANY)):
        linker.join(connection, [(stored.seq, stored.report) for stored in some])
    join_merged(connection)
    form_all_stories(connection, library)


def form_all_stories(connection: Connection, library: Library) -> None:
    """Every story of links that are there; and the version that made these kept."""
    numbers = report_rows.every_seq(connection)
    for at in range(0, len(numbers), _MANY):
        regroup(connection, numbers[at : at + _MANY], library)
    note_links(connection)


def note_links(connection: Connection) -> None:
    """Keep that this version made the links."""
    save_fact(connection, _LINKED_BY, grouping_version())


def join_merged(connection: Connection) -> None:
    """What a standing decision merges lies in one component."""
    for decision in standing(decision_rows.all_decisions(connection)):
        if decision.kind in ("merge_copies", "merge_stories"):
            stored = report_rows.find_reports(connection, decision.targets).values()
            if stored:
                component_rows.join_components(connection, {s.component for s in stored})


def _is_stale(connection: Connection) -> bool:
    return find_fact(connection, _LINKED_BY) != grouping_version() and not report_rows.is_empty(connection)
