"""One visit of a page: its report, or a later version of it, stored together with the fact that it was seen."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

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
from rashomon.project.link_reports import Linker
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

#: Answers by which a site keeps a page to itself (RFC 9110 15.5, RFC 7725): asking again does not help.
_KEPT_BACK = frozenset({401, 402, 403, 407, 451})


@dataclass(frozen=True, slots=True)
class _Visit:
    """What a visit brought: the answer, the page's state after it, the reports read, and the issues."""

    fetched: Fetched
    state: PageState
    read: Outcome[tuple[Report, ...]]
    issues: tuple[Issue, ...]

    @property
    def at(self) -> dt.datetime:
        return self.fetched.retrieved_at


def visit_page(
    store: Store, asked: StoredPage, fetched: Fetched, parts: Parts, chance: float, linker: Linker
) -> WatchNote:
    """Keep what a visit of a page that a source named came to, and when it is looked at again."""
    with store.reading() as connection:
        # What its source said of it since it was asked for stays.
        page = source_rows.find_pages(connection, [asked.key]).get(asked.key, asked)
    visit = _read(page.state, fetched, parts)
    due = _next_look(visit, chance)
    if page.state.told_modified != asked.state.told_modified:
        due = visit.at
    visit = _with_carried(visit, page.state, due)
    issues = (*visit.issues, *_given_up(visit, due))
    kinds: dict[str, str] = {}

    def beside(connection: Connection, found: Mapping[str, str]) -> None:
        kinds.update(found)
        _keep_sightings(connection, page.state, visit, found, parts)
        source_rows.save_page(connection, StoredPage(page.key, visit.state, due))
        save_source_issues(connection, issues, stamp(visit.at))

    add_reports(store, visit.read, parts, _run(), beside=beside, linker=linker)
    return _note(page.state, visit, kinds, due, issues)


def page_of_source(connection: Connection, stored: StoredSource) -> StoredPage:
    """The page that a source itself is, as it stands."""
    entry = stored.entry
    key = canonical_address(entry.address) or entry.address
    known = source_rows.find_pages(connection, [key]).get(key)
    state = known.state if known is not None else PageState(address=entry.address, source=entry.address)
    state = msgspec.structs.replace(state, address=entry.address, outlet=entry.outlet, language=entry.language)
    return StoredPage(key, state, known.due if known is not None else None)


def poll_page_source(
    store: Store, asked: StoredSource, fetched: Fetched, parts: Parts, chance: float, linker: Linker
) -> WatchNote:
    """Keep what a visit of a page that is a source itself came to: it is asked for as long as it is watched."""
    with store.reading() as connection:
        stored = source_rows.find_source(connection, asked.entry.address) or asked
        page = page_of_source(connection, stored)
    visit = _read(page.state, fetched, parts)
    kinds: dict[str, str] = {}
    due: dt.datetime | None = None
    issues: tuple[Issue, ...] = ()

    def beside(connection: Connection, found: Mapping[str, str]) -> None:
        nonlocal due, issues
        kinds.update(found)
        _keep_sightings(connection, page.state, visit, found, parts)
        source_rows.save_page(connection, StoredPage(page.key, visit.state, page.due))
        new = sum(kind == "new" for kind in found.values())
        poll = Poll(visit.at, fetched.outcome, new, fetched.reason, visit.issues)
        answered = fetched.outcome in ("new", "unchanged")
        after = after_answer(stored.entry, stored.state, poll, None) if answered else None
        state = after or after_failure(stored.entry, stored.state, poll)
        due, issues = keep_poll(connection, stored, state, poll, fetched, chance)

    add_reports(store, visit.read, parts, _run(), beside=beside, linker=linker)
    return msgspec.structs.replace(_note(page.state, visit, kinds, due, issues), what="polled")


def _read(page: PageState, fetched: Fetched, parts: Parts) -> _Visit:
    at = fetched.retrieved_at
    issues = failure(fetched, page.address)
    read: Outcome[tuple[Report, ...]] = Outcome(())
    if fetched.outcome in ("new", "unchanged"):
        sha256 = hashlib.sha256(fetched.content).hexdigest() if fetched.outcome == "new" else page.sha256
        if sha256 != page.sha256:
            read = read_reports([_raw(page, fetched, at)], parts.library)
        # An address may give several reports (JSON Lines); only a page has versions.
        now = read.value[0].id if len(read.value) == 1 else page.report
        state = msgspec.structs.replace(
            _seen(page, now, at),
            address=fetched.permanent_redirect_to or page.address,
            known=validators(fetched, page.known),
            sha256=sha256,
            failures=0,
            gone=False,
            carried=None,
        )
    elif fetched.outcome == "gone" and page.report is not None:
        state = msgspec.structs.replace(page, failures=0, gone=True, known=None)
        issues = () if page.gone else (*issues, _vanished(page, at))
    else:
        state = msgspec.structs.replace(page, failures=page.failures + 1)
    return _Visit(fetched, state, read, (*issues, *(i for i in read.issues if not _of_report(i))))


def _seen(page: PageState, report: str | None, at: dt.datetime) -> PageState:
    """The page's state with the version that was seen at an instant."""
    changed = report != page.report or page.seen_from is None or page.gone
    return msgspec.structs.replace(page, report=report, seen_from=at if changed else page.seen_from, seen_until=at)


def _with_carried(visit: _Visit, page: PageState, due: dt.datetime | None) -> _Visit:
    """The visit; where the page is kept back or could not be had, with the text that its source carries of it."""
    fetched = visit.fetched
    closed = fetched.outcome in ("refused", "gone") or fetched.status in _KEPT_BACK or due is None
    if page.carried is None or fetched.outcome in ("new", "unchanged") or not closed:
        return visit
    message = f"{page.address} could not be had, so the text that {page.source} carries of it was kept."
    kept = issue("kept_from_feed", "note", page.address, message, "Compare it with the page if it matters.")
    state = msgspec.structs.replace(
        _seen(visit.state, page.carried.id, page.carried.learned_at or visit.at), carried=None
    )
    return _Visit(fetched, state, Outcome((page.carried,)), (*visit.issues, kept))


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
    kept_from_feed = visit.state.report is not None and visit.state.sha256 is None
    if due is not None or not visit.state.failures or kept_from_feed:
        return ()
    message = f"{visit.state.address} could not be had: {visit.fetched.reason or visit.fetched.outcome}"
    return (issue("page_unreachable", "loss", visit.state.address, message, "Add the page by hand if it matters."),)


def _vanished(page: PageState, at: dt.datetime) -> Issue:
    message = f"{page.address} is gone, seen at {at:%Y-%m-%d %H:%M} UTC; its versions stay."
    return issue("page_vanished", "warning", page.address, message, "Ask the outlet why, if it matters.")


def leave_page(store: Store, page: StoredPage, at: dt.datetime) -> WatchNote:
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
