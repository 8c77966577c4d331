"""What a feed says of one item, and the listing that follows from it."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin

from rashomon.knowledge.library import Library
from rashomon.model.listing import Listing, ListingKind
from rashomon.model.moment import Published, PublishedHow
from rashomon.model.source import RawSource
from rashomon.reading import address
from rashomon.reading.fragments import text_of_fragment
from rashomon.reading.publication import read_published

#: Entries of one source that are used: what the sitemap protocol allows a file.
MAX_ENTRIES = 50_000
_LONGEST_FIELD = 500
_LONGEST_ADDRESS = 2048
_CUT_OFF = re.compile(r"(?:…|\.\.\.)\s*[\])]?\s*$|\[(?:…|\.\.\.|&#8230;)\]")
#: Of a last line that only leads on to the page (words).
_SHORT_LINE = 6
_DROPPED = re.compile(r"<(script|style)\b[^>]{0,500}>[^<]{0,5000}</\1\s*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z!][^<>]{0,2000}>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item as a source writes it: fields as strings, null where absent. `markup` or `text` is what it carries."""

    link: str | None = None
    title: str | None = None
    published: str | None = None
    modified: str | None = None
    byline: str | None = None
    outlet: str | None = None
    lang: str | None = None
    picture_url: str | None = None
    markup: str | None = None
    text: str | None = None
    kind: ListingKind = "entry"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed's own title and its items, the first MAX_ENTRIES of them; `more` says that there were others."""

    title: str | None = None
    entries: tuple[Entry, ...] = ()
    more: bool = False


def listings_of(feed: Feed, source: RawSource, library: Library) -> tuple[Listing, ...]:
    """A listing for each entry with an address of the web; the first where several name one address."""
    found: dict[str, Listing] = {}
    for entry in feed.entries:
        link = absolute(entry.link, source.address)
        if link is None or link in found:
            continue
        found[link] = Listing(
            kind=entry.kind,
            address=link,
            title=one_line(entry.title),
            published=_moment(entry.published, library, source.learned_at),
            modified=_moment(entry.modified, library, source.learned_at),
            outlet=outlet_of(link, entry.outlet or feed.title, source, library)[0],
            lang=source.lang or entry.lang,
            carried=full_text(entry, library) is not None,
        )
    return tuple(found.values())


def full_text(entry: Entry, library: Library) -> str | None:
    """The text that an entry carries; null where it has none, or only the beginning of one."""
    text = entry.text or (text_of_fragment(entry.markup) if entry.markup else "")
    if not text.strip() or _is_teaser(text, library):
        return None
    return text


def _is_teaser(text: str, library: Library) -> bool:
    """Whether a text breaks off or ends with a line that leads on to the page."""
    last = text.rstrip()[-400:].rsplit("\n", 1)[-1]
    closing = " ".join(last.split()[-_SHORT_LINE:])
    return bool(_CUT_OFF.search(last)) or bool(library.page_words.leads_on.in_line(closing))


def outlet_of(
    link: str | None, own_title: str | None, source: RawSource, library: Library
) -> tuple[str | None, PublishedHow]:
    """Who printed an entry, and how that is known: given, known by its address, the feed's own title, its address."""
    if source.outlet:
        return source.outlet, "given"
    canonical = address.canonical_address(link) if link else None
    host = address.host_of(canonical) if canonical else None
    known = library.outlets.name_of(host) if host else None
    if known:
        return known, "address"
    if title := one_line(own_title):
        return title, "page"
    return (address.outlet_of_address(canonical, library.outlets) if canonical else None), "address"


def absolute(link: str | None, base: str | None) -> str | None:
    """The absolute http or https address of a link; null where it is none."""
    if not link or len(link) > _LONGEST_ADDRESS:
        return None
    try:
        joined = address.without_credentials(urljoin(base or "", link.strip()))
    except ValueError:
        return None
    return joined if address.canonical_address(joined) is not None else None


def one_line(words: str | None) -> str | None:
    """A title as one line without markup and scripts, cut where absurdly long; null where nothing is left."""
    if not words:
        return None
    plain = _TAG.sub(" ", _DROPPED.sub(" ", html.unescape(words[: 20 * _LONGEST_FIELD])))
    return " ".join(plain.split())[:_LONGEST_FIELD].strip() or None


def first_entries(entries: Iterable[Entry], title: str | None = None) -> Feed:
    """A feed of the entries up to the limit."""
    kept: list[Entry] = []
    for entry in entries:
        if len(kept) == MAX_ENTRIES:
            return Feed(title=title, entries=tuple(kept), more=True)
        kept.append(entry)
    return Feed(title=title, entries=tuple(kept))


def _moment(value: str | None, library: Library, learned_at: dt.datetime | None) -> Published | None:
    return read_published(value, "page", "", library.times, learned_at).value if value else None
