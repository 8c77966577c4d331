"""A story as of each of its instants: of what a project keeps, the same bytes as of nothing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
import pytest
from tests.store.worlds import FIRE, FLOOD, NOON, Json, add, dossiers, write

from rashomon import app
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
