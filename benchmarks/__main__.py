"""Run the benchmarks and write docs/reference/benchmarks.md.

usage: python -m benchmarks --date YYYY-MM-DD --machine "two shared cores" [--shared PATH] [sizes, see below]

With --shared the texts of PATH/data and PATH/seeds are measured too. The sizes: --reports of the tables of extraction
and peers, --steady of extraction in one process, --worlds of grouping, --project of the store, --largest of one story
that grows, --team of the reports that a team adds to PostgreSQL, --cluster of those that every engine builds, --page of
the workspace's largest story, --stories of its list (0 leaves a table out). --peers is the interpreter of an
environment with the extra `bench`; the engines are left out where PySpark or Java is missing (`make cluster` installs
PySpark). Each table is printed when it is measured; the page is written when all are.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.spark_cluster import can_start

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "benchmarks.md"


def table(title: str, module: str, *arguments: str) -> str:
    """One section of the page: the command and what it printed; exits where it fails."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{module} failed:\n{done.stderr}")
    shown = " ".join(Path(a).name if a.startswith("/") else a for a in arguments)
    return f"## {title}\n\n    python -m {module} {shown}".rstrip() + f"\n\n```\n{shown_of(done.stdout)}\n```\n"


def shown_of(printed: str) -> str:
    """What was printed, without empty lines around it; the first line, a table's head, keeps its columns."""
    return "\n".join(line.rstrip() for line in printed.strip("\n").splitlines())


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    """What the command line, or these words in its place, says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--date", required=True)
    parser.add_argument("--machine", required=True)
    parser.add_argument("--shared")
    parser.add_argument("--peers", default=sys.executable)
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--steady", type=int, default=5_000)
    parser.add_argument("--worlds", default="2500,5000,10000,20000")
    parser.add_argument("--project", type=int, default=20_000)
    parser.add_argument("--largest", default="200,400,800")
    parser.add_argument("--team", type=int, default=1_000)
    parser.add_argument("--cluster", type=int, default=2_000)
    parser.add_argument("--page", type=int, default=500)
    parser.add_argument("--stories", type=int, default=5_000)
    return parser.parse_args(given)


def tables(given: argparse.Namespace) -> Iterator[str]:
    """Each section of the page."""
    example = str(ROOT / "examples" / "aleppo-2024" / "reports")
    shared = Path(given.shared).resolve() if given.shared else None
    yield table("Whole processes", "benchmarks.build", *([str(shared / "seeds")] if shared else []), example)
    if shared and given.reports:
        count = str(given.reports)
        texts, stories = (str(shared / "data" / name) for name in ("fa-kes.jsonl", "ecb-plus.jsonl"))
        yield table("Extraction beside spaCy's pipeline", "benchmarks.extract", texts, "--reports", count)
        peers = ("--reports", count, "--python", given.peers)
        yield table("Copies, stories and reading beside others' tools", "benchmarks.peers", stories, *peers)
    if given.steady:
        yield table("Extraction that goes on", "benchmarks.steady", "--reports", str(given.steady))
    yield table("Grouping and reconciling invented worlds", "benchmarks.group", "--sizes", given.worlds)
    if given.project:
        filled = ("--reports", str(given.project), "--store", "sqlite")
        yield table("A project that grows", "benchmarks.scale", *filled)
    if given.largest != "0":
        yield table("One more report into a large story", "benchmarks.large_story", "--sizes", given.largest)
    if given.team:
        yield table("A team on one PostgreSQL database", "benchmarks.team", "--reports", str(given.team))
    if given.cluster and can_start():
        yield table("The same bytes from every engine", "benchmarks.cluster", "--reports", str(given.cluster))
    if given.page and given.stories:
        sizes = ("--reports", str(given.page), "--stories", str(given.stories))
        yield table("The workspace", "benchmarks.web", *sizes)


def main() -> None:
    """Run every table and write the page."""
    given = arguments()
    parts, loads = [], [os.getloadavg()[0]]
    for part in tables(given):
        print(part, flush=True)
        parts.append(part)
        loads.append(os.getloadavg()[0])
    busy = f"{min(loads):.0f} to {max(loads):.0f} processes, this one among them"
    head = (
        f"Measured on {given.date} on {given.machine}, while {busy}, wanted them; written by `make bench`.\n"
        "Wall seconds tell of that, CPU seconds of the program. Compare inside a table only. How accurate the program\n"
        "is that ran: [accuracy](accuracy.md). A growing project, kills: [hard use](hard-use.md).\n"
    )
    PAGE.write_text("\n".join(["# Benchmarks\n", head, *parts]), "utf-8")


if __name__ == "__main__":
    main()
