"""The versions of a page as a project saw them, and what each claims otherwise than the one before."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

from rashomon import pipeline
from rashomon.errors import NotFoundError
from rashomon.knowledge.correction_notices import CorrectionNotices
from rashomon.knowledge.library import Library
from rashomon.model.claim import ReportClaims
from rashomon.model.issue import Issue
from rashomon.model.report import Report
from rashomon.model.version import ClaimChange, Version
from rashomon.project.codes import issue
from rashomon.project.kept_claims import KeptClaims
from rashomon.project.version_changes import claim_changes
from rashomon.reading.address import canonical_address
from rashomon.run import Run
from rashomon.storage import Store, report_rows, source_rows
from rashomon.storage.retrieval_rows import sightings
from rashomon.timeframe import counting_instants, order_key

#: The claims of one report, kept or made now.
ClaimsOf = Callable[[Report], ReportClaims]
_FIRST = dt.datetime.min.replace(tzinfo=dt.UTC)
#: So many changes stand in one sentence; the rest are counted.
_TOLD = 3


@dataclass(frozen=True, slots=True)
class _Span:
    """A report stood at its address from one instant to another, both as seen."""

    report: Report
    first: dt.datetime | None
    last: dt.datetime | None


def versions(store: Store, name: str, parts: pipeline.Parts) -> tuple[Version, ...]:
    """The versions of a report's page, or of the page at an address, in the order in which they were seen.

    Raises NotFoundError where the project has neither.
    """
    with store.reading() as connection:
        report = _named(connection, name)
        lineage = report_rows.lineage_reports(connection, report.lineage)
        spans = _spans(connection, lineage)
        spans = _still_there(connection, spans)
        kept = KeptClaims()
        made = kept.of(connection, lineage, parts, Run(lambda: 0.0))
    kept.keep_anew(store, parts.library)
    claims = {report.id: found.claims for report, found in zip(lineage, made, strict=True)}
    notices = parts.library.correction_notices
    return tuple(_version(spans, at, lambda r: claims[r.id], notices) for at in range(len(spans)))


def silent_edits(
    connection: Connection,
    reports: Sequence[Report],
    live: Sequence[Report],
    as_of: dt.datetime | None,
    claims: ClaimsOf,
    library: Library,
) -> tuple[Issue, ...]:
    """An issue for each edit of a live report's page, by `as_of`, that changed a figure and bore no notice.

    `reports` holds every version of the pages concerned.
    """
    lineages: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        lineages[report.lineage].append(report)
    found: list[Issue] = []
    for now in live:
        versions_of = lineages[now.lineage]
        if len(versions_of) > 1:
            instants = counting_instants(versions_of, seen=True)
            by_then = [r for r in versions_of if as_of is None or (instants[r.id] or _FIRST) <= as_of]
            spans = [s for s in _spans(connection, by_then) if as_of is None or (s.first or _FIRST) <= as_of]
            steps = [_version(spans, at, claims, library.correction_notices) for at in range(1, len(spans))]
            found += [_issue(step, now) for step in steps if step.note is None and _figures(step)]
    return tuple(found)


def _named(connection: Connection, name: str) -> Report:
    stored = report_rows.find_reports(connection, [name]).get(name)
    if stored is not None:
        return stored.report
    address = canonical_address(name)
    found = report_rows.address_reports(connection, address) if address is not None else []
    if not found and address is not None:
        # A page may call itself by another address than the one that its source named.
        page = source_rows.find_pages(connection, [address]).get(address)
        known = report_rows.find_reports(connection, [page.state.report]) if page and page.state.report else {}
        found = [s.report for s in known.values()]
    if not found:
        raise NotFoundError(f"There is no report {name}.", "Give a report's id, or the address of its page.")
    return found[-1]


def _spans(connection: Connection, lineage: Sequence[Report]) -> list[_Span]:
    """When each version stood there, as far as it was seen; those without an instant first, by publication."""
    by_id = {r.id: r for r in lineage}
    seen = [(s.at, s.report) for s in sightings(connection, by_id)]
    undated = sorted((r for r in lineage if r.id not in {i for _, i in seen}), key=order_key)
    spans = [_Span(r, r.learned_at, r.learned_at) for r in undated]
    for at, report in sorted(seen, key=lambda s: (s[0], order_key(by_id[s[1]]))):
        if spans and spans[-1].report.id == report:
            spans[-1] = _Span(spans[-1].report, spans[-1].first or at, at)
        else:
            spans.append(_Span(by_id[report], at, at))
    return spans


def _still_there(connection: Connection, spans: list[_Span]) -> list[_Span]:
    """The last version, with the last visit on which it still stood there."""
    last = spans[-1]
    address = last.report.canonical_url
    page = source_rows.find_pages(connection, [address]).get(address) if address else None
    if page is None or page.state.report != last.report.id or page.state.seen_until is None:
        return spans
    return [*spans[:-1], _Span(last.report, last.first, max(page.state.seen_until, last.last or _FIRST))]


def _version(spans: Sequence[_Span], at: int, claims: ClaimsOf, notices: CorrectionNotices) -> Version:
    span = spans[at]
    before = spans[at - 1] if at else None
    report = span.report
    published = report.published
    shown = Version(
        report=report.id,
        outlet=report.outlet,
        address=report.canonical_url,
        title=report.title,
        published=published.earliest.isoformat() if published is not None else None,
        seen_from=span.first,
        seen_until=span.last,
        again=any(s.report.id == report.id for s in spans[:at]),
    )
    if before is None:
        return shown
    note = _new_note(before.report, report, notices)
    changes = claim_changes(before.report, claims(before.report), report, claims(report))
    where = f" {between(before.last, span.first)}, {'with a note' if note else 'without a note'}"
    told = tuple(msgspec.structs.replace(c, text=c.text + (where if c.kind != "other" else "")) for c in changes)
    return msgspec.structs.replace(shown, note=note, changes=told)


def _new_note(before: Report, after: Report, notices: CorrectionNotices) -> str | None:
    """The correction notice that a version bears and the one before did not."""
    known = set(notices.of(before.text))
    return next((note for note in notices.of(after.text) if note not in known), None)


def between(last: dt.datetime | None, first: dt.datetime | None) -> str:
    """ "between 14:02 and 16:40 UTC on 2 May 2025": the old version was seen last, the new one first."""
    if last is None or first is None:
        return "at an unknown time"
    one, other = last.astimezone(dt.UTC), first.astimezone(dt.UTC)
    day = f"{other.day} {other:%B %Y}"
    if one.date() == other.date():
        # Two looks within one minute are told apart by their seconds.
        clock = "%H:%M:%S" if f"{one:%H:%M}" == f"{other:%H:%M}" else "%H:%M"
        return f"between {one:{clock}} and {other:{clock}} UTC on {day}"
    return f"between {one.day} {one:%B %Y, %H:%M} and {day}, {other:%H:%M} UTC"


def _figures(step: Version) -> tuple[ClaimChange, ...]:
    """The changes that a reader must know of: of figures."""
    return tuple(c for c in step.changes if c.kind != "other")


def _issue(step: Version, now: Report) -> Issue:
    changes = _figures(step)
    left = len(changes) - _TOLD
    more = f" And {left} more change{'s' if left > 1 else ''}." if left > 0 else ""
    told = "; ".join(c.text for c in changes[:_TOLD])
    return issue(
        "edited_without_note",
        "warning",
        now.id,
        f"{now.outlet or 'The outlet'} edited its page: {told}.{more}",
        "See `rashomon versions` for each version; only the newest counts.",
    )
