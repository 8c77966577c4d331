"""Figures of annotated reports: writes predictions in the contract's form.

usage: python evaluation/figures.py GOLD.jsonl [...] --out PRED.jsonl

The predictions are scored by the gold set's own `score.py`.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import json
from pathlib import Path
from typing import Any

import msgspec

from rashomon.adapters.package_data import load_library
from rashomon.adapters.spacy_parser import SpacyParser
from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures import extract_figures, needs_parse
from rashomon.knowledge.library import Library
from rashomon.language.sentences import split_report
from rashomon.language.syntax import Parser
from rashomon.model.claim import Figure
from rashomon.model.ids import content_id
from rashomon.model.moment import Published
from rashomon.model.report import Report


def analyse(report: Report, parser: Parser, library: Library) -> Analysis:
    """The report's sentences, parsed where they can hold a figure, and the mentions that the finders see."""
    split = tuple(
        msgspec.structs.replace(s, parse=parser.parse(s.text)) if needs_parse(s.text, library) else s
        for s in split_report(report, library.words)
    )
    found: dict[str, Any] = {}
    for field, module, function in (
        ("places", "places", "find_places"),
        ("times", "times", "find_times"),
        ("sources", "sources", "find_sources"),
    ):
        try:
            finder = getattr(importlib.import_module(f"rashomon.extraction.english.{module}"), function)
        except ImportError:
            continue
        found[field] = finder(report, split, library)
    return Analysis(report=report, sentences=split, **found)


def as_row(figure: Figure, order: dict[str, int]) -> dict[str, Any]:
    """A figure in the contract's form: `part_of` is an index."""
    row: dict[str, Any] = json.loads(msgspec.json.encode(figure))
    place = row.get("place") or {}
    if place.get("phrase"):
        place |= {key: place["phrase"][key] for key in ("start", "end", "text")}
    row["part_of"] = order.get(figure.part_of or "")
    return row


def published(day: str | None) -> Published | None:
    """A publication day as the whole day in UTC."""
    if not day:
        return None
    start = dt.datetime.fromisoformat(day[:10]).replace(tzinfo=dt.UTC)
    return Published(earliest=start, latest=start + dt.timedelta(hours=23), precision="day", how="given")


def predict(path: Path, parser: Parser, library: Library) -> list[dict[str, Any]]:
    """One row per report of a file."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        given = json.loads(line)
        report = Report(
            id=content_id("rpt", given["id"]),
            text=given["text"],
            title=given.get("title"),
            outlet=given.get("outlet"),
            published=published(given.get("published")),
        )
        figures = extract_figures(analyse(report, parser, library), library)
        order = {f.id: i for i, f in enumerate(figures)}
        rows.append({"id": given["id"], "figures": [as_row(f, order) for f in figures]})
    return rows


def main() -> None:
    """Predict and write."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("gold", nargs="+", type=Path)
    arguments.add_argument("--out", type=Path, required=True)
    given = arguments.parse_args()
    parser, library = SpacyParser(), load_library()
    rows = [row for path in given.gold for row in predict(path, parser, library)]
    given.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
