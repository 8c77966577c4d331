"""The issue codes of fetching, each with its meaning in one line, and why a fetch ends without a page."""

from __future__ import annotations

FETCHING_CODES: dict[str, str] = {
    "address_refused": "An address may not be asked for: not http or https, with a password in it, or private.",
    "address_failed": "An address gave no page: no such name, no answer, an error of the server, a damaged answer.",
    "address_gone": "The server says that the page does not exist (404) or no longer (410).",
    "robots_disallow": "The site's robots.txt asks programs not to fetch the address; it was not fetched.",
    "page_cut": "A page is longer than the limit, compressed or not; it was read up to the limit.",
}


class Refused(Exception):  # noqa: N818 - an answer, not a fault
    """We do not ask for an address, or do not follow it; `reason` and `suggestion` are sentences."""

    def __init__(self, reason: str, suggestion: str = "", code: str = "address_refused") -> None:
        super().__init__(reason)
        self.reason = reason
        self.suggestion = suggestion
        self.code = code


class Failed(Exception):  # noqa: N818 - an answer, not a fault
    """We asked and no page came; `retryable` where asking again soon may help."""

    def __init__(
        self, reason: str, *, retryable: bool = False, status: int | None = None, retry_after_s: float | None = None
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retryable = retryable
        self.status = status
        self.retry_after_s = retry_after_s
