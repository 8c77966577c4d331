"""Prints, for the largest groups of reports with one date and place, the story that each report was put into.

usage: python -m evaluation.story_groups SET.jsonl [--groups N]

A line of SET is a report with `id`, `published`, `place`, `outlet` and `text`. A date and place is no story: the lines
are there to be judged by eye.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

from evaluation.claims import Row, read_rows
from rashomon import app


def largest_groups(rows: list[Row], count: int) -> list[tuple[tuple[str, str], list[Row]]]:
    """The largest groups of one date and place, the earlier of equals first."""
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        groups[str(row.get("published")), str(row.get("place"))].append(row)
    return sorted(groups.items(), key=lambda g: (-len(g[1]), g[0]))[:count]


def main() -> None:
    """Print the groups."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--groups", type=int, default=10)
    given = parser.parse_args()
    found = {row["id"]: row for row in map(json.loads, app.group(str(given.reports)))}
    for (day, place), rows in largest_groups(list(read_rows(given.reports)), given.groups):
        stories = list(dict.fromkeys(found[r["id"]]["story"] for r in rows))
        print(f"{day} {place}: {len(rows)} reports in {len(stories)} stories")
        for row in sorted(rows, key=lambda r: stories.index(found[r["id"]]["story"])):
            story = stories.index(found[row["id"]]["story"]) + 1
            print(f"  {story}  {row['id']}  {row.get('outlet')}  {(row.get('title') or '')[:70]}")


if __name__ == "__main__":
    main()
