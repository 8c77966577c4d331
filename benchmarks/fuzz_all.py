"""Everything that reads what others wrote, fed with what nobody should write, for so many seconds each.

usage: python -m benchmarks.fuzz_all [--seconds 60] [--seed 1] [--part PART ...]  (exits 1 and prints faults)

The parts: reports (mutated reports through extraction), readers, parquet, grammar, archives, stores, api. A try is made
of its seed, its part and its number alone, so that one that failed can be made again.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from benchmarks import fuzz
from benchmarks.fuzz_api import api
from benchmarks.fuzz_bytes import Try, grammar, readers
from benchmarks.fuzz_parquet import parquet
from benchmarks.fuzz_stores import archives, stores
from rashomon.app import shipped_parts


@contextmanager
def reports() -> Iterator[Try]:
    """Extracting mutated reports."""
    parts = shipped_parts()

    def attempt(chance: random.Random) -> str | None:
        (line,) = fuzz.lines(list(fuzz.TEXTS), 1, chance.randrange(1 << 30))
        return fuzz.fault_of(line, parts)

    yield attempt


PARTS: dict[str, Callable[[], AbstractContextManager[Try]]] = {
    "reports": reports,
    "readers": readers,
    "parquet": parquet,
    "grammar": grammar,
    "archives": archives,
    "stores": stores,
    "api": api,
}


def run(part: str, seed: int, *, seconds: float, most: int = 1 << 60) -> tuple[int, list[str]]:
    """Tries of a part until the seconds are over or so many were made: their number, and what went wrong."""
    faults: list[str] = []
    until, number = time.monotonic() + seconds, 0
    with PARTS[part]() as attempt:
        while number < most and time.monotonic() < until:
            try:
                fault = attempt(random.Random(f"{seed} {part} {number}"))
            except Exception:  # noqa: BLE001 - any exception is what is looked for
                fault = traceback.format_exc()
            if fault is not None:
                faults.append(f"{part} {number}: {fault}")
            number += 1
    return number, faults


def main() -> None:
    """Run the parts and print a line for each."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--part", action="append", choices=list(PARTS))
    arguments.add_argument("--seconds", type=float, default=60.0)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    failed = False
    for part in given.part or PARTS:
        number, faults = run(part, given.seed, seconds=given.seconds)
        print(f"{part}: {number} tries, {len(faults)} faults", flush=True)
        for fault in faults[:3]:
            print(fault, file=sys.stderr)
        failed = failed or bool(faults)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
