"""Time and memory of grouping and reconciling, and how they grow: invented worlds of rising size, one process each.

usage: python -m benchmarks.group [--sizes 1000,10000,100000] [--seed 1] [--worlds FOLDER]

Reports and their claims come from the simulator, ten reports a story and two stories a day, so that no extraction is
paid and a larger world is a longer one. They lie on disk, as do the sketches by which they are compared: in memory is
what grouping itself keeps. Measured are CPU seconds of sketching the reports, finding copies, grouping stories, and
merging events and reconciling figures of every story; inventing is not counted. With --worlds a world that is there
is not invented again. Peak memory is the process's. The exponents e, of grouping (sketches, copies and stories), of
reconciling and of all, are those of t = c * n^e between the first size and the last.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.kept_world import KeptWorld
    from rashomon.knowledge.library import Library
    from rashomon.model.grouping import CopyGroup, Story
    from rashomon.model.material import Reconciled

REPORTS_A_STORY = 10


def child(reports: int, seed: int, worlds: Path) -> dict[str, float]:
    """One world in this process: CPU seconds of each part, stories found, and peak megabytes."""
    from benchmarks.kept_world import kept_world
    from rashomon.adapters.kept_sketches import KeptSketches
    from rashomon.adapters.package_data import load_library
    from rashomon.grouping import find_copies, group_stories, pack_sketch, sketch_of, words_of

    library = load_library()
    world = kept_world(worlds, reports, max(1, reports // REPORTS_A_STORY), seed, library)
    times = [time.process_time()]
    sketch = KeptSketches((r.id, pack_sketch(sketch_of(r, words_of(r), library))) for r in world)
    times.append(time.process_time())
    copies = find_copies(world, library, sketch=sketch).value
    times.append(time.process_time())
    stories = group_stories(world, (), copies, library, sketch=sketch).value
    times.append(time.process_time())
    for _ in answers(world, copies, stories, library):
        pass
    times.append(time.process_time())
    sketches, copy, group_, reconcile = (b - a for a, b in pairwise(times))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sizes = Counter(len(s.reports) for s in stories)
    return {
        "reports": len(world),
        "stories": len(stories),
        "largest": max(sizes),
        "sketch": sketches,
        "copies": copy,
        "group": group_,
        "reconcile": reconcile,
        "peak": peak,
    }


def answers(
    world: KeptWorld, copies: Sequence[CopyGroup], stories: Sequence[Story], library: Library
) -> Iterator[Reconciled]:
    """What each story's figures come to, one story after the other."""
    from rashomon.grouping import merge_events
    from rashomon.model.material import Material
    from rashomon.reconciliation import reconcile_figures

    group_of = {report: n for n, group in enumerate(copies) for report in group.reports}
    for story in stories:
        inside, claims = zip(*map(world.of, story.reports), strict=True)
        within = tuple(copies[n] for n in sorted({group_of[r] for r in story.reports}))
        material = Material(story=story, reports=inside, claims=claims, copies=within, as_of=None)
        yield reconcile_figures(material, merge_events(material).value, "recommended", library).value


def table(sizes: Sequence[int], seed: int, worlds: Path) -> None:
    """Print a line for each size, and the exponent."""
    names = ("reports", "stories", "largest", "sketch s", "copies s", "group s", "reconcile s", "all s", "MB")
    print("".join(f"{name:>{width}}" for name, width in zip(names, (8, 9, 9, 10, 10, 9, 13, 8, 7), strict=True)))
    spent: list[tuple[float, float, float]] = []
    for size in sizes:
        command = [
            sys.executable,
            "-m",
            "benchmarks.group",
            "--part",
            str(size),
            "--seed",
            str(seed),
            "--worlds",
            str(worlds),
        ]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
        f = json.loads(done.stdout)
        grouping = f["sketch"] + f["copies"] + f["group"]
        spent.append((grouping, f["reconcile"], grouping + f["reconcile"]))
        print(
            f"{f['reports']:>8}{f['stories']:>9}{f['largest']:>9}{f['sketch']:>10.1f}{f['copies']:>10.1f}{f['group']:>9.1f}"
            f"{f['reconcile']:>13.1f}{spent[-1][2]:>8.1f}{f['peak']:>7.0f}",
            flush=True,
        )
    if len(sizes) > 1:
        longer = math.log(sizes[-1] / sizes[0])
        grouped, reconciled, both = (math.log(b / a) / longer for a, b in zip(spent[0], spent[-1], strict=True))
        print(f"exponents from {sizes[0]} to {sizes[-1]} reports")
        print(f"grouping {grouped:.2f}, reconciling {reconciled:.2f}, all {both:.2f}")


def main() -> None:
    """Print the table, or the figures of one size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worlds", type=Path, help="a folder in which invented worlds are kept")
    parser.add_argument("--part", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as emptied:
        worlds = args.worlds or Path(emptied)
        if args.part is None:
            table([int(size) for size in args.sizes.split(",")], args.seed, worlds)
        else:
            print(json.dumps(child(args.part, args.seed, worlds)))


if __name__ == "__main__":
    main()
