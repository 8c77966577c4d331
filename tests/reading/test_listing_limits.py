"""Hostile and huge feeds: entities, absurd nesting, more entries and markup than the limits."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.reading.feed_texts import (
    full,
    item,
    listed,
    rss,
)
from tests.reading.page_reading import LEARNED, LIBRARY, read_all

from rashomon.model.issue import Issue
from rashomon.model.report import Report
from rashomon.model.source import RawSource
from rashomon.reading import read_reports

LAUGHS = b"""<?xml version="1.0"?><!-- <rss> --><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<rss version="2.0"><channel><item><title>&b;</title><link>https://gazette.example/1</link></item></channel></rss>"""
OUTSIDE = (
    b"""<!DOCTYPE feed [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]><feed><entry><title>&x;</title></entry></feed>"""
)


@pytest.mark.parametrize(
    "content", [LAUGHS, OUTSIDE, LAUGHS.replace(b"rss", b"urlset"), LAUGHS.decode().encode("utf-16")]
)
def test_declared_entities_are_refused(content: bytes) -> None:
    """A feed or sitemap that declares entities, in whatever encoding, gives nothing but the issue."""
    assert listed(content) == ((), ["entities_refused"])
    assert read_all(content, "feed") == ((), ["entities_refused"])


@pytest.fixture
def work() -> Callable[[bytes], tuple[tuple[Report, ...], tuple[Issue, ...]]]:
    """Reads a hostile feed; a parser whose work grows with the square of the input would never come back."""

    def read(content: bytes) -> tuple[tuple[Report, ...], tuple[Issue, ...]]:
        outcome = read_reports([RawSource(name="feed", content=content, learned_at=LEARNED)], LIBRARY)
        return outcome.value, outcome.issues

    return read


@pytest.mark.parametrize(
    "content",
    [
        b"<rss>" + b"<a>" * 300_000,
        b"<rss>" + b"<" * 600_000,
        b"<rss><channel><item><title>" + b"&lt;b " * 200_000,
        b"<rss" + b" a='<'" * 100_000,
        b"<rss><channel><title>" + b"x" * 3_000_000,
        b"<rss><channel><item>" + b"<pubDate>" + b"1 " * 500_000 + b"</pubDate></item></channel></rss>",
        b"<rss><channel><item>" + full("<div>" * 300_000).encode() + b"</item></channel></rss>",
        b"<rss><channel><item>" + full("<" * 300_000).encode() + b"</item></channel></rss>",
        b'<?xml version="1.0"?>' + b"<!-- -->" * 100_000 + b"<rss/>",
        b"<!DOCTYPE " + b"[" * 300_000,
        b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 300_000,
    ],
)
def test_absurd_feeds_cost_linear_work(content: bytes, work: Callable[[bytes], object]) -> None:
    """Absurd nesting and unclosed marks of some hundred kilobytes end in a result, not in an error or a wait."""
    work(content)


def test_a_feed_of_more_entries_than_the_limit_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Entries behind the limit leave one issue."""
    monkeypatch.setattr("rashomon.reading.entries.MAX_ENTRIES", 2)
    listings, codes = listed(rss(item(1), item(2), item(3)))
    assert len(listings) == 2
    assert codes == ["entries_cut"]


def test_markup_longer_than_the_limit_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Markup behind the limit leaves an issue, and what stands before it is read."""
    content = rss(item(1), item(2))
    monkeypatch.setattr("rashomon.reading.markup.MAX_MARKUP", len(content) - 150)
    listings, codes = listed(content)
    assert listings
    assert codes == ["markup_cut"]


def test_a_feed_without_entries_is_noted() -> None:
    """An empty feed leaves a note and no report."""
    assert read_all(rss(), "feed") == ((), ["feed_empty"])
