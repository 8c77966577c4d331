"""JSON Lines -> one report a line; offsets count code points of `text` exactly as given."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rashomon.knowledge.library import Library
from rashomon.model.issue import Issue
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.model.source import RawSource
from rashomon.reading.codes import issue
from rashomon.reading.decoding import decode_text, limited, without_surrogates
from rashomon.reading.draft import Draft
from rashomon.reading.settle import settle_report

#: Longest line that is read (bytes): the longest text that is read, escaped, with room for the other fields.
MAX_LINE_BYTES = 64_000_000
_FIELDS = ("id", "title", "url", "outlet", "published", "lang")


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line of the input: its number, the id it gives, its report or null, and issues."""

    number: int
    given_id: str | None
    report: Report | None
    issues: tuple[Issue, ...] = ()


def read_jsonl(source: RawSource, library: Library) -> Outcome[tuple[Report, ...]]:
    """The reports of a JSON Lines file, in order; lines that cannot be read leave an issue each."""
    lines = read_lines(source.name, source.content, library, source.learned_at)
    return Outcome(
        tuple(line.report for line in lines if line.report is not None),
        tuple(found for line in lines for found in line.issues),
    )


def read_lines(
    name: str, content: bytes, library: Library, learned_at: dt.datetime | None = None
) -> tuple[ReadLine, ...]:
    """Every line of a JSON Lines file, read or with the issues that say why not; a last empty line is none."""
    found: list[ReadLine] = []
    seen: dict[str, str] = {}
    for number, raw in _raw_lines(name, content):
        line = _read(name, number, raw, library, learned_at)
        if line.given_id is not None and line.report is not None:
            known = seen.setdefault(line.given_id, line.report.id)
            if known != line.report.id:
                line = ReadLine(
                    number, line.given_id, line.report, (*line.issues, repeated_id(line.given_id, line.report.id))
                )
        found.append(line)
    return tuple(found)


def read_jsonl_line(
    name: str, number: int, raw: bytes, library: Library, learned_at: dt.datetime | None = None
) -> Outcome[Report | None]:
    """The report of one line, or null with the issues that say why not."""
    line = _read(name, number, raw, library, learned_at)
    return Outcome(line.report, line.issues)


def repeated_id(given_id: str, about: str) -> Issue:
    """The issue of a given id that another text carries too."""
    message = f"The id {given_id[:120]!r} stands on another report with a different text."
    return issue("given_id_repeated", "warning", about, message, "Give each report an id of its own.")


def _raw_lines(name: str, content: bytes) -> Iterator[tuple[int, bytes]]:
    # Only line feeds end a line: JSON strings may hold the other line separators of Unicode.
    if content[:4] and (content[:2] in {b"\xff\xfe", b"\xfe\xff"} or content[:3] == b"\xef\xbb\xbf"):
        content = (decode_text(name, content).value or "").encode("utf-8", "surrogatepass")
    lines = content.split(b"\n")
    if not lines[-1].strip():
        lines.pop()
    yield from enumerate(lines, start=1)


def _read(name: str, number: int, raw: bytes, library: Library, learned_at: dt.datetime | None) -> ReadLine:
    where = f"{name}:{number}"
    if not raw.strip():
        message = f"Line {number} of {name} is empty."
        return ReadLine(number, None, None, (issue("line_empty", "note", where, message, "Leave the line out."),))
    if len(raw) > MAX_LINE_BYTES:
        message = f"Line {number} of {name} holds {len(raw):,} bytes; at most {MAX_LINE_BYTES:,} are read."
        return ReadLine(number, None, None, (issue("line_too_long", "loss", where, message, "Split its text."),))
    try:
        record = json.loads(raw.decode("utf-8", "replace"), parse_constant=lambda _: None)
    except (ValueError, RecursionError) as error:
        message = f"Line {number} of {name} is no JSON: {str(error)[:120]}."
        return ReadLine(
            number, None, None, (issue("line_not_json", "loss", where, message, "Write one JSON object a line."),)
        )
    if not isinstance(record, dict):
        message = f"Line {number} of {name} is JSON, but no object."
        return ReadLine(
            number, None, None, (issue("line_not_json", "loss", where, message, "Write one JSON object a line."),)
        )
    issues: list[Issue] = []
    fields = {key: _string(record, key, where, issues) for key in _FIELDS}
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        message = f"Line {number} of {name} has no text."
        issues.append(
            issue("text_missing", "loss", fields["id"] or where, message, "Give the report's words as `text`.")
        )
        return ReadLine(number, fields["id"], None, tuple(issues))
    return _settled(where, number, text, fields, b"\xff" in raw or b"\xef\xbf\xbd" in raw, learned_at, library, issues)


def _settled(
    where: str,
    number: int,
    text: str,
    fields: dict[str, str | None],
    damaged: bool,
    learned_at: dt.datetime | None,
    library: Library,
    issues: list[Issue],
) -> ReadLine:
    clean = without_surrogates(where, text)
    short = limited(where, clean.value)
    if damaged and "\ufffd" in clean.value:
        message = f"{where} holds bytes that are no valid UTF-8."
        issues.append(issue("characters_damaged", "note", where, message, "Write JSON Lines in UTF-8."))
    draft = Draft(
        name=where,
        text=short.value,
        title=fields["title"],
        url=fields["url"],
        outlet=fields["outlet"],
        published=fields["published"],
        lang=fields["lang"],
        given_id=fields["id"],
        learned_at=learned_at,
    )
    settled = settle_report(draft, library)
    every = (*issues, *clean.issues, *short.issues, *settled.issues)
    about = tuple(_about(found, where, settled.value.id) for found in every)
    return ReadLine(number, fields["id"], settled.value, about)


def _about(found: Issue, where: str, report_id: str) -> Issue:
    import msgspec

    return msgspec.structs.replace(found, report=report_id) if found.report == where else found


def _string(record: dict[str, Any], key: str, where: str, issues: list[Issue]) -> str | None:
    value = record.get(key)
    if isinstance(value, str):
        cleaned = without_surrogates(where, value).value
        return cleaned if cleaned.strip() else None
    if isinstance(value, int) and not isinstance(value, bool) and key == "id":
        return str(value)
    if value is not None:
        message = f"`{key}` of {where} is no string; it was left out."
        issues.append(issue("field_not_used", "note", where, message, f"Give `{key}` as a string or null."))
    return None
