"""Time and memory of grouping and reconciling, and how they grow: invented worlds of rising size, one process each.

usage: python -m benchmarks.group [--sizes 1000,10000,100000] [--seed 1] [--worlds FOLDER]

Reports and their claims come from the simulator, ten reports a story and two stories a day, so that no extraction is
paid and a larger world is a longer one. They lie on disk, as do the sketches by which they are compared: in memory is
what grouping itself keeps. Measured are CPU seconds of sketching the reports, finding copies, grouping stories, and
merging events and reconciling figures of every story; inventing is not counted. With --worlds a world that is there
is not invented again. Peak memory is the process's. The yardstick (`benchmarks.growth`) is taken after each second of
CPU, which it does not count to: it tells what others on the machine cost. The exponents e, of grouping (sketches,
copies and stories), of reconciling and of all, are those of t = c * n^e between the first size and the last, and the
same where each part's CPU is divided by the yardstick of its time.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import signal
import subprocess
import sys
import tempfile
import time
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from benchmarks.growth import Yardstick
    from benchmarks.kept_world import KeptWorld
    from rashomon.knowledge.library import Library
    from rashomon.model.grouping import CopyGroup, Story
    from rashomon.model.material import Reconciled

REPORTS_A_STORY = 10
#: CPU seconds between two looks at the yardstick.
_EVERY = 1.0


#: The parts that are measured, in this order.
PARTS = ("sketch", "copies", "group", "reconcile")


class Clock:
    """CPU seconds of parts, each with the mean yardstick of its time, which is taken again and again meanwhile."""

    def __init__(self, yardstick: Yardstick) -> None:
        self._yardstick, self._taken = yardstick, array("d")
        self._began = time.process_time()
        signal.signal(signal.SIGPROF, self._take)
        signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)

    def _take(self, *_: object) -> None:
        began = time.process_time()
        self._taken.append(self._yardstick.take())
        self._began += time.process_time() - began

    def lap(self) -> tuple[float, float]:
        """The seconds since this was asked last, and the mean yardstick."""
        spent = time.process_time() - self._began
        self._take()
        mean = sum(self._taken) / len(self._taken)
        self._began, self._taken = time.process_time(), array("d")
        return spent, mean

    def stop(self) -> None:
        """Take no yardstick any more."""
        signal.setitimer(signal.ITIMER_PROF, 0)


def child(reports: int, seed: int, worlds: Path) -> dict[str, Any]:
    """One world in this process: CPU seconds of each part with its yardstick, stories found, and peak megabytes."""
    from benchmarks.growth import Yardstick
    from benchmarks.kept_world import kept_world
    from rashomon.adapters.kept_sketches import KeptSketches
    from rashomon.adapters.package_data import load_library
    from rashomon.grouping import find_copies, group_stories, pack_sketch, sketch_of, words_of

    library = load_library()
    world = kept_world(worlds, reports, max(1, reports // REPORTS_A_STORY), seed, library)
    clock = Clock(Yardstick(library, seed))
    sketch = KeptSketches((r.id, pack_sketch(sketch_of(r, words_of(r), library))) for r in world)
    laps = [clock.lap()]
    copies = find_copies(world, library, sketch=sketch).value
    laps.append(clock.lap())
    stories = group_stories(world, (), copies, library, sketch=sketch).value
    laps.append(clock.lap())
    for _ in answers(world, copies, stories, library):
        pass
    laps.append(clock.lap())
    clock.stop()
    return {
        "reports": len(world),
        "stories": len(stories),
        "largest": max(len(s.reports) for s in stories),
        "parts": dict(zip(PARTS, laps, strict=True)),
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
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
    """Print a line for each size, and the exponents."""
    heads = ("reports", "stories", "largest", *(f"{part} s" for part in PARTS), "all s", "yardstick ms", "MB")
    widths = (9, 9, 9, 10, 10, 9, 13, 9, 14, 7)
    print("".join(f"{head:>{width}}" for head, width in zip(heads, widths, strict=True)))
    spent: list[tuple[float, ...]] = []
    for size in sizes:
        asked = ["--part", str(size), "--seed", str(seed), "--worlds", str(worlds)]
        command = [sys.executable, "-m", "benchmarks.group", *asked]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
        f = json.loads(done.stdout)
        seconds = [cpu for cpu, _ in f["parts"].values()]
        in_yardsticks = [cpu / yardstick for cpu, yardstick in f["parts"].values()]
        spent.append((*_grouped_and_not(seconds), *_grouped_and_not(in_yardsticks)))
        row = (f["reports"], f["stories"], f["largest"], *(f"{cpu:.1f}" for cpu in (*seconds, sum(seconds))))
        told = (*row, f"{1_000 * sum(seconds) / sum(in_yardsticks):.1f}", f"{f['peak']:.0f}")
        print("".join(f"{value:>{width}}" for value, width in zip(told, widths, strict=True)), flush=True)
    if len(sizes) > 1:
        longer = math.log(sizes[-1] / sizes[0])
        grew = [f"{math.log(last / first) / longer:.2f}" for first, last in zip(spent[0], spent[-1], strict=True)]
        print(f"exponents from {sizes[0]} to {sizes[-1]} reports")
        for by, (grouped, reconciled, every) in (("CPU", grew[:3]), ("yardstick", grew[3:])):
            print(f"by {by}: grouping {grouped}, reconciling {reconciled}, all {every}")


def _grouped_and_not(costs: Sequence[float]) -> tuple[float, float, float]:
    """What grouping costs, what reconciling does, and all."""
    return sum(costs[:-1]), costs[-1], sum(costs)


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
