"""A report: one version of one article by one outlet, with its page chrome marked, not lost."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from rashomon.model.moment import Published
from rashomon.model.passage import Mention, Passage
from rashomon.model.record import Record

BlockKind = Literal[
    "headline",
    "key_point",
    "heading",
    "body",
    "byline",
    "dateline",
    "section",
    "outlet",
    "date",
    "picture",
    "caption",
    "credit",
    "disclaimer",
    "related",
    "chrome",
]
#: Blocks that hold what the report says; the others are marked page chrome and make no claims.
READ_BLOCKS: frozenset[BlockKind] = frozenset({"headline", "key_point", "heading", "body", "dateline", "caption"})


class Block(Passage, frozen=True, kw_only=True):
    """A run of the text (a paragraph, a heading, a line of chrome) and what it is."""

    kind: BlockKind


class Report(Record, frozen=True, kw_only=True):
    """One version of one article.

    `text` is exactly as given (for HTML: the extracted text). `title_span` says where the title stands in the text,
    where it does; `title` is its words. `read` is false where the language is not read or the text is damaged.
    `learned_at` never enters an output.
    """

    id: str
    given_ids: tuple[str, ...] = ()
    text: str
    title: str | None = None
    title_span: Passage | None = None
    blocks: tuple[Block, ...] = ()
    outlet: str | None = None
    outlet_how: Literal["given", "page", "text", "address", "unknown"] = "unknown"
    agency: str | None = None
    agency_mention: Mention | None = None
    byline: str | None = None
    section: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    picture_url: str | None = None
    lang: str | None = None
    read: bool = True
    published: Published | None = None
    modified: Published | None = None
    learned_at: dt.datetime | None = None
    lineage: str = ""
    source: str = ""
    raw_sha256: str | None = None

    def field_text(self, field: str) -> str:
        """The words that offsets of `field` count in."""
        return (self.title or "") if field == "title" else self.text
