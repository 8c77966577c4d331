"""A project of many reports: what adding, searching, one more report and one story's dossier cost.

usage: python -m benchmarks.scale [--reports 100000] [--seed 1] [--store sqlite|postgresql|both] [--batch 200]
                                  [--keep FOLDER] [--calls]

Reports and their claims come from the simulator (ten a story), in a process of its own: storing and grouping is
measured, not extraction. A line is printed at each twentieth of the reports, so that growth shows, and where the run is
interrupted. Rates are of the reports since the line before, "one more" is the median of reports added one at a time
then. Times are wall-clock seconds; after a stroke stand this process's own seconds of CPU, and "CPU ms" is that for a
report. The database's server is not in it, nor in the peak memory. With --keep the stores stay in a folder, and a run
that was broken off goes on there when it is started again. The exponent e is that of t = c * n^e between the first line
and this one, t being the CPU of all reports that this run has stored so far; then the same where each batch's CPU is
divided by that of a yardstick, a piece of work that is the same each time: it tells what others on the machine cost.
With --calls t is the number of calls of functions instead, which no other process changes: counting takes time of its
own, and the database's work and that on arrays is not in it.
"""

from __future__ import annotations

import argparse
import resource
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from benchmarks.coming import Coming
from benchmarks.growth import Calls, Times, Took
from benchmarks.postgres import find_programs, server
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.project import Linker, add_reports, search_reports, story_dossier
from rashomon.run import Run
from rashomon.settings import Settings
from rashomon.storage import Store, create_store
from rashomon.storage.report_rows import count_reports
from rashomon.storage.search_find import Filters
from rashomon.storage.story_rows import list_stories

#: Reports added one by one at each line, and how many lines there are.
_LATER, _LINES = 15, 20
#: A world may hold a few reports less than it is asked for: it is asked for one more in so many.
_MORE = 100


def main() -> None:
    """Fill each store and print its line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=200)
    parser.add_argument("--store", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--calls", action="store_true")
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    kinds = ("sqlite", "postgresql") if given.store == "both" else (given.store,)
    names = ("reports", "reports/s", "CPU ms", "MB", "one more s", "story s", "search s", "peak MB")
    grown = Calls.heads if given.calls else Times.heads
    print(f"{'store':<11}" + "".join(f"{name:>14}" for name in (*names, *grown)), flush=True)
    for kind in kinds:
        if kind == "postgresql" and find_programs() is None:
            print(f"{kind:<11} left out: PostgreSQL is not installed")
            continue
        with ExitStack() as stack:
            address = _place(kind, given.keep, stack)
            store = stack.enter_context(create_store(address))
            coming = stack.enter_context(Coming(given.reports + given.reports // _MORE + 10, given.seed))
            costs = Calls() if given.calls else Times(coming.library, given.seed)
            for line in measure(store, coming, given.reports, given.batch, costs):
                print(line, flush=True)


def _place(kind: str, keep: Path | None, stack: ExitStack) -> str:
    """The address of a new store, or of the one that an earlier run left in the folder."""
    folder = keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
    folder.mkdir(parents=True, exist_ok=True)
    if kind == "sqlite":
        return str(folder / "project.sqlite")
    running = stack.enter_context(server(keep and keep / "postgresql"))
    return running.database("scale") if running.found else running.new_database("scale")


def measure(store: Store, coming: Coming, count: int, batch: int, costs: Times | Calls) -> Iterator[str]:
    """A line each time a store holds another twentieth of so many invented reports, and where it is interrupted."""
    run, linker = Run(time.perf_counter), Linker(coming.library)
    with store.reading() as connection:
        stored = count_reports(connection)
    for at in range(0, stored, batch):
        coming.forget(coming.take(min(batch, stored - at)))
    began, before, seconds, cpu = time.perf_counter(), stored, 0.0, 0.0
    single: list[Took] = []

    def add(some: Sequence[Report]) -> Took:
        return costs.add(len(some), lambda: _add(store, some, coming, run, linker))

    try:
        for stage in range(1, _LINES + 1):
            if count * stage // _LINES <= stored:
                continue
            before, seconds, cpu = stored, 0.0, 0.0
            single = []
            while some := coming.take(min(batch, count * stage // _LINES - _LATER - stored)):
                took = add(some)
                seconds, cpu = seconds + took[0], cpu + took[1]
                stored += len(some)
                print(f"# {stored} stored, {time.perf_counter() - began:.0f} s", file=sys.stderr, flush=True)
            for report in coming.take(_LATER):
                single.append(add([report]))
                stored += 1
            yield _line(store, stored, stored - before - len(single), (seconds, cpu), single, coming, costs)
    except KeyboardInterrupt:
        yield _line(store, stored, stored - before - len(single), (seconds, cpu), single, coming, costs)


def _line(
    store: Store,
    stored: int,
    many: int,
    took: Took,
    single: Sequence[Took],
    coming: Coming,
    costs: Times | Calls,
) -> str:
    with store.reading() as connection:
        story = list_stories(connection, limit=1)[0].story.id
    composed = _timed(lambda: story_dossier(store, story, Settings(), coming.parts, Run(time.perf_counter)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    kind = "sqlite" if store.is_sqlite else "postgresql"
    size = _size(store) / 1e6
    seconds, cpu = took
    columns = (
        f"{stored}",
        f"{many / (seconds or 1):.0f}",
        f"{cpu / (many or 1) * 1000:.1f}",
        f"{size:.0f}",
        _said(_median(single)) if single else "-",
        _said(composed),
        _said(_search(store)),
        f"{peak:.0f}",
        *costs.told(),
    )
    return (f"{kind:<11}" + "".join(f"{c:>14}" for c in columns)).rstrip()


def _said(took: Took) -> str:
    return f"{took[0]:.3f}/{took[1]:.3f}"


def _timed(do: Callable[[], object]) -> Took:
    wall, cpu = time.perf_counter(), time.process_time()
    do()
    return time.perf_counter() - wall, time.process_time() - cpu


def _median(some: Sequence[Took]) -> Took:
    return statistics.median(wall for wall, _ in some), statistics.median(cpu for _, cpu in some)


def _add(store: Store, reports: Sequence[Report], coming: Coming, run: Run, linker: Linker) -> Took:
    took = _timed(lambda: add_reports(store, Outcome(tuple(reports)), coming.parts, run, linker=linker))
    coming.forget(reports)
    return took


def _search(store: Store) -> Took:
    """The median times of a search for a word that few and one that many reports hold."""
    asked = ("earthquake", "hospital said", '"were killed"')
    return _median([_timed(partial(search_reports, store, words, Filters(), limit=20)) for words in asked])


def _size(store: Store) -> int:
    if store.is_sqlite:
        return sum(p.stat().st_size for p in Path(store.address).parent.glob("project.sqlite*"))
    with store.reading() as connection:
        return int(connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one())


if __name__ == "__main__":
    main()
