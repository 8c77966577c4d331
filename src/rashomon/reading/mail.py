"""EML -> the report that a mail is, and what is attached to it; an mbox -> its mails."""

from __future__ import annotations

import email
import email.header
import email.policy
import email.utils
import hashlib
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.message import Message
from typing import Any, Literal

import msgspec

from rashomon.knowledge.library import Library
from rashomon.model.issue import Issue
from rashomon.model.source import RawSource
from rashomon.reading.address import registrable_domain
from rashomon.reading.codes import issue
from rashomon.reading.decoding import decode_text, limited, without_surrogates
from rashomon.reading.draft import Draft, beside
from rashomon.reading.entries import one_line
from rashomon.reading.fragments import text_of_fragment
from rashomon.reading.unpacking import Room, label, trouble_of

#: Divisions of a mail: how often it may name a mark that divides it, and use one; each costs work in every line.
MAX_BOUNDARIES, MAX_PARTS = 100, 10_000
#: A longer header that describes a part is hostile: the library's work on it grows with the square (bytes).
MAX_PART_HEADER = 10_000
MAX_MAIL = 100_000_000
_LONGEST_HEADER = 2000
#: What the standard library raises on hostile mails.
_DAMAGE = (MessageError, RecursionError, ValueError, LookupError, AttributeError, TypeError, AssertionError)
#: The line between the mails of an mbox: who sent it, when; a sentence that begins with From names no time of day.
_SENDER_LINE = re.compile(
    rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From \S{1,200} [^\n]{0,60}\d\d:\d\d[^\n]{0,60}\n(?=[!-9;-~]{1,80}:)"
)
_HEADER = re.compile(rb"(?:[!-9;-~]{1,80}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_OF_MAIL = re.compile(rb"^(?:received|message-id|mime-version|return-path|delivered-to):", re.IGNORECASE | re.MULTILINE)
_BOUNDARY = re.compile(rb"boundary\s*=", re.IGNORECASE)
_DIVISION = re.compile(rb"[\r\n]--")
_PART_HEADER = re.compile(
    rb"(?:\A|[\r\n])content-[a-z-]{1,30}[ \t]*:[^\r\n]*(?:(?:\r\n|\r|\n)[ \t][^\r\n]*)*", re.IGNORECASE
)
_REPLY = re.compile(r"^(?:(?:re|fwd?|fw|aw|tr)\s*(?:\[\d+\])?:\s*)+", re.IGNORECASE)
_SIGNATURE = re.compile(r"^-- ?\r?$", re.MULTILINE)
_QUOTED = re.compile(r"^>.*\r?\n?", re.MULTILINE)
#: Attachments that never hold a report.
_NOT_READ = ("image/", "audio/", "video/", "font/", "text/calendar", "text/css", "text/vcard")
_SIGNED = ("signature", "pkcs7-mime", "pgp-encrypted")


def is_mail(head: bytes) -> bool:
    """Whether bytes open with the header of a mail that was sent."""
    header = _HEADER.match(head)
    return header is not None and bool(_OF_MAIL.search(header.group()))


def is_mailbox(head: bytes) -> bool:
    """Whether bytes open with a mailbox's line of a sender, and a header behind it."""
    return bool(_SENDER_LINE.match(head))


def open_mailbox(source: RawSource, room: Room) -> Iterator[RawSource | Issue]:
    """The mails of an mbox, in order."""
    starts = [m.span() for m in _SENDER_LINE.finditer(source.content)]
    ends = [start for start, _ in starts[1:]] + [len(source.content)]
    for number, ((_, start), end) in enumerate(zip(starts, ends, strict=True), start=1):
        if not room.next_member():
            yield trouble_of("members_cut", source.name)
            return
        mail = re.sub(rb"(?m)^>(?=>*From )", b"", source.content[start:end])
        yield msgspec.structs.replace(source, name=f"{source.name}/{number}.eml", content=mail, content_type=None)


def open_mail(source: RawSource, room: Room, library: Library) -> Iterator[RawSource | Draft | Issue]:
    """The mail's own text as a draft of a report, then its attachments as sources."""
    reason = _hostile(source.content)
    if reason is None:
        try:
            message = email.message_from_bytes(source.content, policy=email.policy.compat32)
        except _DAMAGE as error:
            reason = type(error).__name__
    if reason is not None:
        words = f"The parts of {source.name} cannot be told apart: {reason}."
        yield issue("mail_damaged", "loss", source.name, words, "Save the mail again, or give its text.")
        return
    parts = _leaves(message)
    if any(part.defects for part in parts):
        words = f"The parts of {source.name} are not marked as they should be; they were read as far as they go."
        yield issue("mail_damaged", "note", source.name, words, "Save the mail again if words are missing.")
    own = [part for part in parts if not _attached(part)]
    yield from _text(message, own, source, library)
    for part in parts:
        if _attached(part) and not part.get_content_type().startswith(_NOT_READ):
            yield from _attachment(part, source, room)


def _hostile(content: bytes) -> str | None:
    """Why a mail is not to be taken apart at all; null where nothing is wrong with it."""
    if len(content) > MAX_MAIL:
        return f"it is longer than {MAX_MAIL:,} bytes"
    if len(_BOUNDARY.findall(content)) > MAX_BOUNDARIES or len(_DIVISION.findall(content)) > MAX_PARTS:
        return "it is divided into more parts than any mail"
    if any(len(header.group()) > MAX_PART_HEADER for header in _PART_HEADER.finditer(content)):
        return "a header is longer than any mail's"
    return None


def _leaves(message: Message) -> list[Message]:
    """The parts that are not divided further, in order; a mail inside the mail is one."""
    found: list[Message] = []
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.is_multipart() and (part is message or part.get_content_maintype() != "message"):
            waiting += [p for p in reversed(_inner(part)) if isinstance(p, Message)]
        else:
            found.append(part)
    return found


def _inner(part: Message) -> list[Any]:
    payload = part.get_payload() if part.is_multipart() else None
    return payload if isinstance(payload, list) else []


def _text(message: Message, own: list[Message], source: RawSource, library: Library) -> Iterator[Draft | Issue]:
    plain, issues = _words_of(own, "text/plain", source)
    rich, rich_issues = _words_of(own, "text/html", source)
    # A plain part of a line or two stands in for readers that show no HTML.
    text, found = (rich, rich_issues) if 4 * len(plain) < len(rich) else (plain, issues)
    if not text.strip():
        words = f"The mail {source.name} holds no text of its own."
        yield issue("mail_without_text", "warning", source.name, words, "Nothing needs to be done if it only forwards.")
        return
    yield from found
    short = limited(source.name, without_surrogates(source.name, text).value)
    yield from short.issues
    outlet, how = _sender(message, library)
    draft = Draft(
        name=source.name,
        text=short.value,
        how="page",
        title=_REPLY.sub("", one_line(_header(message, "Subject")) or "") or None,
        outlet=outlet,
        outlet_how=how,
        published=_date(message),
        raw_sha256=hashlib.sha256(source.content).hexdigest(),
    )
    yield beside(draft, source)


def _words_of(own: list[Message], kind: str, source: RawSource) -> tuple[str, list[Issue]]:
    """The words of the first part of a kind, without what is quoted from others and the signature."""
    part = next((p for p in own if p.get_content_type() == kind), None)
    content = _bytes(part) if part is not None else b""
    if part is None or not content.strip():
        return "", []
    decoded = decode_text(source.name, content, declared=kind == "text/html", charset=part.get_content_charset())
    text = decoded.value or ""
    if kind == "text/html":
        return text_of_fragment(text), list(decoded.issues)
    signature = _SIGNATURE.search(text)
    return _QUOTED.sub("", text[: signature.start()] if signature else text).strip(), list(decoded.issues)


def _attachment(part: Message, source: RawSource, room: Room) -> Iterator[RawSource | Issue]:
    if part.get_content_type().endswith(_SIGNED):
        return
    name, unsafe = label(source.name, _decoded(part.get_filename() or "") or "attachment")
    if unsafe is not None:
        yield unsafe
    if not room.next_member():
        yield trouble_of("members_cut", source.name)
        return
    kind = part.get_content_type()
    yield msgspec.structs.replace(source, name=name, content=_bytes(part), content_type=kind, address=None)


def _attached(part: Message) -> bool:
    if part.get_content_disposition() == "attachment" or part.get_filename():
        return True
    return not part.get_content_type().startswith("text/")


def _bytes(part: Message) -> bytes:
    try:
        inner = _inner(part)
        content: Any = inner[0].as_bytes() if inner else part.get_payload(decode=True)
    except _DAMAGE:
        content = None
    return content if isinstance(content, bytes) else b""


def _sender(message: Message, library: Library) -> tuple[str | None, Literal["page", "address", "unknown"]]:
    """Who sent it: the outlet that the sender's address is known for, else the name, else the address's domain."""
    try:
        name, sender = email.utils.parseaddr(_header(message, "From") or "")
    except _DAMAGE:
        return None, "unknown"
    host = sender.rpartition("@")[2].lower()
    known = library.outlets.name_of(host) if host else None
    if known:
        return known, "address"
    if shown := one_line(name):
        return shown, "page"
    return (registrable_domain(host), "address") if "." in host else (None, "unknown")


def _date(message: Message) -> str | None:
    written = _header(message, "Date")
    try:
        return email.utils.parsedate_to_datetime(written).isoformat() if written else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return written


def _header(message: Message, name: str) -> str | None:
    value = message.get(name)
    return _decoded(str(value)) if value is not None else None


def _decoded(value: str) -> str:
    """A header's words, its encoded ones decoded; cut where absurdly long."""
    value = value[:_LONGEST_HEADER]
    try:
        pieces = email.header.decode_header(value)
        words = "".join(p.decode(c or "utf-8", "replace") if isinstance(p, bytes) else p for p, c in pieces)
    except (MessageError, LookupError, ValueError):
        words = value
    return without_surrogates("header", words).value
