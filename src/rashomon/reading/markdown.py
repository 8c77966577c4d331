"""A Markdown file -> one report; offsets point into the file's text, marks and front matter included."""

from __future__ import annotations

import re
from typing import Any

from rashomon.knowledge.library import Library
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.model.source import RawSource
from rashomon.reading.decoding import limited, without_surrogates
from rashomon.reading.draft import Draft, beside
from rashomon.reading.settle import settle_report

#: Front matter: key: value lines between two lines of three dashes at the very top.
_FENCE = re.compile(r"---[ \t]*\r?\n")
_PAIR = re.compile(r"^(?P<key>[A-Za-z][\w -]{0,30}):[ \t]*(?P<value>.+?)[ \t]*$")
_MOST_LINES = 60
_LONGEST = 20_000
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
    front, known = front_matter(short.value)
    draft = Draft(name=source.name, text=short.value, how="page", front=front, **known)
    settled = settle_report(beside(draft, source), library)
    return Outcome((settled.value,), clean.issues + short.issues + settled.issues)


def front_matter(text: str) -> tuple[int, dict[str, Any]]:
    """Where the front matter ends and the fields that it gives; 0 and nothing where there is none."""
    opening = _FENCE.match(text)
    if opening is None:
        return 0, {}
    found: dict[str, Any] = {}
    at = opening.end()
    for line in text[at : at + _LONGEST].splitlines(keepends=True)[:_MOST_LINES]:
        at += len(line)
        if line.strip() == "---":
            return at, found
        pair = _PAIR.match(line.rstrip())
        key = _KEYS.get(pair["key"].strip().lower()) if pair else None
        if pair and key:
            found.setdefault(key, pair["value"].strip("\"'"))
    return 0, {}
