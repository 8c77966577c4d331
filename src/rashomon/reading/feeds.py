"""RSS 0.9x, 1.0 and 2.0 and Atom -> a feed's entries, by feedparser on bytes made safe before."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

from rashomon.model.outcome import Outcome
from rashomon.model.source import RawSource
from rashomon.reading.codes import issue
from rashomon.reading.entries import Entry, Feed, first_entries
from rashomon.reading.markup import safe_tree

FEED_ROOTS = frozenset({"rss", "rdf", "feed"})
#: Prefixes that feeds use without declaring them, and what they stand for.
_PREFIXES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "atom": "http://www.w3.org/2005/Atom",
    "media": "http://search.yahoo.com/mrss/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
}
#: A date that feedparser would turn into an instant of midnight.
_DAY_ALONE = re.compile(r"\s*\d{4}(?:-\d\d){0,2}\s*$")
_LONGEST_DATE = 100
_NAME = re.compile(r"[A-Za-z_]\w*$", re.ASCII)


def read_feed(source: RawSource, text: str) -> Outcome[Feed | None]:
    """The feed that a text holds; null with an issue where it cannot be read."""
    safe = safe_tree(source.name, text)
    if safe.value is None:
        return Outcome(None, safe.issues)
    data = _with_declared_names(safe.value)
    feed = _parsed(data, source.address) if data is not None else None
    if feed is None:
        message = f"{source.name} is no feed that can be read: its names are broken."
        found = issue("markup_damaged", "loss", source.name, message, "Get the original again.")
        return Outcome(None, (*(i for i in safe.issues if i.code != found.code), found))
    return Outcome(feed, safe.issues)


def _parsed(data: bytes, came_from: str | None) -> Feed | None:
    """The feed in well-formed XML; null where feedparser stumbles over it."""
    import feedparser

    headers = {"content-type": "application/xml; charset=utf-8"}
    if came_from:
        headers["content-location"] = came_from
    try:
        # A stream, never bytes or a string: feedparser would try those as a file's name or an address.
        parsed = feedparser.parse(
            io.BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
        return first_entries(_entries(parsed.entries, _field(parsed.feed, "language")), _field(parsed.feed, "title"))
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError, OverflowError):
        return None


def _with_declared_names(tree: Any) -> bytes | None:
    """The tree as bytes whose every name is declared, so that only the strict parser works on them; null where not."""
    from lxml import etree

    for element in tree.iter(etree.Element):
        prefix, colon, local = element.tag.partition(":") if not element.tag.startswith("{") else ("", "", "")
        if colon:
            space = _PREFIXES.get(prefix)
            element.tag = f"{{{space}}}{local}" if space and _NAME.match(local) else "unknown"
        for key in [k for k in element.attrib if ":" in k and not k.startswith("{")]:
            del element.attrib[key]
    data: bytes = etree.tostring(tree, encoding="utf-8", xml_declaration=True)
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(data, True)
    except expat.ExpatError:
        return None
    return data


def _entries(items: list[Any], lang: str | None) -> Iterator[Entry]:
    for item in items:
        content = next((c for c in item.get("content", ()) if c.get("value") and _is_words(c.get("type", ""))), None)
        picture = next((m.get("url") for m in dict.get(item, "media_content", ()) if m.get("medium") == "image"), None)
        plain = content is not None and content.get("type") == "text/plain"
        yield Entry(
            link=_field(item, "feedburner_origlink") or _field(item, "link"),
            title=_field(item, "title"),
            # Atom demands only the instant of the last change, which is when this version was published.
            published=_date(item, "published") or _date(item, "updated"),
            modified=_date(item, "updated") if _date(item, "published") else None,
            byline=_field(item, "author"),
            lang=(content.get("language") if content else None) or lang,
            picture_url=picture,
            markup=content["value"] if content is not None and not plain else None,
            text=content["value"] if content is not None and plain else None,
        )


def _is_words(media_type: str) -> bool:
    return media_type.startswith("text/") or media_type.endswith(("html", "xhtml+xml"))


def _field(record: Any, key: str) -> str | None:
    # Past feedparser's aliases, which warn and mix up dates of publication and change.
    value = dict.get(record, key)
    return value if isinstance(value, str) and value.strip() else None


def _date(item: Any, key: str) -> str | None:
    written = _field(item, key)
    parsed = dict.get(item, f"{key}_parsed")
    if written is None or parsed is None or _DAY_ALONE.match(written):
        return written[:_LONGEST_DATE] if written else None
    return f"{parsed[0]:04d}-{parsed[1]:02d}-{parsed[2]:02d}T{parsed[3]:02d}:{parsed[4]:02d}:{parsed[5]:02d}Z"
