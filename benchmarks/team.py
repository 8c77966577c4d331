"""A team on one PostgreSQL database: several collectors add reports while several reviewers read, search and decide.

usage: python -m benchmarks.team [--reports 2000] [--collectors 4] [--reviewers 4] [--seed 1]

Each collector is a process that adds its share of invented reports, twenty a transaction, and every tenth report of the
others' too, as desks meet the same wire. Each reviewer is a process that opens one of the newest stories, accepts what
its queue holds first, and searches, until the collectors are done. At the end every report and every decision that was
acknowledged must be there once, the stories must be those that the reports give by themselves, and the doctor must find
nothing. Times are seconds by the clock; claims come with the reports: extraction is not in it.
"""

from __future__ import annotations

import argparse
import multiprocessing
import statistics
import sys
import time
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection
from random import Random
from typing import TypeVar

from benchmarks.invented import Invention
from benchmarks.postgres import find_programs, server
from rashomon.adapters import clock
from rashomon.errors import ConflictError, RashomonError, StoreError
from rashomon.grouping import find_copies, group_stories
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.project import (
    Linker,
    add_reports,
    examine,
    make_decision,
    review_queue,
    search_reports,
    standing_decisions,
    story_dossier,
    take_decision,
)
from rashomon.run import Run
from rashomon.settings import Settings
from rashomon.storage import Store, create_store, open_store, report_rows
from rashomon.storage.decision_rows import all_decisions
from rashomon.storage.search_find import Filters
from rashomon.storage.story_rows import list_stories

T = TypeVar("T")
#: Reports a transaction; every how many of the others' reports a collector meets too; stories that reviewers look at.
_BATCH, _MET, _NEWEST = 20, 10, 20
#: Seconds before what another writer was in the way of is tried again.
_PAUSE = 0.1
_SEARCHED = ("earthquake", "hospital said", '"were killed"')


@dataclass
class Did:
    """What one process did: ids of reports and decisions that were acknowledged, seconds of each act, conflicts met."""

    reports: list[str] = field(default_factory=list)
    decisions: list[str] = field(default_factory=list)
    took: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    conflicts: int = 0
    fault: str | None = None

    def timed(self, act: str, do: Callable[[], T]) -> T:
        """What it gives, its time noted; a store that is busy is tried again, which counts into the time."""
        began = time.perf_counter()
        while True:
            try:
                given = do()
            except StoreError as error:
                if not error.passing:
                    raise
                time.sleep(_PAUSE)
                continue
            self.took[act].append(time.perf_counter() - began)
            return given


@dataclass
class Worked:
    """What a team did, in how many seconds, and what was lost, doubled or damaged."""

    seconds: float
    reports: int
    decisions: int
    conflicts: int
    took: dict[str, list[float]]
    faults: list[str]


def main() -> None:
    """Print what the team did and how long each act took; exits with 1 where something was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=2_000)
    parser.add_argument("--collectors", type=int, default=4)
    parser.add_argument("--reviewers", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if find_programs() is None:
        print("left out: PostgreSQL is not installed")
        return
    found = work(given.reports, given.collectors, given.reviewers, given.seed)
    print(f"{given.collectors} collectors: {found.reports} reports in {found.seconds:.0f} s; "
          f"{given.reviewers} reviewers: {found.decisions} decisions, {found.conflicts} conflicts")  # fmt: skip
    print(f"{'act':<18}{'times':>8}{'median s':>10}{'9 of 10 s':>11}{'worst s':>9}")
    for act, times in found.took.items():
        ordered = sorted(times)
        nine = ordered[min(len(ordered) - 1, 9 * len(ordered) // 10)]
        print(f"{act:<18}{len(times):>8}{statistics.median(times):>10.2f}{nine:>11.2f}{ordered[-1]:>9.2f}")
    print(
        "; ".join(found.faults)
        or "nothing lost, nothing twice, the stories of the same reports, the doctor finds nothing"
    )
    sys.exit(1 if found.faults else 0)


def work(reports: int, collectors: int, reviewers: int, seed: int) -> Worked:
    """What so many collectors and reviewers do to one database. Raises FileNotFoundError without PostgreSQL."""
    invention = Invention(reports, seed)
    every = list(islice(invention.reports(), reports))
    with server() as running:
        address = running.new_database("team")
        create_store(address).close()
        began = time.perf_counter()
        dids = list(_team(address, invention, every, collectors, reviewers))
        seconds = time.perf_counter() - began
        with open_store(address) as store:
            faults = [*(d.fault for d in dids if d.fault), *_faults(store, invention, every, dids)]
            with store.reading() as connection:
                held = report_rows.count_reports(connection)
    took: dict[str, list[float]] = defaultdict(list)
    for did in dids:
        for act, times in did.took.items():
            took[act] += times
    decisions = sum(len(d.decisions) for d in dids)
    return Worked(seconds, held, decisions, sum(d.conflicts for d in dids), took, faults)


def _team(
    address: str, invention: Invention, every: Sequence[Report], collectors: int, reviewers: int
) -> Iterator[Did]:
    """Run all processes and give what each did."""
    context = multiprocessing.get_context("fork")
    over = context.Event()

    def collect(store: Store, did: Did, number: int) -> None:
        own = [r for n, r in enumerate(every) if n % collectors == number or n % _MET == 0]
        linker = Linker(invention.library)
        for at in range(0, len(own), _BATCH):
            batch = own[at : at + _BATCH]

            def add(batch: Sequence[Report] = batch) -> None:
                add_reports(store, Outcome(tuple(batch)), invention.parts, _quiet(), linker=linker)

            did.timed("20 reports added", add)
            did.reports += [r.id for r in batch]

    def review(store: Store, did: Did, number: int) -> None:
        chance = Random(number)
        last = False
        while not last:
            # Once more when all is there: however busy the machine, each looks at something.
            last = over.is_set()
            _review_one(store, did, invention, f"reviewer {number}", chance)

    jobs = [(collect, n) for n in range(collectors)], [(review, n) for n in range(reviewers)]
    started = [[_start(context, address, do, n) for do, n in some] for some in jobs]
    for some in started:
        # Collectors first: when these are done reviewers stop.
        for process, pipe in some:
            try:
                yield pipe.recv()
            except EOFError:
                yield Did(fault="a process ended without a word")
            process.join()
        over.set()


def _start(
    context: multiprocessing.context.ForkContext, address: str, do: Callable[[Store, Did, int], None], number: int
) -> tuple[multiprocessing.context.ForkProcess, Connection]:
    here, there = context.Pipe(duplex=False)

    def live() -> None:
        did = Did()
        try:
            with open_store(address) as store:
                do(store, did, number)
        except BaseException:  # noqa: BLE001 - told to the parent
            did.fault = traceback.format_exc()
        did.took = dict(did.took)
        there.send(did)

    process = context.Process(target=live)
    process.start()
    there.close()
    return process, here


def _review_one(store: Store, did: Did, invention: Invention, who: str, chance: Random) -> None:
    """Open one of the newest stories, accept what its queue holds first, and search."""
    with store.reading() as connection:
        listed = list_stories(connection, limit=_NEWEST)
    if not listed:
        time.sleep(_PAUSE)
        return
    story = chance.choice(listed).story.id
    try:
        dossier = did.timed(
            "a story opened", lambda: story_dossier(store, story, Settings(), invention.parts, _quiet())
        )
        with store.reading() as connection:
            known = all_decisions(connection)
            queue = review_queue(dossier, standing_decisions(connection))
        if queue:
            decision = make_decision("accept", [queue[0].claim], by=who, at=clock.now())
            seen = known[-1].id if known else ""
            did.timed("a decision taken", lambda: take_decision(store, decision, invention.library, seen=seen))
            did.decisions.append(decision.id)
    except ConflictError:
        did.conflicts += 1
    except RashomonError as error:
        # A story may have gone into another one since it was listed.
        if isinstance(error, StoreError):
            raise
    words = chance.choice(_SEARCHED)
    did.timed("a search", lambda: search_reports(store, words, Filters(), limit=20))


def _faults(store: Store, invention: Invention, every: Sequence[Report], dids: Sequence[Did]) -> Iterator[str]:
    with store.reading() as connection:
        held = [s.report.id for s in report_rows.every_report(connection)]
        decided = [d.id for d in all_decisions(connection)]
        stories = {(s.story.id, s.story.reports) for s in list_stories(connection)}
    for what, there, promised in (
        ("reports", held, {i for d in dids for i in d.reports}),
        ("decisions", decided, {i for d in dids for i in d.decisions}),
    ):
        if lost := promised - set(there):
            yield f"{len(lost)} acknowledged {what} are lost"
        if len(there) != len(set(there)):
            yield f"some {what} are there twice"
    if set(held) != {r.id for r in every}:
        yield f"{len(held)} of {len(every)} reports are there"
    copies = find_copies(every, invention.library).value
    alone = {(s.id, s.reports) for s in group_stories(every, [], copies, invention.library).value}
    if stories != alone:
        yield f"{len(stories ^ alone)} stories are not those of the same reports"
    for finding in examine(store, invention.library, full=True).findings:
        yield f"the doctor finds {finding.check}: {finding.what}"


def _quiet() -> Run:
    return Run(lambda: 0.0)


if __name__ == "__main__":
    main()
