"""A zip archive -> its members as sources, in the order of their names."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator

import msgspec

from rashomon.model.issue import Issue
from rashomon.model.source import RawSource
from rashomon.reading.codes import issue
from rashomon.reading.unpacking import Room, label, read_within, trouble_of

#: What the standard library raises on hostile archives.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    struct.error,
    NotImplementedError,
    OverflowError,
)
_READ_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
#: A zip that holds one of these is a document of an office program, a book or a program.
_OF_DOCUMENTS = frozenset({"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"})


def open_zip(source: RawSource, room: Room) -> Iterator[RawSource | Issue]:
    """The members that hold something, hidden ones and folders left out; issues for those that cannot be read."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.content))
        members = sorted(archive.infolist(), key=lambda m: m.filename)
    except _DAMAGE:
        yield trouble_of("archive_damaged", source.name)
        return
    if any(m.filename in _OF_DOCUMENTS for m in members):
        yield unread(source.name, "an office document, book or program")
        return
    for member in members:
        if member.is_dir() or _hidden(member.filename):
            continue
        if not room.next_member():
            yield trouble_of("members_cut", source.name)
            return
        yield from _open(archive, member, source, room)


def unread(name: str, what: str) -> Issue:
    """The issue of a format that no reader is for."""
    message = f"{name} is {what}, which is not read yet."
    return issue("no_reader_for_format", "loss", name, message, "Give its text as .txt, .md, .html, .pdf or .jsonl.")


def _open(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: RawSource, room: Room
) -> Iterator[RawSource | Issue]:
    name, unsafe = label(source.name, member.filename)
    if unsafe is not None:
        yield unsafe
    if member.flag_bits & 0x1:
        yield trouble_of("encrypted", name)
    elif stat.S_ISLNK(member.external_attr >> 16):
        message = f"{name} is a link, which is not followed."
        yield issue("member_name_unsafe", "warning", name, message, "Pack the file itself.")
    elif member.compress_type not in _READ_METHODS:
        yield unread(name, "packed in a way")
    else:
        yield _content(archive, member, name, source, room)


def _content(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, source: RawSource, room: Room
) -> RawSource | Issue:
    try:
        with archive.open(member) as stream:
            content = read_within(stream, member.compress_size, room)
    except _DAMAGE:
        return trouble_of("archive_damaged", name)
    except RuntimeError:  # encrypted, though its flags did not say so
        return trouble_of("encrypted", name)
    if content is None:
        return trouble_of("unpacked_too_large", name)
    return msgspec.structs.replace(source, name=name, content=content, address=None, content_type=None)


def _hidden(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return any((p.startswith(".") and p not in {".", ".."}) or p == "__MACOSX" for p in parts)
