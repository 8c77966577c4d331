"""The copies that stand in a corpus by themselves: which reports carry one text, listed by what identifies them.

usage: python -m evaluation.natural_copies REPORTS.jsonl [--out LIST.md]

REPORTS hold lines with `text`, or stories with `reports`. The list names outlets and ids and counts what was altered;
it quotes no text and no address, since addresses of local news carry the names of victims.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.claims import INPUT, Row, read_rows
from rashomon.adapters.package_data import load_library
from rashomon.grouping import find_copies
from rashomon.model.grouping import CopyGroup
from rashomon.model.report import Report
from rashomon.reading import read_lines
from rashomon.timeframe import merge_same


def natural_copies(rows: Sequence[Row]) -> tuple[dict[str, Report], list[CopyGroup]]:
    """The reports by id, and the groups of two or more that carry one text, in order of publication."""
    lines = [json.dumps({k: r[k] for k in INPUT if r.get(k) is not None}, ensure_ascii=False) for r in _reports(rows)]
    library = load_library()
    read = read_lines("reports.jsonl", "\n".join(lines).encode(), library)
    reports = merge_same(line.report for line in read if line.report is not None)
    groups = [g for g in find_copies(reports, library).value if len(g.reports) > 1]
    return {r.id: r for r in reports}, groups


def listing(rows: Sequence[Row]) -> str:
    """The list as Markdown: the counts, then one table row a report, a group's rows together."""
    reports, groups = natural_copies(rows)
    story = {r["id"]: s.get("story", "") for s in rows for r in s.get("reports", [s])}
    across = sum(len({story.get(n, "") for r in g.reports for n in reports[r].given_ids}) > 1 for g in groups)
    kinds = Counter(a.kind for g in groups for a in g.altered)
    copies = sum(len(g.reports) - 1 for g in groups)
    named = sum(g.origin_report is not None for g in groups)
    lines = [
        "# Natural copies in the shooting reports",
        "",
        "Made by `python -m evaluation.natural_copies`. Ids and outlets are the corpus'; no text or address is kept.",
        "",
        f"{len(reports)} reports, {len(groups)} groups of two or more that carry one text, {copies} reports that add "
        f"no support. The version copied from is named in {named} groups; {across} hold reports of several "
        f"stories. Altered: {', '.join(f'{n} {kind}' for kind, n in sorted(kinds.items())) or 'nothing'}.",
        "",
        "| group | story | report | outlet | published | copied from | altered |",
        "|---|---|---|---|---|---|---|",
    ]
    for n, group in enumerate(groups, start=1):
        altered = Counter(a.report for a in group.altered)
        for key in group.reports:
            report = reports[key]
            given = report.given_ids[0] if report.given_ids else key
            day = report.published.latest.date().isoformat() if report.published else ""
            mark = "origin" if key == group.origin_report else ("yes" if group.origin_report else "not known")
            cells = (
                n,
                story.get(given, ""),
                given,
                report.outlet or "",
                day,
                mark,
                altered[key] or "",
            )
            lines.append("| " + " | ".join(str(c).replace("|", "%7C") for c in cells) + " |")
    return "\n".join(lines) + "\n"


def _reports(rows: Sequence[Row]) -> Iterator[Row]:
    for row in rows:
        yield from row.get("reports", [row])


def main() -> None:
    """Print or write the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    text = listing(read_rows(given.reports))
    if given.out is None:
        print(text, end="")
    else:
        given.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
