"""The ACLED export's options and losses; its columns and rules are tested with events.csv."""

from __future__ import annotations

import csv
import io

import msgspec
from tests.rendering.desk import date
from tests.rendering.fixtures import rich_dossier

from rashomon.model.dossier import Dossier
from rashomon.model.exported import Exported, ExportOptions, Material
from rashomon.rendering.exports.acled import write_acled


def export(dossier: Dossier, **options: object) -> Exported:
    """The dossier's ACLED export."""
    return write_acled(Material(dossiers=(dossier,), options=ExportOptions(**options)))  # type: ignore[arg-type]


def rows(exported: Exported) -> list[dict[str, str]]:
    """Its lines."""
    return list(csv.DictReader(io.StringIO(exported.files["acled.csv"].decode("utf-8"), newline="")))


def of_three_days() -> Dossier:
    """The invented fight with the shelling of Kassala told to have gone on for three days."""
    dossier = rich_dossier()
    events = tuple(
        msgspec.structs.replace(e, end_date=date("2027-03-05"), precision="period") if e.id == "ev-shelling" else e
        for e in dossier.events
    )
    return msgspec.structs.replace(dossier, events=events)


def test_days_are_split_only_when_asked() -> None:
    """An event of three days is one row, and three with the option; the deaths of its days add up to its own."""
    whole = [r for r in rows(export(of_three_days())) if r["event_id_cnty"].startswith("ev-shelling")]
    split = [r for r in rows(export(of_three_days(), split_days=True)) if r["event_id_cnty"].startswith("ev-shelling")]
    assert len(whole) == 1
    assert [r["event_date"] for r in split] == ["2027-03-03", "2027-03-04", "2027-03-05"]
    assert sum(int(r["fatalities"]) for r in split) == int(whole[0]["fatalities"]) == 11
    assert int(split[0]["fatalities"]) == 11 - 2 * (11 // 3)
    assert all("divided over them" in r["notes"] for r in split)
    assert "divided" not in whole[0]["notes"]


def test_the_unknown_plural_is_what_was_asked_for() -> None:
    """ "Several" is 3, or 10 where the options say so, and the notes name the number."""
    dossier = rich_dossier()
    vague = tuple(
        msgspec.structs.replace(c, qualifier="vague", value=None, low=None, high=None) if c.id == "f-11a" else c
        for c in dossier.claims
    )
    found = rows(export(msgspec.structs.replace(dossier, claims=vague), unknown_plural=10))
    row = next(r for r in found if r["event_id_cnty"] == "ev-shelling")
    assert row["fatalities"] == "10"
    assert "coded 10" in row["notes"]


def test_the_losses_say_why_an_event_has_no_row() -> None:
    """Each event without a row is in the loss report with its reason, and each accused actor is told as simplified."""
    report = export(rich_dossier()).report
    by_record = {loss.record: loss for loss in report.losses}
    assert by_record["ev-flood"].reason == "ACLED does not code disasters."
    assert by_record["ev-shelling"].what == "simplified"
    assert "alleged" in by_record["ev-shelling"].reason
    assert report.written == 2
    left_out = [x for x in report.losses if x.what == "left out"]
    assert report.offered == report.written + len(left_out)
