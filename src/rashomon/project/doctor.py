"""Every invariant of a project checked, and what can be made anew from the reports made anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection

from rashomon import pipeline
from rashomon.adapters.package_data import program_version
from rashomon.errors import StoreError
from rashomon.knowledge.library import Library
from rashomon.model.record import Record
from rashomon.project.check_groups import check_components, check_links, check_stories
from rashomon.project.check_records import (
    check_decisions,
    check_dossiers,
    check_orphans,
    check_reports,
    check_search,
    check_summaries,
    check_tombstones,
)
from rashomon.project.check_watching import check_watching, mend_watching
from rashomon.project.faults import REPAIRED, Fault, Finding, findings_of
from rashomon.project.renew_links import link_all
from rashomon.project.sightings import count_lineage
from rashomon.project.waiting import waiting_decisions
from rashomon.storage import Store, component_rows, examining, product_rows, report_rows, story_rows
from rashomon.storage.product_rows import Understood
from rashomon.storage.search_rebuilding import rebuild_search

#: Reports whose marks, links and stories are made anew for a check that is not full.
_SAMPLE = 200


class Diagnosis(Record, frozen=True, kw_only=True):
    """What was found: nothing where the project is sound. `sampled` is how many of `reports` had links and
    stories made anew; `waiting` are the ids of decisions whose targets are not there: no fault, they wait.
    """

    reports: int
    sampled: int
    findings: tuple[Finding, ...]
    waiting: tuple[str, ...]
    repaired: tuple[Finding, ...] = ()


def examine(store: Store, library: Library, *, full: bool = False) -> Diagnosis:
    """Check everything; links and stories of a sample of the reports, or (`full`) of all."""
    return _diagnosis(*_faults(store, library, full=full))


def repair(store: Store, parts: pipeline.Parts, *, full: bool = False) -> Diagnosis:
    """Make anew what can be made anew, and check again; `repaired` is what was found before."""
    faults, *_ = _faults(store, parts.library, full=full)
    mended = [f for f in faults if f.check in REPAIRED]
    if mended and all(f.check != "database" for f in faults):
        with store.writing() as connection:
            _mend(connection, mended, parts)
        store.scrub()
    after = _diagnosis(*_faults(store, parts.library, full=full))
    return Diagnosis(
        reports=after.reports,
        sampled=after.sampled,
        findings=after.findings,
        waiting=after.waiting,
        repaired=findings_of(mended),
    )


def _diagnosis(faults: list[Fault], reports: int, sampled: int, waiting: tuple[str, ...]) -> Diagnosis:
    return Diagnosis(reports=reports, sampled=sampled, findings=findings_of(faults), waiting=waiting)


def _faults(store: Store, library: Library, *, full: bool) -> tuple[list[Fault], int, int, tuple[str, ...]]:
    damage = _damage(store)
    if damage:
        # Nothing that lies on damaged pages can be trusted, not even to be read.
        return [Fault(check="database", subject=store.address, what=what) for what in damage], 0, 0, ()
    with store.reading() as connection:
        numbers = report_rows.every_seq(connection)
        step = 1 if full else max(1, len(numbers) // _SAMPLE)
        sample = numbers[::step]
        faults = list(_checks(connection, sample, library))
        unread = any(f.check == "decisions" for f in faults)
        return faults, len(numbers), len(sample), () if unread else waiting_decisions(connection)


def _damage(store: Store) -> list[str]:
    found: list[str] = []
    try:
        with store.reading() as connection:
            found += examining.database_faults(connection)
    except StoreError as error:
        found += [] if found else [error.message]
    return found


def _checks(connection: Connection, sample: list[int], library: Library) -> Iterator[Fault]:
    yield from check_reports(connection)
    yield from check_tombstones(connection)
    yield from check_orphans(connection)
    yield from check_search(connection)
    yield from check_dossiers(connection)
    yield from check_summaries(connection)
    yield from check_watching(connection)
    yield from check_links(connection, sample, library)
    yield from check_components(connection)
    decisions = list(check_decisions(connection))
    yield from decisions
    if not decisions:
        yield from check_stories(connection, set(component_rows.components_of(connection, sample).values()), library)


def _mend(connection: Connection, faults: list[Fault], parts: pipeline.Parts) -> None:
    by_check: dict[str, list[str]] = defaultdict(list)
    for fault in faults:
        by_check[fault.check].append(fault.subject)
    examining.delete_orphans(connection)
    story_rows.drop_dossiers(connection, by_check["dossiers"])
    mend_watching(connection, by_check["watching"])
    for stored in report_rows.find_reports(connection, by_check["columns"]).values():
        report_rows.replace_report(connection, stored.report, None)
        count_lineage(connection, stored.report.lineage)
    for stored in report_rows.find_reports(connection, by_check["products"]).values():
        outcome = pipeline.understood_one(stored.report, parts.parser, parts.library)
        found = Understood(claims=outcome.value, issues=tuple(dict.fromkeys(outcome.issues)))
        product_rows.save_understood(connection, program_version(), [(stored.report, found)])
    if by_check["marks"] or by_check["components"] or by_check["stories"] or by_check["columns"]:
        link_all(connection, parts.library)
    if by_check["search"] or by_check["orphans"] or by_check["products"]:
        rebuild_search(connection)
