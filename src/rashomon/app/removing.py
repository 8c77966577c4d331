"""The use cases of erasing a report, and of reading what was erased."""

from __future__ import annotations

from rashomon.adapters import clock
from rashomon.app.parts import open_project, shipped_parts
from rashomon.errors import UsageError
from rashomon.project import Removed, remove_report
from rashomon.storage import open_store
from rashomon.storage.removal_rows import Tombstone, all_tombstones


def remove(address: str, report: str, *, reason: str, by: str) -> Removed:
    """Erase a report's text, its claims and all that was made of them, now; a tombstone with the reason stays.

    Raises UsageError without a reason, NotFoundError where the project holds no such report, StoreError.
    """
    if not reason.strip():
        raise UsageError("A report is removed for a reason.", "Give --reason TEXT; do not repeat in it what must go.")
    with open_project(address) as store:
        return remove_report(store, report, reason=reason, by=by, at=clock.now(), library=shipped_parts().library)


def removals(address: str) -> list[Tombstone]:
    """Every tombstone of a project, of reports added again by force too, the oldest first."""
    with open_store(address) as store, store.reading() as connection:
        return all_tombstones(connection)
