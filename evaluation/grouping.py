"""How well stories are found: B-cubed over reports whose stories are known, with the shipped setting.

usage: python evaluation/grouping.py SET.jsonl [SET.jsonl ...] [--worst N]

A line is a report with `story`, or a story with its `reports`. Printed: reports, stories, B-cubed precision, recall
and F1,
seconds; with --worst, the stories that lose most.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from rashomon.adapters.package_data import load_library
from rashomon.grouping import find_copies, group_stories
from rashomon.knowledge.library import Library
from rashomon.model.report import Report
from rashomon.reading import read_lines
from rashomon.timeframe import merge_same


def main() -> None:
    """Prints the measures of each set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--worst", type=int, default=0)
    args = parser.parse_args()
    library = load_library()
    for path in args.sets:
        reports, gold = read_set(path, library)
        start = time.perf_counter()
        copies = find_copies(reports, library).value
        found = group_stories(reports, [], copies, library).value
        seconds = time.perf_counter() - start
        precision, recall, f1 = bcubed([s.reports for s in found], gold)
        print(f"{path.name}: {len(reports)} reports, {len(set(gold.values()))} stories, {len(found)} found")
        print(f"  B-cubed precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  ({seconds:.1f} s)")
        crossing = [c for c in copies if len({gold[r] for r in c.reports}) > 1]
        print(
            f"  copy groups of two reports or more {sum(len(c.reports) > 1 for c in copies)}, across "
            f"stories {len(crossing)}"
        )
        for line in _worst([s.reports for s in found], gold, {r.id: r for r in reports}, args.worst):
            print("  " + line)


def read_set(path: Path, library: Library) -> tuple[list[Report], dict[str, str]]:
    """The reports of a set as the program reads them, and the story of each."""
    rows = list(_rows(path))
    content = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()
    lines = read_lines(path.name, content, library)
    reports = list(merge_same(line.report for line in lines if line.report is not None))
    stories = {str(row["id"]): str(row["story"]) for row in rows}
    return reports, {r.id: stories[r.given_ids[0]] for r in reports}


def _rows(path: Path) -> Iterable[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for report in row.get("reports", [row]):
            yield {**report, "story": row["story"]}


def bcubed(found: Iterable[Sequence[str]], gold: Mapping[str, str]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 of a grouping of all reports of `gold`."""
    sizes = Counter(gold.values())
    precision = recall = 0.0
    for cluster in found:
        for story, count in Counter(gold[r] for r in cluster).items():
            precision += count * count / len(cluster)
            recall += count * count / sizes[story]
    precision, recall = precision / len(gold), recall / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _worst(
    found: Sequence[Sequence[str]], gold: Mapping[str, str], reports: Mapping[str, Report], count: int
) -> list[str]:
    """The clusters that join most stories, then the stories that fall into most clusters, with headlines."""
    joined = sorted(found, key=lambda c: (-len({gold[r] for r in c}), c))[:count]
    cut = Counter(
        {
            story: len({i for i, c in enumerate(found) if any(gold[r] == story for r in c)})
            for story in set(gold.values())
        }
    )
    lines = [f"joins {len({gold[r] for r in c})} stories: {[_title(reports[r]) for r in c[:6]]}" for c in joined]
    for story, pieces in sorted(cut.items(), key=lambda s: (-s[1], s[0]))[:count]:
        titles = [_title(reports[r]) for r in gold if gold[r] == story][:6]
        lines.append(f"story {story} in {pieces} pieces: {titles}")
    return lines


def _title(report: Report) -> str:
    return (report.title or report.text)[:70]


if __name__ == "__main__":
    main()
