"""One poll of a source that names pages: a feed, a sitemap, a list of feeds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import Connection

from rashomon.knowledge.library import Library
from rashomon.model.issue import Issue
from rashomon.model.listing import Listing
from rashomon.model.moment import Published
from rashomon.model.outcome import Outcome
from rashomon.model.watched import PageState, SourceKind, SourceState, WatchedSource, WatchNote
from rashomon.project import watching_times as times
from rashomon.project.watching_state import Poll, after_answer, after_failure, brought, failure, keep_poll, validators
from rashomon.reading import read_listing
from rashomon.reading.address import canonical_address
from rashomon.storage import Store, source_rows
from rashomon.storage.source_rows import StoredPage, StoredSource

if TYPE_CHECKING:
    from rashomon.project.watching import World


def poll_listing(store: Store, stored: StoredSource, library: Library, world: World) -> WatchNote:
    """Ask a source for what it names, and keep the new pages as due."""
    fetched = world.fetch(stored.entry.address, stored.state.known)
    at = world.now()
    listed: Outcome[tuple[Listing, ...]] = Outcome(())
    if fetched.outcome == "new":
        listed = read_listing(brought(fetched, stored.entry.address, at), library)
    # An empty listing is an answer; bytes that are none are a failure, and their validators are not kept.
    unlisted = not listed.value and any(i.severity == "loss" for i in listed.issues)
    answered = fetched.outcome in ("new", "unchanged") and not unlisted
    issues = _about(stored.entry, (*failure(fetched, stored.entry.address), *listed.issues))
    with store.writing() as connection:
        named = _keep_named(connection, stored.entry, stored.state, listed.value, at) if answered else 0
        if answered:
            poll = Poll(at, fetched.outcome, named, issues=issues)
            state = after_answer(stored.entry, stored.state, poll, validators(fetched, stored.state.known))
        else:
            outcome = "failed" if unlisted else fetched.outcome
            reason = fetched.reason or "; ".join(i.message for i in listed.issues[:3])
            poll = Poll(at, outcome, reason=reason, issues=issues)
            state = after_failure(stored.entry, stored.state, poll)
        due, issues = keep_poll(connection, stored, state, poll, fetched, world.chance())
    return WatchNote(
        at=at,
        what="polled",
        source=stored.entry.address,
        address=stored.entry.address,
        outcome=poll.outcome,
        named=named,
        reason=poll.reason,
        due=due,
        issues=issues,
    )


def _about(entry: WatchedSource, issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """The issues, each naming the source."""
    return tuple(dict.fromkeys(msgspec.structs.replace(i, report=i.report or entry.address) for i in issues))


def _keep_named(
    connection: Connection, entry: WatchedSource, state: SourceState, listed: Sequence[Listing], at: dt.datetime
) -> int:
    """Keep what a source names: pages as due, further sources as watched; how many were new or changed."""
    pages = [named for named in listed if named.kind == "entry"]
    further = [named for named in listed if named.kind != "entry"]
    return _keep_pages(connection, entry, state, pages, at) + _keep_sources(connection, entry, further, at)


def _keep_pages(
    connection: Connection, entry: WatchedSource, state: SourceState, listed: Sequence[Listing], at: dt.datetime
) -> int:
    by_key = {key: named for named in reversed(listed) if (key := canonical_address(named.address)) is not None}
    known = source_rows.find_pages(connection, by_key)
    new = [
        StoredPage(key, _page_state(entry, named), at if _wanted(entry, state, named, at) else None)
        for key, named in reversed(by_key.items())
        if key not in known
    ]
    source_rows.insert_pages(connection, new)
    edited = 0
    for key, page in known.items():
        told = _told(_changed(by_key[key]))
        if told is not None and told != page.state.told_modified:
            # The source says that the page changed: it is looked at now, whatever its own schedule says.
            edited += page.state.told_modified is not None
            looked_at = at if page.state.told_modified is not None else page.due
            kept = msgspec.structs.replace(page.state, told_modified=told)
            source_rows.save_page(connection, StoredPage(key, kept, looked_at))
    return sum(page.due is not None for page in new) + edited


def _wanted(entry: WatchedSource, state: SourceState, named: Listing, at: dt.datetime) -> bool:
    """Whether a page is fetched: a feed's are; of a sitemap's only those of these days, not a site's whole past."""
    if entry.kind != "sitemap":
        return True
    dated = _changed(named)
    return times.is_recent(dated.latest, at) if dated is not None else state.polls > 0


def _page_state(entry: WatchedSource, named: Listing) -> PageState:
    return PageState(
        address=named.address,
        source=entry.address,
        published=_told(named.published),
        told_modified=_told(_changed(named)),
        outlet=entry.outlet,
        language=entry.language,
    )


def _changed(named: Listing) -> Published | None:
    """When its source says that a page changed last: many feeds move its date of publication."""
    return named.modified or named.published


def _told(when: Published | None) -> str | None:
    """A date as its source told it: a day where it told no more."""
    if when is None:
        return None
    return when.earliest.isoformat() if when.precision in ("instant", "hour") else when.earliest.date().isoformat()


def _keep_sources(connection: Connection, parent: WatchedSource, listed: Sequence[Listing], at: dt.datetime) -> int:
    """Watch the feeds or sitemaps that a list names, and no longer those that it dropped."""
    if parent.kind not in ("opml", "sitemap"):
        return 0
    wanted = {named.address: named for named in listed if _is_current(named, at)}
    before = {s.entry.address: s for s in source_rows.list_sources(connection, active=False)}
    moved = {was: s.entry.address for s in before.values() for was in s.entry.was}
    added = 0
    for address, named in wanted.items():
        known = before.get(moved.get(address, address))
        if known is None or (known.entry.via == parent.address and not known.active):
            kept = StoredSource(_child(parent, named), known.state if known else SourceState(), at, active=True)
            source_rows.save_source(connection, kept)
            added += 1
    for stored in before.values():
        named_again = any(address in wanted for address in (stored.entry.address, *stored.entry.was))
        if stored.active and stored.entry.via == parent.address and not named_again:
            source_rows.save_source(connection, StoredSource(stored.entry, stored.state, None, active=False))
    return added


def _is_current(named: Listing, at: dt.datetime) -> bool:
    dated = _changed(named)
    return named.kind == "feed" or dated is None or times.is_recent(dated.latest, at)


def _child(parent: WatchedSource, named: Listing) -> WatchedSource:
    kind: SourceKind = "sitemap" if named.kind == "sitemap" else "feed"
    return WatchedSource(
        address=named.address,
        kind=kind,
        outlet=parent.outlet,
        family=parent.family,
        country=parent.country,
        language=parent.language,
        via=parent.address,
    )
