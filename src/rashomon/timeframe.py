"""Which reports count at an instant: the live version of each page, published by then; undated ones apart.

A version is live for spans of time: a page that goes back to an earlier text makes that text live again.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from rashomon.model.report import Report

#: What becomes of undated reports (`select_live`).
Undated = Literal["inside", "apart", "learned"]
#: The instants at which a version was seen to stand at its page again, after another one, by the report's id.
Comebacks = Mapping[str, Sequence[dt.datetime]]
_NONE: Comebacks = {}
_FIRST = dt.datetime.min.replace(tzinfo=dt.UTC)
_LAST = dt.datetime.max.replace(tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Selection:
    """`live` reports in order of publication, then id; `apart` could not be placed in time."""

    live: tuple[Report, ...]
    apart: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class _Turn:
    """A version stands from `counts_from` on (null where undated), as seen at `seen`."""

    report: Report
    counts_from: dt.datetime | None
    seen: dt.datetime | None


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
    reports: Sequence[Report],
    as_of: dt.datetime | None,
    *,
    undated: Undated = "inside",
    seen: bool = False,
    back: Comebacks = _NONE,
) -> Selection:
    """The reports that count at `as_of`, one version a lineage.

    A report counts from the end of its publication interval (a date alone: the end of that day in UTC); `seen` as in
    `counting_instants`; from an instant of `back` on, a version counts before those seen earlier. Undated reports are
    `inside` where no as-of was asked for; they stand `apart` where one was and the run itself learned them; `learned`
    lets in those that a store had learned by then.
    """
    live: dict[str, _Turn] = {}
    apart: list[Report] = []
    for turn in _turns(reports, seen, back):
        if turn.counts_from is None and not _let_in(turn.report, as_of, undated):
            apart.append(turn.report)
        elif turn.counts_from is None or as_of is None or turn.counts_from <= as_of:
            known = live.get(turn.report.lineage)
            if known is None or _stands(turn) >= _stands(known):
                live[turn.report.lineage] = turn
    return Selection(tuple(sorted((t.report for t in live.values()), key=order_key)), tuple(apart))


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


def latest_instants(reports: Sequence[Report], back: Comebacks) -> dict[str, dt.datetime | None]:
    """From when each report counts last, by id: from its last instant of `back`, else as in `counting_instants`."""
    found: dict[str, dt.datetime | None] = {}
    for turn in _turns(reports, True, back):
        known = found.get(turn.report.id)
        found[turn.report.id] = max(known, turn.counts_from) if known and turn.counts_from else turn.counts_from
    return found


def _turns(reports: Sequence[Report], seen: bool, back: Comebacks) -> Iterator[_Turn]:
    """Every span in which a report could be its page's live version, in the order of publication, then id."""
    instants = counting_instants(reports, seen=seen)
    lineages: dict[str, list[Report]] = defaultdict(list)
    for report in reports if back else ():
        lineages[report.lineage].append(report)
    for report in sorted(reports, key=order_key):
        yield _Turn(report, instants[report.id], report.learned_at if seen else None)
        for at in back.get(report.id, ()):
            # What it replaced may bear a date that is yet to come: it stands after all that were seen before it.
            before = (instants[r.id] for r in lineages[report.lineage] if r.learned_at and r.learned_at <= at)
            yield _Turn(report, max([at, *(i for i in before if i is not None)]), at)


def _stands(turn: _Turn) -> tuple[dt.datetime, dt.datetime]:
    """What the live one of a page's versions has most of: the instant it counts from, then that it was seen.

    Versions that bear one date, or none, follow each other as they were seen.
    """
    return turn.counts_from or turn.seen or _LAST, turn.seen or _FIRST


def _let_in(report: Report, as_of: dt.datetime | None, undated: Undated) -> bool:
    if undated == "learned":
        return as_of is None or (report.learned_at is not None and report.learned_at <= as_of)
    return undated == "inside"


def published_by(report: Report) -> dt.datetime | None:
    """The instant by which a report was surely published, its last modification included; null where undated."""
    known = [p.latest for p in (report.published, report.modified) if p is not None]
    return max(known, default=None)
