"""What a feed, a list of feeds or a sitemap names: addresses to be fetched by whoever fetches."""

from __future__ import annotations

from rashomon.knowledge.library import Library
from rashomon.model.issue import Issue
from rashomon.model.listing import Listing
from rashomon.model.outcome import Outcome
from rashomon.model.source import RawSource
from rashomon.reading.codes import issue
from rashomon.reading.decoding import decode_text
from rashomon.reading.entries import MAX_ENTRIES, Feed, listings_of
from rashomon.reading.feeds import FEED_ROOTS, read_feed
from rashomon.reading.formats import charset_of
from rashomon.reading.json_feed import read_json_feed
from rashomon.reading.lists import LIST_ROOTS, read_list
from rashomon.reading.markup import root_name
from rashomon.reading.unpacking import Room, gunzip


def read_listing(source: RawSource, library: Library) -> Outcome[tuple[Listing, ...]]:
    """Every entry with an address, in the source's order, whether it carries its text or not; none with an issue.

    RSS, Atom, JSON Feed, OPML, sitemaps and indexes of sitemaps are understood, packed with gzip or not, told by their
    content alone.
    """
    unpacked = list(gunzip(source, Room())) if source.content.startswith(b"\x1f\x8b") else [source]
    trouble = tuple(found for found in unpacked if isinstance(found, Issue))
    source = next((found for found in unpacked if isinstance(found, RawSource)), source)
    decoded = decode_text(source.name, source.content, declared=True, charset=charset_of(source.content_type))
    if decoded.value is None:
        return Outcome((), trouble or decoded.issues)
    read = feed_of(source, decoded.value)
    issues: tuple[Issue, ...] = (*trouble, *decoded.issues, *read.issues)
    if read.value is None:
        return Outcome((), issues or (_no_listing(source.name),))
    return Outcome(listings_of(read.value, source, library), issues)


def feed_of(source: RawSource, text: str) -> Outcome[Feed | None]:
    """The feed, list or sitemap that a decoded text is; null without an issue where it is none of these."""
    root = root_name(text)
    if root in FEED_ROOTS:
        read = read_feed(source, text)
    elif root in LIST_ROOTS:
        read = read_list(source, text)
    else:
        read = read_json_feed(source.name, text)
    return Outcome(read.value, read.issues + (_limits(source.name, read.value) if read.value else ()))


def _limits(name: str, feed: Feed) -> tuple[Issue, ...]:
    if feed.more:
        message = f"{name} has more than {MAX_ENTRIES:,} entries; the first {MAX_ENTRIES:,} were read."
        return (issue("entries_cut", "loss", name, message, "Split it into several files."),)
    if not feed.entries:
        message = f"{name} has no entries."
        return (issue("feed_empty", "note", name, message, "Nothing needs to be done if the feed is new."),)
    return ()


def _no_listing(name: str) -> Issue:
    message = f"{name} is no feed, list of feeds or sitemap."
    return issue("not_a_feed", "loss", name, message, "Give it as a page, or check its address.")
