"""Use cases of keeping a project safe: backup and restore, archive and unarchive."""

from __future__ import annotations

from pathlib import Path

from rashomon.app.parts import shipped_parts
from rashomon.errors import RashomonError, StoreError, UsageError
from rashomon.project.archive import write_project
from rashomon.project.unarchive import read_project
from rashomon.storage import Store, create_store, is_store_address, open_store
from rashomon.storage.backup import back_up, put_back
from rashomon.storage.report_rows import count_reports


def backup(address: str, path: str) -> int:
    """Copy a project, in use or not, to one file: a copy of the SQLite file, or (PostgreSQL) a zipped archive.

    The number of its reports. Raises UsageError where the file is there already, StoreError.
    """
    with open_store(address) as store:
        if store.is_sqlite:
            back_up(store, path)
            return _count(store)
    if path.lower().endswith(".zip"):
        archive(address, path)
        return _reports_in(address)
    raise UsageError("The backup of a PostgreSQL project is a zipped archive.", "Give a FILE that ends in .zip.")


def restore(path: str, address: str) -> int:
    """Make a new project of a backup (an SQLite file, or an archive); the number of its reports.

    Raises UsageError where a project is there already, StoreError where the backup is damaged.
    """
    if not is_store_address(path):
        unarchive(path, address)
    elif "://" in address:
        raise UsageError("An SQLite backup is restored to a file.", "To change databases, use archive and unarchive.")
    else:
        put_back(path, address)
    return _reports_in(address)


def archive(address: str, path: str) -> dict[str, int]:
    """Write a project as JSON Lines to a new folder, or a zip where the path ends so; the lines of each file."""
    with open_store(address) as store:
        return {name: facts.lines for name, facts in write_project(store, path).items()}


def unarchive(path: str, address: str) -> dict[str, int]:
    """Read an archive into a new project; the lines of each file.

    Raises StoreError, with nothing kept, where the archive is damaged or the project is not empty.
    """
    if not Path(path).exists():
        raise StoreError(f"There is no archive at {path}.", "Give the folder or the zip that `rashomon archive` wrote.")
    is_new = "://" not in address and not Path(address).exists()
    try:
        with create_store(address) as store:
            return read_project(store, path, shipped_parts().library)
    except RashomonError:
        if is_new:
            for name in (address, f"{address}-wal", f"{address}-shm"):
                Path(name).unlink(missing_ok=True)
        raise


def _reports_in(address: str) -> int:
    with open_store(address) as store:
        return _count(store)


def _count(store: Store) -> int:
    with store.reading() as connection:
        return count_reports(connection)
