"""A story as of each of its instants: of what a project keeps, the same bytes as of nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.store.worlds import FIRE, FLOOD, NOON, Json, add, dossiers, write

from rashomon import app, pipeline
from rashomon.model.claim import ReportClaims
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.project import kept_claims, story_dossiers
from rashomon.settings import Settings
from rashomon.storage import create_store

#: A copy that changes a number, and a report that nobody else is like: groups of copies differ from day to day.
_MORE: list[Json] = [
    {
        "id": "fire-altered", "outlet": "Berea Times", "published": "2025-05-03", "title": "Seven dead in Durban",
        "text": "The death toll of the warehouse fire in Durban rose to seven on Friday, the eThekwini fire department said. "
        "The department said eleven people were still being treated in hospital.",
    },
    {
        "id": "fire-names", "outlet": "Umhlanga Star", "published": "2025-05-04", "title": "Families wait in Durban",
        "text": "Thembi Okoro, whose brother worked in the warehouse that burned down in Durban, said on Saturday that nobody "
        "had called her. Six people were killed in the fire, the eThekwini fire department said.",
    },
]  # fmt: skip
_DATED = [row for row in [*FIRE, *FLOOD, *_MORE] if "published" in row]
_DAYS = [dt.datetime(2025, 5, day, 23, 59, 59, tzinfo=dt.UTC) for day in (1, 2, 3, 4)]


@pytest.mark.parametrize("days", [_DAYS, _DAYS[::-1]], ids=["forwards", "backwards"])
def test_every_instant_has_the_bytes_of_a_build_from_nothing(tmp_path: Path, days: list[dt.datetime]) -> None:
    """Asked for one after the other by one process, in either direction, each instant's dossiers are those of `build`."""
    with create_store(str(tmp_path / "p.sqlite")) as store:
        add(store, _DATED, NOON)
        for at in days:
            built = app.build([write(tmp_path, _DATED)], Settings(as_of=at, full_text=True))
            kept = dossiers(store, as_of=at, full_text=True)
            assert msgspec.json.encode(kept) == msgspec.json.encode(list(built.dossiers))


def test_what_another_version_made_is_made_anew_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After another version of the program the first instant extracts the reports, and no later one does again."""
    asked: list[str] = []
    understood = pipeline.understood

    def counted(reports: Sequence[Report], *rest: Any) -> list[Outcome[ReportClaims]]:
        asked.extend(r.id for r in reports)
        return understood(reports, *rest)

    with create_store(str(tmp_path / "p.sqlite")) as store:
        add(store, _DATED, NOON)
        before = dossiers(store, as_of=_DAYS[-1], full_text=True)
        for module in (kept_claims, story_dossiers):
            monkeypatch.setattr(module, "program_version", lambda: "another")
        monkeypatch.setattr(pipeline, "understood", counted)
        assert dossiers(store, as_of=_DAYS[-1], full_text=True) == before
        assert len(asked) == len(set(asked)) == len(_DATED)
    with create_store(str(tmp_path / "p.sqlite")) as store:
        assert dossiers(store, as_of=_DAYS[-1], full_text=True) == before
    assert len(asked) == len(_DATED)
