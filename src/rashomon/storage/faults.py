"""What a database complains of, as StoreErrors that say what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from rashomon.errors import StoreError, without_password


class _Known(NamedTuple):
    """Words of the databases' messages, what we say, what to do, and whether it may pass by itself."""

    words: tuple[str, ...]
    what: str
    advice: str
    passing: bool = False


#: The first that fits counts.
_KNOWN = (
    _Known(
        ("database is locked", "database table is locked", "lock timeout", "deadlock", "could not serialize"),
        "is in use by another writer",
        "Try again when it is done.",
        passing=True,
    ),
    _Known(
        ("disk is full", "no space left", "file too large", "disk quota", "could not extend file"),
        "could not be written: the disk is full",
        "Free some space and try again: nothing that was acknowledged is lost.",
        passing=True,
    ),
    _Known(
        ("disk i/o error", "input/output error"),
        "could not be read or written: the disk refuses",
        "Check the disk's space, limits and health, then run `rashomon doctor`: what was acknowledged is kept.",
    ),
    _Known(
        ("readonly", "read-only", "permission denied for"),
        "cannot be written: it is read-only",
        "Check its permissions: the file's and its folder's, or the database's.",
    ),
    _Known(
        ("unable to open", "permission denied"), "cannot be opened", "Check the path, the folder and its permissions."
    ),
    _Known(
        ("not a database", "malformed", "corrupt", "invalid page"),
        "is damaged",
        "Restore a backup, or read its archive back.",
    ),
    _Known(
        ("authentication failed", "does not exist", "no password supplied"),
        "refused the connection",
        "Check user, password and database name.",
    ),
    _Known(
        (
            "connection refused",
            "could not connect",
            "connection failed",
            "connection is closed",
            "connection to server",
            "server closed",
            "connection not open",
            "the connection is lost",
            "consuming input failed",
            "sending query failed",
            "terminating connection",
            "shutting down",
            "starting up",
            "in recovery mode",
            "too many clients",
            "too many connections",
        ),
        "does not answer",
        "Check that the server runs, then try again: nothing that was acknowledged is lost.",
        passing=True,
    ),
)


@contextmanager
def told_as_store_errors(address: str) -> Iterator[None]:
    """Foreign database errors inside become StoreErrors."""
    try:
        yield
    except DBAPIError as error:
        raise _told(address, str(error.orig), lost=error.connection_invalidated) from error
    except SQLAlchemyError as error:
        raise _told(address, str(error)) from error
    except OSError as error:
        raise _told(address, str(error)) from error


def _told(address: str, message: str, *, lost: bool = False) -> StoreError:
    low = message.lower()
    shown = without_password(address)
    first = message.strip().splitlines()[0] if message.strip() else "no reason given"
    for known in _KNOWN:
        if any(word in low for word in known.words):
            return StoreError(f"The store {shown} {known.what} ({first}).", known.advice, passing=known.passing)
    if lost:
        known = _KNOWN[-1]
        return StoreError(f"The store {shown} {known.what} ({first}).", known.advice, passing=True)
    return StoreError(f"The store {shown} failed: {first}.", "Run `rashomon doctor`.")
