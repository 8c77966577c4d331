"""What is watched: a source of the list, where its polling stands, a page that it named, and what a poll came to."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from rashomon.model.fetched import Known
from rashomon.model.issue import Issue
from rashomon.model.record import Record
from rashomon.model.report import Report

#: `feed`, `sitemap` and `opml` name pages (or further sources); `page` is a single page that is read again and again.
SourceKind = Literal["feed", "sitemap", "page", "opml"]
SOURCE_KINDS: tuple[SourceKind, ...] = ("feed", "sitemap", "page", "opml")


class WatchedSource(Record, frozen=True, kw_only=True):
    """An entry of the list of sources.

    `outlet` and `language` win over what the pages say of themselves; by `family` (the publisher's) a dossier counts
    how many houses its outlets belong to; `country` is shown in the list. `at_least_s` and `at_most_s` bound the time
    between two polls, in seconds; null for the kind's own bounds. `via` is the source that named this one (a list of
    feeds, an index of sitemaps). `was` holds the addresses that it had before it moved for good.
    """

    address: str
    kind: SourceKind = "feed"
    outlet: str | None = None
    family: str | None = None
    country: str | None = None
    language: str | None = None
    at_least_s: float | None = None
    at_most_s: float | None = None
    via: str | None = None
    was: tuple[str, ...] = ()


class SourceState(Record, frozen=True, kw_only=True):
    """Where a source's polling stands; all that a restart needs to go on.

    `interval_s` is the time to the next poll while all goes well. `failures` counts those since the last answer.
    `usual_gap_s` is the smoothed time between polls that brought something new, null until there were two.
    `outcome` and `reason` are the last poll's.
    """

    known: Known | None = None
    interval_s: float | None = None
    polls: int = 0
    failures: int = 0
    first_poll: dt.datetime | None = None
    last_poll: dt.datetime | None = None
    last_new: dt.datetime | None = None
    usual_gap_s: float | None = None
    silent: bool = False
    outcome: str = ""
    reason: str = ""


class PageState(Record, frozen=True, kw_only=True):
    """A page that a source named: what is known of it, and how often it was asked for.

    `address` is what is fetched (the row's key is its canonical form). `report` is the version that stood there last,
    seen from `seen_from` to `seen_until`; `sha256` is the hash of its bytes. `published` and `told_modified` are what
    its source says, in ISO 8601; `outlet` and `language` what the list of sources says. `failures` counts those since
    the last answer; `gone` says that the page vanished. `carried` is the report that its source carries in full, kept
    until the page itself was read.
    """

    address: str
    source: str
    known: Known | None = None
    report: str | None = None
    sha256: str | None = None
    seen_from: dt.datetime | None = None
    seen_until: dt.datetime | None = None
    published: str | None = None
    told_modified: str | None = None
    outlet: str | None = None
    language: str | None = None
    failures: int = 0
    gone: bool = False
    carried: Report | None = None


#: `polled`: a source was asked. `visited`: a page was. `waited`: the store could not be used, and is tried again.
WatchedWhat = Literal["polled", "visited", "waited"]


class WatchNote(Record, frozen=True, kw_only=True):
    """What one poll or visit came to: a line of the log.

    `named` counts the pages that the source named for the first time; `new` holds the ids of reports that came,
    `edited` those of them that are later versions of a page. `due` is when it is asked next, null for never.
    """

    at: dt.datetime
    what: WatchedWhat
    source: str
    address: str
    outcome: str
    named: int = 0
    new: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    reason: str = ""
    due: dt.datetime | None = None
    issues: tuple[Issue, ...] = ()
