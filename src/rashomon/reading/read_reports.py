"""The reading stage: sources in, reports out, each source by the reader of its format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from rashomon.knowledge.library import Library
from rashomon.model.issue import Issue
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.model.source import RawSource
from rashomon.reading.codes import issue
from rashomon.reading.decoding import decode_text, plain_line
from rashomon.reading.draft import Draft
from rashomon.reading.entries import Feed
from rashomon.reading.feed_reports import read_feed_reports
from rashomon.reading.formats import (
    TextFormat,
    charset_of,
    container_of,
    declares_charset,
    ending_of,
    format_of,
    unread_format,
)
from rashomon.reading.html import read_html
from rashomon.reading.jsonl import read_jsonl, repeated_id
from rashomon.reading.mail import open_mail, open_mailbox
from rashomon.reading.markdown import read_markdown
from rashomon.reading.pdf import open_pdf
from rashomon.reading.plain_text import read_plain_text
from rashomon.reading.read_listing import feed_of
from rashomon.reading.settle import settle_report
from rashomon.reading.unpacking import MAX_ARCHIVES, MAX_CONTAINERS, Room, gunzip, trouble_of
from rashomon.reading.warc import open_warc
from rashomon.reading.zip_archive import open_zip, unread


@dataclass(frozen=True, slots=True)
class _Within:
    """How deep inside archives and mails a source lies, and what may still be unpacked there."""

    room: Room = field(default_factory=Room)
    archives: int = 0
    containers: int = 0


def read_reports(sources: Sequence[RawSource], library: Library) -> Outcome[tuple[Report, ...]]:
    """Every report of the sources, in their order; what cannot be read leaves an issue, and the others go on."""
    reports: list[Report] = []
    issues: list[Issue] = []
    for source in sources:
        outcome = read_source(source, library)
        reports += outcome.value
        issues += outcome.issues
    return Outcome(tuple(reports), (*issues, *_repeated(reports, issues)))


def read_source(source: RawSource, library: Library) -> Outcome[tuple[Report, ...]]:
    """The reports of one source, by the format that its bytes and its name's ending show."""
    return _read(msgspec.structs.replace(source, name=plain_line(source.name)), library, _Within())


def _read(source: RawSource, library: Library, within: _Within) -> Outcome[tuple[Report, ...]]:
    what = unread_format(source)
    if what is not None:
        return Outcome((), (unread(source.name, what),))
    if container_of(source) is not None:
        return _open(source, library, within)
    if ending_of(source.name) in {"jsonl", "ndjson"} and source.content.strip():
        return read_jsonl(source, library)
    decoded = decode_text(
        source.name, source.content, declared=declares_charset(source), charset=charset_of(source.content_type)
    )
    if decoded.value is None:
        return Outcome((), decoded.issues)
    feed = feed_of(source, decoded.value)
    if feed.value is not None or feed.issues:
        read = read_feed_reports(feed.value or Feed(), source, library)
        return Outcome(read.value, decoded.issues + feed.issues + read.issues)
    form = format_of(source.name, decoded.value, source.content_type)
    read = _read_as(form, source, decoded.value, library)
    return Outcome(read.value, decoded.issues + read.issues)


def _open(source: RawSource, library: Library, within: _Within) -> Outcome[tuple[Report, ...]]:
    """The reports inside a source that holds others, or that is no text as it stands."""
    kind = container_of(source)
    inner = _Within(within.room, within.archives + (kind in {"zip", "gzip", "warc"}), within.containers + 1)
    if inner.archives > MAX_ARCHIVES or inner.containers > MAX_CONTAINERS:
        return Outcome((), (trouble_of("nested_too_deep", source.name),))
    reports: list[Report] = []
    issues: list[Issue] = []
    for piece in _pieces(source, library, within.room):
        if isinstance(piece, Issue):
            issues.append(piece)
            continue
        read = _settled(piece, library) if isinstance(piece, Draft) else _read(piece, library, inner)
        reports += read.value
        issues += read.issues
    if not reports and not issues:
        message = f"{source.name} holds nothing to read."
        issues.append(issue("source_empty", "warning", source.name, message, "Leave it out, or save it again."))
    return Outcome(tuple(reports), tuple(issues))


def _pieces(source: RawSource, library: Library, room: Room) -> Iterator[RawSource | Draft | Issue]:
    kind = container_of(source)
    if kind == "zip":
        yield from open_zip(source, room)
    elif kind == "gzip":
        yield from gunzip(source, room)
    elif kind == "warc":
        yield from open_warc(source, room)
    elif kind == "mailbox":
        yield from open_mailbox(source, room)
    elif kind == "mail":
        yield from open_mail(source, room, library)
    else:
        yield from open_pdf(source)


def _settled(draft: Draft, library: Library) -> Outcome[tuple[Report, ...]]:
    settled = settle_report(draft, library)
    return Outcome((settled.value,), settled.issues)


def _read_as(form: TextFormat, source: RawSource, text: str, library: Library) -> Outcome[tuple[Report, ...]]:
    if form == "jsonl":
        return read_jsonl(source, library)
    if form == "html":
        return read_html(source, text, library)
    if form == "markdown":
        return read_markdown(source, text, library)
    return read_plain_text(source, text, library)


def _repeated(reports: Sequence[Report], issues: Sequence[Issue]) -> list[Issue]:
    """Given ids that stand on different reports of different sources; those inside one source are noted already."""
    known = {i.report for i in issues if i.code == "given_id_repeated"}
    seen: dict[str, str] = {}
    found: list[Issue] = []
    for report in reports:
        for given in report.given_ids:
            if seen.setdefault(given, report.id) != report.id and report.id not in known:
                known.add(report.id)
                found.append(repeated_id(given, report.id))
    return found
