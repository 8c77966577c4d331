"""What is watched, checked and mended: sources and pages decode, are asked for again, and stand for what is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import Connection

from rashomon.errors import StoreError
from rashomon.model.watched import SourceState
from rashomon.project.faults import Fault
from rashomon.storage import examining, removal_rows, report_rows, source_rows
from rashomon.storage.source_rows import StoredPage, StoredSource

_CHUNK = 500
#: What is mended is asked for at once, whatever the time is.
_AT_ONCE = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def check_watching(connection: Connection) -> Iterator[Fault]:
    """Each source and page can be read, will be asked for, and stands for a report that is there or was removed."""
    for address in examining.addresses(connection, "sources"):
        for what in _source_faults(connection, address):
            yield Fault(check="watching", subject=address, what=what)
    keys = examining.addresses(connection, "pages")
    for at in range(0, len(keys), _CHUNK):
        yield from _page_faults(connection, keys[at : at + _CHUNK])


def _source_faults(connection: Connection, address: str) -> Iterator[str]:
    try:
        stored = source_rows.find_source(connection, address)
    except StoreError:
        yield "the state of a source cannot be decoded"
        return
    if stored is None or stored.entry.address != address:
        yield "the entry of a source is another one's"
    elif stored.active and stored.due is None:
        yield "a source is watched and never asked"


def _page_faults(connection: Connection, keys: list[str]) -> Iterator[Fault]:
    pages: list[StoredPage] = []
    for key in keys:
        try:
            pages += source_rows.find_pages(connection, [key]).values()
        except StoreError:
            yield Fault(check="watching", subject=key, what="the state of a page cannot be decoded")
    named = {p.state.report for p in pages if p.state.report is not None}
    there = report_rows.known_ids(connection, named) | set(removal_rows.tombstones(connection, sorted(named)))
    for page in pages:
        if page.state.report is not None and page.state.report not in there:
            yield Fault(check="watching", subject=page.key, what="a page stands for a report that is not there")


def mend_watching(connection: Connection, subjects: Iterable[str]) -> None:
    """What cannot be read or stands for nothing is asked for anew, at once."""
    sources = set(examining.addresses(connection, "sources"))
    for subject in subjects:
        if subject not in sources:
            _mend_page(connection, subject)
            continue
        entry = source_rows.find_entry(connection, subject)
        if entry is None or entry.address != subject:
            # What is not even an entry cannot be asked for: the list of sources puts it back.
            source_rows.delete_source(connection, subject)
            continue
        try:
            found = source_rows.find_source(connection, subject)
        except StoreError:
            found = None
        state = found.state if found is not None else SourceState()
        active = found.active if found is not None else True
        source_rows.save_source(connection, StoredSource(entry, state, _AT_ONCE if active else None, active=active))


def _mend_page(connection: Connection, key: str) -> None:
    try:
        page = source_rows.find_pages(connection, [key]).get(key)
    except StoreError:
        # Its source names it again.
        source_rows.delete_page(connection, key)
        return
    if page is not None:
        state = msgspec.structs.replace(page.state, report=None, sha256=None, known=None, seen_from=None)
        source_rows.save_page(connection, StoredPage(key, state, _AT_ONCE))
