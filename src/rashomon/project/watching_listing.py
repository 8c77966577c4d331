"""One poll of a source that names pages: a feed, a sitemap, a list of feeds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection

from rashomon.model.fetched import Fetched
from rashomon.model.issue import Issue
from rashomon.model.listing import Listing
from rashomon.model.moment import Published
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.model.watched import PageState, SourceKind, SourceState, WatchedSource, WatchNote
from rashomon.pipeline import Parts
from rashomon.project import watching_times as times
from rashomon.project.add_reports import add_reports
from rashomon.project.link_reports import Linker
from rashomon.project.watching_state import Poll, after_answer, after_failure, brought, failure, keep_poll, validators
from rashomon.reading import read_listing, read_reports
from rashomon.reading.address import canonical_address
from rashomon.run import Run
from rashomon.storage import Store, source_rows
from rashomon.storage.source_rows import StoredPage, StoredSource


def poll_listing(
    store: Store, asked: StoredSource, fetched: Fetched, parts: Parts, chance: float, linker: Linker
) -> WatchNote:
    """Keep the new pages that a source's answer names as due; entries with their text but no address are reports."""
    at = fetched.retrieved_at
    address = asked.entry.address
    listed: Outcome[tuple[Listing, ...]] = Outcome(())
    carried: tuple[Report, ...] = ()
    if fetched.outcome == "new":
        raw = brought(fetched, address, at)
        listed = read_listing(raw, parts.library)
        if asked.entry.kind == "feed":
            of_list = msgspec.structs.replace(raw, outlet=asked.entry.outlet, lang=asked.entry.language)
            carried = read_reports([of_list], parts.library).value
    # An empty listing is an answer; bytes that are none are a failure, and their validators are not kept.
    unlisted = not listed.value and any(i.severity == "loss" for i in listed.issues)
    answered = fetched.outcome in ("new", "unchanged") and not unlisted
    issues = _about(asked.entry, (*failure(fetched, address), *listed.issues))
    note = WatchNote(at=at, what="polled", source=address, address=address, outcome=fetched.outcome)

    def beside(connection: Connection, found: Mapping[str, str]) -> None:
        nonlocal note
        # What another poll changed since this one was asked for stays.
        stored = source_rows.find_source(connection, address) or asked
        new = tuple(i for i, kind in found.items() if kind == "new")
        named = _keep_named(connection, stored, listed.value, carried, at) if answered else 0
        if answered:
            poll = Poll(at, fetched.outcome, named + len(new), issues=issues)
            state = after_answer(stored.entry, stored.state, poll, validators(fetched, stored.state.known))
        else:
            reason = fetched.reason or "; ".join(i.message for i in listed.issues[:3])
            poll = Poll(at, "failed" if unlisted else fetched.outcome, reason=reason, issues=issues)
            state = after_failure(stored.entry, stored.state, poll)
        due, told = keep_poll(connection, stored, state, poll, fetched, chance)
        note = msgspec.structs.replace(
            note, outcome=poll.outcome, named=named, new=new, reason=poll.reason, due=due, issues=told
        )

    whole = tuple(r for r in carried if r.canonical_url is None and r.read)
    add_reports(store, Outcome(whole if answered else ()), parts, Run(lambda: 0.0), beside=beside, linker=linker)
    return note


def _about(entry: WatchedSource, issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """The issues, each naming the source."""
    return tuple(dict.fromkeys(msgspec.structs.replace(i, report=i.report or entry.address) for i in issues))


def _keep_named(
    connection: Connection, stored: StoredSource, listed: Sequence[Listing], carried: Sequence[Report], at: dt.datetime
) -> int:
    """Keep what a source names: pages as due, further sources as watched; how many were new or changed."""
    pages = [named for named in listed if named.kind == "entry"]
    further = [named for named in listed if named.kind != "entry"]
    whole = {r.canonical_url: r for r in carried if r.canonical_url is not None}
    return _keep_pages(connection, stored, pages, whole, at) + _keep_sources(connection, stored.entry, further, at)


def _keep_pages(
    connection: Connection,
    stored: StoredSource,
    listed: Sequence[Listing],
    whole: Mapping[str, Report],
    at: dt.datetime,
) -> int:
    by_key = {key: named for named in reversed(listed) if (key := canonical_address(named.address)) is not None}
    known = source_rows.find_pages(connection, by_key)
    new = [
        StoredPage(key, _page_state(stored.entry, named, whole.get(key)), at if _wanted(stored, named, at) else None)
        for key, named in reversed(by_key.items())
        if key not in known
    ]
    source_rows.insert_pages(connection, new)
    edited = 0
    for key, page in known.items():
        told = _told(_changed(by_key[key]))
        # A page that was never read itself is known by the text that its source carries.
        text = whole.get(key) if page.state.sha256 is None else None
        is_told = told is not None and told != page.state.told_modified
        is_other = text is not None and text.id not in (page.state.report, page.state.carried and page.state.carried.id)
        if is_told or is_other:
            # The source says that the page changed: it is looked at now, whatever its own schedule says.
            again = (is_told and page.state.told_modified is not None) or page.state.report is not None
            edited += again
            kept = msgspec.structs.replace(page.state, told_modified=told or page.state.told_modified, carried=text)
            source_rows.save_page(connection, StoredPage(key, kept, at if again else page.due))
    return sum(page.due is not None for page in new) + edited


def _wanted(stored: StoredSource, named: Listing, at: dt.datetime) -> bool:
    """Whether a page is fetched: a feed's are; of a sitemap's only those of these days, not a site's whole past."""
    if stored.entry.kind != "sitemap":
        return True
    dated = _changed(named)
    return times.is_recent(dated.latest, at) if dated is not None else stored.state.polls > 0


def _page_state(entry: WatchedSource, named: Listing, carried: Report | None) -> PageState:
    return PageState(
        address=named.address,
        source=entry.address,
        published=_told(named.published),
        told_modified=_told(_changed(named)),
        outlet=entry.outlet,
        language=entry.language,
        carried=carried,
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
