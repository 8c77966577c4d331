"""Whole-process time and peak memory of `build` and `--help`: the median of five runs after one warm-up.

usage: python -m benchmarks.build [SOURCE ...]     (default: the shipped example)
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

RUNS = 5
ROOT = Path(__file__).resolve().parent.parent


def measure(command: list[str]) -> tuple[float, float]:
    """Seconds of wall time and peak resident megabytes of one run; exits where the command fails."""
    began = time.perf_counter()
    process = os.fork()
    if process == 0:
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        os.execv(command[0], command)
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - began
    if status:
        sys.exit(f"{' '.join(command)} failed with status {os.waitstatus_to_exitcode(status)}")
    return seconds, usage.ru_maxrss / 1024


def row(name: str, command: list[str]) -> None:
    """Print one line of the table."""
    measure(command)
    runs = [measure(command) for _ in range(RUNS)]
    seconds = statistics.median(s for s, _ in runs)
    megabytes = max(m for _, m in runs)
    print(f"{name:<44} {seconds:6.2f} s   {megabytes:6.0f} MB")


def main() -> None:
    """Print the table."""
    rashomon = str(Path(sys.executable).parent / "rashomon")
    sources = sys.argv[1:] or [str(ROOT / "examples" / "aleppo-2024" / "reports")]
    print(f"median of {RUNS} whole processes after one warm-up; memory is the peak of all")
    row("rashomon --help", [rashomon, "--help"])
    for source in sources:
        with tempfile.TemporaryDirectory() as out:
            row(f"rashomon build {Path(source).name}", [rashomon, "build", source, "--story", "one", "--out", out])


if __name__ == "__main__":
    main()
