"""Stores that are made to fail under a writer, and what must still hold of them."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

import msgspec
from benchmarks.invented import Invention

from rashomon.errors import StoreError
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.project import add_reports, examine, project_dossiers
from rashomon.run import Run
from rashomon.settings import Settings
from rashomon.storage import Store, create_store, open_store, report_rows

INVENTED = Invention(28, seed=3)
REPORTS: Sequence[Report] = list(islice(INVENTED.reports(), 28))


def add_some(store: Store, reports: Sequence[Report], done: Callable[[Sequence[str]], None] = lambda ids: None) -> None:
    """Add reports in batches of four; `done` hears each batch."""
    for at in range(0, len(reports), 4):
        batch = tuple(reports[at : at + 4])
        add_reports(store, Outcome(batch), INVENTED.parts, Run(lambda: 0.0), done=done)


def held(store: Store) -> list[str]:
    """The ids of the reports that a store holds."""
    with store.reading() as connection:
        return [s.report.id for s in report_rows.every_report(connection)]


def bytes_of(store: Store) -> bytes:
    """The dossiers."""
    return msgspec.json.encode(project_dossiers(store, Settings(), INVENTED.parts, Run(lambda: 0.0)))


def in_child(work: Callable[[], str]) -> str:
    """What some work returned in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            said = work()
        except BaseException as error:  # noqa: BLE001 - told to the parent
            said = f"defect: {type(error).__name__}: {error}"
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said


def fill(address: str) -> str:
    """Add until the store fails: the acknowledged ids, then the error with its advice, a line each."""
    promised: list[str] = []
    try:
        with open_store(address) as store:
            add_some(store, REPORTS, promised.extend)
    except StoreError as error:
        return "\n".join([*promised, f"{error.message} {error.suggestion}"])
    return "no error"


def check_nothing_lost(address: str, promised: Sequence[str]) -> None:
    """What was acknowledged is there once, the doctor finds nothing, and the rest can be added as if nothing had been."""
    with open_store(address) as store:
        there = held(store)
        assert len(there) == len(set(there))
        assert set(promised) <= set(there)
        assert examine(store, INVENTED.library, full=True).findings == ()
        add_some(store, REPORTS)
        assert len(held(store)) == len(REPORTS)
        found = bytes_of(store)
    with tempfile.TemporaryDirectory() as calm, create_store(f"{calm}/calm.sqlite") as store:
        add_some(store, REPORTS)
        assert bytes_of(store) == found


def mounted(disk: Path, size: str) -> bool:
    """A disk of this size mounted there; false where that is not allowed."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)]
    return os.geteuid() == 0 and subprocess.run(command, check=False, capture_output=True).returncode == 0
