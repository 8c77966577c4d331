"""OPML lists of feeds, news sitemaps and indexes of sitemaps -> the entries they name; none carries a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rashomon.model.outcome import Outcome
from rashomon.model.source import RawSource
from rashomon.reading.entries import Entry, Feed, first_entries
from rashomon.reading.markup import safe_tree

LIST_ROOTS = frozenset({"opml", "urlset", "sitemapindex"})


def read_list(source: RawSource, text: str) -> Outcome[Feed | None]:
    """The entries of an OPML list or sitemap; null with an issue where it cannot be read."""
    safe = safe_tree(source.name, text)
    if safe.value is None:
        return Outcome(None, safe.issues)
    entries = _outlines(safe.value) if _local(safe.value) == "opml" else _places(safe.value)
    return Outcome(first_entries(entries), safe.issues)


def _outlines(tree: Any) -> Iterator[Entry]:
    """The outlines that name a feed, at any depth, or a page or list to be followed (type link, include)."""
    for outline in tree.iter("{*}outline"):
        fields = {str(key).lower(): value for key, value in outline.attrib.items()}
        title = fields.get("title") or fields.get("text")
        feed = fields.get("xmlurl")
        if feed:
            yield Entry(kind="feed", link=feed, title=title, outlet=title, lang=fields.get("language"))


def _places(tree: Any) -> Iterator[Entry]:
    for place in tree.iter("{*}url", "{*}sitemap"):
        news = next(iter(place.iterfind("{*}news")), None)
        yield Entry(
            kind="sitemap" if _local(place) == "sitemap" else "entry",
            link=_below(place, "loc"),
            modified=_below(place, "lastmod"),
            title=_below(news, "title"),
            published=_below(news, "publication_date"),
            outlet=_below(_first(news, "publication"), "name"),
            lang=_below(_first(news, "publication"), "language"),
        )


def _first(element: Any, name: str) -> Any:
    return next((e for e in element.iterchildren(f"{{*}}{name}")), None) if element is not None else None


def _below(element: Any, name: str) -> str | None:
    found = _first(element, name)
    words = "".join(found.itertext()).strip() if found is not None else ""
    return words or None


def _local(element: Any) -> str:
    return str(element.tag).rsplit("}", 1)[-1].lower()
