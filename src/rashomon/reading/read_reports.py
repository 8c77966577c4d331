"""The reading stage: sources in, reports out, each source by the reader of its format."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Literal

from rashomon.knowledge.library import Library
from rashomon.model.issue import Issue
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.model.source import RawSource
from rashomon.reading.codes import issue
from rashomon.reading.decoding import decode_text
from rashomon.reading.entries import Feed
from rashomon.reading.feed_reports import read_feed_reports
from rashomon.reading.html import read_html
from rashomon.reading.jsonl import read_jsonl, repeated_id
from rashomon.reading.markdown import read_markdown
from rashomon.reading.plain_text import read_plain_text
from rashomon.reading.read_listing import feed_of

Format = Literal["plain", "markdown", "html", "jsonl"]

#: First bytes of formats that hold no text to read.
_SIGNATURES = (
    (b"%PDF", "PDF"), (b"PK\x03\x04", "a zip archive or office document"), (b"\x1f\x8b", "gzip"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"WARC/", "a web archive"), (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"), (b"7z\xbc\xaf", "a 7z archive"), (b"RIFF", "a media file"), (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"), (b"{\\rtf", "RTF"), (b"\xd0\xcf\x11\xe0", "an office document"),
)  # fmt: skip
_HTML = re.compile(
    r"^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|article|div)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|---[ \t]*$)", re.MULTILINE)
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_SNIFFED = 4096


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
    named = next((what for start, what in _SIGNATURES if source.content.startswith(start)), None)
    if named is not None:
        message = f"{source.name} is {named}, which is not read yet."
        found = issue(
            "no_reader_for_format", "loss", source.name, message, "Give its text as .txt, .md, .html or .jsonl."
        )
        return Outcome((), (found,))
    if _ending(source.name) in {"jsonl", "ndjson"} and source.content.strip():
        return read_jsonl(source, library)
    decoded = decode_text(
        source.name,
        source.content,
        declared=_ending(source.name) in {"html", "htm", "xhtml"} or b"<html" in source.content[:2048].lower(),
        charset=_charset(source.content_type),
    )
    if decoded.value is None:
        return Outcome((), decoded.issues)
    feed = feed_of(source, decoded.value)
    if feed.value is not None or feed.issues:
        read = read_feed_reports(feed.value or Feed(), source, library)
        return Outcome(read.value, decoded.issues + feed.issues + read.issues)
    read = _read_as(format_of(source.name, decoded.value), source, decoded.value, library)
    return Outcome(read.value, decoded.issues + read.issues)


def _charset(content_type: str | None) -> str | None:
    """The charset that a content type names: "text/html; charset=windows-1251"."""
    found = _CHARSET.search(content_type or "")
    return found[1] if found else None


def format_of(name: str, text: str) -> Format:
    """The format of a decoded text: what its first characters show, else what the name's ending says."""
    head = text[:_SNIFFED]
    ending = _ending(name)
    if _HTML.match(head):
        return "html"
    if ending in {"md", "markdown", "mkd"}:
        return "markdown"
    if ending in {"html", "htm", "xhtml"} and "<" in head:
        return "html"
    if head.lstrip().startswith("{") and _is_object(text.lstrip().split("\n", 1)[0]):
        return "jsonl"
    if ending == "" and _MARKDOWN.match(head):
        return "markdown"
    return "plain"


def _ending(name: str) -> str:
    base = re.split(r"[/\\]", name)[-1]
    return base.rsplit(".", 1)[1].lower() if "." in base else ""


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line[:1_000_000]), dict)
    except (ValueError, RecursionError):
        return False


def _read_as(form: Format, source: RawSource, text: str, library: Library) -> Outcome[tuple[Report, ...]]:
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
