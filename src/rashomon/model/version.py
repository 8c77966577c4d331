"""Versions of one page: when each was seen, and what the next one claims otherwise."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from rashomon.model.record import Record

#: `value`: a number or its hedge. `source`: who gave it. `certainty`: happened, feared, denied ... `added`, `dropped`:
#: a figure that only one of the two tells. `other`: claims without a number.
ChangeKind = Literal["value", "source", "certainty", "added", "dropped", "other"]


class ClaimChange(Record, frozen=True, kw_only=True):
    """One difference between two versions in words, with the claims (ids) of the earlier and the later one."""

    kind: ChangeKind
    text: str
    before: str | None = None
    after: str | None = None


class Version(Record, frozen=True, kw_only=True):
    """One version of a page.

    It was seen first at `seen_from` and last at `seen_until`; null where it was learned without an instant. `note` is
    the correction notice that it bears and the one before did not. `changes` are those against the one before;
    `again` says that the page went back to a text that it had before.
    """

    report: str
    outlet: str | None
    address: str | None
    title: str | None
    published: str | None
    seen_from: dt.datetime | None
    seen_until: dt.datetime | None
    note: str | None = None
    again: bool = False
    changes: tuple[ClaimChange, ...] = ()
