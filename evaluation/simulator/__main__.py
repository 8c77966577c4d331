"""Write an invented world: reports as JSON Lines, and what is true of them.

usage: python -m evaluation.simulator --stories N --reports N --seed S --out FILE [--truth FILE] [--claims]

FILE gets one report a line. --truth gets one line a story (what happened, which root said what and when), then one line
for each of its reports (whose copy it is, which statement stands behind each figure). With --claims each line of FILE
is `{"report": ..., "claims": ...}` in the project's own records, as a flawless extraction would give them.
"""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from pathlib import Path

import msgspec

from evaluation.simulator import World, invent
from evaluation.simulator.claims import invent_reports
from evaluation.simulator.printing import as_line, print_report, truth_of_report, truth_of_story
from evaluation.simulator.relaying import tell_story
from rashomon.adapters.package_data import load_library


def main() -> None:
    """Write the files story by story, so that no size needs more memory than its largest story."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, required=True)
    parser.add_argument("--reports", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--truth", type=Path)
    parser.add_argument("--claims", action="store_true")
    args = parser.parse_args()
    world = World(args.seed, args.stories, args.reports)
    with ExitStack() as files:
        out = files.enter_context(args.out.open("w", encoding="utf-8"))
        truth = files.enter_context(args.truth.open("w", encoding="utf-8")) if args.truth else None
        library = load_library()
        for story in invent(world):
            if truth:
                truth.write(as_line(truth_of_story(story)))
            if args.claims:
                for made in invent_reports(story, library):
                    record = {"report": made.report, "claims": made.claims}
                    out.write(msgspec.json.encode(record).decode() + "\n")
            for telling in tell_story(story):
                row, placed = print_report(telling)
                if not args.claims:
                    out.write(as_line(row))
                if truth:
                    truth.write(as_line(truth_of_report(story, telling, placed)))


if __name__ == "__main__":
    main()
