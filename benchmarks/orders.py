"""The same copies, stories and answers of an invented world, in whatever order and whoever sketches its reports.

usage: python -m benchmarks.orders [--reports 20000] [--seed 1] [--pool 2] [--worlds FOLDER]

Reports are handed over by publication and sketched here, then shuffled and without sketches, then shuffled otherwise
and sketched by a pool of processes. A line each: CPU seconds of this process, stories, and a hash of every copy group,
story and reconciled answer. Exits with 1 where two hashes differ.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import msgspec

from benchmarks.group import REPORTS_A_STORY, answers
from benchmarks.kept_world import KeptWorld, kept_world
from rashomon.adapters.kept_sketches import KeptSketches
from rashomon.adapters.process_pool import ProcessPool
from rashomon.app.engines import SKETCH, sketch_here
from rashomon.app.parts import shipped_parts
from rashomon.grouping import SketchOf, find_copies, group_stories
from rashomon.model.report import Report


def compare(world: KeptWorld, pool: int) -> Iterator[tuple[str, float, int, str]]:
    """What each way is called, its CPU seconds, stories and hash."""
    ordered = list(world)
    yield "by publication, sketched here", *_grouped(world, ordered, _kept(ordered, map(sketch_here, ordered)))
    yield "shuffled, without sketches", *_grouped(world, random.Random(1).sample(ordered, len(ordered)), None)
    other = random.Random(2).sample(ordered, len(ordered))
    with closing(ProcessPool(pool)) as engine:
        sketch = _kept(other, engine.map(SKETCH, other))
    yield f"shuffled, sketched by a pool of {pool}", *_grouped(world, other, sketch)


def _kept(reports: Sequence[Report], packed: Iterator[bytes]) -> KeptSketches:
    return KeptSketches(zip((r.id for r in reports), packed, strict=True))


def _grouped(world: KeptWorld, reports: Sequence[Report], sketch: SketchOf | None) -> tuple[float, int, str]:
    library, began = shipped_parts().library, time.process_time()
    copies = find_copies(reports, library, sketch=sketch).value
    stories = group_stories(reports, (), copies, library, sketch=sketch).value
    encode = msgspec.json.Encoder().encode
    digest = hashlib.sha256(encode(copies) + encode(stories))
    for answer in answers(world, copies, stories, library):
        digest.update(encode(answer))
    return time.process_time() - began, len(stories), digest.hexdigest()


def main() -> None:
    """Print a line for each way; exit with 1 where bytes differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pool", type=int, default=2)
    parser.add_argument("--worlds", type=Path, help="a folder in which invented worlds are kept")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as emptied:
        stories = max(1, args.reports // REPORTS_A_STORY)
        world = kept_world(args.worlds or Path(emptied), args.reports, stories, args.seed, shipped_parts().library)
        hashes = set()
        print(f"{len(world)} reports")
        for name, seconds, found, digest in compare(world, args.pool):
            print(f"{name:40}{seconds:8.1f} s{found:8} stories  {digest[:32]}", flush=True)
            hashes.add(digest)
    print("the same bytes" if len(hashes) == 1 else "OTHER BYTES")
    sys.exit(len(hashes) != 1)


if __name__ == "__main__":
    main()
