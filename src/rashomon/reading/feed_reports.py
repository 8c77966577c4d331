"""A feed's entries -> reports of those that carry their full text; the others are counted in one issue."""

from __future__ import annotations

import hashlib

from rashomon.knowledge.library import Library
from rashomon.model.issue import Issue
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.model.source import RawSource
from rashomon.reading.codes import issue
from rashomon.reading.decoding import limited, without_surrogates
from rashomon.reading.draft import Draft
from rashomon.reading.entries import Entry, Feed, absolute, full_text, one_line, outlet_of
from rashomon.reading.settle import settle_report


def read_feed_reports(feed: Feed, source: RawSource, library: Library) -> Outcome[tuple[Report, ...]]:
    """The reports of the entries that carry their text, in order."""
    reports: list[Report] = []
    issues: list[Issue] = []
    listed = 0
    for number, entry in enumerate(feed.entries, start=1):
        text = full_text(entry, library)
        if text is None:
            listed += 1
            continue
        read = _report(f"{source.name}#{number}", entry, text, feed, source, library)
        reports.append(read.value)
        issues += read.issues
    if listed:
        issues.append(_only_listed(source.name, listed, len(feed.entries)))
    return Outcome(tuple(reports), tuple(issues))


def _report(name: str, entry: Entry, text: str, feed: Feed, source: RawSource, library: Library) -> Outcome[Report]:
    clean = without_surrogates(name, text)
    short = limited(name, clean.value)
    link = absolute(entry.link, source.address)
    outlet, outlet_how = outlet_of(link, entry.outlet or feed.title, source, library)
    draft = Draft(
        name=name,
        text=short.value,
        how="page",
        title=one_line(entry.title),
        url=link,
        outlet=outlet,
        outlet_how=outlet_how,
        byline=one_line(entry.byline),
        picture_url=absolute(entry.picture_url, source.address),
        lang=source.lang or entry.lang,
        published=entry.published,
        modified=entry.modified,
        listed=source.published,
        learned_at=source.learned_at,
        raw_sha256=hashlib.sha256((entry.markup or text).encode("utf-8", "replace")).hexdigest(),
    )
    settled = settle_report(draft, library)
    return Outcome(settled.value, clean.issues + short.issues + settled.issues)


def _only_listed(name: str, listed: int, every: int) -> Issue:
    message = f"{name} only lists {listed:,} of its {every:,} entries, without their text."
    suggestion = "`rashomon watch` fetches what a feed lists; or save the pages and give those."
    return issue("entries_only_listed", "warning", name, message, suggestion)
