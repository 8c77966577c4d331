"""Bytes -> text: marks, declared and guessed encodings; line ends stay, a byte-order mark goes."""

from __future__ import annotations

import codecs
import contextlib
import re

from rashomon.model.issue import Issue
from rashomon.model.outcome import Outcome
from rashomon.reading.codes import issue

#: Longest text that is read (code points): a long book; sentences of no report lie beyond it.
MAX_TEXT_CHARS = 1_000_000
#: Bytes that are looked at where an encoding or a format must be guessed.
SAMPLE_BYTES = 65_536

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
#: Python's codecs that no page is written in; some of them raise on what they cannot read.
_NO_ENCODINGS = frozenset({"idna", "punycode", "undefined", "utf-7", "unicode-escape", "raw-unicode-escape"})
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
#: More control characters than this share of the text, and it is no text.
_CONTROL_SHARE = 0.02


def decode_text(
    name: str, content: bytes, *, declared: bool = False, charset: str | None = None
) -> Outcome[str | None]:
    """The text of a file's bytes; null with an issue where they hold none. `declared`: a charset may stand in them.

    `charset` is what the server called them. UTF-8 wins over every name where the bytes are valid as such: servers
    and pages err about it, and other encodings are hardly ever valid UTF-8 by chance.
    """
    if not content.strip():
        return Outcome(None, (_empty(name),))
    text, issues = _decode(name, content, declared, charset)
    if not text.strip():
        return Outcome(None, (_empty(name),))
    controls = len(_CONTROL.findall(text[:MAX_TEXT_CHARS]))
    if controls > max(2, _CONTROL_SHARE * min(len(text), MAX_TEXT_CHARS)):
        message = f"{name} holds binary bytes, no text."
        return Outcome(None, (issue("binary_content", "loss", name, message, "Give the text, or leave the file out."),))
    if controls:
        message = f"{name} holds {controls} control characters."
        issues.append(issue("control_characters", "note", name, message, "Nothing needs to be done."))
    return Outcome(text, tuple(issues))


def _empty(name: str) -> Issue:
    return issue("source_empty", "warning", name, f"{name} is empty.", "Leave it out, or save it again.")


def _decode(name: str, content: bytes, declared: bool, charset: str | None) -> tuple[str, list[Issue]]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _lenient(name, content[len(mark) :], encoding)
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    named = _named_encodings(content, charset, declared)
    for encoding in named:
        with contextlib.suppress(UnicodeDecodeError):
            return content.decode(encoding), []
    if named and (named[0] != "utf-8" or _nearly_utf8(content)):
        return _lenient(name, content, named[0])
    wide = _utf16_without_mark(content)
    if wide is not None:
        return _lenient(name, content, wide)
    if _nearly_utf8(content):
        return _lenient(name, content, "utf-8")
    encoding = _guess(content)
    text = content.decode(encoding, "replace")
    noted = issue(
        "encoding_guessed",
        "note",
        name,
        f"{name} is not UTF-8; it was read as {encoding}.",
        "Save it as UTF-8 if letters look wrong.",
    )
    return text, [noted]


def _lenient(name: str, content: bytes, encoding: str) -> tuple[str, list[Issue]]:
    text = content.decode(encoding, "replace")
    damaged = text.count("\ufffd")
    if not damaged:
        return text, []
    message = f"{name} holds {damaged} places that are no valid {encoding}."
    return text, [issue("characters_damaged", "warning", name, message, "Get the original again if it matters.")]


def _named_encodings(content: bytes, charset: str | None, declared: bool) -> list[str]:
    """The encodings that the server and the page name, as far as they can be those of these bytes."""
    match = _DECLARED.search(content[:4096]) if declared else None
    names = [charset, match.group(1).decode("ascii") if match else None]
    found = [known for name in names if name and (known := _known_encoding(name))]
    # Text in UTF-16 or UTF-32 has bytes of zero at least in its spaces; without any the name is a lie.
    return [name for name in found if b"\0" in content[:SAMPLE_BYTES] or not name.startswith(("utf-16", "utf-32"))]


def _known_encoding(name: str) -> str | None:
    """An encoding of text by any of its names; pages called Latin-1 are Windows-1252 (WHATWG Encoding)."""
    try:
        found = codecs.lookup(name).name
        "".encode(found)
    except (LookupError, ValueError):
        return None
    if found in _NO_ENCODINGS:
        return None
    return "cp1252" if found in {"iso8859-1", "ascii"} else found


def _utf16_without_mark(content: bytes) -> str | None:
    sample = content[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.1 * half else None


def _nearly_utf8(content: bytes) -> bool:
    """Whether most multi-byte sequences are valid UTF-8: a damaged file, not another encoding."""
    sample = content[:SAMPLE_BYTES].decode("utf-8", "replace")
    good = sum(1 for c in sample if c > "\x7f" and c != "\ufffd")
    return good > 3 * sample.count("\ufffd") or (sample.count("\ufffd") <= 1 and good > 0)


def _guess(content: bytes) -> str:
    from charset_normalizer import from_bytes

    sample = content[:SAMPLE_BYTES]
    # News in a one-byte encoding is Windows-1252 far more often than anything else, so it wins wherever its
    # letters between ASCII letters make words; the statistical guess is for other scripts.
    high = [b for b in sample if b >= 0x80]
    if len(high) < 0.1 * len(sample):
        return "cp1252" if not set(high) & {0x81, 0x8D, 0x8F, 0x90, 0x9D} else "latin-1"
    best = from_bytes(sample).best()
    return best.encoding if best is not None else "cp1252"


def without_surrogates(name: str, text: str) -> Outcome[str]:
    """The text with each lone surrogate as U+FFFD (offsets hold), and an issue where there was any."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        repaired = _LONE_SURROGATE.sub("\ufffd", text)
        message = f"{name} holds lone surrogates, which are no characters."
        return Outcome(repaired, (issue("characters_damaged", "note", name, message, "Nothing needs to be done."),))
    return Outcome(text)


def plain_line(words: str) -> str:
    """A name, title or address: control characters are blanks and lone surrogates U+FFFD, letter for letter."""
    return _LONE_SURROGATE.sub("\ufffd", _CONTROL.sub(" ", words))


def limited(name: str, text: str) -> Outcome[str]:
    """The text up to the limit, and an issue where it is longer."""
    if len(text) <= MAX_TEXT_CHARS:
        return Outcome(text)
    message = f"{name} holds {len(text):,} characters; the first {MAX_TEXT_CHARS:,} were read."
    return Outcome(
        text[:MAX_TEXT_CHARS], (issue("text_too_long", "loss", name, message, "Split it into single reports."),)
    )
