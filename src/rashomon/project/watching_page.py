"""One visit of a page: its report, or a later version of it, stored together with the fact that it was seen."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import Connection

from rashomon.model.fetched import Fetched
from rashomon.model.issue import Issue
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.model.source import RawSource
from rashomon.model.watched import PageState, WatchNote
from rashomon.pipeline import Parts
from rashomon.project import watching_times as times
from rashomon.project.add_reports import add_reports
from rashomon.project.codes import issue
from rashomon.project.regroup import note_comeback
from rashomon.project.watching_state import Poll, after_answer, after_failure, brought, failure, keep_poll, validators
from rashomon.reading import read_reports
from rashomon.reading.address import canonical_address
from rashomon.run import Run
from rashomon.storage import Store, source_rows
from rashomon.storage.issue_rows import save_source_issues
from rashomon.storage.packing import stamp
from rashomon.storage.report_rows import find_reports
from rashomon.storage.retrieval_rows import note_sighting
from rashomon.storage.source_rows import StoredPage, StoredSource

if TYPE_CHECKING:
    from rashomon.project.watching import World


@dataclass(frozen=True, slots=True)
class _Visit:
    """What a visit brought: the answer, the page's state after it, the reports read, and the issues."""

    fetched: Fetched
    at: dt.datetime
    state: PageState
    read: Outcome[tuple[Report, ...]]
    issues: tuple[Issue, ...]


def visit_page(store: Store, page: StoredPage, parts: Parts, world: World) -> WatchNote:
    """Visit a page that a source named, and keep when it is looked at again."""
    with store.reading() as connection:
        source = source_rows.find_source(connection, page.state.source)
    if source is not None and not source.active:
        return _leave(store, page, world.now())
    visit = _fetch(page.state, parts, world)
    due = _next_look(visit, world.chance())
    issues = (*visit.issues, *_given_up(visit, due))
    kinds: dict[str, str] = {}

    def beside(connection: Connection, found: Mapping[str, str]) -> None:
        kinds.update(found)
        _keep_sightings(connection, page.state, visit, found, parts)
        source_rows.save_page(connection, StoredPage(page.key, visit.state, due))
        save_source_issues(connection, issues, stamp(visit.at))

    add_reports(store, visit.read, parts, _run(), beside=beside)
    return _note(page.state, visit, kinds, due, issues)


def poll_page_source(store: Store, stored: StoredSource, parts: Parts, world: World) -> WatchNote:
    """Visit a page that is a source itself: it is asked for as long as it is watched."""
    entry = stored.entry
    key = canonical_address(entry.address) or entry.address
    with store.reading() as connection:
        known = source_rows.find_pages(connection, [key]).get(key)
    before = known.state if known is not None else PageState(address=entry.address, source=entry.address)
    before = msgspec.structs.replace(before, address=entry.address, outlet=entry.outlet, language=entry.language)
    visit = _fetch(before, parts, world)
    kinds: dict[str, str] = {}
    due: dt.datetime | None = None
    issues: tuple[Issue, ...] = ()

    def beside(connection: Connection, found: Mapping[str, str]) -> None:
        nonlocal due, issues
        kinds.update(found)
        _keep_sightings(connection, before, visit, found, parts)
        source_rows.save_page(connection, StoredPage(key, visit.state, known.due if known is not None else None))
        brought = sum(kind == "new" for kind in found.values())
        poll = Poll(visit.at, visit.fetched.outcome, brought, visit.fetched.reason, visit.issues)
        answered = visit.fetched.outcome in ("new", "unchanged")
        state = after_answer(entry, stored.state, poll, None) if answered else after_failure(entry, stored.state, poll)
        due, issues = keep_poll(connection, stored, state, poll, visit.fetched, world.chance())

    add_reports(store, visit.read, parts, _run(), beside=beside)
    return msgspec.structs.replace(_note(before, visit, kinds, due, issues), what="polled")


def _fetch(page: PageState, parts: Parts, world: World) -> _Visit:
    fetched = world.fetch(page.address, page.known)
    at = world.now()
    issues = failure(fetched, page.address)
    read: Outcome[tuple[Report, ...]] = Outcome(())
    if fetched.outcome in ("new", "unchanged"):
        sha256 = hashlib.sha256(fetched.content).hexdigest() if fetched.outcome == "new" else page.sha256
        if sha256 != page.sha256:
            read = read_reports([_raw(page, fetched, at)], parts.library)
        # An address may give several reports (JSON Lines); only a page has versions.
        now = read.value[0].id if len(read.value) == 1 else page.report
        changed = now != page.report or page.seen_from is None or page.gone
        state = msgspec.structs.replace(
            page,
            address=fetched.permanent_redirect_to or page.address,
            known=validators(fetched, page.known),
            report=now,
            sha256=sha256,
            seen_from=at if changed else page.seen_from,
            seen_until=at,
            failures=0,
            gone=False,
        )
    elif fetched.outcome == "gone" and page.report is not None:
        state = msgspec.structs.replace(page, failures=0, gone=True, known=None)
        issues = () if page.gone else (*issues, _vanished(page, at))
    else:
        state = msgspec.structs.replace(page, failures=page.failures + 1)
    return _Visit(fetched, at, state, read, (*issues, *(i for i in read.issues if not _of_report(i))))


def _raw(page: PageState, fetched: Fetched, at: dt.datetime) -> RawSource:
    """The page's bytes, with what the list and the feed say of it."""
    raw = brought(fetched, page.address, at)
    return msgspec.structs.replace(raw, outlet=page.outlet, lang=page.language, published=page.published)


def _of_report(found: Issue) -> bool:
    return found.report is not None and found.report.startswith("rpt-")


def _next_look(visit: _Visit, chance: float) -> dt.datetime | None:
    if visit.state.failures:
        return times.look_after_failure(visit.at, visit.state.failures, visit.fetched.retry_after_s, chance)
    return times.next_look(visit.at, visit.state.seen_from or visit.at, chance)


def _keep_sightings(
    connection: Connection, before: PageState, visit: _Visit, kinds: Mapping[str, str], parts: Parts
) -> None:
    """Keep when the version before was seen last, and when one that was known already came back."""
    now = visit.state.report
    if now == before.report or now is None:
        return
    kept = find_reports(connection, [before.report] if before.report else [])
    if before.report in kept and before.seen_until is not None and before.seen_until != before.seen_from:
        note_sighting(connection, before.report, before.address, before.seen_until, before.sha256)
    if kinds.get(now) in ("again", "fuller"):
        note_comeback(connection, now, visit.state.address, visit.at, visit.state.sha256, parts.library)


def _given_up(visit: _Visit, due: dt.datetime | None) -> tuple[Issue, ...]:
    if due is not None or not visit.state.failures:
        return ()
    message = f"{visit.state.address} could not be had: {visit.fetched.reason or visit.fetched.outcome}"
    return (issue("page_unreachable", "loss", visit.state.address, message, "Add the page by hand if it matters."),)


def _vanished(page: PageState, at: dt.datetime) -> Issue:
    message = f"{page.address} is gone, seen at {at:%Y-%m-%d %H:%M} UTC; its versions stay."
    return issue("page_vanished", "warning", page.address, message, "Ask the outlet why, if it matters.")


def _leave(store: Store, page: StoredPage, at: dt.datetime) -> WatchNote:
    """A page of a source that is watched no longer is not asked for."""
    with store.writing() as connection:
        source_rows.save_page(connection, StoredPage(page.key, page.state, None))
    return WatchNote(
        at=at,
        what="visited",
        source=page.state.source,
        address=page.state.address,
        outcome="left",
        reason="Its source is watched no longer.",
    )


def _note(
    before: PageState, visit: _Visit, kinds: Mapping[str, str], due: dt.datetime | None, issues: tuple[Issue, ...]
) -> WatchNote:
    new = tuple(i for i, kind in kinds.items() if kind == "new")
    return WatchNote(
        at=visit.at,
        what="visited",
        source=before.source,
        address=before.address,
        outcome=visit.fetched.outcome,
        new=new,
        edited=tuple(i for i in new if before.report is not None and i == visit.state.report),
        reason=visit.fetched.reason,
        due=due,
        issues=issues,
    )


def _run() -> Run:
    """A run that nobody times: watching tells of itself by notes."""
    return Run(lambda: 0.0)
