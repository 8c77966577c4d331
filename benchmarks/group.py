"""Time and memory of grouping and reconciling, and how they grow: invented worlds of rising size, one process each.

usage: python -m benchmarks.group [--sizes 2500,5000,10000,20000] [--seed 1]

Reports and their claims come from the simulator, ten reports a story and two stories a day, so that no extraction is
paid and a larger world is a longer one. Measured are CPU seconds of finding copies, grouping stories, and merging
events and reconciling figures of every story; inventing is not counted. Peak memory is the process's, the reports and
claims included. The exponent e is that of t = c * n^e between the first size and the last.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

REPORTS_A_STORY = 10


def child(reports: int, seed: int) -> dict[str, float]:
    """One world in this process: CPU seconds of each part, stories found, and peak megabytes."""
    from evaluation.simulator import World, invent
    from evaluation.simulator.claims import invent_reports

    from rashomon.adapters.package_data import load_library
    from rashomon.grouping import find_copies, group_stories, merge_events
    from rashomon.model.material import Material
    from rashomon.reconciliation import reconcile_figures
    from rashomon.timeframe import select_live

    library = load_library()
    world = World(seed, max(1, reports // REPORTS_A_STORY), reports)
    made = {m.report.id: (m.report, m.claims) for s in invent(world) for m in invent_reports(s, library)}
    live = select_live([r for r, _ in made.values()], None).live
    claims = tuple(made[r.id][1] for r in live)
    times = [time.process_time()]
    copies = find_copies(live, library).value
    times.append(time.process_time())
    stories = group_stories(live, claims, copies, library).value
    times.append(time.process_time())
    story_of = {r: s.id for s in stories for r in s.reports}
    copies_of: dict[str, list[int]] = {s.id: [] for s in stories}
    for n, group in enumerate(copies):
        for within in dict.fromkeys(story_of[r] for r in group.reports):
            copies_of[within].append(n)
    for story in stories:
        inside = sorted(story.reports, key=lambda r: (made[r][0].published is None, r))
        material = Material(
            story=story,
            reports=tuple(made[r][0] for r in inside),
            claims=tuple(made[r][1] for r in inside),
            copies=tuple(copies[n] for n in copies_of[story.id]),
            as_of=None,
        )
        reconcile_figures(material, merge_events(material).value, "recommended", library)
    times.append(time.process_time())
    copy, group_, reconcile = (b - a for a, b in pairwise(times))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sizes = Counter(len(s.reports) for s in stories)
    return {
        "reports": len(live),
        "stories": len(stories),
        "largest": max(sizes),
        "copies": copy,
        "group": group_,
        "reconcile": reconcile,
        "peak": peak,
    }


def table(sizes: Sequence[int], seed: int) -> None:
    """Print a line for each size, and the exponent."""
    names = ("reports", "stories", "largest", "copies s", "group s", "reconcile s", "all s", "MB")
    print("".join(f"{name:>{width}}" for name, width in zip(names, (8, 9, 9, 10, 9, 13, 8, 7), strict=True)))
    totals: list[float] = []
    for size in sizes:
        command = [sys.executable, "-m", "benchmarks.group", "--part", str(size), "--seed", str(seed)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
        f = json.loads(done.stdout)
        totals.append(f["copies"] + f["group"] + f["reconcile"])
        print(
            f"{f['reports']:>8}{f['stories']:>9}{f['largest']:>9}{f['copies']:>10.1f}{f['group']:>9.1f}"
            f"{f['reconcile']:>13.1f}{totals[-1]:>8.1f}{f['peak']:>7.0f}",
            flush=True,
        )
    if len(sizes) > 1:
        exponent = math.log(totals[-1] / totals[0]) / math.log(sizes[-1] / sizes[0])
        print(f"exponent from {sizes[0]} to {sizes[-1]} reports: {exponent:.2f}")


def main() -> None:
    """Print the table, or the figures of one size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="2500,5000,10000,20000")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.part is None:
        table([int(size) for size in args.sizes.split(",")], args.seed)
    else:
        print(json.dumps(child(args.part, args.seed)))


if __name__ == "__main__":
    main()
