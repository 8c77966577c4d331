"""How much may be unpacked out of one source: size, ratio, members and depth are counted, so that no bomb goes off.

Nothing is ever written to disk; the name of a member is only a label in messages.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import msgspec

from rashomon.model.issue import Issue
from rashomon.model.source import RawSource
from rashomon.reading.codes import issue

#: Unpacked bytes of one source, of all its members together: a large web archive.
MAX_UNPACKED = 8_000_000_000
#: Unpacked bytes of one member: far more than a text, about as much as a file of JSON Lines.
MAX_MEMBER = 512_000_000
#: Unpacked for packed bytes; text packs 3 to 30 times, a bomb a thousand times. Small members may exceed it.
MAX_RATIO, SMALL = 200, 10_000_000
MAX_MEMBERS = 100_000
#: An archive may lie in an archive, and a mail in that; no archive in the inner one.
MAX_ARCHIVES, MAX_CONTAINERS = 2, 4
_CHUNK = 262_144
_UNSAFE_NAME = re.compile(r"^(?:[A-Za-z]:|[/\\])|(?:^|[/\\])\.\.(?:[/\\]|$)|[\x00-\x1f\x7f]")


@dataclass(slots=True)
class Room:
    """What may still be unpacked out of one source (bytes, members); every reader below takes from the same room."""

    bytes_left: int = field(default_factory=lambda: MAX_UNPACKED)
    members_left: int = field(default_factory=lambda: MAX_MEMBERS)

    def next_member(self) -> bool:
        """Takes a place for one more member; false where there is none left."""
        self.members_left -= 1
        return self.members_left >= 0


class Stream(Protocol):
    """Anything that bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes; none at the end."""


def read_within(stream: Stream, packed: int, room: Room) -> bytes | None:
    """All bytes of a stream that `packed` bytes unfold into; null where they pass a limit (those read are counted)."""
    limit = min(MAX_MEMBER, max(SMALL, MAX_RATIO * packed), room.bytes_left)
    chunks: list[bytes] = []
    size = 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        room.bytes_left -= len(chunk)
        if size > limit:
            return None
        chunks.append(chunk)
    return b"".join(chunks)


def gunzip(source: RawSource, room: Room) -> Iterator[RawSource | Issue]:
    """What a gzip file holds, named without its ending; up to the damage where there is some."""
    name = re.sub(r"\.gz$", "", source.name, flags=re.IGNORECASE)
    stream = Gunzip(source.content, room)
    chunks: list[bytes] = []
    size = 0
    while chunk := stream.read():
        size += len(chunk)
        if size > MAX_MEMBER:
            stream.trouble = "unpacked_too_large"
            break
        chunks.append(chunk)
    if stream.trouble is not None:
        yield trouble_of(stream.trouble, source.name)
    if stream.trouble != "unpacked_too_large" and chunks:
        yield msgspec.structs.replace(source, name=name, content=b"".join(chunks), content_type=None)


class Gunzip:
    """Reads gzip, member after member; `trouble` says why it ended before the bytes did. It never raises."""

    def __init__(self, content: bytes, room: Room) -> None:
        self._packed = memoryview(content)
        self._at = 0
        self._given = 0
        self._room = room
        self._member: zlib._Decompress | None = None
        self._tail = b""
        self.trouble: str | None = None

    def read(self, size: int = _CHUNK, /) -> bytes:
        """Up to `size` bytes; none at the end or in trouble."""
        size = _CHUNK if size is None or size < 0 else min(size, _CHUNK)
        while size and self.trouble is None:
            if self._member is None:
                # Zeros may pad a file behind its last member; anything else there is damage or another member.
                if not bytes(self._packed[self._at : self._at + 1]).strip(b"\0"):
                    return b""
                self._member = zlib.decompressobj(31)
            chunk = self._step(self._member, size)
            if chunk:
                return self._count(chunk)
        return b""

    def tell(self) -> int:
        """How many bytes were given."""
        return self._given

    def close(self) -> None:
        """Nothing is held open."""

    def _step(self, member: zlib._Decompress, size: int) -> bytes:
        if not self._tail:
            self._tail = bytes(self._packed[self._at : self._at + 65_536])
            self._at += len(self._tail)
        fed = self._tail
        try:
            chunk = member.decompress(fed, size)
        except zlib.error:
            self.trouble = "archive_damaged"
            return b""
        self._tail = member.unconsumed_tail
        if member.eof:
            self._at -= len(member.unused_data)
            self._tail = b""
            self._member = None
        elif not chunk and not fed:
            self.trouble = "archive_damaged"
        return chunk

    def _count(self, chunk: bytes) -> bytes:
        self._given += len(chunk)
        self._room.bytes_left -= len(chunk)
        if self._given > max(SMALL, MAX_RATIO * self._at) or self._room.bytes_left < 0:
            self.trouble = "unpacked_too_large"
            return b""
        return chunk


def trouble_of(code: str, name: str) -> Issue:
    """The issue of a source that could not be unpacked whole."""
    said = {
        "archive_damaged": (f"{name} is damaged or cut off.", "Get it again; what stands before the damage was read."),
        "unpacked_too_large": (
            f"{name} unfolds to far more than it should (over {MAX_RATIO} times, or {MAX_MEMBER:,} bytes).",
            "Unpack it yourself, if you trust it, and give the files.",
        ),
        "members_cut": (f"{name} holds more than {MAX_MEMBERS:,} members.", "Split it into several archives."),
        "nested_too_deep": (f"{name} lies too deep inside archives or mails.", "Unpack the outer ones and give it."),
        "encrypted": (f"{name} is encrypted.", "Give it without its password."),
    }
    message, suggestion = said[code]
    return issue(code, "loss", name, f"{message} It was not read whole.", suggestion)


def label(outer: str, inner: str) -> tuple[str, Issue | None]:
    """A name for a member in messages, and an issue where its own name tries to point outside the archive."""
    parts = [
        p for p in re.split(r"[/\\\x00-\x1f\x7f]+", re.sub(r"^[A-Za-z]:", "", inner[:300])) if p not in {"", ".", ".."}
    ]
    name = f"{outer}/{'/'.join(parts) or 'unnamed'}"
    if not _UNSAFE_NAME.search(inner):
        return name, None
    message = f"A member of {outer} is named {inner[:120]!r}, as if to be written elsewhere; it was only read."
    return name, issue("member_name_unsafe", "warning", name, message, "Distrust the archive. Nothing was written.")
