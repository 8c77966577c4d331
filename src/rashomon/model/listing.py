"""A listing: what a feed, a list of feeds or a sitemap names without carrying it."""

from __future__ import annotations

from typing import Literal

from rashomon.model.moment import Published
from rashomon.model.record import Record

#: `entry`: a page to be read. `feed`: another feed (of an OPML list). `sitemap`: another sitemap (of an index).
ListingKind = Literal["entry", "feed", "sitemap"]


class Listing(Record, frozen=True, kw_only=True):
    """One address that a source names, with what it says of it; null where it says nothing.

    `address` is absolute, http or https, as the source writes it (not canonical), and never fetched by reading.
    `outlet` is the one known by the address, else the feed's own title. `carried` says that the source holds the
    full text as well: reading the same source makes a report of it.
    """

    kind: ListingKind
    address: str
    title: str | None = None
    published: Published | None = None
    modified: Published | None = None
    outlet: str | None = None
    lang: str | None = None
    carried: bool = False
