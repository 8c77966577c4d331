"""The days on which claims came out, by their reports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from rashomon.composing.ledger import Ledger
from rashomon.model.claim import AnyClaim

#: Reports of one day and of the next may be of one state: time zones and late editions lie between.
_A_DAY = 1


def days_out(claims: Iterable[AnyClaim], ledger: Ledger) -> list[dt.date]:
    """The days on which the reports that make some claims were out; those without a date left out."""
    reports = (ledger.reports.get(c.report) for c in claims)
    return [r.published.latest.date() for r in reports if r is not None and r.published is not None]


def are_days_later(late: Iterable[AnyClaim], early: Iterable[AnyClaim], ledger: Ledger) -> bool:
    """Whether some claims came out days after all of others; false where nothing dates either."""
    after, before = days_out(late, ledger), days_out(early, ledger)
    return bool(after and before) and (min(after) - max(before)).days > _A_DAY
