"""Bytes as they came, before anything is read out of them, and what is known beside them."""

from __future__ import annotations

import datetime as dt

from rashomon.model.record import Record


class RawSource(Record, frozen=True, kw_only=True):
    """One file, feed or page: its name for messages, its bytes, and when it was learned.

    What is known beside the bytes is null where nobody said it. `address` is where they came from (after redirects)
    and makes relative links absolute; `content_type` is what their server called them, charset included, asked only
    where the bytes do not show it. `outlet` and `lang` win over what the bytes say; `published` is a written date
    (ISO 8601 or any that reports carry) that counts where they show none.
    """

    name: str
    content: bytes
    learned_at: dt.datetime | None = None
    address: str | None = None
    content_type: str | None = None
    outlet: str | None = None
    lang: str | None = None
    published: str | None = None
