"""A fortnight of watching in compressed time, with restarts: nothing lost, nothing twice, and what it takes a day.

usage: python -m benchmarks.fortnight [--reports 50000] [--days 14] [--restarts 20] [--seed 1]
                                      [--store sqlite|postgresql]

Feeds name invented reports as pages, some of which are edited, on servers that fail now and then; a watcher visits and
reads them, real extraction included, on a clock that goes from one due instant to the next. At random instants of the
first two thirds it is killed with SIGKILL and another one goes on. At the end each acknowledged report must be there
once, each page that came a day before the end with its last version, and the doctor must find nothing. A line is
printed for each simulated day: reports acknowledged so far, steps (polls and visits) of that day and this process's
CPU milliseconds for each, the peak memory of the process, which begins anew where it was killed, and the store's size.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.fortnight_web import DAY, FortnightWeb, number_of, was_edited
from benchmarks.postgres import find_programs, server
from benchmarks.soak_work import Acknowledge, noting
from rashomon.app.parts import shipped_parts
from rashomon.model.watched import WatchedSource
from rashomon.project import examine
from rashomon.project.watching import Watcher, World
from rashomon.project.watching_sources import take_sources
from rashomon.storage import Store, create_store, open_store, report_rows

#: Kills fall before this share of the days is over: the last process shows how its memory goes on.
_DISTURBED = 2 / 3
#: Real seconds between two looks at the simulated time, and how long one process may take for all of it.
_LOOK = 0.01


@dataclass
class Fortnight:
    """What came of it: `faults` is what was lost, doubled or damaged."""

    reports: int = 0
    versions: int = 0
    restarts: int = 0
    faults: list[str] = field(default_factory=list)


def main() -> None:
    """Watch, and print a line for each day and what came of it; exits with 1 where something was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=50_000)
    parser.add_argument("--days", type=int, default=14)
    parser.add_argument("--restarts", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--store", choices=("sqlite", "postgresql"), default="sqlite")
    given = parser.parse_args()
    if given.store == "postgresql" and find_programs() is None:
        sys.exit("PostgreSQL is not installed.")
    began = time.perf_counter()
    found = watch(given.reports, given.days, given.restarts, given.seed, given.store, _print)
    said = "; ".join(found.faults) or "nothing lost, nothing twice, the doctor finds nothing"
    print(f"{found.reports} pages in {found.versions} versions, {found.restarts} restarts, "
          f"{time.perf_counter() - began:.0f} s: {said}")  # fmt: skip
    sys.exit(1 if found.faults else 0)


def watch(reports: int, days: int, restarts: int, seed: int, kind: str, say: Callable[[str], None]) -> Fortnight:
    """What so many days of so many reports left in a store of a kind, its watcher killed so many times."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        web = FortnightWeb(folder, reports, days, seed)
        running = stack.enter_context(server()) if kind == "postgresql" else None
        address = running.new_database("fortnight") if running else str(folder / "project.sqlite")
        with create_store(address) as store:
            sources = [WatchedSource(address=a, outlet=f"Outlet {n}") for n, a in enumerate(web.feeds())]
            take_sources(store, sources, web.instant())
        # Loaded here once: each process is forked from this one.
        shipped_parts().parser.parse("Ready.")
        say(f"{'day':>4}{'reports':>9}{'steps':>8}{'CPU ms a step':>15}{'peak MB':>9}{'store MB':>10}")
        chance = random.Random(f"{seed}:kills")
        kills = sorted(chance.uniform(0.0, web.end * _DISTURBED) for _ in range(restarts))
        notes = folder / "acknowledged"
        notes.touch()
        found = Fortnight()
        for until in (*kills, None):
            _live(web, address, notes, until, say, found)
        with open_store(address) as store:
            _check(web, store, notes.read_text("utf-8").split(), found)
        return found


def _print(line: str) -> None:
    print(line, flush=True)


def _live(
    web: FortnightWeb, address: str, notes: Path, until: float | None, say: Callable[[str], None], found: Fortnight
) -> None:
    """One process that watches: to the end, or until it is killed at a simulated second."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        code = 0
        try:
            with open_store(address) as store:
                _go_on(web, store, notes, say)
            if until is not None:
                # It was quicker than whoever kills it.
                signal.pause()
        except BaseException:  # noqa: BLE001 - told to the parent by the exit code
            traceback.print_exc()
            code = 1
        finally:
            sys.stdout.flush()
            os._exit(code)
    if until is not None:
        while web.now < until and os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            time.sleep(_LOOK)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    found.restarts += until is not None and os.WIFSIGNALED(status)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0:
        found.faults.append("a process ended with a defect")


def _go_on(web: FortnightWeb, store: Store, notes: Path, say: Callable[[str], None]) -> None:
    """Watch from wherever the store stands to the end."""
    chance = random.Random(web.now)
    watcher = Watcher(store, shipped_parts(), World(web.answer, web.instant, chance.random))
    acknowledge: Acknowledge = noting(notes)
    day, steps, cpu = int(web.now // DAY), 0, time.process_time()
    reports = len(notes.read_text("utf-8").split())
    while True:
        due = watcher.next_due()
        passed = web.end if due is None else (due - web.instant()).total_seconds() + web.now
        if min(passed, web.end) // DAY > day:
            took = 1_000 * (time.process_time() - cpu) / max(1, steps)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            say(f"{day + 1:>4}{reports:>9}{steps:>8}{took:>15.1f}{peak:>9.0f}{_size(store) / 1e6:>10.1f}")
            day, steps, cpu = int(min(passed, web.end) // DAY), 0, time.process_time()
        if passed >= web.end:
            web.now = web.end
            return
        web.now = max(web.now, passed)
        note = watcher.step()
        steps += 1
        if note is not None and note.new:
            acknowledge(note.new)
            reports += len(note.new)


def _size(store: Store) -> int:
    if store.is_sqlite:
        return sum(p.stat().st_size for p in Path(store.address).parent.glob("project.sqlite*"))
    with store.reading() as connection:
        return int(connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one())


def _check(web: FortnightWeb, store: Store, promised: Sequence[str], found: Fortnight) -> None:
    """Note what is lost or there twice, and what the doctor finds."""
    with store.reading() as connection:
        held = [s.report for s in report_rows.every_report(connection)]
    found.faults += faults_of(web, [(r.id, number_of(r.canonical_url), was_edited(r.text)) for r in held], promised)
    found.versions = len(held)
    found.reports = len({number_of(r.canonical_url) for r in held})
    findings = examine(store, shipped_parts().library, full=True).findings
    found.faults += [f"the doctor finds {f.check}: {f.what}" for f in findings]


def faults_of(web: FortnightWeb, held: Sequence[tuple[str, int, bool]], promised: Sequence[str]) -> list[str]:
    """What is lost or there twice of the reports held: id, number of the page, whether it is the edited version."""
    faults: list[str] = []
    if lost := set(promised) - {name for name, _, _ in held}:
        faults.append(f"{len(lost)} acknowledged reports are lost")
    if twice := [n for n in Counter((page, edited) for _, page, edited in held).values() if n > 1]:
        faults.append(f"{len(twice)} versions are there twice")
    versions = {(page, edited) for _, page, edited in held}
    wanted = {(page, edited) for page, at in enumerate(web.begins) for edited in _wanted(web, page, at)}
    if missing := wanted - versions:
        faults.append(f"{len(missing)} versions never came, the first of page {min(missing)[0]}")
    return faults


def _wanted(web: FortnightWeb, page: int, at: float) -> Sequence[bool]:
    """The version of a page that must have come: the last one, if it stood for long enough to be looked at."""
    edit = web.edits[page]
    if at > web.end - DAY:
        return ()
    if edit > web.end:
        return (False,)
    # A page is looked at again after as long as it has stood; a server that failed is asked again a while later.
    return (True,) if web.end - edit > 2 * (edit - at) + DAY else ()


if __name__ == "__main__":
    main()
