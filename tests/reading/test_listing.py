"""Feeds, lists of feeds and sitemaps: what they carry becomes reports, what they name becomes listings."""

from __future__ import annotations

import gzip

import pytest
from tests.reading.feed_texts import (
    ATOM,
    BODY,
    INDEX,
    JSON_FEED,
    OPML,
    RDF,
    RSS_091,
    SECOND,
    SITEMAP,
    full,
    item,
    listed,
    rss,
)
from tests.reading.page_reading import LEARNED, LIBRARY, read_all

from rashomon.model.source import RawSource
from rashomon.reading import read_reports


@pytest.mark.parametrize("content", [rss(item(30, full())), RDF, ATOM, JSON_FEED], ids=["rss", "rdf", "atom", "json"])
def test_an_entry_with_its_text_is_a_report(content: bytes) -> None:
    """Title, outlet, instant, address and paragraphs of an item with its full text come from the feed."""
    report = read_all(content, "feed")[0][0]
    assert (report.title or "").startswith("Dam fails")
    assert "script" not in (report.title or "")
    assert [line for line in report.text.split("\n") if line] == [BODY, SECOND]
    assert (report.outlet, report.outlet_how) == ("The Plain Gazette", "page")
    assert report.published is not None
    assert report.published.earliest.isoformat() == "2025-06-03T07:30:00+00:00"
    assert (report.canonical_url or "").startswith("https://gazette.example/")
    assert "?" not in (report.canonical_url or "")


@pytest.mark.parametrize(
    ("content", "kinds", "carried"),
    [
        (rss(item(1, full()), item(2)), ["entry", "entry"], [True, False]),
        (RSS_091, ["entry"], [False]),
        (ATOM, ["entry", "entry"], [True, False]),
        (JSON_FEED, ["entry", "entry"], [True, False]),
        (SITEMAP, ["entry"], [False]),
        (INDEX, ["sitemap"], [False]),
        (OPML, ["feed"], [False]),
    ],
    ids=["rss", "rss-0.91", "atom", "json", "sitemap", "index", "opml"],
)
def test_every_entry_with_an_address_is_listed(content: bytes, kinds: list[str], carried: list[bool]) -> None:
    """A listing names each entry with its kind, whether the source carries its text or not."""
    listings, _ = listed(content, address="https://gazette.example/feed.xml")
    assert [x.kind for x in listings] == kinds
    assert [x.carried for x in listings] == carried
    assert all(x.address.startswith("https://gazette.example/") for x in listings)


def test_a_sitemap_tells_publication_from_change() -> None:
    """A news sitemap gives title, outlet, language, and the instants of publication and of the last change."""
    (found,), _ = listed(SITEMAP)
    assert (found.title, found.outlet, found.lang) == ("Dam fails", "The Plain Gazette", "en")
    assert found.published is not None
    assert found.published.earliest.isoformat() == "2025-06-03T07:30:00+00:00"
    assert found.modified is not None
    assert found.modified.precision == "day"


def test_a_packed_sitemap_is_unpacked_within_limits() -> None:
    """A sitemap under gzip lists the same addresses; one that is a bomb gives the issue only."""
    assert listed(gzip.compress(SITEMAP)) == listed(SITEMAP)
    assert listed(gzip.compress(SITEMAP + b" " * 30_000_000)) == ((), ["unpacked_too_large"])


def test_entries_without_text_leave_one_issue_that_counts_them() -> None:
    """Two summaries beside one full text are one report and one issue that counts two of three and names watch."""
    source = RawSource(name="feed", content=rss(item(1), item(2, full()), item(3)), learned_at=LEARNED)
    outcome = read_reports([source], LIBRARY)
    assert len(outcome.value) == 1
    (found,) = outcome.issues
    assert found.code == "entries_only_listed"
    assert "2 of its 3" in found.message
    assert "watch" in found.suggestion


@pytest.mark.parametrize(
    "teaser",
    [f"<p>{BODY[:60]} […]</p>", f"<p>{BODY}</p><p><a href='x'>Continue reading</a></p>", f"<p>{BODY}</p>Read more »"],
)
def test_the_beginning_of_a_text_is_no_report(teaser: str) -> None:
    """Content that breaks off, or ends by leading on to the page, is listed only."""
    assert read_all(rss(item(1, full(teaser))), "feed") == ((), ["entries_only_listed"])
    assert [x.carried for x in listed(rss(item(1, full(teaser))))[0]] == [False]


def test_a_known_address_names_the_outlet_better_than_the_feed() -> None:
    """An entry on the site of a known outlet is that outlet's, and what the user gives stands above both."""
    known = rss(item(1).replace("gazette.example", "www.bbc.com"), title="World")
    assert listed(known)[0][0].outlet == "BBC News"
    assert listed(known, outlet="The Example")[0][0].outlet == "The Example"


def test_a_broken_feed_is_read_as_far_as_it_goes() -> None:
    """A feed cut in the middle, with undeclared prefixes and loose ampersands, gives its whole items and a warning."""
    content = rss(item(1, full()), item(2, full()).replace("Dam", "Dam & lake &nbsp;"), namespaces="")
    listings, codes = listed(content[: content.index(b"</channel>")])
    assert [x.carried for x in listings] == [True, True]
    assert listings[1].title == "Dam & lake fails, part 2"
    assert codes == ["markup_damaged"]


def test_a_feed_with_broken_names_leaves_an_issue() -> None:
    """Names that the feed's parser cannot take, and elements that no name can be made of, cost the feed at most."""
    spaced = (
        rss(item(1))
        .replace(b"purl.org/dc/elements", b"purl.org/dc elements")
        .replace(b"<link>", b"<dc:date>x</dc:date><link>")
    )
    assert listed(spaced) == ((), ["markup_damaged"])
    assert listed(rss(item(1, "<a:\r>x</a:\r>"), namespaces=""))[1] == ["markup_damaged"]


def test_a_broken_json_feed_is_no_report() -> None:
    """A JSON Feed cut in the middle leaves an issue, not its source as a text."""
    assert read_all(JSON_FEED[:-40], "feed.json") == ((), ["markup_damaged"])


def test_a_legacy_encoding_is_read() -> None:
    """A feed that declares Windows-1252 is read in it."""
    content = rss(item(1)).replace(b"UTF-8", b"windows-1252").replace(b"Dam fails", "Café".encode("cp1252"))
    assert listed(content)[0][0].title == "Café, part 1"


def test_what_is_no_feed_leaves_an_issue() -> None:
    """A page asked for its listings gives none and says why."""
    assert listed(b"<html><body>words</body></html>") == ((), ["not_a_feed"])
