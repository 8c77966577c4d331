"""Extraction that goes on and on in one process: whether a report's time and the memory stay what they are.

usage: python -m benchmarks.steady [--reports 5000] [--seed 1]

The reports are invented, ten a story. A line is printed at each tenth of them: CPU milliseconds of a report since the
line before, beside it how many words they have on average, and the process's peak memory. Inventing is not counted. The
exponent e is that of t = c * n^e between the first tenth and all.
"""

from __future__ import annotations

import argparse
import math
import resource
import time
from collections.abc import Iterator
from itertools import islice

from benchmarks.invented import Invention
from rashomon.app.parts import shipped_parts
from rashomon.understanding import understood_one

_LINES = 10


def main() -> None:
    """Print a line at each tenth, and the exponent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for line in measure(given.reports, given.seed):
        print(line, flush=True)


def measure(reports: int, seed: int) -> Iterator[str]:
    """A line at each tenth of so many reports, then the exponent."""
    parts, invention = shipped_parts(), Invention(reports, seed)
    parts.parser.parse("Ready.")
    coming = islice(invention.reports(), reports)
    yield f"{'reports':>8}{'words':>8}{'CPU ms':>9}{'peak MB':>9}"
    done, all_s, first_s = 0, 0.0, 0.0
    for tenth in range(_LINES):
        some = list(islice(coming, reports * (tenth + 1) // _LINES - done))
        invention.forget(some)
        began = time.process_time()
        for report in some:
            understood_one(report, parts.parser, parts.library)
        took = time.process_time() - began
        done, all_s = done + len(some), all_s + took
        first_s = first_s or took
        words = sum(len(r.text.split()) for r in some) / max(1, len(some))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        yield f"{done:>8}{words:>8.0f}{1_000 * took / max(1, len(some)):>9.1f}{peak:>9.0f}"
    yield f"exponent from {done // _LINES} to {done} reports: {math.log(all_s / first_s) / math.log(_LINES):.2f}"


if __name__ == "__main__":
    main()
