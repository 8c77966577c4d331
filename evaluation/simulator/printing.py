"""A report as JSON Lines give it, where each of its figures stands in it, and the truth behind it as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

from evaluation.simulator.records import Sentence, Statement, Story, Telling, Told


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure at its place: the field and where its sentence starts and ends in it."""

    told: Told
    field: Literal["title", "text"]
    start: int
    end: int


def print_report(telling: Telling) -> tuple[dict[str, Any], tuple[Placed, ...]]:
    """The row of a report, and its figures with their places, headline first."""
    placed = [Placed(t, "title", 0, len(telling.headline.text)) for t in telling.headline.told]
    text = f"({telling.agency}) - " if telling.agency else ""
    for n, paragraph in enumerate(telling.paragraphs):
        text += "\n\n" if n else ""
        text, found = _print_paragraph(text, paragraph)
        placed += found
    row = {
        "id": telling.id,
        "outlet": telling.outlet,
        "published": telling.published.isoformat() if telling.published else None,
        "lang": "en",
        "title": telling.headline.text,
        "text": text,
    }
    return {k: v for k, v in row.items() if v is not None}, tuple(placed)


def _print_paragraph(text: str, paragraph: tuple[Sentence, ...]) -> tuple[str, list[Placed]]:
    placed: list[Placed] = []
    for n, sentence in enumerate(paragraph):
        text += " " if n else ""
        start = len(text)
        text += sentence.text
        placed += [Placed(t, "text", start, len(text)) for t in sentence.told]
    return text, placed


def truth_of_story(story: Story) -> dict[str, Any]:
    """What happened and which root said what and when."""
    happening = story.happening
    return {
        "story": story.id,
        "kind": happening.kind,
        "towns": [t.name for t in happening.towns],
        "first": happening.first.isoformat(),
        "last": happening.last.isoformat(),
        "tolls": [
            {"measure": m, "town": town, "by_day": list(days)} for (m, town), days in sorted(happening.tolls.items())
        ],
        "roots": [{"name": r.name, "kind": r.kind, "side": r.side} for r in story.roots],
        "statements": [_statement(s) for s in story.statements],
    }


def truth_of_report(story: Story, telling: Telling, placed: tuple[Placed, ...]) -> dict[str, Any]:
    """Which story a report tells, whose copy it is, and which statement stands behind each of its figures."""
    return {
        "id": telling.id,
        "story": story.id,
        "copy_of": telling.copy_of,
        "changes": list(telling.changes),
        "figures": [
            {
                "field": p.field,
                "start": p.start + p.told.number[0],
                "end": p.start + p.told.number[1],
                "value": p.told.value,
                "root": p.told.root.name if p.told.root else None,
                "misquote": p.told.misquote,
                "statement": _statement(p.told.statement),
            }
            for p in placed
        ],
    }


def _statement(s: Statement) -> dict[str, Any]:
    return {
        "root": s.root.name,
        "day": s.day.isoformat(),
        "measure": s.measure,
        "town": s.town.name,
        "value": s.value,
        "hedge": s.hedge,
        "corrects": s.corrects,
    }


def as_line(row: dict[str, Any]) -> str:
    """A row of JSON Lines."""
    return json.dumps(row, ensure_ascii=False) + "\n"
