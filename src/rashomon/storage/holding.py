"""Stores held open by a process that lives long: whoever opens one meanwhile is lent it, and closes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rashomon.storage.store import Store

_held: dict[str, Store] = {}


class _Lent(Store):
    """A store whose connections belong to another."""

    def close(self) -> None:
        """Nothing: its holder closes it."""


@contextmanager
def hold(store: Store) -> Iterator[Store]:
    """The store, held open under its address until the block ends; closed then."""
    _held[store.address] = store
    try:
        yield store
    finally:
        del _held[store.address]
        store.close()


def lent(address: str) -> Store | None:
    """The store held open under this address, to be used and not closed; null where none is."""
    held = _held.get(address)
    return None if held is None else _Lent(held.address, held.engine)
