"""Which reports count at an instant: the live version of each page, published by then; undated ones apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from rashomon.model.report import Report

#: What becomes of undated reports (`select_live`).
Undated = Literal["inside", "apart", "learned"]
_FIRST = dt.datetime.min.replace(tzinfo=dt.UTC)
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


def latest_publication(reports: Sequence[Report], *, seen: bool = False) -> dt.datetime | None:
    """The latest instant from which any report counts; null where none is dated."""
    return max((i for i in counting_instants(reports, seen=seen).values() if i is not None), default=None)


def select_live(
    reports: Sequence[Report], as_of: dt.datetime | None, *, undated: Undated = "inside", seen: bool = False
) -> Selection:
    """The reports that count at `as_of`, one version a lineage.

    A report counts from the end of its publication interval (a date alone: the end of that day in UTC); `seen` as in
    `counting_instants`. Undated reports are `inside` where no as-of was asked for; they stand `apart` where one was and
    the run itself learned them; `learned` lets in those that a store had learned by then.
    """
    instants = counting_instants(reports, seen=seen)
    live: dict[str, Report] = {}
    apart: list[Report] = []
    for report in sorted(reports, key=order_key):
        counts_from = instants[report.id]
        if counts_from is None and not _let_in(report, as_of, undated):
            apart.append(report)
        elif counts_from is None or as_of is None or counts_from <= as_of:
            known = live.get(report.lineage)
            if known is None or _stands(report, counts_from, seen) >= _stands(known, instants[known.id], seen):
                live[report.lineage] = report
    return Selection(tuple(sorted(live.values(), key=order_key)), tuple(apart))


def counting_instants(reports: Sequence[Report], *, seen: bool) -> dict[str, dt.datetime | None]:
    """From when each report counts, by id; null where that is not known.

    With `seen` (a store knows when it first saw what) a version counts, from its lineage's second one on, from that
    instant at the earliest.
    """
    instants = {r.id: published_by(r) for r in reports}
    if not seen:
        return instants
    first: dict[str, Report] = {}
    for report in sorted(reports, key=lambda r: (r.learned_at or _LAST, *order_key(r))):
        if first.setdefault(report.lineage, report) is not report:
            known = [i for i in (instants[report.id], report.learned_at) if i is not None]
            instants[report.id] = max(known, default=None)
    return instants


def _stands(report: Report, counts_from: dt.datetime | None, seen: bool) -> tuple[dt.datetime, dt.datetime]:
    """What the live one of a page's versions has most of: the instant it counts from, then that it was learned.

    Versions that bear one date, or none, follow each other as they were seen.
    """
    learned = report.learned_at if seen else None
    return counts_from or learned or _LAST, learned or _FIRST


def _let_in(report: Report, as_of: dt.datetime | None, undated: Undated) -> bool:
    if undated == "learned":
        return as_of is None or (report.learned_at is not None and report.learned_at <= as_of)
    return undated == "inside"


def published_by(report: Report) -> dt.datetime | None:
    """The instant by which a report was surely published, its last modification included; null where undated."""
    known = [p.latest for p in (report.published, report.modified) if p is not None]
    return max(known, default=None)
