"""JSON Feed 1.0 and 1.1 -> a feed's entries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rashomon.model.outcome import Outcome
from rashomon.reading.codes import issue
from rashomon.reading.decoding import without_surrogates
from rashomon.reading.entries import Entry, Feed, first_entries
from rashomon.reading.markup import MAX_MARKUP

_VERSION = "jsonfeed.org/version/1"
_SNIFFED = 4096


def read_json_feed(name: str, text: str) -> Outcome[Feed | None]:
    """The feed that a JSON text is; null where it is none, with an issue where it calls itself one but is broken."""
    head = text[:_SNIFFED].lstrip("\ufeff \t\r\n")
    if not head.startswith("{") or _VERSION not in text.replace("\\/", "/"):
        return Outcome(None)
    record = _parsed(text)
    if isinstance(record, dict) and _VERSION in (_string(record, "version") or ""):
        items = record.get("items")
        entries = _entries(items if isinstance(items, list) else [], _string(record, "language"))
        return Outcome(first_entries(entries, _string(record, "title")))
    if record is not None or _VERSION not in head.replace("\\/", "/"):
        return Outcome(None)
    message = f"{name} calls itself a JSON Feed, but is no JSON, or longer than {MAX_MARKUP:,} characters."
    return Outcome(None, (issue("markup_damaged", "loss", name, message, "Get the original again."),))


def _parsed(text: str) -> Any:
    if len(text) > MAX_MARKUP:
        return None
    try:
        return json.loads(text.lstrip("\ufeff"), parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        return None


def _entries(items: list[Any], lang: str | None) -> Iterator[Entry]:
    for item in items:
        if not isinstance(item, dict):
            continue
        authors = item.get("authors")
        author = authors[0] if isinstance(authors, list) and authors else item.get("author")
        link = _string(item, "url") or _string(item, "id")
        yield Entry(
            link=link,
            title=_string(item, "title"),
            published=_string(item, "date_published"),
            modified=_string(item, "date_modified"),
            byline=_string(author, "name") if isinstance(author, dict) else None,
            lang=_string(item, "language") or lang,
            picture_url=_string(item, "image"),
            markup=_string(item, "content_html"),
            text=None if _string(item, "content_html") else _string(item, "content_text"),
        )


def _string(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    return without_surrogates(key, value).value if isinstance(value, str) and value.strip() else None
