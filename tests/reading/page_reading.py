"""What the tests of reading share: one source in, one report out."""

from __future__ import annotations

import datetime as dt
import json

from rashomon.adapters.package_data import load_library
from rashomon.model.issue import Issue
from rashomon.model.report import Report
from rashomon.model.source import RawSource
from rashomon.reading import read_jsonl_line, read_reports

LEARNED = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
LIBRARY = load_library()


def read_all(content: str | bytes, name: str = "page.txt") -> tuple[tuple[Report, ...], list[str]]:
    """The reports of one source and the codes of its issues."""
    raw = content if isinstance(content, bytes) else content.encode("utf-8")
    outcome = read_reports([RawSource(name=name, content=raw, learned_at=LEARNED)], LIBRARY)
    return outcome.value, [i.code for i in outcome.issues]


def read_page(content: str | bytes, name: str = "page.txt") -> Report:
    """The one report of a source."""
    (report,) = read_all(content, name)[0]
    return report


def read_record(**fields: object) -> tuple[Report | None, tuple[Issue, ...]]:
    """The report of a JSON line with the given fields, and its issues."""
    outcome = read_jsonl_line("in.jsonl", 1, json.dumps(fields).encode(), LIBRARY, LEARNED)
    return outcome.value, outcome.issues


def words_of(report: Report, kind: str) -> list[str]:
    """The words of the report's blocks of one kind."""
    return [report.text[b.start : b.end] for b in report.blocks if b.kind == kind]
