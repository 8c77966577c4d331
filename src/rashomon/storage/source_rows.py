"""What is watched, in the store: sources with where their polling stands, the pages that they named, their polls."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, delete, func, insert, literal, select, union_all, update

from rashomon.errors import StoreError
from rashomon.model.watched import PageState, SourceState, WatchedSource
from rashomon.storage import tables
from rashomon.storage.packing import instant, stamp

T = TypeVar("T")
_CHUNK = 500
#: So many due things are looked through for one whose host is free.
_MOST_DUE = 20 * _CHUNK


@dataclass(frozen=True, slots=True)
class StoredSource:
    """A source of the list, where it stands, when it is due (null for never), and whether it is watched."""

    entry: WatchedSource
    state: SourceState
    due: dt.datetime | None
    active: bool


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page by its canonical address, where it stands, when it is due (null for no more)."""

    key: str
    state: PageState
    due: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Due:
    """A source by its address, or a page by its canonical one, that is due."""

    address: str
    is_page: bool


def list_sources(connection: Connection, *, active: bool = True) -> list[StoredSource]:
    """The sources by address; those no longer watched too, where `active` is false."""
    wanted = select(tables.sources).order_by(tables.sources.c.address)
    if active:
        wanted = wanted.where(tables.sources.c.active.is_(True))
    return [_source(row) for row in connection.execute(wanted)]


def find_source(connection: Connection, address: str) -> StoredSource | None:
    """The source of an address, watched or not."""
    row = connection.execute(select(tables.sources).where(tables.sources.c.address == address)).first()
    return _source(row) if row is not None else None


def save_source(connection: Connection, stored: StoredSource) -> None:
    """Keep a source in place of the one of its address."""
    table = tables.sources
    values = {
        "entry": _json(stored.entry),
        "state": _json(stored.state),
        "due": stamp(stored.due),
        "active": stored.active,
    }
    at = table.c.address == stored.entry.address
    if connection.execute(update(table).where(at).values(**values)).rowcount == 0:
        connection.execute(insert(table).values(address=stored.entry.address, **values))


def find_entry(connection: Connection, address: str) -> WatchedSource | None:
    """What the list says of a source, whatever became of its state; null where that cannot be read."""
    text = connection.execute(select(tables.sources.c.entry).where(tables.sources.c.address == address)).scalar()
    try:
        return _read(text, WatchedSource) if text is not None else None
    except StoreError:
        return None


def delete_page(connection: Connection, key: str) -> None:
    """Forget a page."""
    connection.execute(delete(tables.pages).where(tables.pages.c.address == key))


def delete_source(connection: Connection, address: str) -> None:
    """Forget a source (one that moved: its row stands under the new address)."""
    connection.execute(delete(tables.sources).where(tables.sources.c.address == address))


def first_due(connection: Connection) -> dt.datetime | None:
    """When the watched source or the page is due that is due first."""
    source, page = tables.sources.c, tables.pages.c
    first = (select(func.min(source.due)).where(source.active.is_(True)), select(func.min(page.due)))
    instants = (instant(connection.execute(wanted).scalar()) for wanted in first)
    return min((i for i in instants if i is not None), default=None)


def due_jobs(connection: Connection, now: dt.datetime) -> Iterator[Due]:
    """The sources and pages that are due now, the first due first; a source before the pages of its instant."""
    source, page = tables.sources.c, tables.pages.c
    by = stamp(now)
    sources = select(source.due, literal(0).label("page"), source.address)
    pages = select(page.due, literal(1).label("page"), page.address)
    jobs = union_all(sources.where(source.active.is_(True), source.due <= by), pages.where(page.due <= by)).subquery()
    wanted = select(jobs).order_by(jobs.c.due, jobs.c.page, jobs.c.address).limit(_CHUNK)
    for start in range(0, _MOST_DUE, _CHUNK):
        rows = connection.execute(wanted.offset(start)).all()
        yield from (Due(row.address, is_page=bool(row.page)) for row in rows)
        if len(rows) < _CHUNK:
            return


def find_job(connection: Connection, due: Due) -> StoredSource | StoredPage | None:
    """The source or page that is due."""
    if due.is_page:
        return find_pages(connection, [due.address]).get(due.address)
    return find_source(connection, due.address)


def find_pages(connection: Connection, keys: Iterable[str]) -> dict[str, StoredPage]:
    """The pages of these canonical addresses that the store knows."""
    wanted = list(keys)
    found: dict[str, StoredPage] = {}
    for at in range(0, len(wanted), _CHUNK):
        rows = connection.execute(select(tables.pages).where(tables.pages.c.address.in_(wanted[at : at + _CHUNK])))
        found.update((row.address, _page(row)) for row in rows)
    return found


def insert_pages(connection: Connection, pages: Sequence[StoredPage]) -> None:
    """Keep pages that the store does not know yet."""
    rows = [{"address": p.key, "state": _json(p.state), "due": stamp(p.due)} for p in pages]
    if rows:
        connection.execute(insert(tables.pages), rows)


def save_page(connection: Connection, page: StoredPage) -> None:
    """Keep a page in place of the one of its address."""
    values = {"state": _json(page.state), "due": stamp(page.due)}
    if (
        connection.execute(update(tables.pages).where(tables.pages.c.address == page.key).values(**values)).rowcount
        == 0
    ):
        insert_pages(connection, [page])


def forget_carried(connection: Connection, report_id: str) -> None:
    """Let go of the text of a report that a feed carried and whose page was not read."""
    table = tables.pages
    rows = connection.execute(select(table).where(table.c.state.contains(report_id, autoescape=True))).all()
    for page in map(_page, rows):
        if page.state.carried is not None and page.state.carried.id == report_id:
            save_page(connection, StoredPage(page.key, msgspec.structs.replace(page.state, carried=None), page.due))


def save_poll(connection: Connection, address: str, at: dt.datetime, outcome: str, added: int, message: str) -> None:
    """Keep what a poll came to."""
    connection.execute(
        insert(tables.polls).values(address=address, at=stamp(at), outcome=outcome, added=added, message=message)
    )


def _source(row: object) -> StoredSource:
    return StoredSource(
        entry=_read(row.entry, WatchedSource),  # type: ignore[attr-defined]
        state=_read(row.state, SourceState),  # type: ignore[attr-defined]
        due=instant(row.due),  # type: ignore[attr-defined]
        active=bool(row.active),  # type: ignore[attr-defined]
    )


def _page(row: object) -> StoredPage:
    return StoredPage(
        key=row.address,  # type: ignore[attr-defined]
        state=_read(row.state, PageState),  # type: ignore[attr-defined]
        due=instant(row.due),  # type: ignore[attr-defined]
    )


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode("utf-8")


def _read(text: str, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.MsgspecError as error:
        raise StoreError(f"A {kind.__name__} of the store is damaged: {error}.", "Run `rashomon doctor`.") from error
