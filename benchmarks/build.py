"""Whole-process time and memory of `--help`, the first claims of `extract`, and `build`: medians after one warm-up.

usage: python -m benchmarks.build [SOURCE ...]     (default: the shipped example)

CPU seconds tell more than wall seconds on a machine that others use.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

RUNS = 5
ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Spent:
    """Seconds of wall and CPU time and peak resident megabytes of one process."""

    wall: float
    cpu: float
    megabytes: float


def measure(command: list[str], *, to_first_line: bool = False) -> Spent:
    """What one run spent, whole or until its first line (it is ended then); exits where the command fails."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        if to_first_line:
            wall = time.perf_counter() - began
            process.kill()
        else:
            process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if not to_first_line:
            wall = time.perf_counter() - began
    if (process.returncode and not to_first_line) or (to_first_line and not line):
        sys.exit(f"{' '.join(command)} failed with status {process.returncode}")
    return Spent(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def row(name: str, command: list[str], *, to_first_line: bool = False) -> None:
    """Print one line of the table."""
    measure(command, to_first_line=to_first_line)
    runs = [measure(command, to_first_line=to_first_line) for _ in range(RUNS)]
    wall, cpu = (statistics.median(getattr(run, part) for run in runs) for part in ("wall", "cpu"))
    print(f"{name:<40}{wall:>8.2f}{cpu:>8.2f}{max(run.megabytes for run in runs):>8.0f}", flush=True)


def main() -> None:
    """Print the table."""
    rashomon = str(Path(sys.executable).parent / "rashomon")
    sources = sys.argv[1:] or [str(ROOT / "examples" / "aleppo-2024" / "reports")]
    print(f"median of {RUNS} whole processes after one warm-up; memory is the peak of all")
    print(f"{'':<40}{'wall s':>8}{'CPU s':>8}{'MB':>8}")
    row("rashomon --help", [rashomon, "--help"])
    reports = str(ROOT / "tests" / "fixtures" / "reports.jsonl")
    row("rashomon extract, its first claims", [rashomon, "extract", reports], to_first_line=True)
    for source in sources:
        with tempfile.TemporaryDirectory() as out:
            row(f"rashomon build {Path(source).name}", [rashomon, "build", source, "--story", "one", "--out", out])


if __name__ == "__main__":
    main()
