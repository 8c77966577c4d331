"""A report's address: its canonical form, the outlet behind it, the day written in its path."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from rashomon.knowledge.outlets import Outlets

#: A longer address is noise, and every step below stays linear in it anyway (characters).
_LONGEST = 2048
#: A page kept by the Internet Archive: the address of the page itself follows.
_ARCHIVED = re.compile(
    r"^https?://(?:web\.)?archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(?P<page>https?://.+)$", re.IGNORECASE
)
#: A page kept by a cache of AMP pages; "s" before its address says https.
_AMP_CACHED = re.compile(
    r"^https?://(?:[a-z0-9-]+\.cdn\.ampproject\.org/[cv]|(?:www\.)?google\.[a-z.]{2,6}/amp)/(?:s/)?(?P<page>[^/]+\..+)$",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|bmp|svg|tiff?)(?:$|[?#&])|/(?:images?|photos?|pictures?|media|img|thumbs?)/",
    re.IGNORECASE,
)
#: The dress for telephones that WordPress and others give a page under its own path.
_AMP_PATH = re.compile(r"(?<=[^/])/amp/?$")
#: Parameters of sharing and of feeds that courlan leaves in place; none of them ever chooses a page.
_MARKS = frozenset(
    "smid cmp ocid taid __twitter_impression guccounter guce_referrer guce_referrer_sig emc mkt_tok wt.mc_id wt.rss_ev"
    " cmpid tpcc sref yptr ncid ftcamp amp_gsa amp_js_v usqp sfnsn fb_ref".split()
)
_DRESSES = frozenset({"amp", "amp=1", "amp=true", "output=amp", "outputType=amp", "outputtype=amp", "share=twitter"})
_SESSION = re.compile(r"(?:;|%3B)(?:jsessionid|phpsessid|sid)=[A-Za-z0-9.!_-]*", re.IGNORECASE)
#: What stands before the host; a password may hold a slash that should have been encoded.
_CREDENTIALS = re.compile(
    r"^(\s*[a-z][a-z0-9+.-]*:[/\\\s]*)(?:[^/?#\\]*@|[^/?#\\:\[]*:(?!\d{0,5}(?:[/?#\\]|$)).*@)", re.IGNORECASE
)
_DAY_IN_PATH = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[/-](?P<m>0?[1-9]|1[0-2])[/-](?P<d>0?[1-9]|[12]\d|3[01])(?!\d)")
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED_DAY = re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>[a-z]{3})/(?P<d>\d{1,2})/", re.IGNORECASE)
#: Second-level labels under which a country registers names (co.uk, com.tr, gov.ua).
_SECOND_LEVEL = frozenset("co com net org gov edu ac gob gouv go or ne mil info web nic in".split())


def names_picture(url: str) -> bool:
    """Whether an address is a picture's, by how it ends or by a folder in its path."""
    return _PICTURE.search(url) is not None


def canonical_address(url: str) -> str | None:
    """The address without archive, cache, tracking, fragment and port; null where it is none of the web."""
    url = url.strip()[:_LONGEST]
    archived = _ARCHIVED.match(url)
    if archived:
        url = archived["page"]
    cached = _AMP_CACHED.match(url)
    if cached:
        url = f"https://{cached['page']}"
    if not re.match(r"https?://", url, re.IGNORECASE):
        return None
    from courlan import clean_url, normalize_url

    try:
        cleaned = clean_url(url)
        if not cleaned:
            return None
        parts = urlsplit(normalize_url(cleaned, strict=False, trailing_slash=False))
        host = (parts.hostname or "").removeprefix("www.").removesuffix(".")
        port = parts.port
    except (ValueError, TypeError, UnicodeError):
        return None
    if "." not in host:
        return None
    netloc = host if port in (None, 80, 443) else f"{host}:{port}"
    path = _AMP_PATH.sub("", _SESSION.sub("", parts.path)).rstrip("/")
    return urlunsplit(("https", netloc, path, _without_marks(parts.query), ""))


def _without_marks(query: str) -> str:
    """A query without the parts that say how a reader came, or in which dress the same page is shown."""
    kept = [part for part in query.split("&") if part.partition("=")[0].lower() not in _MARKS and part not in _DRESSES]
    return "&".join(kept)


def page_address(fetched: str | None, named: str | None) -> str | None:
    """The address of a page: the one it names itself by, where it may; else the one it was fetched from.

    A page fetched from one site speaks for no other, and no page but a front page is the front page: both would make
    versions of one report out of different ones. A page that was not fetched is believed.
    """
    if fetched is None or named is None:
        return fetched or named
    try:
        named = urljoin(fetched, named)
    except ValueError:
        return fetched
    one, other = canonical_address(fetched), canonical_address(named)
    if (
        one is None
        or other is None
        or registrable_domain(host_of(one) or "") != registrable_domain(host_of(other) or "")
    ):
        return fetched
    return fetched if urlsplit(other).path in {"", "/"} and urlsplit(other).query == "" else named


def without_credentials(url: str) -> str:
    """The address without user name and password, however it is misspelt: what may be kept, shown or logged."""
    return _CREDENTIALS.sub(r"\1", url)


def host_of(url: str) -> str | None:
    """The host of a canonical address."""
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def outlet_of_address(url: str, outlets: Outlets) -> str | None:
    """The known outlet behind an address, else its registrable domain."""
    host = host_of(url)
    if host is None:
        return None
    return outlets.name_of(host) or registrable_domain(host)


def registrable_domain(host: str) -> str:
    """`news.example.co.uk` -> `example.co.uk`."""
    labels = host.lower().removeprefix("www.").split(".")
    keep = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL else 2
    return ".".join(labels[-keep:])


def date_in_address(url: str) -> str | None:
    """The day that the path names as YYYY-MM-DD, where it names just one."""
    path = unquote(urlsplit(url).path) + "/"
    found = {(int(m["y"]), int(m["m"]), int(m["d"])) for m in _DAY_IN_PATH.finditer(path)}
    for m in _NAMED_DAY.finditer(path):
        if m["m"].lower() in _MONTH_NAMES:
            found.add((int(m["y"]), _MONTH_NAMES.index(m["m"].lower()) + 1, int(m["d"])))
    if len(found) != 1:
        return None
    year, month, day = found.pop()
    return f"{year:04d}-{month:02d}-{day:02d}"
