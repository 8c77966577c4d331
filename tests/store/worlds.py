"""Small worlds of reports that stories, copies and versions can be found in."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rashomon.app.parts import shipped_parts
from rashomon.model.dossier import Dossier
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.model.source import RawSource
from rashomon.project import Added, add_reports, project_dossiers
from rashomon.reading import read_reports
from rashomon.run import Run
from rashomon.settings import Settings
from rashomon.storage import Store

Json = dict[str, Any]
NOON = dt.datetime(2025, 5, 10, 12, tzinfo=dt.UTC)

FIRE: list[Json] = [
    {
        "id": "fire-1", "outlet": "Harbour Post", "published": "2025-05-01", "url": "https://harbour.example/fire",
        "title": "Warehouse fire in Durban kills four",
        "text": "Four people were killed when a warehouse burned down in Durban on Thursday, the eThekwini fire department "
        "said. Eleven others were treated for smoke, a spokesman for the department told reporters.",
    },
    {
        "id": "fire-2", "outlet": "Natal Ledger", "published": "2025-05-02",
        "title": "Toll of Durban warehouse fire rises to six",
        "text": "The death toll of the warehouse fire in Durban rose to six on Friday, the eThekwini fire department said. "
        "The department said eleven people were still being treated in hospital.",
    },
    {
        "id": "fire-copy", "outlet": "Coast Radio", "published": "2025-05-02",
        "title": "Six dead in Durban",
        "text": "The death toll of the warehouse fire in Durban rose to six on Friday, the eThekwini fire department said. "
        "The department said eleven people were still being treated in hospital.",
    },
]  # fmt: skip
FLOOD: list[Json] = [
    {
        "id": "flood-1", "outlet": "Delta Courier", "published": "2025-05-03", "title": "Floods kill 12 in Sindh",
        "text": "Floods in the Pakistani province of Sindh have killed 12 people, the provincial disaster authority said on "
        "Saturday. At least 30 others were injured in the city of Sukkur, hospital officials said.",
    },
    {
        "id": "flood-2", "outlet": "Indus Mail", "published": "2025-05-04", "title": "Flood toll in Sindh rises to 19",
        "text": "The death toll from floods in Sindh rose to 19 on Sunday, the provincial disaster authority said. Seven of "
        "the dead were children. The army denied that a dam had been opened without warning.",
    },
    {"id": "flood-undated", "outlet": "Thar Times", "title": "Sukkur under water",
     "text": "The provincial disaster authority said floods in Sindh had left 19 people dead."},
]  # fmt: skip
CLASH: list[Json] = [
    {
        "id": "clash-1", "outlet": "Andes Daily", "published": "2025-05-02", "title": "Protesters and police clash in Cusco",
        "text": "Police fired tear gas at protesters in Cusco on Friday, and 14 people were injured, the health ministry said.",
    },
]  # fmt: skip
WORLD = [*FIRE, *FLOOD, *CLASH]


def read(
    rows: Sequence[Json], learned_at: dt.datetime = NOON, name: str = "world.jsonl"
) -> Outcome[tuple[Report, ...]]:
    """The rows as a reader gives them."""
    content = "".join(json.dumps(row) + "\n" for row in rows).encode()
    source = RawSource(name=name, content=content, learned_at=learned_at)
    return read_reports([source], shipped_parts().library)


def add(store: Store, rows: Sequence[Json], learned_at: dt.datetime = NOON, **choices: Any) -> Added:
    """The rows added to a project."""
    return add_reports(store, read(rows, learned_at), shipped_parts(), quiet(), **choices)


def dossiers(store: Store, **choices: Any) -> list[Dossier]:
    """The project's dossiers."""
    return project_dossiers(store, Settings(**choices), shipped_parts(), quiet())


def quiet() -> Run:
    """A run that nobody watches, on a clock that stands still."""
    return Run(lambda: 0.0)


def write(folder: Path, rows: Sequence[Json], name: str = "world.jsonl") -> str:
    """The rows as a file; its path."""
    path = folder / name
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)
