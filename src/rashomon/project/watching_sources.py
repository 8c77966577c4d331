"""The list of sources that a project watches: entries added, changed and taken off it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from rashomon.errors import NotFoundError
from rashomon.model.record import Record
from rashomon.model.watched import SourceState, WatchedSource
from rashomon.storage import Store, source_rows
from rashomon.storage.source_rows import StoredSource


class ListChange(Record, frozen=True, kw_only=True):
    """What became of the entries, by address: `moved` ones stand under a new address since their source moved."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()


def take_sources(store: Store, entries: Sequence[WatchedSource], at: dt.datetime) -> ListChange:
    """Put entries on the list, due at once where they are new; those that are on it and not given stay.

    An entry given by an address that its source has left since keeps the new one, and takes over what else is said.
    """
    kinds: dict[str, list[str]] = {"added": [], "changed": [], "same": [], "moved": []}
    with store.writing() as connection:
        left = {was: s for s in source_rows.list_sources(connection) for was in s.entry.was}
        for given in entries:
            known = left.get(given.address) or source_rows.find_source(connection, given.address)
            if known is None:
                source_rows.save_source(connection, StoredSource(given, SourceState(), at, active=True))
                kinds["added"].append(given.address)
                continue
            entry = msgspec.structs.replace(given, address=known.entry.address, was=known.entry.was)
            due = known.due if known.active and entry == known.entry else at
            if entry != known.entry or not known.active:
                source_rows.save_source(connection, StoredSource(entry, known.state, due, active=True))
            if entry.address != given.address:
                kind = "moved"
            elif not known.active:
                kind = "added"
            else:
                kind = "same" if entry == known.entry else "changed"
            kinds[kind].append(given.address)
    return ListChange(**{kind: tuple(addresses) for kind, addresses in kinds.items()})


def drop_source(store: Store, address: str) -> tuple[str, ...]:
    """Take a source off the list, and those that it named; their addresses. What they brought stays.

    Raises NotFoundError where it is not on the list.
    """
    with store.writing() as connection:
        listed = source_rows.list_sources(connection)
        first = next((s for s in listed if address in (s.entry.address, *s.entry.was)), None)
        if first is None:
            raise NotFoundError(f"{address} is not watched.", "See `rashomon sources`.")
        dropped = {first.entry.address}
        while more := {s.entry.address for s in listed if s.entry.via in dropped} - dropped:
            dropped |= more
        for stored in listed:
            if stored.entry.address in dropped:
                source_rows.save_source(connection, StoredSource(stored.entry, stored.state, None, active=False))
    return tuple(sorted(dropped))
