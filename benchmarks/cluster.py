"""The same dossiers from this process, a pool and a Spark cluster that loses a worker, of a skewed, poisoned corpus.

usage: python -m benchmarks.cluster [--reports 2000] [--seed 1] [--pool 2] [--claims read|invented] [--largest N]

The corpus is invented: one story holds a third of all reports (or N), the others about ten each; one report breaks a
rule in whatever process reads it, and the first two lines are damaged. A standalone master and two workers run on
loopback. Each engine is given the reports in another order. In the last run a worker is killed, with what it runs, when
workers have begun with a third of the reports. With `--claims invented` a worker does not read a report for its claims
but looks up what the world says that it claims: so many more reports go the way from lines to files. Exits with 1 where
a byte differs or an issue is missing.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import hashlib
import random
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from benchmarks.cluster_corpus import DAMAGED, corpus
from benchmarks.cluster_work import Aids, parts_on
from benchmarks.spark_cluster import Standalone, can_start, standalone
from rashomon import pipeline
from rashomon.adapters.process_pool import ProcessPool
from rashomon.adapters.spark_engine import SparkCluster
from rashomon.app.parts import shipped_parts
from rashomon.model.engine import Engine, Work
from rashomon.model.issue import Issue
from rashomon.model.source import RawSource
from rashomon.rendering import render_all
from rashomon.run import Run
from rashomon.settings import Settings

A = TypeVar("A")
B = TypeVar("B")

#: The issues that the corpus must leave: of the poisoned report and of the two damaged lines.
EXPECTED = frozenset({"not_understood", "line_not_json", "text_missing"})
_LEARNED = dt.datetime(2031, 1, 1, tzinfo=dt.UTC)
#: Seconds between two looks at how many reports workers have begun with.
_LOOK = 0.01


@dataclass(frozen=True)
class Ran:
    """One engine's run: seconds, a hash of every file of every dossier, stories, reports of the largest of them, the
    issues met, and with how many reports workers had begun when one of them was killed.
    """

    seconds: float
    bytes_hash: str
    stories: int
    largest: int
    issues: frozenset[Issue]
    killed_at: int | None = None


class Here:
    """The engine that is this process."""

    def map(self, work: Work[A, B], items: Sequence[A]) -> Iterator[B]:
        """The product of each item, in order."""
        return map(work.do, items)


def build(lines: Sequence[bytes], engine: Engine, order: int, aids: Aids) -> Ran:
    """All dossiers of the lines, in an order of their own, on an engine."""
    damaged, whole = list(lines[: len(DAMAGED)]), list(lines[len(DAMAGED) :])
    random.Random(order).shuffle(whole)
    source = RawSource(name="corpus.jsonl", content=b"".join(damaged + whole), learned_at=_LEARNED)
    run, began = Run(time.perf_counter), time.perf_counter()
    dossiers = pipeline.build_dossiers([source], Settings(), parts_on(engine, aids), run)
    seconds = time.perf_counter() - began
    digest = hashlib.sha256()
    for dossier in dossiers:
        for name, content in sorted(render_all(dossier).items()):
            digest.update(f"{dossier.story}/{name}\0".encode() + content)
    largest = max(len(dossier.reports) for dossier in dossiers)
    return Ran(seconds, digest.hexdigest(), len(dossiers), largest, frozenset(run.issues))


def compare(
    reports: int, seed: int, pool: int, *, invented: bool = False, largest: int | None = None
) -> Iterator[tuple[str, Ran]]:
    """Each engine's name and run, the undisturbed ones first."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        world = folder / "claims.sqlite" if invented else None
        lines = corpus(reports, seed, shipped_parts().library, world, largest)
        yield "this process", build(lines, Here(), 1, Aids(world, folder / "here"))
        with closing(ProcessPool(pool)) as engine:
            yield f"a pool of {pool}", build(lines, engine, 2, Aids(world, folder / "pool"))
        with standalone() as cluster:
            with closing(SparkCluster(cluster.address)) as spark:
                yield "Spark, two workers", build(lines, spark, 3, Aids(world, folder / "spark"))
            yield "Spark, one of two killed", _disturbed(lines, cluster, 4, Aids(world, folder / "killed"))


def _disturbed(lines: Sequence[bytes], cluster: Standalone, order: int, aids: Aids) -> Ran:
    killed: list[int] = []
    with closing(SparkCluster(cluster.address)) as spark, _killing(cluster, aids, len(lines) // 3, killed):
        ran = build(lines, spark, order, aids)
    return dataclasses.replace(ran, killed_at=killed[0] if killed else None)


@contextmanager
def _killing(cluster: Standalone, aids: Aids, after: int, killed: list[int]) -> Iterator[None]:
    """A worker is killed when workers have begun with so many reports; `killed` says with how many."""
    over = threading.Event()

    def watch() -> None:
        while not over.wait(_LOOK):
            if (begun := aids.count()) >= after:
                cluster.kill_worker(0)
                killed.append(begun)
                return

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        yield
    finally:
        over.set()
        watching.join()


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
    parser.add_argument("--claims", choices=("read", "invented"), default="read")
    parser.add_argument("--largest", type=int, help="reports of the largest story: a third of all by default")
    given = parser.parse_args()
    if not can_start():
        sys.exit("PySpark or Java is not installed: make cluster installs PySpark; Java 17 or later is the system's.")
    first: Ran | None = None
    failed = False
    print("| engine | s | reports/s | stories | largest | bytes |\n|---|---|---|---|---|---|")
    invented = given.claims == "invented"
    for name, found in compare(given.reports, given.seed, given.pool, invented=invented, largest=given.largest):
        first = first or found
        faults = faults_of(first, found)
        failed = failed or bool(faults)
        said = "; ".join(faults) or ("the first's" if found is first else "the same")
        print(
            f"| {name} | {found.seconds:.0f} | {given.reports / found.seconds:.1f} | {found.stories} "
            f"| {found.largest} | {said}{_of_the_kill(found)} |",
            flush=True,
        )
    sys.exit(1 if failed else 0)


def _of_the_kill(found: Ran) -> str:
    return "" if found.killed_at is None else f"; killed when {found.killed_at} reports were begun"


if __name__ == "__main__":
    main()
