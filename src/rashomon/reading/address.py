"""A report's address: its canonical form, the outlet behind it, the day written in its path."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit, urlunsplit

from rashomon.knowledge.outlets import Outlets

#: A longer address is noise, and every step below stays linear in it anyway (characters).
_LONGEST = 2048
#: A page kept by the Internet Archive: the address of the page itself follows.
_ARCHIVED = re.compile(
    r"^https?://(?:web\.)?archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(?P<page>https?://.+)$", re.IGNORECASE
)
_DAY_IN_PATH = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[/-](?P<m>0?[1-9]|1[0-2])[/-](?P<d>0?[1-9]|[12]\d|3[01])(?!\d)")
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED_DAY = re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>[a-z]{3})/(?P<d>\d{1,2})/", re.IGNORECASE)
#: Second-level labels under which a country registers names (co.uk, com.tr, gov.ua).
_SECOND_LEVEL = frozenset("co com net org gov edu ac gob gouv go or ne mil info web nic in".split())


def canonical_address(url: str) -> str | None:
    """The address without archive, tracking, fragment, port and trailing slash; null where it is none of the web."""
    url = url.strip()[:_LONGEST]
    archived = _ARCHIVED.match(url)
    if archived:
        url = archived["page"]
    if not re.match(r"https?://", url, re.IGNORECASE):
        return None
    from courlan import clean_url, normalize_url

    try:
        cleaned = clean_url(url)
        if not cleaned:
            return None
        parts = urlsplit(normalize_url(cleaned, strict=False, trailing_slash=False))
        host = (parts.hostname or "").removeprefix("www.")
        port = parts.port
    except (ValueError, TypeError, UnicodeError):
        return None
    if "." not in host:
        return None
    netloc = host if port in (None, 80, 443) else f"{host}:{port}"
    return urlunsplit(("https", netloc, parts.path.rstrip("/"), parts.query, ""))


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
