"""Feeds, lists of feeds and sitemaps: what they carry becomes reports, what they name becomes listings."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable

import pytest
from tests.reading.page_reading import LEARNED, LIBRARY, read_all

from rashomon.model.issue import Issue
from rashomon.model.listing import Listing
from rashomon.model.report import Report
from rashomon.model.source import RawSource
from rashomon.reading import read_listing, read_reports

BODY = "At least six villagers died when the dam above the plain gave way on Monday, the water ministry said."
SECOND = "Crews were searching the lower fields for four others who had been missing since the early morning."
MARKUP = f"<p>{BODY}</p><script>alert('x')</script><figure><img src='a.png'></figure><p>{SECOND}</p>"
NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
)


def rss(*items: str, title: str = "The Plain Gazette", namespaces: str = NAMESPACES) -> bytes:
    """An RSS 2.0 feed."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" {namespaces}><channel><title>{title}</title>'
        f"<link>https://gazette.example/</link><language>en</language>{''.join(items)}</channel></rss>"
    ).encode()


def item(number: int, extra: str = "") -> str:
    """An item of the feed with a title, a link and a date."""
    return (
        f"<item><title>Dam fails, part {number}</title><link>https://gazette.example/{number}?utm_source=rss</link>"
        f"<pubDate>Tue, 03 Jun 2025 09:{number:02d}:00 +0200</pubDate>"
        f"<description>A summary of it.</description>{extra}</item>"
    )


def full(markup: str = MARKUP) -> str:
    """The full text of an RSS item."""
    return f"<content:encoded><![CDATA[{markup}]]></content:encoded>"


RDF = f"""<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" {NAMESPACES}>
<channel rdf:about="https://gazette.example/"><title>The Plain Gazette</title></channel>
<item rdf:about="https://gazette.example/1"><title>Dam fails</title><link>https://gazette.example/1</link>
<dc:date>2025-06-03T09:30:00+02:00</dc:date>{full()}</item></rdf:RDF>""".encode()
RSS_091 = b"""<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>The Plain Gazette</title><item><title>Dam &eacute;tat</title>
<link>https://gazette.example/1</link></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Plain Gazette</title>
<entry><title type="html">Dam &lt;b&gt;fails&lt;/b&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>
<link href="https://gazette.example/1"/><published>2025-06-03T09:30:00+02:00</published>
<updated>2025-06-03T11:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{BODY}</p><p>{SECOND}</p></div></content></entry>
<entry><title>Dam, a summary</title><link rel="alternate" href="/2"/><updated>2025-06-03</updated>
<summary>Six died.</summary></entry></feed>""".encode()
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Plain Gazette",
        "items": [
            {
                "id": "1",
                "url": "https://gazette.example/1",
                "title": "Dam fails",
                "date_published": "2025-06-03T09:30:00+02:00",
                "content_text": f"{BODY}\n\n{SECOND}",
                "authors": [{"name": "Staff Writer"}],
            },
            {"id": "https://gazette.example/2", "title": "Dam, a summary", "summary": "Six died."},
            "no item",
        ],
    },
    indent=1,
).encode()
SITEMAP = f"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {NAMESPACES}>
<url><loc> https://gazette.example/1 </loc><lastmod>2025-06-04</lastmod><news:news><news:publication>
<news:name>The Plain Gazette</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2025-06-03T09:30:00+02:00</news:publication_date><news:title>Dam fails</news:title></news:news></url>
<url><loc>ftp://gazette.example/2</loc></url></urlset>""".encode()
INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>
<loc>https://gazette.example/news.xml</loc><lastmod>2025-06-04</lastmod></sitemap></sitemapindex>"""
OPML = b"""<opml version="2.0"><body><outline text="Near"><outline type="rss" text="The Plain Gazette"
xmlUrl="https://gazette.example/feed" htmlUrl="https://gazette.example/"/></outline><outline text="no feed"/></body></opml>"""


def listed(content: bytes, **known: str) -> tuple[tuple[Listing, ...], list[str]]:
    """The listings of a source and the codes of its issues."""
    outcome = read_listing(RawSource(name="feed", content=content, learned_at=LEARNED, **known), LIBRARY)
    return outcome.value, [i.code for i in outcome.issues]


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
