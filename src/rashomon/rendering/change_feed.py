"""A story's changes as a feed that readers of news subscribe to: Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

import msgspec

from rashomon.rendering.plain_text import clean

_ATOM = "http://www.w3.org/2005/Atom"
_VERSION = "https://jsonfeed.org/version/1.1"


class Entry(NamedTuple):
    """One instant of a story: when it counts from (with a zone), the headline then, the update note as plain text."""

    story: str
    at: dt.datetime
    title: str
    note: str

    @property
    def id(self) -> str:
        """A tag URI that stays the entry's, whatever address the feed is read at (RFC 4151)."""
        return f"tag:rashomon,{self.at:%Y-%m-%d}:{self.story}/{self.at:%Y%m%dT%H%M%S%fZ}"


def atom_feed(title: str, address: str, page: str, entries: Sequence[Entry]) -> bytes:
    """The entries as Atom; `address` is the feed's own, `page` where the story is read."""
    feed = Element("feed", xmlns=_ATOM)
    SubElement(feed, "id").text = address
    SubElement(feed, "title").text = clean(title)
    SubElement(feed, "updated").text = _stamp(entries[0].at if entries else dt.datetime.fromtimestamp(0, dt.UTC))
    SubElement(feed, "link", rel="self", href=address)
    SubElement(feed, "link", href=page)
    SubElement(SubElement(feed, "author"), "name").text = "Rashomon (machine-made)"
    for entry in entries:
        item = SubElement(feed, "entry")
        SubElement(item, "id").text = entry.id
        SubElement(item, "title").text = clean(entry.title)
        SubElement(item, "updated").text = _stamp(entry.at)
        SubElement(item, "link", href=page)
        SubElement(item, "content", type="text").text = clean(entry.note)
    written: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def json_feed(title: str, address: str, page: str, entries: Sequence[Entry]) -> bytes:
    """The entries as JSON Feed."""
    items = [
        {
            "id": e.id, "url": page, "title": clean(e.title), "content_text": clean(e.note),
            "date_published": _stamp(e.at),
        }
        for e in entries
    ]  # fmt: skip
    feed = {
        "version": _VERSION, "title": clean(title), "home_page_url": page, "feed_url": address,
        "authors": [{"name": "Rashomon (machine-made)"}], "items": items,
    }  # fmt: skip
    return msgspec.json.encode(feed)


def _stamp(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")
