"""Ctrl-C while reports are added: what stands in the store is whole, and whoever adds again completes it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from evaluation.simulator import World, invent
from evaluation.simulator.printing import as_line, print_report
from evaluation.simulator.relaying import tell_story

from rashomon import app
from rashomon.app.parts import shipped_parts
from rashomon.project import examine
from rashomon.settings import Settings
from rashomon.storage import open_store, report_rows

ROOT = Path(__file__).resolve().parents[2]
#: The command with small batches, so that it is now before, now inside, now after a transaction. It waits
#: behind so many reports: however slow the one who signals is, the signal finds it.
_COMMAND = """
import sys, time
from rashomon.cli import main
from rashomon.run import Run
import rashomon.project
module = sys.modules["rashomon.project.add_reports"]
module.BATCH = 10
until, told = int(sys.argv.pop(1)), Run.part_of
def part_of(run, at, of):
    told(run, at, of)
    if at == until:
        time.sleep(90)
Run.part_of = part_of
main()
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of a terminal are POSIX")
def test_ctrl_c_while_reports_are_added_leaves_a_whole_store(tmp_path: Path) -> None:
    """Twice Ctrl-C reaches a command that adds with two jobs: each time it ends in seconds without a traceback,
    the doctor finds nothing, and in the end the dossiers are those of a build.
    """
    lines, address = tmp_path / "reports.jsonl", str(tmp_path / "project.sqlite")
    rows = [print_report(telling)[0] for story in invent(World(5, 5, 50)) for telling in tell_story(story)]
    lines.write_text("".join(map(as_line, rows)), "utf-8")
    app.init(address)
    chance = random.Random(1)
    for until in (20, 40):
        before = stored(address)
        process = adding(lines, address, until)
        wait_for_more(process, address, before)
        time.sleep(chance.uniform(0.0, 0.3))
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=60)  # ends once no process holds the pipe any more
        assert process.returncode != 0, "it was done before the signal came"
        assert "Traceback" not in said
        assert before < stored(address) < len(rows)
        with open_store(address) as store:
            assert examine(store, shipped_parts().library, full=True).findings == ()
    process = adding(lines, address, -1)
    assert process.communicate(timeout=120)[1] is not None
    assert process.returncode == 0
    kept = app.build([address], Settings())
    assert msgspec.json.encode(list(kept.dossiers)) == msgspec.json.encode(
        list(app.build([str(lines)], Settings()).dossiers)
    )


def adding(lines: Path, address: str, until: int) -> subprocess.Popen[str]:
    """The command that adds, in a group of its own as a terminal gives it."""
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    return subprocess.Popen(
        [sys.executable, "-c", _COMMAND, str(until), "add", str(lines), "--store", address, "--jobs", "2"],
        env=os.environ | {"PYTHONPATH": path}, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def stored(address: str) -> int:
    """How many reports stand in the store."""
    with open_store(address) as store, store.reading() as connection:
        return report_rows.count_reports(connection)


def wait_for_more(process: subprocess.Popen[str], address: str, before: int) -> None:
    """Wait until more reports stand there than before."""
    deadline = time.monotonic() + 120
    while stored(address) <= before:
        assert process.poll() is None, "it ended by itself"
        assert time.monotonic() < deadline, "nothing was stored"
        time.sleep(0.02)
