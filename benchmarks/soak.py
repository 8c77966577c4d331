"""Kills a process that adds reports to a project at random instants, and checks that nothing is lost or doubled.

usage: python -m benchmarks.soak [--kills 200] [--reports 400] [--seed 1] [--store sqlite|postgresql|both]

A child process adds invented reports in small batches and says which batches are safely stored; it is killed with
SIGKILL at a random instant and another one goes on. After every kill each acknowledged report must be there once; at
the end the dossiers must have the bytes of a project that was never disturbed. With PostgreSQL the server itself
crashes too, once in so many kills.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

import msgspec

from benchmarks.invented import Invention
from benchmarks.postgres import Server, find_programs, server
from rashomon.errors import StoreError
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.project import add_reports, project_dossiers
from rashomon.run import Run
from rashomon.settings import Settings
from rashomon.storage import Store, create_store, open_store, report_rows

#: Reports a batch of the child: small, so that a kill falls now before, now inside, now after a transaction.
_BATCH = 4
#: The server crashes at one kill in so many.
_CRASH_EVERY = 10


def main() -> None:
    """Disturb each kind of store and print what came of it; exits with 1 where something was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--reports", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--store", choices=("sqlite", "postgresql", "both"), default="both")
    given = parser.parse_args()
    faults: list[str] = []
    for kind in ("sqlite", "postgresql") if given.store == "both" else (given.store,):
        if kind == "postgresql" and find_programs() is None:
            print("postgresql left out: it is not installed")
            continue
        began = time.perf_counter()
        found = soak(kind, given.kills, given.reports, given.seed)
        faults += found
        print(f"{kind}: {given.kills} kills, {given.reports} reports, {time.perf_counter() - began:.0f} s: "
              f"{'nothing lost, nothing twice, the same dossiers' if not found else '; '.join(found)}")  # fmt: skip
    sys.exit(1 if faults else 0)


def soak(kind: str, kills: int, count: int, seed: int, crash_every: int = _CRASH_EVERY) -> list[str]:
    """What was lost, doubled or different after so many kills; nothing where the store keeps its promises."""
    invention = Invention(count, seed)
    reports = list(islice(invention.reports(), count))
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        running = stack.enter_context(server()) if kind == "postgresql" else None
        address = running.new_database("soak") if running else str(folder / "project.sqlite")
        create_store(address).close()
        chance, notes = random.Random(seed), folder / "acknowledged"
        faults = _disturb(address, running, invention, reports, kills, chance, notes, crash_every)
        undisturbed = running.new_database("calm") if running else str(folder / "calm.sqlite")
        with create_store(undisturbed) as calm, open_store(address) as store:
            for each in (calm, store):
                add_reports(each, Outcome(tuple(reports)), invention.parts, _quiet())
            if _bytes(calm, invention) != _bytes(store, invention):
                faults.append("the dossiers differ from those of an undisturbed project")
    return faults


def _disturb(
    address: str,
    running: Server | None,
    invention: Invention,
    reports: Sequence[Report],
    kills: int,
    chance: random.Random,
    acknowledged: Path,
    crash_every: int,
) -> list[str]:
    faults: list[str] = []
    acknowledged.touch()
    for kill in range(kills):
        child = os.fork()
        if child == 0:
            _add_until_killed(address, invention, reports, chance.random(), acknowledged)
        time.sleep(chance.uniform(0.0, 0.6))
        if running is not None and kill % crash_every == crash_every - 1:
            running.stop("immediate")
            running.start()
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        promised = acknowledged.read_text("utf-8").split()
        with open_store(address) as store, store.reading() as connection:
            held = [s.report.id for s in report_rows.every_report(connection)]
        lost = set(promised) - set(held)
        if lost:
            faults.append(f"after kill {kill + 1}: {len(lost)} acknowledged reports are lost")
        if len(held) != len(set(held)):
            faults.append(f"after kill {kill + 1}: a report is there twice")
        if len(held) == len(reports):
            # Everything is stored: begin anew, so that later kills meet a store at work.
            faults += _emptied(address, reports, acknowledged)
    return faults


def _emptied(address: str, reports: Sequence[Report], acknowledged: Path) -> list[str]:
    from sqlalchemy import delete

    from rashomon.storage import tables

    with open_store(address) as store, store.writing() as connection:
        for table in reversed(tables.metadata.sorted_tables):
            connection.execute(delete(table))
    acknowledged.write_text("", encoding="utf-8")
    return [] if reports else ["nothing was invented"]


def _add_until_killed(
    address: str, invention: Invention, reports: Sequence[Report], start: float, acknowledged: Path
) -> None:
    """The child: adds batches from a random place on, round and round, and notes each once it is stored."""
    first = int(start * len(reports))
    order = [*reports[first:], *reports[:first]]
    try:
        with open_store(address) as store, acknowledged.open("a", encoding="utf-8") as notes:
            for at in range(0, len(order), _BATCH):
                batch = order[at : at + _BATCH]
                add_reports(store, Outcome(tuple(batch)), invention.parts, _quiet())
                notes.write("".join(f"{r.id}\n" for r in batch))
                notes.flush()
                os.fsync(notes.fileno())
    except StoreError:
        # The server went down under us: what was acknowledged before is what counts.
        pass
    finally:
        os._exit(0)


def _bytes(store: Store, invention: Invention) -> bytes:
    return msgspec.json.encode(project_dossiers(store, Settings(), invention.parts, _quiet()))


def _quiet() -> Run:
    return Run(lambda: 0.0)


if __name__ == "__main__":
    main()
