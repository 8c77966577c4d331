"""A project of many reports: what adding, searching, one more report and one story's dossier cost.

usage: python -m benchmarks.scale [--reports 100000] [--seed 1] [--store sqlite|postgresql|both] [--batch 2000]

Reports and their claims come from the simulator (ten a story), in a process of its own: storing and grouping is
measured, not extraction. A line is printed at each twentieth of the reports, so that growth shows, and where the run is
interrupted. Rates are of the reports since the line before, "one more" is the median of reports added one at a time
then. Times are wall-clock seconds; "CPU ms" is this process's own time a report. The database's server is not in it,
nor in the peak memory.
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks.coming import Coming
from benchmarks.postgres import find_programs, server
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.project import Linker, add_reports, search_reports, story_dossier
from rashomon.run import Run
from rashomon.settings import Settings
from rashomon.storage import Store, create_store
from rashomon.storage.search_find import Filters
from rashomon.storage.story_rows import list_stories

#: Reports added one by one at each line, and how many lines there are.
_LATER, _LINES = 15, 20


def main() -> None:
    """Fill each store and print its line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=2_000)
    parser.add_argument("--store", choices=("sqlite", "postgresql", "both"), default="both")
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    kinds = ("sqlite", "postgresql") if given.store == "both" else (given.store,)
    names = ("reports", "reports/s", "CPU ms", "MB", "one more s", "story s", "search s", "peak MB")
    print(f"{'store':<11}" + "".join(f"{name:>12}" for name in names), flush=True)
    for kind in kinds:
        if kind == "postgresql" and find_programs() is None:
            print(f"{kind:<11} left out: PostgreSQL is not installed")
            continue
        with ExitStack() as stack:
            if kind == "sqlite":
                folder = stack.enter_context(tempfile.TemporaryDirectory())
                address = str(Path(folder) / "project.sqlite")
            else:
                address = stack.enter_context(server()).new_database("scale")
            store = stack.enter_context(create_store(address))
            coming = stack.enter_context(Coming(given.reports, given.seed))
            for line in measure(store, coming, given.reports, given.batch):
                print(line, flush=True)


def measure(store: Store, coming: Coming, count: int, batch: int) -> Iterator[str]:
    """A line each time a store holds another twentieth of so many invented reports, and where it is interrupted."""
    run, linker = Run(time.perf_counter), Linker(coming.library)
    stored, began = 0, time.perf_counter()
    try:
        for stage in range(1, _LINES + 1):
            before, seconds, cpu = stored, 0.0, 0.0
            single: list[float] = []
            while some := coming.take(min(batch, count * stage // _LINES - _LATER - stored)):
                started = time.process_time()
                seconds += _add(store, some, coming, run, linker)
                cpu += time.process_time() - started
                stored += len(some)
                print(f"# {stored} stored, {time.perf_counter() - began:.0f} s", file=sys.stderr, flush=True)
            for report in coming.take(_LATER):
                single.append(_add(store, [report], coming, run, linker))
                stored += 1
            yield _line(store, stored, stored - before - len(single), seconds, cpu, single, coming)
    except KeyboardInterrupt:
        yield _line(store, stored, stored - before - len(single), seconds, cpu, single, coming)


def _line(
    store: Store, stored: int, many: int, seconds: float, cpu: float, single: Sequence[float], coming: Coming
) -> str:
    with store.reading() as connection:
        story = list_stories(connection, limit=1)[0].story.id
    began = time.perf_counter()
    story_dossier(store, story, Settings(), coming.parts, Run(time.perf_counter))
    composed = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    kind = "sqlite" if store.is_sqlite else "postgresql"
    size = _size(store) / 1e6
    one = f"{statistics.median(single):.3f}" if single else "-"
    columns = (
        f"{stored}",
        f"{many / (seconds or 1):.0f}",
        f"{cpu / (many or 1) * 1000:.1f}",
        f"{size:.0f}",
        one,
        f"{composed:.2f}",
        f"{_search(store):.3f}",
        f"{peak:.0f}",
    )
    return f"{kind:<11}" + "".join(f"{c:>12}" for c in columns)


def _add(store: Store, reports: Sequence[Report], coming: Coming, run: Run, linker: Linker) -> float:
    began = time.perf_counter()
    add_reports(store, Outcome(tuple(reports)), coming.parts, run, linker=linker)
    coming.forget(reports)
    return time.perf_counter() - began


def _search(store: Store) -> float:
    """The median seconds of a search for a word that few and one that many reports hold."""
    times = []
    for words in ("earthquake", "hospital said", '"were killed"'):
        began = time.perf_counter()
        search_reports(store, words, Filters(), limit=20)
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def _size(store: Store) -> int:
    if store.is_sqlite:
        return sum(os.path.getsize(p) for p in Path(store.address).parent.iterdir())
    with store.reading() as connection:
        return int(connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one())


if __name__ == "__main__":
    main()
