"""Kills a process that adds reports to a project, or watches a web, at random instants; nothing may be lost or doubled.

usage: python -m benchmarks.soak [--kills 200] [--seed 1] [--store sqlite|postgresql|both] [--work adding|watching|both]

A child process does the work and notes which reports are safely stored; it is killed with SIGKILL at a random instant
and another one goes on. After every kill each acknowledged report must be there once, now and then the doctor must find
nothing, and whenever the work is done all that the project knows must be what a project that was never disturbed knows,
byte for byte; then it begins anew. With PostgreSQL the server itself crashes too, once in so many kills.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.postgres import Server, find_programs, server
from benchmarks.soak_work import Work, noting, open_work, state_of
from rashomon.errors import StoreError
from rashomon.project import examine
from rashomon.storage import create_store, open_store, report_rows, tables
from rashomon.storage.search_rows import forget_everything

#: The server crashes at one kill in so many; the doctor is called at one in so many.
_CRASH_EVERY, _DOCTOR_EVERY = 10, 20
#: Reports that are added, pages that are watched.
_SIZES = {"adding": 60, "watching": 12}
#: A child lives for so long at most (seconds): on a quiet machine it opens the store and comes into its work.
_LIFE = 1.5
#: On a busy one it may not: this share of the children may store something first, for which so many seconds are waited.
_AT_WORK, _PATIENCE = 0.5, 30.0


@dataclass
class Soaked:
    """What came of it: `rounds` is how often the work was done to its end, `faults` what was lost or different."""

    rounds: int = 0
    acknowledged: int = 0
    faults: list[str] = field(default_factory=list)


def main() -> None:
    """Disturb each work on each kind of store and print what came of it; exits with 1 where something was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--store", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--work", choices=("adding", "watching", "both"), default="both")
    given = parser.parse_args()
    failed = False
    for kind in ("sqlite", "postgresql") if given.store == "both" else (given.store,):
        if kind == "postgresql" and find_programs() is None:
            print("postgresql left out: it is not installed")
            continue
        for what in ("adding", "watching") if given.work == "both" else (given.work,):
            began = time.perf_counter()
            found = soak(kind, what, given.kills, _SIZES[what], given.seed)
            failed = failed or bool(found.faults)
            said = "; ".join(found.faults) or "nothing lost, nothing twice, all as undisturbed"
            print(f"{kind}, {what}: {given.kills} kills, {found.acknowledged} acknowledgements, {found.rounds} rounds, "
                  f"{time.perf_counter() - began:.0f} s: {said}", flush=True)  # fmt: skip
    sys.exit(1 if failed else 0)


def soak(kind: str, what: str, kills: int, size: int, seed: int, crash_every: int = _CRASH_EVERY) -> Soaked:
    """What so many kills did to a store of a kind (`sqlite`, `postgresql`) under a work (`adding`, `watching`)."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        running = stack.enter_context(server()) if kind == "postgresql" else None
        work = stack.enter_context(open_work(what, size, seed))
        with create_store(running.new_database("calm") if running else str(folder / "calm.sqlite")) as calm:
            work.begin(calm)
            work.go_on(calm, _unheard, 0.0)
            expected = state_of(calm, work)
        address = running.new_database("soak") if running else str(folder / "project.sqlite")
        with create_store(address) as store:
            work.begin(store)
        soaking = _Soaking(address, running, work, expected, folder / "acknowledged", random.Random(seed))
        for kill in range(kills):
            soaking.kill_one(crash=running is not None and kill % crash_every == crash_every - 1)
            soaking.check(f"after kill {kill + 1}", thorough=kill % _DOCTOR_EVERY == _DOCTOR_EVERY - 1)
        with open_store(address) as store:
            work.go_on(store, _unheard, 0.0)
        soaking.check("at the end", thorough=True)
        return soaking.found


def _unheard(_: Iterable[str]) -> None:
    """What is done without kills needs no acknowledgement."""


def _has_ended(child: int) -> bool:
    return os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


class _Soaking:
    """One project under kills."""

    def __init__(
        self, address: str, running: Server | None, work: Work, expected: bytes, notes: Path, chance: random.Random
    ) -> None:
        self._address, self._running, self._work, self._expected = address, running, work, expected
        self._notes, self._chance = notes, chance
        self._notes.touch()
        self._known = 0
        self.found = Soaked()

    def kill_one(self, *, crash: bool) -> None:
        """Let a process work for a random time, then kill it; the server is crashed under it where asked for."""
        start = self._chance.random()
        sys.stdout.flush()
        child = os.fork()
        if child == 0:
            self._live(start)
        self._let_live(child)
        if crash and self._running is not None:
            self._running.stop("immediate")
            self._running.start()
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0:
            self.found.faults.append("a process ended with a defect")

    def _let_live(self, child: int) -> None:
        """Wait for a random time: from the child's start, or from when it has first stored something."""
        if self._chance.random() < _AT_WORK:
            noted, until = self._notes.stat().st_size, time.monotonic() + _PATIENCE
            while self._notes.stat().st_size == noted and time.monotonic() < until and not _has_ended(child):
                time.sleep(0.01)
        time.sleep(self._chance.uniform(0.0, _LIFE))

    def _live(self, start: float) -> None:
        code = 0
        try:
            with open_store(self._address) as store:
                self._work.go_on(store, noting(self._notes), start)
        except StoreError:
            # The server went down under us: what was acknowledged before is what counts.
            pass
        except BaseException:  # noqa: BLE001 - told to the parent by the exit code
            traceback.print_exc()
            code = 1
        finally:
            os._exit(code)

    def check(self, when: str, *, thorough: bool) -> None:
        """Note what is lost or doubled, what the doctor finds, and, where the work is done, what is different."""
        promised = self._notes.read_text("utf-8").split()
        self.found.acknowledged += len(promised) - self._known
        self._known = len(promised)
        faults = self.found.faults
        with open_store(self._address) as store:
            with store.reading() as connection:
                held = [s.report.id for s in report_rows.every_report(connection)]
            if lost := set(promised) - set(held):
                faults.append(f"{when}: {len(lost)} acknowledged reports are lost")
            if len(held) != len(set(held)):
                faults.append(f"{when}: a report is there twice")
            done = self._work.is_done(store)
            if thorough or done:
                findings = examine(store, self._work.parts.library, full=True).findings
                faults += [f"{when}: the doctor finds {f.check}: {f.what}" for f in findings]
            if done and state_of(store, self._work) != self._expected:
                faults.append(f"{when}: the project is not what an undisturbed one is")
        if done:
            self.found.rounds += 1
            self._begin_anew()

    def _begin_anew(self) -> None:
        """Empty the project, so that later kills meet a store at work."""
        with open_store(self._address) as store:
            with store.writing() as connection:
                forget_everything(connection)
                for table in reversed(tables.metadata.sorted_tables):
                    connection.execute(table.delete())
            self._work.begin(store)
        self._notes.write_text("", encoding="utf-8")
        self._known = 0


if __name__ == "__main__":
    main()
