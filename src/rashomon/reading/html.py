"""An HTML page -> one report, whose text is the extracted article."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from rashomon.knowledge.library import Library
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.model.source import RawSource
from rashomon.reading.codes import issue
from rashomon.reading.decoding import limited, without_surrogates
from rashomon.reading.draft import Draft, beside
from rashomon.reading.settle import settle_report

#: Longer markup is cut: the article of a news page stands in far less, and taking it apart costs up to a minute
#: (characters, without pictures written into the page).
_LONGEST_PAGE = 3_000_000
_PICTURE = re.compile(r"data:[a-z]{1,20}/[a-z0-9.+-]{1,40};base64,[A-Za-z0-9+/=]+", re.IGNORECASE)
_LANG = re.compile(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z-]{2,12})", re.IGNORECASE)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+$")
_META = re.compile(r"<meta\b[^>]{1,1000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"\b(property|name|itemprop|content)\s*=\s*(?:\"([^\"]{0,500})\"|'([^']{0,500})')", re.IGNORECASE
)
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "og:article:published_time",
    "parsely-pub-date",
    "pubdate",
    "publish-date",
    "dc.date.issued",
    "sailthru.date",
)
_MODIFIED = ("article:modified_time", "datemodified", "og:updated_time", "last-modified", "lastmod")
_JSON_DATE = re.compile(r"\"(datePublished|dateModified)\"\s*:\s*\"([^\"]{4,40})\"")


def read_html(source: RawSource, text: str, library: Library) -> Outcome[tuple[Report, ...]]:
    """The report of a page; none, with an issue, where no article text is found."""
    clean = _markup(source.name, text)
    markup = clean.value
    try:
        document = _extract(markup)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, MemoryError, AssertionError) as error:
        message = f"The page {source.name} could not be taken apart: {type(error).__name__}."
        return Outcome(
            (), (*clean.issues, issue("page_damaged", "loss", source.name, message, "Save it again, or give its text."))
        )
    if document is None or not (document.text or "").strip():
        message = f"The page {source.name} holds no article text."
        return Outcome(
            (), (*clean.issues, issue("page_without_text", "loss", source.name, message, "Give the text itself."))
        )
    short = limited(source.name, without_surrogates(source.name, document.text).value)
    meta = _meta(markup)
    lang = _LANG.search(markup[:5000])
    draft = Draft(
        name=source.name,
        text=short.value,
        how="page",
        title=document.title or None,
        url=document.url or meta.get("og:url"),
        outlet=meta.get("og:site_name") or _named(document.sitename),
        byline=document.author or None,
        section=meta.get("article:section"),
        picture_url=document.image or None,
        lang=lang.group(1) if lang else None,
        published=_first(meta, _PUBLISHED) or _find_date(markup),
        modified=_first(meta, _MODIFIED),
        raw_sha256=hashlib.sha256(source.content).hexdigest(),
    )
    settled = settle_report(beside(draft, source), library)
    return Outcome((settled.value,), clean.issues + short.issues + settled.issues)


def _markup(name: str, text: str) -> Outcome[str]:
    """The markup that is read: sound characters, without pictures, up to the limit."""
    clean = without_surrogates(name, text)
    markup = _PICTURE.sub("data:,", clean.value)
    if len(markup) <= _LONGEST_PAGE:
        return Outcome(markup, clean.issues)
    message = f"The page {name} holds {len(markup):,} characters of markup; the first {_LONGEST_PAGE:,} were read."
    cut = issue("markup_cut", "warning", name, message, "Give its text if something is missing.")
    return Outcome(markup[:_LONGEST_PAGE], (*clean.issues, cut))


def _extract(markup: str) -> Any:
    import trafilatura

    return trafilatura.bare_extraction(markup, with_metadata=True, include_comments=False, include_tables=True)


def _named(sitename: str | None) -> str | None:
    """The site's name; null where it is only the host of an address, which outlets are known by elsewhere."""
    return sitename if sitename and not _HOST.match(sitename) else None


def _find_date(markup: str) -> str | None:
    import htmldate

    found = htmldate.find_date(markup, original_date=True, extensive_search=False, outputformat="%Y-%m-%d")
    return str(found) if found else None


def _meta(markup: str) -> dict[str, str]:
    """The page's meta fields by lower-case name, and the dates of its JSON-LD; the first of each counts."""
    found: dict[str, str] = {}
    for tag in _META.finditer(markup[:500_000]):
        pairs = {m[1].lower(): m[2] or m[3] or "" for m in _ATTRIBUTE.finditer(tag.group())}
        name = pairs.get("property") or pairs.get("name") or pairs.get("itemprop")
        if name and pairs.get("content"):
            found.setdefault(name.lower(), pairs["content"].strip())
    for match in _JSON_DATE.finditer(markup[:2_000_000]):
        found.setdefault(match[1].lower(), match[2])
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if meta.get(name)), None)
