"""The GED export: its 49 columns, whose dead stand where, which bounds, and which side nobody established."""

from __future__ import annotations

import msgspec
import pytest
from tests.rendering.desk import date, place, when
from tests.rendering.exports.field_schema import ged_faults, table
from tests.rendering.exports.test_acled import actor, changed, figures
from tests.rendering.fixtures import rich_dossier, tiny_dossier

from rashomon.model.claim import Population
from rashomon.model.dossier import Dossier
from rashomon.model.exported import Exported, Material
from rashomon.rendering.exports.ged import write_ged
from rashomon.rendering.exports.ged.places import country, priogrid_gid, region, where_prec
from rashomon.rendering.shareable import spot_of

FRONT = actor("Highland Front", "rebel group", "SD")
SUDAN = actor("Sudanese army", "state forces", "SD")
TIED = {"event": "ev-aroma", "place": None}


def export(dossier: Dossier) -> Exported:
    """The dossier's GED export."""
    return write_ged(Material(dossiers=(dossier,)))


def row_of(dossier: Dossier, event: str = "ev-shelling") -> dict[str, str]:
    """The row of one event."""
    return next(r for r in table(export(dossier).files["ged.csv"])[1] if r["id"] == event)


def reasons(dossier: Dossier, event: str) -> str:
    """What the losses say of one event."""
    return " ".join(x.reason for x in export(dossier).report.losses if x.record == event)


def battle(**by_claim: dict[str, object]) -> Dossier:
    """The invented fight for Aroma between a group and the army, both established, with figures tied to it."""
    fought = changed(rich_dossier(), "ev-aroma", actors=(FRONT,), recipients=(SUDAN,))
    return figures(fought, **by_claim)


def test_the_table_keeps_to_the_codebook() -> None:
    """Columns, sums, bounds, codes and blank ids are as the GED's schema has them, in every fixture."""
    for dossier in (rich_dossier(), battle(f_26=TIED), battle(f_60=TIED, f_31=TIED), tiny_dossier()):
        assert ged_faults(export(dossier).files["ged.csv"]) == []


def test_a_record_without_lethal_events_is_an_empty_table() -> None:
    """A bus accident without dead gives the header alone, and the losses say so."""
    exported = export(tiny_dossier())
    assert exported.files["ged.csv"].count(b"\r\n") == 1
    assert (exported.report.offered, exported.report.written) == (0, 0)


def test_civilians_of_no_side_are_deaths_civilians() -> None:
    """A count of civilians stands in their column, its open top ends at the stated number, and that is a loss."""
    row = row_of(rich_dossier())
    assert (row["low"], row["best"], row["high"]) == ("11", "11", "11")
    assert (row["deaths_civilians"], row["deaths_unknown"]) == ("11", "0")
    assert "open top" in reasons(rich_dossier(), "ev-shelling")


def test_an_accused_army_is_no_side() -> None:
    """Where the doer is only accused, type and sides stay blank; the losses say why."""
    row = row_of(rich_dossier())
    assert (row["type_of_violence"], row["side_a"], row["side_b"], row["dyad_name"]) == ("", "", "", "")
    assert "only accused or described" in reasons(rich_dossier(), "ev-shelling")


def test_a_government_is_side_a_of_state_based_violence() -> None:
    """Of a group and an army that are established, the government is side A, whoever attacked."""
    row = row_of(battle(f_26=TIED), "ev-aroma")
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == ("1", "Government of Sudan", "Highland Front")


def test_two_groups_are_non_state_violence() -> None:
    """Two groups without a state stand in the order of their names, as type 2."""
    rivals = changed(battle(f_26=TIED), "ev-aroma", recipients=(actor("Atbara Brigades", "political militia"),))
    row = row_of(rivals, "ev-aroma")
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == ("2", "Atbara Brigades", "Highland Front")


def test_an_established_killer_of_civilians_is_side_a_of_one_sided_violence() -> None:
    """A group that a record states as the doer of an attack on civilians is side A; side B is Civilians."""
    attack = {"type": "Violence against civilians", "sub_type": "Attack", "actors": (FRONT,), "accused": ()}
    row = row_of(changed(rich_dossier(), "ev-shelling", **attack))
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == ("3", "Highland Front", "Civilians")


def test_who_is_only_described_is_no_side() -> None:
    """A description is no actor of the UCDP's: insurgents who fought an army leave the sides blank."""
    described = changed(battle(f_26=TIED), "ev-aroma", actors=(actor("insurgents", "rebel group"),))
    assert row_of(described, "ev-aroma")["type_of_violence"] == ""


def test_the_dead_of_a_side_stand_in_its_column() -> None:
    """Fighters counted for a side, and civilians, of one origin are added by column; the rest of a whole is unknown."""
    army = {**TIED, "population": Population(category="combatants", group="soldiers", side="Sudanese army")}
    monitor = next(c for c in rich_dossier().claims if c.id == "f-31").attribution  # type: ignore[union-attr]
    dossier = battle(f_31=TIED, f_26={**army, "attribution": monitor})
    row = row_of(dossier, "ev-aroma")
    assert (row["deaths_a"], row["deaths_civilians"], row["best"]) == ("26", "31", "57")
    everybody = {**TIED, "population": Population(), "value": 40.0, "low": 40.0, "high": 40.0}
    part = {**TIED, "part_of": "f-31", "population": Population(category="civilians", group="children")}
    row = row_of(battle(f_31=everybody, f_6={**part, "attribution": monitor}), "ev-aroma")
    assert (row["deaths_civilians"], row["deaths_unknown"], row["best"]) == ("6", "34", "40")


def test_origins_that_differ_span_low_and_high_and_are_never_added() -> None:
    """Two origins' numbers of one question are low and high, best is the record's own, and both are named."""
    row = row_of(battle(f_31=TIED, f_26=TIED), "ev-aroma")
    assert (row["low"], row["best"], row["high"]) == ("26", "31", "31")
    assert row["number_of_sources"] == "2"
    assert set(row["source_original"].split(";")) == {"Gash Valley Monitor", "Kassala State health ministry"}
    assert "none is a sum of two" in reasons(battle(f_31=TIED, f_26=TIED), "ev-aroma")


def test_another_origins_other_people_are_not_added() -> None:
    """Civilians of one origin and everybody of another: the row is of one origin, and the other is a loss."""
    everybody = {**TIED, "population": Population(), "value": 255.0, "low": 255.0, "high": 255.0}
    dossier = battle(f_31=everybody, f_26=TIED)
    row = row_of(dossier, "ev-aroma")
    assert (row["low"], row["best"], row["high"]) == ("255", "255", "255")
    assert "two origins are never added" in reasons(dossier, "ev-aroma")


def test_a_partys_claim_stays_out() -> None:
    """An army's count of its enemy's dead is out of high where others count, and no row where nobody does."""
    assert row_of(battle(f_60=TIED, f_31=TIED), "ev-aroma")["high"] == "31"
    assert "Only a party to the events counts" in reasons(battle(f_60=TIED), "ev-aroma")


def test_vague_words_give_no_estimate() -> None:
    """ "Dozens" is no number of this format: the event is left out for that reason."""
    vague = {"qualifier": "vague", "value": None, "low": None, "high": None}
    assert "vague word" in reasons(figures(rich_dossier(), f_11a=vague, f_11b=vague), "ev-shelling")


def test_copies_and_outlets_add_no_source() -> None:
    """A count that two outlets print, one a copy, is one source; the copied report stands by its original."""
    row = row_of(rich_dossier())
    assert (row["number_of_sources"], row["source_original"]) == ("1", "Gash Valley Monitor")
    assert "Harbour Post" not in row["source_office"]


def test_one_toll_stands_in_one_row() -> None:
    """A toll that two events carry makes one row; the other event is left out for that reason."""
    dossier = figures(rich_dossier(), f_11b={"event": "ev-aroma", "place": None})
    assert len(table(export(dossier).files["ged.csv"])[1]) == 1
    assert "never counted twice" in reasons(dossier, "ev-shelling") + reasons(dossier, "ev-aroma")


def test_an_origin_of_the_event_alone_gives_no_number() -> None:
    """Who tells the event but not the row's numbers is counted as a source, and is not named as their origin."""
    dossier = figures(rich_dossier(), f_11a={"attribution": None})
    row = row_of(dossier)
    assert "Gash Valley Monitor" not in row["source_original"]


def test_an_undated_event_has_the_days_of_its_toll() -> None:
    """Where no report dates the event but its toll is of three days, these are its dates, an aggregate, and a loss."""
    undated = changed(rich_dossier(), "ev-shelling", start_date=None, end_date=None, precision="unknown")
    told = figures(undated, f_11a={"when": when("2027-03-01", "2027-03-03", "period")})
    row = row_of(told)
    assert (row["date_start"], row["date_end"]) == ("2027-03-01", "2027-03-03")
    assert (row["date_prec"], row["event_clarity"]) == ("2", "2")
    assert "its date is the days that its toll is of" in reasons(told, "ev-shelling")
    longer = figures(undated, f_11a={"when": when("2027-02-01", "2027-03-03", "period")})
    assert reasons(longer, "ev-shelling") == "No report dates it."


@pytest.mark.parametrize(
    ("end", "precision", "date_prec", "clarity"),
    [("2027-03-03", "day", "1", "1"), ("2027-03-08", "period", "2", "2"), ("2027-03-09", "week", "3", "1")],
)
def test_dates_have_the_codebooks_precision(end: str, precision: str, date_prec: str, clarity: str) -> None:
    """One day is 1, up to six 2, a week 3; only what went on for days is an aggregate."""
    row = row_of(changed(rich_dossier(), "ev-shelling", end_date=date(end), precision=precision))
    assert (row["date_prec"], row["event_clarity"]) == (date_prec, clarity)


@pytest.mark.parametrize(
    ("lat", "lon", "cell"), [(-90.0, -180.0, 1), (-89.6, -179.4, 2), (34.53, 69.17, 179779), (90.0, 180.0, 259200)]
)
def test_cells_are_numbered_from_the_south_west(lat: float, lon: float, cell: int) -> None:
    """A point's PRIO-GRID cell is counted eastward and northward in half degrees; the edges stay in the grid."""
    assert priogrid_gid(lat, lon) == cell


def test_a_province_has_no_cell() -> None:
    """A place known to its province only has coordinates of the province and no grid cell; a hospital has its town's."""
    wide = place("Kassala State", 15.9, 35.9, kind="admin1", precision="admin1")
    dossier = changed(rich_dossier(), "ev-shelling", place=wide)
    row = row_of(figures(dossier, f_11a={"place": wide}))
    assert (row["where_prec"], row["priogrid_gid"]) == ("4", "")
    hospital = row_of(rich_dossier())
    assert (hospital["where_coordinates"], hospital["priogrid_gid"]) == ("Kassala", str(priogrid_gid(15.451, 36.4)))
    assert where_prec(spot_of(wide, dossier)) == 4


def test_countries_have_the_ucdps_names_and_regions() -> None:
    """Names and regions that differ from ISO's are the UCDP's."""
    assert (country("RU"), region("RU")) == ("Russia (Soviet Union)", "Europe")
    assert (country("SD"), region("SD")) == ("Sudan", "Africa")
    assert (region("EG"), region("AZ"), region("KZ"), region("HT")) == ("Middle East", "Europe", "Asia", "Americas")


def test_the_choice_of_names_is_in_the_file() -> None:
    """Each row says who reviewed it, and that private persons are named where they are."""
    assert row_of(rich_dossier())["code_status"] == "machine-made, not reviewed"
    named = msgspec.structs.replace(rich_dossier(), names="all")
    assert "Private persons appear by name." in row_of(named)["code_status"]
