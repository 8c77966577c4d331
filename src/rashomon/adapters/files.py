"""Files and folders as sources: their names and bytes, in sorted order."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from rashomon.errors import PartError, SourceError
from rashomon.model.issue import Issue
from rashomon.model.outcome import Outcome
from rashomon.model.source import RawSource

_ADDRESS = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def read_sources(paths: Sequence[str], learned_at: dt.datetime | None) -> Outcome[tuple[RawSource, ...]]:
    """The bytes of every file named or found below a folder (hidden ones left out), `-` for standard input.

    Raises PartError for an address (none is fetched yet), SourceError where nothing could be opened.
    """
    for path in paths:
        if _ADDRESS.match(path):
            raise PartError(
                f"Addresses cannot be fetched yet: {path}.", "Save the page as a file and name that file instead."
            )
    found: list[RawSource] = []
    issues: list[Issue] = []
    for path in sorted(set(paths)):
        for name, content in _open(path):
            if isinstance(content, bytes):
                found.append(RawSource(name=name, content=content, learned_at=learned_at))
            else:
                issues.append(content)
    if not found:
        names = ", ".join(sorted(set(paths))) or "nothing named"
        raise SourceError(f"No source could be read: {names}.", "Name files or folders that exist and can be opened.")
    return Outcome(tuple(found), tuple(issues))


def _open(path: str) -> Iterator[tuple[str, bytes | Issue]]:
    if path == "-":
        yield "standard input", sys.stdin.buffer.read()
        return
    root = Path(path)
    if not root.is_dir():
        yield path, _read(root)
        return
    for file in sorted(_below(root), key=lambda p: p.relative_to(root).parts):
        yield file.relative_to(root).as_posix(), _read(file)


def _below(folder: Path) -> Iterator[Path]:
    """The files below a folder; hidden ones and links that lead to folders stay out."""
    try:
        entries = list(folder.iterdir())
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _below(entry)
        elif entry.is_file():
            yield entry


def _read(path: Path) -> bytes | Issue:
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Issue(
            code="path_not_found",
            severity="loss",
            report=path.as_posix(),
            message=f"{path.as_posix()} could not be opened: {reason}.",
            suggestion="Check the path and its permissions.",
        )
