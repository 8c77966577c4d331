"""An archive's files in a folder or a zip: written whole or not at all, read with every length bounded.

Only files of known names are opened, so that no name in an archive can lead anywhere else.
"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from rashomon.errors import StoreError, UsageError
from rashomon.model.record import Record

MANIFEST = "manifest.json"
_MOST_MANIFEST = 1 << 20
_MOST_LINE = 64 << 20
#: How many times its packed size a zip's file may be: lines of text stay far below, a bomb far above.
_MOST_PACKED, _SMALL = 250, 1 << 20
#: One time stamp for every member, so that equal content gives equal bytes.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_ADVICE = "The archive is damaged or no archive of Rashomon's: use another copy of it."


class FileFacts(Record, frozen=True, kw_only=True):
    """What a manifest says of a file: its lines, its bytes, and their SHA-256 in hex."""

    lines: int
    bytes: int
    sha256: str


def write_archive(
    path: str, files: Iterable[tuple[str, Iterable[bytes]]], manifest: Callable[[Mapping[str, FileFacts]], bytes]
) -> Mapping[str, FileFacts]:
    """Write files of lines, then what `manifest` says of them: into a zip where the path ends in .zip, else a folder.

    Raises UsageError where the path is taken or cannot be written.
    """
    target = Path(path)
    if target.exists():
        raise UsageError(f"{path} is there already.", "Choose another name: an archive never overwrites.")
    facts: dict[str, FileFacts] = {}
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".archive-") as folder:
            made = Path(folder) / "made"
            with _writer(made, packed=_is_packed(target)) as opened:
                for name, lines in files:
                    with opened(name) as out:
                        facts[name] = _write_lines(out, lines)
                with opened(MANIFEST) as out:
                    out.write(manifest(facts))
            os.replace(made, target)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}.", "Choose another place.") from error
    return facts


class ArchiveReader:
    """An open archive; every fault in it is a StoreError that names the file and, where it is in one, the line."""

    def __init__(self, path: str, names: Iterable[str]) -> None:
        self._path = Path(path)
        self._packed = self._path.is_file()
        known = {MANIFEST, *names}
        with self._faults(self._path.name):
            held = zipfile.ZipFile(self._path).namelist() if self._packed else os.listdir(self._path)
        for name in held:
            if name not in known or held.count(name) > 1:
                raise StoreError(f"{path} holds {name[:80]!r}, which no archive holds (or holds it twice).", _ADVICE)

    def manifest(self) -> bytes:
        """The manifest's bytes."""
        with self._faults(MANIFEST), self._open(MANIFEST, _MOST_MANIFEST) as file:
            return file.read(_MOST_MANIFEST)

    def lines(self, name: str, facts: FileFacts) -> Iterator[tuple[int, bytes]]:
        """Each line of a file with its number, from 1; after the last one the file is what the manifest says."""
        digest, count, size = hashlib.sha256(), 0, 0
        with self._faults(name), self._open(name, facts.bytes) as file:
            while line := file.readline(_MOST_LINE + 1):
                count, size = count + 1, size + len(line)
                if len(line) > _MOST_LINE or size > facts.bytes or count > facts.lines:
                    raise StoreError(f"{name}, line {count}: longer than it may be.", _ADVICE)
                if not line.endswith(b"\n"):
                    raise StoreError(f"{name}, line {count}: cut off.", _ADVICE)
                digest.update(line)
                yield count, line
        if count != facts.lines or digest.hexdigest() != facts.sha256:
            raise StoreError(f"{name}, line {count}: it ends here, but its manifest says otherwise.", _ADVICE)

    @contextmanager
    def _open(self, name: str, most: int) -> Iterator[IO[bytes]]:
        if not self._packed:
            handle = os.open(self._path / name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            with os.fdopen(handle, "rb") as file:
                if not stat.S_ISREG(os.fstat(handle).st_mode):
                    raise StoreError(f"{name} is no file.", _ADVICE)
                yield file
            return
        with zipfile.ZipFile(self._path) as archive:
            info = archive.getinfo(name)
            if info.file_size > most or info.file_size > _MOST_PACKED * info.compress_size + _SMALL:
                raise StoreError(f"{name} unpacks to more than it may.", _ADVICE)
            with archive.open(info) as packed:
                yield packed

    @contextmanager
    def _faults(self, name: str) -> Iterator[None]:
        try:
            yield
        except (OSError, EOFError, KeyError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
            said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise StoreError(f"{name} of {self._path} cannot be read: {said}.", _ADVICE) from error


def _is_packed(target: Path) -> bool:
    return target.suffix.lower() == ".zip"


def _write_lines(out: IO[bytes], lines: Iterable[bytes]) -> FileFacts:
    digest, count, size = hashlib.sha256(), 0, 0
    for line in lines:
        whole = line + b"\n"
        out.write(whole)
        digest.update(whole)
        count, size = count + 1, size + len(whole)
    return FileFacts(lines=count, bytes=size, sha256=digest.hexdigest())


@contextmanager
def _writer(made: Path, *, packed: bool) -> Iterator[Callable[[str], IO[bytes]]]:
    if not packed:
        made.mkdir()
        yield lambda name: (made / name).open("wb")
        return
    with zipfile.ZipFile(made, "w") as archive:

        def opened(name: str) -> IO[bytes]:
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            return archive.open(info, "w", force_zip64=True)

        yield opened
