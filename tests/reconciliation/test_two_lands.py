"""Places that are only the setting of their reports keep two counts apart where they lie in two countries."""

from __future__ import annotations

import pytest

from rashomon.model.place import Place
from rashomon.reconciliation.scopes import match_places


def setting(name: str, number: int, country: str | None) -> Place:
    """A town that a report's event gives to a figure without a place of its own."""
    return Place(
        field="text", start=0, end=len(name), text=name, name=name, kind="town", precision="exact",
        geonames_id=number, country_code=country, how="event",
    )  # fmt: skip


@pytest.mark.parametrize(("country", "fit"), [("TJ", "apart"), ("KG", "unknown"), (None, "unknown")])
def test_settings_of_two_countries_are_apart(country: str | None, fit: str) -> None:
    """Two settings of one country, or one whose country is not known, decide nothing; those of two countries do."""
    assert match_places(setting("Batken", 1, "KG"), setting("Isfara", 2, country)) == fit
