"""How much of an invented world's prose is read: figures with the right root, and reports with the right story.

usage: python -m evaluation.simulated [--seed S] [--reports N]

The world's sentences come from a grammar of their own. A figure of the truth is found where its report has one with
that measure, number and place of number; it has the right root where the words for its source are those of the truth
(nobody's, where the truth names nobody).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from evaluation.claims import claims_of
from evaluation.grouping import bcubed
from evaluation.simulator import World, invent
from evaluation.simulator.printing import Placed, as_line, print_report
from evaluation.simulator.relaying import tell_story
from rashomon.adapters.package_data import load_library
from rashomon.grouping import find_copies, group_stories
from rashomon.reading import read_lines
from rashomon.timeframe import merge_same

_REPORTS_A_STORY = 10


def main() -> None:
    """Print the rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reports", type=int, default=200)
    args = parser.parse_args()
    for line in rates(args.seed, args.reports):
        print(line)


def rates(seed: int, reports: int) -> list[str]:
    """The lines printed for a world of so many reports."""
    world = World(seed, max(1, reports // _REPORTS_A_STORY), reports)
    rows: dict[str, dict[str, Any]] = {}
    truth: dict[str, tuple[Placed, ...]] = {}
    story_of: dict[str, str] = {}
    for story in invent(world):
        for telling in tell_story(story):
            rows[telling.id], truth[telling.id] = print_report(telling)
            story_of[telling.id] = story.id
    return [_figures(rows, truth), *_stories(list(rows.values()), story_of)]


def _figures(rows: Mapping[str, Mapping[str, Any]], truth: Mapping[str, tuple[Placed, ...]]) -> str:
    claims = claims_of(rows.values())
    counts: Counter[str] = Counter()
    for report, placed in truth.items():
        found = claims.get(report, {}).get("figures", [])
        for p in placed:
            match = next((f for f in found if _is_same(f, p)), None)
            counts["all"] += 1
            counts["found"] += match is not None
            counts["rooted"] += match is not None and _has_root(match, p)
    every = counts["all"] or 1
    return (
        f"{len(rows)} reports, {counts['all']} figures: found {counts['found'] / every:.3f}, "
        f"found with the right root {counts['rooted'] / every:.3f}"
    )


def _is_same(figure: Mapping[str, Any], placed: Placed) -> bool:
    low, high = (placed.start + at for at in placed.told.number)
    overlaps = figure["number_start"] < high and low < figure["number_end"]
    return bool(
        overlaps
        and figure["field"] == placed.field
        and figure["measure"] == placed.told.statement.measure
        and figure["value"] == placed.told.value
    )


def _has_root(figure: Mapping[str, Any], placed: Placed) -> bool:
    """True where both name nobody, or every word of the truth's name for its source stands in the claim's."""
    root, source = placed.told.root, figure["attribution"]
    if root is None or source is None:
        return root is None and (source is None or placed.field == "title")
    said = set(f"{source['text']} {source.get('origin') or ''}".casefold().split())
    return any(set(name.casefold().removeprefix("the ").split()) <= said for name in (root.called, root.name))


def _stories(rows: Iterable[Mapping[str, Any]], story_of: Mapping[str, str]) -> list[str]:
    library = load_library()
    lines = read_lines("simulated.jsonl", "".join(as_line(dict(r)) for r in rows).encode(), library)
    reports = merge_same(line.report for line in lines if line.report is not None)
    gold = {r.id: story_of[r.given_ids[0]] for r in reports}
    found = group_stories(reports, [], find_copies(reports, library).value, library).value
    precision, recall, f1 = bcubed([s.reports for s in found], gold)
    sets = {frozenset(s.reports) for s in found}
    whole = {frozenset(r for r, s in gold.items() if s == story) for story in set(gold.values())}
    return [
        f"{len(whole)} stories: {len(sets & whole) / len(whole):.3f} grouped exactly; "
        f"B-cubed precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"
    ]


if __name__ == "__main__":
    main()
