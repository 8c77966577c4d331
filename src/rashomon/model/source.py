"""Bytes as they came, before anything is read out of them."""

from __future__ import annotations

import datetime as dt

from rashomon.model.record import Record


class RawSource(Record, frozen=True, kw_only=True):
    """One file, feed item or page: its name for messages, its bytes, and when it was learned.

    `address` is where fetched bytes came from, after redirects; `content_type` what their server called them, charset
    included. Both are null for what was not fetched.
    """

    name: str
    content: bytes
    learned_at: dt.datetime | None = None
    address: str | None = None
    content_type: str | None = None
