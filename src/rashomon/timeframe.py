"""Which reports count at an instant: the live version of each page, published by then; undated ones apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from rashomon.model.report import Report

_LAST = dt.datetime.max.replace(tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Selection:
    """`live` reports in order of publication, then id; `apart` could not be placed in time."""

    live: tuple[Report, ...]
    apart: tuple[Report, ...]


def order_key(report: Report) -> tuple[dt.datetime, str]:
    """By publication (undated last), then id: the order of reports everywhere."""
    return (report.published.earliest if report.published else _LAST, report.id)


def merge_same(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Reports of one id as one, with every id that they were given; adding a report twice changes nothing."""
    found: dict[str, Report] = {}
    for report in reports:
        known = found.get(report.id)
        if known is None:
            found[report.id] = report
        else:
            given = tuple(sorted({*known.given_ids, *report.given_ids}))
            found[report.id] = msgspec.structs.replace(min(known, report, key=_preferred), given_ids=given)
    return tuple(sorted(found.values(), key=order_key))


def _preferred(report: Report) -> tuple[object, ...]:
    # Of two records of one text, the dated and earlier one; the name settles the rest, so that order never does.
    return (*order_key(report), report.title or "", report.source)


def latest_publication(reports: Sequence[Report]) -> dt.datetime | None:
    """The latest instant at which any report was published or modified; null where none is dated."""
    instants = [_counts_from(r) for r in reports]
    return max((i for i in instants if i is not None), default=None)


def select_live(reports: Sequence[Report], as_of: dt.datetime | None, *, dated_only: bool) -> Selection:
    """The reports that count at `as_of`, one version a lineage.

    A report counts from the end of its publication interval (a date alone: the end of that day in UTC). With
    `dated_only` (an as-of was asked for) undated reports of files stand apart: they were learned as the run began.
    """
    live: dict[str, Report] = {}
    apart: list[Report] = []
    for report in sorted(reports, key=order_key):
        instant = _counts_from(report)
        if instant is None and dated_only:
            apart.append(report)
        elif instant is None or as_of is None or instant <= as_of:
            known = live.get(report.lineage)
            if known is None or (instant or _LAST) >= (_counts_from(known) or _LAST):
                live[report.lineage] = report
    return Selection(tuple(sorted(live.values(), key=order_key)), tuple(apart))


def _counts_from(report: Report) -> dt.datetime | None:
    known = [p.latest for p in (report.published, report.modified) if p is not None]
    return max(known, default=None)
