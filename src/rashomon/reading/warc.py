"""A web archive (WARC, packed with gzip or not) -> its pages, each with its address and the instant it was kept."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from typing import Any

import msgspec

from rashomon.model.issue import Issue
from rashomon.model.source import RawSource
from rashomon.reading.codes import issue
from rashomon.reading.unpacking import Gunzip, Room, read_within, trouble_of

#: Types of answers that can hold a report.
_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/pdf"})
_DAMAGE = (ValueError, RuntimeError, OSError, EOFError, LookupError, TypeError, OverflowError, MemoryError)


def open_warc(source: RawSource, room: Room) -> Iterator[RawSource | Issue]:
    """The pages of the archive's answers (status 200; HTML, plain text, PDF), in order; the others are counted."""
    packed = source.content.startswith(b"\x1f\x8b")
    stream: Any = Gunzip(source.content, room) if packed else io.BytesIO(source.content)
    left_out = 0
    trouble = None
    records = _records(stream)
    while True:
        try:
            record = next(records)
        except StopIteration:
            break
        except _DAMAGE:
            trouble = "archive_damaged"
            break
        page = _page(record, source, room)
        if page is None:
            left_out += 1
        elif isinstance(page, RawSource) and not room.next_member():
            trouble = "members_cut"
            break
        else:
            yield page
    # Every record ends with empty lines: one that does not was cut off.
    cut_off = not packed and not source.content[-1:].isspace()
    trouble = getattr(stream, "trouble", None) or trouble or ("archive_damaged" if cut_off else None)
    if trouble:
        yield trouble_of(trouble, source.name)
    if left_out:
        message = f"{left_out:,} answers in {source.name} are no page (other status, pictures, scripts)."
        yield issue("records_left_out", "note", source.name, message, "Nothing needs to be done.")


def _records(stream: Any) -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource
    yield from ArchiveIterator(stream, record_types=kinds, parse_http=True, auto_decode="all", strict_mode=False)


def _page(record: Any, source: RawSource, room: Room) -> RawSource | Issue | None:
    """The page of a record; null where it is none."""
    try:
        address = record.headers.get("WARC-Target-URI")
        header = (record.http_headers.get("Content-Type") if record.is_http_parsed else None) or record.headers.get(
            "Content-Type"
        )
        status = record.http_headers.status_code if record.is_http_parsed else 200
        wanted = (header or "").split(";")[0].strip().lower() in _PAGES
        if status != 200 or not wanted or not address or address.rstrip("<>").endswith("/robots.txt"):
            return None
        name = f"{source.name}/{address[:300]}"
        content = read_within(record.reader, record.content_length, room)
        if content is None:
            return trouble_of("unpacked_too_large", name)
        learned = _kept_at(record, source.learned_at)
    except _DAMAGE:
        return trouble_of("archive_damaged", source.name)
    return msgspec.structs.replace(
        source, name=name, content=content, learned_at=learned, address=address.strip("<>"), content_type=header
    )


def _kept_at(record: Any, latest: dt.datetime | None) -> dt.datetime | None:
    """When the archive kept the page, never later than the archive itself was learned."""
    try:
        kept: dt.datetime = record.record_date.astimezone(dt.UTC)
    except (*_DAMAGE, AttributeError):
        return latest
    if kept.year < 1990 or (latest is not None and kept > latest):
        return latest
    return kept
