"""Feeds, lists of feeds and sitemaps as texts, and what is listed of them."""

from __future__ import annotations

import json

from tests.reading.page_reading import LEARNED, LIBRARY

from rashomon.model.listing import Listing
from rashomon.model.source import RawSource
from rashomon.reading import read_listing

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
