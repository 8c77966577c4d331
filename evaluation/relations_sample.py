"""Draws relations of dossiers with a fixed seed, to be read one by one with verdict and reason.

usage: python evaluation/relations_sample.py DOSSIER.json ... [--count 100] [--seed 20261122] > SAMPLE.tsv
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path


def main() -> None:
    """Prints one line a relation: dossier, type, the two claims, the reason, and two empty columns to fill in."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dossiers", type=Path, nargs="+")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=20261122)
    args = parser.parse_args()
    print("dossier", "type", "from", "to", "reason", "verdict", "why", sep="\t")
    for row in draw(args.dossiers, args.count, args.seed):
        print(*row, "", "", sep="\t")


def draw(dossiers: list[Path], count: int, seed: int) -> list[tuple[str, str, str, str, str]]:
    """So many relations of these dossiers, the same for the same dossiers and seed."""
    rows = [
        (path.parent.name, r["type"], r["from"], r["to"], r["reason"])
        for path in dossiers
        for r in json.loads(path.read_text(encoding="utf-8"))["relations"]
    ]
    rows.sort()
    return random.Random(seed).sample(rows, min(count, len(rows)))


if __name__ == "__main__":
    main()
