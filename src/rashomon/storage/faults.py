"""What a database complains of, as StoreErrors that say what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from rashomon.errors import StoreError

#: Words of the databases' messages, what we say, and what to do; the first that fits.
_KNOWN = (
    (("database is locked", "lock timeout", "deadlock"), "is in use by another writer", "Try again when it is done."),
    (("disk is full", "no space left"), "could not be written: the disk is full", "Free some space and try again."),
    (("readonly", "read-only"), "cannot be written: it is read-only", "Check the file's and its folder's permissions."),
    (("unable to open",), "cannot be opened", "Check the path, the folder and its permissions."),
    (("not a database", "malformed", "corrupt"), "is damaged", "Restore a backup, or read its archive back."),
    (
        ("connection refused", "could not connect", "connection failed", "server closed", "terminating connection"),
        "does not answer",
        "Check that the server runs, then try again: nothing that was acknowledged is lost.",
    ),
    (("authentication failed", "does not exist"), "refused the connection", "Check user, password and database name."),
)


@contextmanager
def told_as_store_errors(address: str) -> Iterator[None]:
    """Foreign database errors inside become StoreErrors."""
    try:
        yield
    except DBAPIError as error:
        raise _told(address, str(error.orig)) from error
    except SQLAlchemyError as error:
        raise _told(address, str(error)) from error
    except OSError as error:
        raise _told(address, str(error)) from error


def _told(address: str, message: str) -> StoreError:
    low = message.lower()
    shown = _without_password(address)
    for words, what, advice in _KNOWN:
        if any(word in low for word in words):
            return StoreError(f"The store {shown} {what} ({message.strip().splitlines()[0]}).", advice)
    return StoreError(f"The store {shown} failed: {message.strip()}.", "Run `rashomon doctor`.")


def _without_password(address: str) -> str:
    head, at, tail = address.rpartition("@")
    if not at or "://" not in head:
        return address
    scheme, _, user = head.partition("://")
    return f"{scheme}://{user.split(':')[0]}@{tail}"
