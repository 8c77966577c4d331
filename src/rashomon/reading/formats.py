"""Which format a source is in: told by its bytes, then by its name's ending, then by what its server called it."""

from __future__ import annotations

import json
import re
import zlib
from typing import Literal

from rashomon.model.source import RawSource
from rashomon.reading.mail import is_mail, is_mailbox

TextFormat = Literal["plain", "markdown", "html", "jsonl"]
#: Formats that are no text as they stand.
ContainerFormat = Literal["zip", "gzip", "warc", "mailbox", "mail", "pdf"]

#: First bytes of formats that hold no text to read.
_UNREAD = (
    (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"), (b"7z\xbc\xaf", "a 7z archive"), (b"RIFF", "a media file"), (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"), (b"{\\rtf", "RTF"), (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"PAR1", "Parquet inside another source or from the web"), (b"Rar!", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
)  # fmt: skip
#: Endings of documents that are zip archives inside.
_ZIPPED_DOCUMENTS = frozenset("docx docm xlsx xlsm pptx odt ods odp epub jar apk xpi".split())
_HTML = re.compile(
    r"^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|article|div)\b",
    re.IGNORECASE | re.DOTALL,
)
#: Some programs write space or a mark before it.
_PDF = re.compile(rb"[\s\xef\xbb\xbf\0]{0,100}%PDF-")
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|---[ \t]*$)", re.MULTILINE)
_SNIFFED = 4096
#: The header of a mail that went through many hands is long (bytes).
_MAIL_HEAD = 65_536
_PAGES = frozenset({"html", "htm", "xhtml"})
_MARKUP = _PAGES | {"xml", "rss", "atom", "opml", "rdf"}


def unread_format(source: RawSource) -> str | None:
    """What a source is, in words, where no reader is for it; else null."""
    if source.content.startswith(b"PK") and ending_of(source.name) in _ZIPPED_DOCUMENTS:
        return "an office document or book"
    return next((what for start, what in _UNREAD if source.content.startswith(start)), None)


def container_of(source: RawSource) -> ContainerFormat | None:
    """The format of a source that holds others, or is no text as it stands; null for text."""
    content = source.content
    if content.startswith(b"PK\x03\x04") or content.startswith(b"PK\x05\x06"):
        return "zip"
    if content.startswith(b"\x1f\x8b"):
        return "warc" if _gunzipped(content).startswith(b"WARC/") else "gzip"
    if content.startswith(b"WARC/"):
        return "warc"
    if _PDF.match(content):
        return "pdf"
    head = content[:_MAIL_HEAD]
    if is_mailbox(head):
        return "mailbox"
    return "mail" if is_mail(head) or (ending_of(source.name) == "eml" and head.strip()) else None


def format_of(name: str, text: str, content_type: str | None = None) -> TextFormat:
    """The format of a decoded text: what its first characters show, else what the name's ending or the server says."""
    head = text[:_SNIFFED]
    ending = ending_of(name)
    if _HTML.match(head):
        return "html"
    if ending in {"md", "markdown", "mkd"}:
        return "markdown"
    if (ending in _PAGES or "html" in (content_type or "").lower()) and "<" in head:
        return "html"
    if head.lstrip().startswith("{") and _is_object(text.lstrip().split("\n", 1)[0]):
        return "jsonl"
    if ending == "" and _MARKDOWN.match(head):
        return "markdown"
    return "plain"


def ending_of(name: str) -> str:
    """The ending of a name in lower case without its dot; empty where it has none."""
    base = re.split(r"[/\\]", name)[-1]
    return base.rsplit(".", 1)[1].lower() if "." in base else ""


def declares_charset(source: RawSource) -> bool:
    """Whether a charset that stands in the bytes is meant as one: in markup, not in a text about it."""
    head = source.content[:2048].lower()
    return ending_of(source.name) in _MARKUP or b"<html" in head or head.lstrip().startswith(b"<?xml")


def charset_of(content_type: str | None) -> str | None:
    """The charset that a content type names: "text/html; charset=windows-1251"."""
    found = _CHARSET.search(content_type or "")
    return found[1] if found else None


def _gunzipped(content: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(content[:_SNIFFED], 5)
    except zlib.error:
        return b""


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line[:1_000_000]), dict)
    except (ValueError, RecursionError):
        return False
