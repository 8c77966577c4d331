"""Files, folders, objects and addresses as sources: their names and bytes, in sorted order."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rashomon.adapters.object_store import is_object_address, read_objects
from rashomon.adapters.parquet_rows import is_parquet, rows_as_lines
from rashomon.errors import PartError, SourceError
from rashomon.model.fetched import Fetch, Fetched
from rashomon.model.issue import Issue
from rashomon.model.outcome import Outcome
from rashomon.model.source import RawSource
from rashomon.reading.address import without_credentials
from rashomon.reading.codes import issue

_ADDRESS = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def read_sources(
    paths: Sequence[str],
    learned_at: dt.datetime | None,
    open_fetch: Callable[[], Fetch],
    *,
    objects: bool = False,
) -> Outcome[tuple[RawSource, ...]]:
    """The bytes of every file named or found below a folder (hidden ones left out), `-` for standard input, and of
    every http or https address.

    `open_fetch` is called once, where an address is among them. With `objects` those of object storage (`s3://`) are
    read as files and folders are; without, the fetcher refuses them. Issues `path_not_found` and those of fetching.
    Raises SourceError where nothing could be opened.
    """
    found: list[RawSource] = []
    issues: list[Issue] = []
    fetch: Fetch | None = None
    for path in sorted(set(paths)):
        is_object = objects and is_object_address(path)
        if _ADDRESS.match(path) and not is_object:
            fetch = fetch or open_fetch()
            fetched = fetch(path, None)
            found += _page(fetched)
            issues += _why_not(fetched)
            continue
        for name, content in read_objects(path) if is_object else _open(path):
            if isinstance(content, Issue):
                issues.append(content)
                continue
            lines = _unpacked(name, content)
            issues += lines.issues
            if lines.value or not lines.issues:
                found.append(RawSource(name=name, content=lines.value, learned_at=learned_at))
    if not found:
        raise _nothing_read(paths, issues)
    return Outcome(tuple(found), tuple(issues))


def _unpacked(name: str, content: bytes) -> Outcome[bytes]:
    """The bytes as the readers take them: of a Parquet file its rows as JSON Lines, of all others their own."""
    if not is_parquet(content):
        return Outcome(content)
    try:
        return rows_as_lines(name, content)
    except PartError as error:
        about = issue("no_reader_for_format", "loss", name, error.message, error.suggestion)
        return Outcome(b"", (about,))


def _nothing_read(paths: Sequence[str], issues: Sequence[Issue]) -> SourceError:
    """The error that no source could be read, with the first reasons."""
    named = ", ".join(without_credentials(path) for path in sorted(set(paths))) or "nothing named"
    why = " ".join(i.message for i in issues[:3]) or f"There are no files in {named}."
    what_to_do = issues[0].suggestion if len(issues) == 1 else "Name files, folders or addresses that can be opened."
    return SourceError(
        f"No source could be read. {why}", what_to_do, retryable=any(i.code == "address_failed" for i in issues)
    )


def _page(fetched: Fetched) -> list[RawSource]:
    """What was fetched as a source, named by where it came from; none where nothing came."""
    if fetched.outcome != "new":
        return []
    source = RawSource(
        name=fetched.final_address,
        content=fetched.content,
        learned_at=fetched.retrieved_at,
        address=fetched.final_address,
        content_type=fetched.content_type,
    )
    return [source]


def _why_not(fetched: Fetched) -> list[Issue]:
    """What kept an address from being fetched whole."""
    if fetched.code is None:
        return []
    found = Issue(
        code=fetched.code,
        severity="warning" if fetched.outcome == "new" else "loss",
        report=fetched.address,
        message=f"{fetched.address}: {fetched.reason}",
        suggestion=fetched.suggestion,
    )
    return [found]


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
