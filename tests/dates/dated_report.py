"""What the tests of dates share: a text and its publication in, its time expressions with their dates out."""

from __future__ import annotations

import datetime as dt
import json

from rashomon.adapters.package_data import load_library
from rashomon.extraction.english.times import find_times
from rashomon.language.sentences import split_report
from rashomon.model.moment import When
from rashomon.model.report import Report
from rashomon.reading import read_jsonl_line
from rashomon.resolution.dates import DateContext, date_context, resolve_time

LIBRARY = load_library()


def report_of(text: str, published: str | None) -> Report:
    """A report with the text and publication."""
    line = json.dumps({"text": text, "published": published, "lang": "en"}).encode()
    report = read_jsonl_line("in.jsonl", 1, line, LIBRARY).value
    assert report is not None
    return report


def found_in(text: str, published: str | None = None) -> tuple[When, ...]:
    """The time expressions of a text, not yet resolved."""
    report = report_of(text, published)
    return find_times(report, split_report(report, LIBRARY.words), LIBRARY)


def resolved_in(text: str, published: str | None) -> tuple[list[When], DateContext]:
    """The time expressions of a text with their dates, and what anchored them."""
    report = report_of(text, published)
    context = date_context(report, LIBRARY)
    return [resolve_time(w, context) for w in find_times(report, split_report(report, LIBRARY.words), LIBRARY)], context


def dates_of(text: str, published: str | None) -> tuple[str | None, str | None, str]:
    """The dates of the only time expression of a text: start, end, precision."""
    (when,) = resolved_in(text, published)[0]
    return _iso(when.start_date), _iso(when.end_date), when.precision


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
