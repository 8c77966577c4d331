"""Why a run cannot go on. Imperfect data is an Issue instead (`model/issue.py`).

RashomonError
  UsageError      bad settings, unknown part or format          exit 2
  NotFoundError   no such report, claim, story                  exit 2
  ConflictError   somebody else decided meanwhile      exit 2
  SourceError     unreachable or unreadable                     exit 3
  PartError       a part is missing or broke its contract       exit 4
  StoreError      locked, newer schema, corrupt                 exit 5
  InvariantError  a defect of the program                       exit 70
"""

from __future__ import annotations


class RashomonError(Exception):
    """Something stopped the run; `suggestion` says what to do."""

    exit_code = 70

    def __init__(self, message: str, suggestion: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.suggestion = suggestion


class UsageError(RashomonError):
    """Bad settings, an unknown part or format."""

    exit_code = 2


class NotFoundError(RashomonError):
    """No such report, claim or story."""

    exit_code = 2


class ConflictError(RashomonError):
    """Somebody else decided on the same since the page or list was read."""

    exit_code = 2


class SourceError(RashomonError):
    """No source could be read."""

    exit_code = 3

    def __init__(self, message: str, suggestion: str = "", *, retryable: bool = False) -> None:
        super().__init__(message, suggestion)
        self.retryable = retryable


class PartError(RashomonError):
    """A part is missing or broke its contract."""

    exit_code = 4


class StoreError(RashomonError):
    """The store is locked, of a newer schema, or corrupt; `passing` where it may be well again by itself."""

    exit_code = 5

    def __init__(self, message: str, suggestion: str = "", *, passing: bool = False) -> None:
        super().__init__(message, suggestion)
        self.passing = passing


class InvariantError(RashomonError):
    """A defect of the program."""

    exit_code = 70


def without_password(address: str) -> str:
    """A store's address as it may be shown and logged: without the password."""
    head, at, tail = address.rpartition("@")
    if not at or "://" not in head:
        return address
    scheme, _, user = head.partition("://")
    return f"{scheme}://{user.split(':')[0]}@{tail}"
