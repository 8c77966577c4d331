"""One more report into a story that is already large: what storing, linking and grouping it takes in a warm process.

usage: python -m benchmarks.large_story [--sizes 200,400,800] [--later 15] [--seed 1] [--batch 200]

The reports of one invented story, with the claims that the simulator gives them (no extraction is paid), go into an
SQLite project in batches; at each size so many more are added one by one. Printed are how many reports the largest
story holds, reports a second since the line before, the median, ninth decile and worst of one more (milliseconds by
the clock, and the median of this process's CPU), and the peak memory. The aim is 100 ms at 10,000. --keep FOLDER keeps
the project.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.invented import Invention
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.project import Linker, add_reports
from rashomon.run import Run
from rashomon.storage import Store, create_store
from rashomon.storage.story_rows import list_stories

_NAMES = ("reports", "largest", "reports/s", "median ms", "9 of 10 ms", "worst ms", "CPU ms", "peak MB")


def measure(store: Store, sizes: Sequence[int], later: int, seed: int, batch: int) -> Iterator[tuple[float, ...]]:
    """The figures of each size, in the order of `_NAMES`."""
    invention = Invention(max(sizes) + later, seed, stories=1)
    coming, run, linker = invention.reports(), Run(time.perf_counter), Linker(invention.library)

    def add(some: Sequence[Report]) -> tuple[float, float]:
        began, cpu = time.perf_counter(), time.process_time()
        add_reports(store, Outcome(tuple(some)), invention.parts, run, linker=linker)
        invention.forget(some)
        return time.perf_counter() - began, time.process_time() - cpu

    stored = 0
    for size in sorted(sizes):
        before, seconds = stored, 0.0
        while some := list(islice(coming, min(batch, size - stored))):
            seconds += add(some)[0]
            stored += len(some)
        took = [add([report]) for report in islice(coming, later)]
        wall = sorted(one for one, _ in took)
        rate = (stored - before) / (seconds or 1)
        stored += len(took)
        with store.reading() as connection:
            largest = max(len(s.story.reports) for s in list_stories(connection))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        nine = wall[len(wall) * 9 // 10]
        cpu = statistics.median(cpu for _, cpu in took)
        yield stored, largest, rate, *(1000 * t for t in (statistics.median(wall), nine, wall[-1], cpu)), peak


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="200,400,800")
    parser.add_argument("--later", type=int, default=15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=200)
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    given = parser.parse_args()
    sizes = [int(size) for size in given.sizes.split(",")]
    print("".join(f"{name:>12}" for name in _NAMES), flush=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        with create_store(str(folder / "project.sqlite")) as store:
            for figures in measure(store, sizes, given.later, given.seed, given.batch):
                print("".join(f"{f:>12.0f}" for f in figures), flush=True)


if __name__ == "__main__":
    main()
