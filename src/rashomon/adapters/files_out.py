"""Files and objects written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from rashomon.adapters.object_store import is_object_address, parent_and_name, read_object, write_objects
from rashomon.adapters.parquet_rows import is_parquet, rows_as_lines
from rashomon.errors import SourceError, UsageError
from rashomon.reading.address import without_credentials


def write_files(folder: str, files: Mapping[str, bytes]) -> None:
    """Write each file below `folder` ("a/b.json" makes folder a); each appears under its name only when complete.

    The folder may be a prefix of object storage. Raises UsageError where it cannot be written.
    """
    if is_object_address(folder):
        write_objects(folder, files)
        return
    root = Path(folder)
    try:
        for name, content in files.items():
            target = root.joinpath(*name.split("/"))
            target.parent.mkdir(parents=True, exist_ok=True)
            _replace(target, content)
    except OSError as error:
        raise UsageError(
            f"{folder} cannot be written: {error.strerror or error}.", "Choose another folder with --out."
        ) from error


def write_output(path: str, content: bytes) -> None:
    """Write to a file or object, or to standard output where the path is `-`."""
    if path == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    elif is_object_address(path):
        folder, name = parent_and_name(path)
        write_objects(folder, {name: content})
    else:
        target = Path(path)
        write_files(str(target.parent), {target.name: content})


def read_bytes(path: str) -> bytes:
    """The bytes of one file or object, or of standard input for `-`; raises SourceError where it cannot be read."""
    if is_object_address(path):
        return read_object(path)
    try:
        return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {error.strerror or error}.", "Give the path of a file.") from error


def read_records(path: str) -> bytes:
    """The bytes of one file of reports as JSON Lines: its own, or the rows of a Parquet file.

    Raises SourceError where it cannot be read whole, PartError where Parquet needs pyarrow.
    """
    content = read_bytes(path)
    if not is_parquet(content):
        return content
    lines = rows_as_lines(without_credentials(path), content)
    if lines.issues:
        raise SourceError(lines.issues[0].message, lines.issues[0].suggestion)
    return lines.value


def _replace(target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        os.chmod(name, 0o644)
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise
