"""Runs the extraction through the public door, so that what is scored is what a user gets."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from rashomon import app
from rashomon.settings import Settings

Row = Mapping[str, Any]
#: What a report is read from; the annotation in a row stays outside.
INPUT = ("id", "url", "outlet", "published", "lang", "title", "text")


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file, in order."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def claims_of(reports: Iterable[Row]) -> dict[str, dict[str, Any]]:
    """What `rashomon extract` writes for each report, by the report's given id."""
    lines = [json.dumps({k: r[k] for k in INPUT if r.get(k) is not None}, ensure_ascii=False) for r in reports]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        found = [json.loads(line) for line in app.extract(str(path), Settings())]
    return {row["id"]: row for row in found}
