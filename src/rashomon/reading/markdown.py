"""A Markdown file -> one report; offsets point into the file's text, marks and front matter included."""

from __future__ import annotations

import re

from rashomon.knowledge.library import Library
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.model.source import RawSource
from rashomon.reading.decoding import limited, without_surrogates
from rashomon.reading.settle import Draft, settle_report

#: Front matter: key: value lines between two lines of three dashes at the very top.
_FENCE = re.compile(r"---[ \t]*\r?\n")
_PAIR = re.compile(r"^(?P<key>[A-Za-z][\w -]{0,30}):[ \t]*(?P<value>.+?)[ \t]*$")
_MOST_LINES = 60
_KEYS = {
    "title": "title", "headline": "title", "date": "published", "published": "published", "pubdate": "published",
    "updated": "modified", "modified": "modified", "lastmod": "modified",
    "url": "url", "link": "url", "source_url": "url",
    "canonical": "url", "outlet": "outlet", "publisher": "outlet", "source": "outlet", "author": "byline",
    "byline": "byline",
    "section": "section", "category": "section", "lang": "lang", "language": "lang", "image": "picture_url",
    "id": "given_id",
}  # fmt: skip


def read_markdown(source: RawSource, text: str, library: Library) -> Outcome[tuple[Report, ...]]:
    """The report of a Markdown file."""
    clean = without_surrogates(source.name, text)
    short = limited(source.name, clean.value)
    known = front_matter(short.value)
    draft = Draft(name=source.name, text=short.value, how="page", learned_at=source.learned_at, **known)
    settled = settle_report(draft, library)
    return Outcome((settled.value,), clean.issues + short.issues + settled.issues)


def front_matter(text: str) -> dict[str, str]:
    """The fields that the front matter gives; nothing where there is none."""
    opening = _FENCE.match(text)
    if opening is None:
        return {}
    found: dict[str, str] = {}
    for line in text[opening.end() :].splitlines()[:_MOST_LINES]:
        if line.strip() == "---":
            return found
        pair = _PAIR.match(line[:2000])
        key = _KEYS.get(pair["key"].strip().lower()) if pair else None
        if pair and key:
            found.setdefault(key, pair["value"].strip("\"'"))
    return {}
