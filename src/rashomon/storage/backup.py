"""A project's SQLite file copied while it is in use, and copied back."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from rashomon.errors import StoreError, UsageError
from rashomon.storage.faults import told_as_store_errors
from rashomon.storage.opening import open_store
from rashomon.storage.store import Store


def back_up(store: Store, path: str) -> None:
    """Copy an SQLite project to a file, whole and consistent, while others may write to it.

    Raises UsageError where the file is there already or cannot be written, StoreError.
    """
    _copy(store.engine.url.database or "", path)


def put_back(path: str, address: str) -> None:
    """Make a project of a backup's file, at a path where nothing is yet. Raises StoreError where it is damaged."""
    with told_as_store_errors(path):
        try:
            with closing(_reading(path)) as source:
                found = source.execute("PRAGMA integrity_check(1)").fetchone()
        except sqlite3.Error as error:
            raise StoreError(f"The backup {path} is damaged ({error}).", "Use another backup.") from error
    if found != ("ok",):
        raise StoreError(f"The backup {path} is damaged ({found[0]}).", "Use another backup.")
    _copy(path, address)
    try:
        open_store(address).close()
    except StoreError:
        Path(address).unlink()
        raise


def _copy(source: str, path: str) -> None:
    target, part = Path(path), Path(f"{path}.part")
    if target.exists():
        raise UsageError(f"{path} is there already.", "Choose another name, or move that file away first.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with closing(_reading(source)) as here, closing(sqlite3.connect(part)) as there:
            here.backup(there)
            # One file with no log beside it: a backup is moved about.
            there.execute("PRAGMA journal_mode=DELETE")
        os.replace(part, target)
    except sqlite3.Error as error:
        raise StoreError(f"{source} could not be copied to {path} ({error}).", "See that both can be used.") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}.", "Choose another place.") from error
    finally:
        part.unlink(missing_ok=True)


def _reading(path: str) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(Path(path).resolve()))}?mode=ro", uri=True)
