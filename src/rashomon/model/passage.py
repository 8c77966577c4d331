"""A passage: a half-open span of a report's title or text, in code points."""

from __future__ import annotations

from typing import Literal

from rashomon.model.record import Record

Field = Literal["title", "text"]


class Passage(Record, frozen=True, kw_only=True):
    """`start` (inclusive) and `end` (exclusive) count code points of the field exactly as given."""

    field: Field = "text"
    start: int
    end: int


class Mention(Passage, frozen=True, kw_only=True):
    """A passage with its words; slicing the field by the offsets gives `text`."""

    text: str
