"""The event exports: ACLED's columns and rules, GeoJSON, and what must not be pinned anywhere."""

from __future__ import annotations

import csv
import io
import json

import msgspec
from tests.rendering.desk import when
from tests.rendering.fixtures import rich_dossier
from tests.rendering.kassala import STATE

from rashomon.model.claim import Figure
from rashomon.model.dossier import Dossier
from rashomon.rendering import render_all
from rashomon.rendering.exports.acled.rows import COLUMNS


def rows(dossier: Dossier) -> dict[str, dict[str, str]]:
    """The lines of events.csv by event."""
    text = render_all(dossier, names=["events.csv"])["events.csv"].decode("utf-8")
    return {r["event_id_cnty"]: r for r in csv.DictReader(io.StringIO(text, newline=""))}


def with_figure(dossier: Dossier, claim: str, **changes: object) -> Dossier:
    """The dossier with one figure changed."""
    claims = tuple(msgspec.structs.replace(c, **changes) if c.id == claim else c for c in dossier.claims)
    return msgspec.structs.replace(dossier, claims=claims)


def test_columns_are_acleds() -> None:
    """There are ACLED's 31 columns, in its order."""
    assert len(COLUMNS) == 31
    assert (COLUMNS[0], COLUMNS[13], COLUMNS[28], COLUMNS[30]) == (
        "event_id_cnty",
        "interaction",
        "fatalities",
        "timestamp",
    )


def test_an_accused_actor_is_not_coded() -> None:
    """Whoever is only accused stands in the notes; the actor is unidentified."""
    row = rows(rich_dossier())["ev-shelling"]
    assert row["actor1"] == "Unidentified Armed Group (Sudan)"
    assert "accuses Sudan's army" in row["notes"]
    assert "the army denies it" in row["notes"]
    assert row["actor2"] == "Civilians (Sudan)"
    assert row["civilian_targeting"] == "Civilian targeting"


def test_a_hospital_is_placed_at_its_town() -> None:
    """An event at a hospital has the town's name and coordinates in every shareable file."""
    row = rows(rich_dossier())["ev-shelling"]
    assert (row["location"], row["latitude"], row["longitude"]) == ("Kassala", "15.4510", "36.4000")
    files = render_all(rich_dossier())
    for name in ("events.csv", "events.geojson", "dossier.html", "figures.csv"):
        text = files[name].decode("utf-8")
        assert "15.4557" not in text, name
        assert "Teaching Hospital" not in text, name


def test_background_and_disasters_stay_out() -> None:
    """Background and what ACLED does not code make no line."""
    assert set(rows(rich_dossier())) == {"ev-aroma", "ev-shelling"}


def test_deaths_of_the_event_itself() -> None:
    """A toll that the record ties to the event and its town is its number; without one it is 0 and says so."""
    found = rows(rich_dossier())
    assert found["ev-shelling"]["fatalities"] == "11"
    assert found["ev-aroma"]["fatalities"] == "0"
    assert "No deaths are reported" in found["ev-aroma"]["notes"]


def test_a_theatre_toll_is_not_pinned_on_a_town() -> None:
    """A toll of a whole state, or of several days, gives an event in a town no number."""
    state = with_figure(rich_dossier(), "f-11a", place=STATE)
    assert rows(state)["ev-shelling"]["fatalities"] == "0"
    days = with_figure(rich_dossier(), "f-11a", when=when("2027-02-20", "2027-03-05", "period"))
    assert rows(days)["ev-shelling"]["fatalities"] == "0"


def test_reports_that_differ_give_the_lowest() -> None:
    """Where tolls of one event differ, the lowest stands and the notes name each with its root."""
    row = rows(with_figure(rich_dossier(), "f-23", event="ev-shelling"))["ev-shelling"]
    assert row["fatalities"] == "11"
    assert "11 according to Gash Valley Monitor; 23 according to Kassala State health ministry" in row["notes"]


def test_vague_tolls_become_points_here_only() -> None:
    """ "Dozens" is 12 in this export, and stays without a number in the record."""
    vague: dict[str, object] = {"qualifier": "vague", "value": None, "low": None, "high": None}
    row = rows(with_figure(rich_dossier(), "f-11a", **vague))["ev-shelling"]
    assert row["fatalities"] == "3"


def test_tactics_used_at_once_are_one_event_of_the_highest_rank() -> None:
    """Two events of one day, place and actors become one line of the higher rank."""
    dossier = rich_dossier()
    shelling = dossier.events[0]
    also = msgspec.structs.replace(
        shelling, id="ev-air", type="Explosions/Remote violence", sub_type="Air/drone strike", claims=("e-shell",)
    )
    found = rows(msgspec.structs.replace(dossier, events=(also, *dossier.events)))
    assert "ev-air" not in found
    assert found["ev-aroma"]["event_type"] == "Battles"
    assert "Coded together with it: Air/drone strike." in found["ev-aroma"]["notes"]


def test_geojson_points_have_a_radius_and_no_toll() -> None:
    """Each feature has a radius for its precision and no toll; events without coordinates have no geometry."""
    found = json.loads(render_all(rich_dossier())["events.geojson"])
    by_id = {f["id"]: f for f in found["features"]}
    assert by_id["ev-shelling"]["geometry"]["coordinates"] == [36.4, 15.451]
    assert by_id["ev-shelling"]["properties"]["radius_km"] > 0
    assert by_id["ev-flood"]["geometry"] is None
    assert by_id["ev-shelling"]["properties"]["recipients"] == ["civilian"]
    assert not any("kill" in k or "fatal" in k or "dead" in k for k in by_id["ev-shelling"]["properties"])


def test_a_vague_figure_is_a_figure() -> None:
    """The fixture's figures are figures (the tests above rest on it)."""
    assert sum(isinstance(c, Figure) for c in rich_dossier().claims) == 13
