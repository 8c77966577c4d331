"""What came of asking for an address: a value also where nothing came, so that one failing source stops no other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Literal

from rashomon.model.record import Record

#: `new`: bytes came. `unchanged`: the server said that what is known still stands (304). `gone`: 404 or 410. `refused`:
#: not asked for, or not followed, by our own rules or the site's (robots.txt). `failed`: anything else; may pass.
FetchOutcome = Literal["new", "unchanged", "gone", "refused", "failed"]


class Known(Record, frozen=True, kw_only=True):
    """The validators of the last answer, sent back so that an unchanged page costs nothing; null where none came."""

    etag: str | None = None
    last_modified: str | None = None


class Fetched(Record, frozen=True, kw_only=True):
    """The answer for one address. No field ever holds credentials.

    `address` is what was asked for, `final_address` where the answer came from after redirects. `status` is the last
    answer's, null where none came. `content` holds decoded bytes (gzip, deflate, brotli undone), empty unless `new`.
    `content_type` is the header as it came, charset included. `retry_after_s` is the wait the server asked for, in
    seconds. `permanent_redirect_to` is the address to keep from now on, where every redirect said so. `cut` holds where
    the page was longer than the limit: `content` is its beginning. `code` is the issue code of what went wrong, null
    for `new` whole and `unchanged`; `reason` and `suggestion` are sentences for people, empty where all went well.
    """

    address: str
    final_address: str
    outcome: FetchOutcome
    retrieved_at: dt.datetime
    status: int | None = None
    content: bytes = b""
    content_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    retry_after_s: float | None = None
    permanent_redirect_to: str | None = None
    cut: bool = False
    code: str | None = None
    reason: str = ""
    suggestion: str = ""


#: The port: asks for an address, with what is known of it. It never raises for what the network or a server does.
Fetch = Callable[[str, Known | None], Fetched]
