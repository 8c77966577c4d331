"""The same dossiers from this process, a pool and a Spark cluster that loses a worker, of a skewed, poisoned corpus.

usage: python -m benchmarks.cluster [--reports 2000] [--seed 1] [--pool 2]

The corpus is invented: one story holds a third of all reports, the others about ten each; one report breaks a rule in
whatever process reads it, and the first two lines are damaged. A standalone master and two workers run on loopback.
Each engine is given the reports in another order. In the last run a worker is killed, with what it ran, when a third of
the reports are understood. Exits with 1 where a byte differs or an issue is missing.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TypeVar

from evaluation.simulator import World, invent
from evaluation.simulator.printing import as_line, print_report
from evaluation.simulator.relaying import tell_story

from benchmarks.cluster_work import POISON, parts_on
from benchmarks.spark_cluster import Standalone, can_start, standalone
from rashomon import pipeline
from rashomon.adapters.process_pool import ProcessPool
from rashomon.adapters.spark_engine import SparkCluster
from rashomon.model.engine import Engine, Work
from rashomon.model.issue import Issue
from rashomon.model.source import RawSource
from rashomon.rendering import render_all
from rashomon.run import Run
from rashomon.settings import Settings

A = TypeVar("A")
B = TypeVar("B")

REPORTS_A_STORY = 10
#: The issues that the corpus must leave: of the poisoned report and of the two damaged lines.
EXPECTED = frozenset({"not_understood", "line_not_json", "text_missing"})
#: Lines that cannot be read. Their issues name them by their number, so they come first in whatever order.
_DAMAGED = (b'{"id": "half", "text": "x\n', b'{"id": "mute"}\n')
_LEARNED = dt.datetime(2031, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Ran:
    """One engine's run: seconds, a hash of every file of every dossier, stories, and the issues met."""

    seconds: float
    bytes_hash: str
    stories: int
    issues: frozenset[Issue]


class Here:
    """The engine that is this process."""

    def map(self, work: Work[A, B], items: Sequence[A]) -> Iterator[B]:
        """The product of each item, in order."""
        return map(work.do, items)


class Disturbed:
    """An engine under which something happens once, when a third of the first work is done."""

    def __init__(self, inner: Engine, disturb: Callable[[], None]) -> None:
        self._inner = inner
        self._disturb: Callable[[], None] | None = disturb

    def map(self, work: Work[A, B], items: Sequence[A]) -> Iterator[B]:
        """The inner engine's products."""
        for done, product in enumerate(self._inner.map(work, items)):
            if self._disturb is not None and done >= len(items) // 3:
                self._disturb()
                self._disturb = None
            yield product


def corpus(reports: int, seed: int) -> list[bytes]:
    """Two damaged lines, then about so many invented reports, a third of them of one story, and a poisoned one."""
    third = reports // 3
    worlds = World(seed, 1, third), World(seed + 1, max(1, (reports - third) // REPORTS_A_STORY), reports - third)
    lines = [
        as_line({**print_report(telling)[0], "id": f"{number}-{telling.id}"}).encode()
        for number, world in enumerate(worlds)
        for story in invent(world)
        for telling in tell_story(story)
    ]
    poisoned = {"id": "poisoned", "text": f"Shelling killed 12 people in {POISON} on Monday, the governor said."}
    return [*_DAMAGED, *lines, json.dumps(poisoned).encode() + b"\n"]


def build(lines: Sequence[bytes], engine: Engine, order: int) -> Ran:
    """All dossiers of the lines, in an order of their own, on an engine."""
    damaged, whole = list(lines[: len(_DAMAGED)]), list(lines[len(_DAMAGED) :])
    random.Random(order).shuffle(whole)
    source = RawSource(name="corpus.jsonl", content=b"".join(damaged + whole), learned_at=_LEARNED)
    run, began = Run(time.perf_counter), time.perf_counter()
    dossiers = pipeline.build_dossiers([source], Settings(), parts_on(engine), run)
    seconds = time.perf_counter() - began
    digest = hashlib.sha256()
    for dossier in dossiers:
        for name, content in sorted(render_all(dossier).items()):
            digest.update(f"{dossier.story}/{name}\0".encode() + content)
    return Ran(seconds, digest.hexdigest(), len(dossiers), frozenset(run.issues))


def compare(reports: int, seed: int, pool: int) -> Iterator[tuple[str, Ran]]:
    """Each engine's name and run, the undisturbed ones first."""
    lines = corpus(reports, seed)
    yield "this process", build(lines, Here(), 1)
    yield f"a pool of {pool}", build(lines, ProcessPool(pool), 2)
    with standalone() as cluster:
        yield "Spark, two workers", _on_cluster(lines, cluster, 3, lambda: None)
        yield "Spark, one of two killed", _on_cluster(lines, cluster, 4, lambda: cluster.kill_worker(0))


def _on_cluster(lines: Sequence[bytes], cluster: Standalone, order: int, disturb: Callable[[], None]) -> Ran:
    with closing(SparkCluster(cluster.address)) as engine:
        return build(lines, Disturbed(engine, disturb), order)


def faults_of(first: Ran, other: Ran) -> list[str]:
    """What an engine's run lacks or has otherwise than the first one's."""
    codes = {issue.code for issue in other.issues}
    missing = [f"no issue {code}" for code in sorted(EXPECTED - codes)]
    if not any(i.code == "not_understood" and i.report for i in other.issues):
        missing.append("the poisoned report is not named")
    if other.bytes_hash != first.bytes_hash:
        missing.append("other bytes")
    return missing


def main() -> None:
    """Print a line an engine; exits with 1 where one of them differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pool", type=int, default=2)
    given = parser.parse_args()
    if not can_start():
        sys.exit("PySpark or Java is not installed: make cluster installs PySpark; Java 17 or later is the system's.")
    first: Ran | None = None
    failed = False
    print("| engine | s | reports/s | stories | bytes |\n|---|---|---|---|---|")
    for name, found in compare(given.reports, given.seed, given.pool):
        first = first or found
        faults = faults_of(first, found)
        failed = failed or bool(faults)
        said = "; ".join(faults) or ("the first's" if found is first else "the same")
        print(
            f"| {name} | {found.seconds:.0f} | {given.reports / found.seconds:.1f} | {found.stories} | {said} |",
            flush=True,
        )
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
