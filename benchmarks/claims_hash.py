"""One hash of all claims over report files: the same before and after a change that only makes things faster.

usage: python -m benchmarks.claims_hash REPORTS.jsonl [...] [--reports 200] [--each FILE]

`--each` writes one line a report (its id and the hash of its claims), to find where two versions differ.
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

import msgspec

from benchmarks.extract import sample
from rashomon.app import shipped_parts
from rashomon.pipeline import understand_one
from rashomon.reading import read_lines


def hashes(path: Path, reports: int) -> list[tuple[str, str]]:
    """The id and the hash of the claims of each report of a file's sample."""
    parts = shipped_parts()
    found = []
    for line in read_lines(path.name, sample(path, reports), parts.library):
        if line.report is not None:
            outcome = understand_one(line.report, parts.parser, parts.library)
            encoded = msgspec.json.encode((line.report, outcome.value, outcome.issues))
            found.append((line.given_id or line.report.id, hashlib.sha256(encoded).hexdigest()[:16]))
    return found


def main() -> None:
    """Print the hash of all files together."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("paths", nargs="+", type=Path)
    arguments.add_argument("--reports", type=int, default=200)
    arguments.add_argument("--each", type=Path)
    given = arguments.parse_args()
    rows = [f"{path.name} {name} {value}" for path in given.paths for name, value in hashes(path, given.reports)]
    if given.each:
        given.each.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(len(rows), hashlib.sha256("\n".join(rows).encode()).hexdigest())


if __name__ == "__main__":
    main()
