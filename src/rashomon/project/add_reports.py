"""Reports added to a project: each once, understood, linked and grouped; what they don't touch stays as it is.

A batch is one transaction: it is in the store whole, with its stories, or not at all.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

from rashomon import pipeline
from rashomon.adapters.package_data import program_version
from rashomon.model.issue import Issue
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.project.link_reports import Linker
from rashomon.project.regroup import note_comeback, regroup
from rashomon.project.renew_links import check_current, note_links
from rashomon.project.sightings import count_lineage
from rashomon.run import Run
from rashomon.storage import Store, node_rows, product_rows
from rashomon.storage import report_rows as rows
from rashomon.storage.issue_rows import save_source_issues
from rashomon.storage.removal_rows import lift_tombstone, tombstones
from rashomon.storage.retrieval_rows import sightings
from rashomon.timeframe import latest_instants, merge_same

#: Writes, in the transaction that stores reports, what must stand or fall with them; hears what became of each id.
Beside = Callable[[Connection, Mapping[str, str]], None]

#: Reports a transaction: enough that its fixed costs vanish, few enough that a kill loses little work.
BATCH = 200


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did, as report ids: `new` ones, those known `again`, those `fuller` than before, and `refused` ones,
    which were removed earlier.
    """

    new: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    fuller: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()


def add_reports(
    store: Store,
    read: Outcome[tuple[Report, ...]],
    parts: pipeline.Parts,
    run: Run,
    *,
    force: bool = False,
    done: Callable[[Sequence[str]], None] | None = None,
    beside: Beside | None = None,
    linker: Linker | None = None,
    asked: Collection[str] = (),
) -> Added:
    """Add what a source gave; `done` hears the ids of each batch once it is safely stored.

    A report that was removed stays out unless `force` is given. `beside` writes what must stand or fall with the
    reports (where a source's polling stands): in the transaction of the last batch, or in one of its own where there
    is no report. It hears what became of each report. A process that adds again and again hands the same `linker` each
    time: it keeps what it has compared before. `asked` names the sources that were asked for just now: a report of
    theirs stands at its page, so that a text that was there before is live again.
    """
    reports = merge_same(read.value)
    linker = linker or Linker(parts.library)
    kinds: dict[str, str] = {}
    noted = [i for i in read.issues if i.report is None or not i.report.startswith("rpt-")]
    if noted or not reports:
        with store.writing() as connection:
            save_source_issues(connection, noted)
            if beside is not None and not reports:
                beside(connection, {})
    for at in range(0, len(reports), BATCH):
        batch = reports[at : at + BATCH]

        def inside(connection: Connection, found: Mapping[str, str], batch: Sequence[Report] = batch) -> None:
            kinds.update(found)
            _note_seen(connection, [r for r in batch if r.source in asked], found, parts)
            if beside is not None and batch[-1] is reports[-1]:
                beside(connection, kinds)

        run.part_of(at, len(reports))
        _add_batch(store, batch, read.issues, parts, run, linker, force=force, inside=inside)
        if done is not None:
            done([r.id for r in batch if kinds[r.id] != "refused"])
    by_kind = {k: tuple(i for i, kind in kinds.items() if kind == k) for k in ("new", "again", "fuller", "refused")}
    return Added(**by_kind, issues=run.issues)


def _add_batch(
    store: Store,
    batch: Sequence[Report],
    issues: Sequence[Issue],
    parts: pipeline.Parts,
    run: Run,
    linker: Linker,
    *,
    force: bool,
    inside: Beside,
) -> None:
    with store.reading() as connection:
        wanted, kinds = _sort_out(connection, batch, force=force)
    # Understanding takes far longer than storing: it is done before the store is held for writing.
    understood = understand(wanted, issues, parts, run)
    linker.prepare(wanted)
    with store.writing() as connection, _uncollected():
        wanted, kinds = _sort_out(connection, batch, force=force)
        if wanted and rows.is_empty(connection):
            note_links(connection)
        check_current(connection)
        numbers, anew = _store(connection, wanted, understood, linker)
        regroup(connection, numbers, parts.library, linker, anew)
        for report in wanted if force else ():
            lift_tombstone(connection, report.id, report.learned_at)
        inside(connection, kinds)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Storing and grouping let go of what they make by themselves: looking for circles meanwhile would go through all
    that the process keeps at hand, at every few hundred rows.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _note_seen(connection: Connection, seen: Sequence[Report], kinds: Mapping[str, str], parts: pipeline.Parts) -> None:
    """Known versions that stand at their pages now, where another one was seen there last, came back."""
    for report in seen:
        if kinds[report.id] in ("again", "fuller") and report.learned_at is not None:
            versions = [v.id for v in rows.lineage_reports(connection, report.lineage)]
            if (known := sightings(connection, versions)) and known[-1].report != report.id:
                at, sha256 = report.learned_at, report.raw_sha256
                note_comeback(connection, report.id, report.source, at, sha256, parts.library)


def _sort_out(connection: Connection, batch: Sequence[Report], *, force: bool) -> tuple[list[Report], dict[str, str]]:
    """The records to write, fuller ones merged with what is stored, and what becomes of each report."""
    ids = [r.id for r in batch]
    known = rows.find_reports(connection, ids)
    removed = {} if force else tombstones(connection, ids)
    wanted: list[Report] = []
    kinds: dict[str, str] = {}
    for report in batch:
        stored = known.get(report.id)
        if stored is None and report.id in removed:
            kinds[report.id] = "refused"
        elif stored is None:
            kinds[report.id] = "new"
            wanted.append(report)
        else:
            merged = _merged(stored.report, report)
            kinds[report.id] = "again" if merged == stored.report else "fuller"
            if merged != stored.report:
                wanted.append(merged)
    return wanted, kinds


def _merged(stored: Report, again: Report) -> Report:
    """The fuller of two records of one report, learned when it was first."""
    best = merge_same([stored, msgspec.structs.replace(again, learned_at=stored.learned_at, source=stored.source)])[0]
    return best


def understand(
    reports: Sequence[Report], issues: Sequence[Issue], parts: pipeline.Parts, run: Run
) -> Mapping[str, product_rows.Understood]:
    """The claims of each report, by id, with the issues met; those of `issues` that are about it come first."""
    outcomes = pipeline.understood(reports, parts, run) if reports else []
    run.step("extract", Outcome(None, tuple(i for o in outcomes for i in o.issues)))
    return {
        report.id: product_rows.Understood(
            claims=outcome.value,
            issues=tuple(dict.fromkeys((*(i for i in issues if i.report == report.id), *outcome.issues))),
        )
        for report, outcome in zip(reports, outcomes, strict=True)
    }


def _store(
    connection: Connection, wanted: Sequence[Report], understood: Mapping[str, product_rows.Understood], linker: Linker
) -> tuple[list[int], list[int]]:
    """Writes reports and links them with what they are like; their numbers, and those of reports known before."""
    alone = {r.id: latest_instants([r], {})[r.id] for r in wanted}
    known = rows.find_reports(connection, alone)
    for before in known.values():
        linker.part(connection, before.seq, before.report)
    for report in wanted:
        if report.id in known:
            rows.replace_report(connection, report, alone[report.id])
    new = [r for r in wanted if r.id not in known]
    numbers = dict(
        zip((r.id for r in new), rows.save_reports(connection, [(r, alone[r.id]) for r in new]), strict=True)
    )
    numbers.update((i, stored.seq) for i, stored in known.items())
    rows.note_retrievals(connection, new)
    versions = Counter(n.lineage for n in node_rows.lineage_nodes(connection, {r.lineage for r in wanted}).values())
    for lineage in sorted(name for name, count in versions.items() if count > 1):
        count_lineage(connection, lineage)
    linker.join(connection, [(numbers[r.id], r) for r in wanted])
    found = [(r, understood[r.id]) for r in wanted if r.id in understood]
    product_rows.save_understood(connection, program_version(), found)
    return list(numbers.values()), [stored.seq for stored in known.values()]
