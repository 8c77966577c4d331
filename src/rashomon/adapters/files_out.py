"""Files written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from rashomon.errors import SourceError, UsageError


def write_files(folder: str, files: Mapping[str, bytes]) -> None:
    """Write each file below `folder` ("a/b.json" makes folder a); each appears under its name only when complete.

    Raises UsageError where the folder cannot be written.
    """
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
    """Write to a file, or to standard output where the path is `-`."""
    if path == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        target = Path(path)
        write_files(str(target.parent), {target.name: content})


def read_bytes(path: str) -> bytes:
    """The bytes of one file, or of standard input for `-`; raises SourceError where it cannot be read."""
    try:
        return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {error.strerror or error}.", "Give the path of a file.") from error


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
