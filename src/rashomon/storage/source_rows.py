"""What is watched, in the store: sources with where their polling stands, the pages that they named, their polls."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, update

from rashomon.errors import StoreError
from rashomon.model.watched import PageState, SourceState, WatchedSource
from rashomon.storage import tables
from rashomon.storage.packing import instant, stamp

T = TypeVar("T")
_CHUNK = 500


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


def delete_source(connection: Connection, address: str) -> None:
    """Forget a source (one that moved: its row stands under the new address)."""
    connection.execute(delete(tables.sources).where(tables.sources.c.address == address))


def first_due_source(connection: Connection) -> StoredSource | None:
    """The watched source that is due first."""
    table = tables.sources
    row = connection.execute(
        select(table)
        .where(table.c.active.is_(True), table.c.due.is_not(None))
        .order_by(table.c.due, table.c.address)
        .limit(1)
    ).first()
    return _source(row) if row is not None else None


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


def first_due_page(connection: Connection) -> StoredPage | None:
    """The page that is due first."""
    table = tables.pages
    row = connection.execute(
        select(table).where(table.c.due.is_not(None)).order_by(table.c.due, table.c.address).limit(1)
    ).first()
    return _page(row) if row is not None else None


def count_pages(connection: Connection) -> int:
    """How many pages the watched sources named."""
    return int(connection.execute(select(func.count()).select_from(tables.pages)).scalar_one())


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
