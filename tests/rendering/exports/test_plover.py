"""The PLOVER export: a schema of PLOVER's lists, auxiliary modes, who is an actor, what a size is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from tests.rendering.fixtures import rich_dossier, tiny_dossier

from rashomon.model.actor import Actor
from rashomon.model.dossier import Dossier
from rashomon.model.exported import Exported, Material
from rashomon.rendering.exports.plover import write_plover

SCHEMA = json.loads((Path(__file__).parent / "plover_schema.json").read_text(encoding="utf-8"))
CHECK = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def export(dossier: Dossier) -> Exported:
    """The dossier's PLOVER export."""
    return write_plover(Material(dossiers=(dossier,)))


def lines(exported: Exported) -> dict[str, dict[str, Any]]:
    """Its records by id."""
    found = [json.loads(line) for line in exported.files["plover.jsonl"].splitlines()]
    return {r["id"]: r for r in found}


def coded(event: str = "ev-shelling", **fields: Any) -> Dossier:
    """The invented fight, its events coded for PLOVER and one of them changed."""
    dossier = rich_dossier()
    codes = {"ev-shelling": ("ASSAULT", "heavy-weapons"), "ev-flood": ("ASSAULT", None)}
    events = []
    for one in dossier.events:
        plover, mode = codes.get(one.id, (one.plover, one.mode))
        more = {"plover": plover, "mode": mode} | (fields if one.id == event else {})
        events.append(msgspec.structs.replace(one, **more))
    return msgspec.structs.replace(dossier, events=tuple(events))


@pytest.mark.parametrize("dossier", [coded(), tiny_dossier()], ids=["rich", "tiny"])
def test_every_line_is_valid(dossier: Dossier) -> None:
    """Each line has PLOVER's required fields, its event's own quad and only modes that the event has."""
    for record in lines(export(dossier)).values():
        CHECK.validate(record)


def test_the_schema_refuses_what_plover_does_not_have() -> None:
    """A wrong quad, a mode of another event and a missing actor list are faults."""
    record = lines(export(coded()))["ev-shelling"]
    for broken in (
        record | {"quad_code": 1},
        record | {"mode": ["demo"]},
        {k: v for k, v in record.items() if k != "actor"},
    ):
        assert not CHECK.is_valid(broken)


def test_the_accused_is_no_actor() -> None:
    """The shelling has nobody as its actor; who accuses whom stands apart with the denial."""
    record = lines(export(coded()))["ev-shelling"]
    assert record["actor"] == []
    assert record["recipient"] == ["civilian"]
    assert record["rashomon"]["accused"] == ["Sudan's army"]
    assert "denie" in record["rashomon"]["accusations"][0]


@pytest.mark.parametrize(
    ("fields", "mode"),
    [
        ({"aux_modes": ("historical",)}, "historical"),
        ({"realis": "planned"}, "future"),
        ({"realis": "feared"}, "hypothetical"),
        ({"realis": "denied"}, "negation"),
    ],
)
def test_auxiliary_modes_are_filled(fields: dict[str, Any], mode: str) -> None:
    """What is of another time, planned, feared or denied carries PLOVER's auxiliary mode behind its own."""
    assert lines(export(coded(**fields)))["ev-shelling"]["mode"] == ["heavy-weapons", mode]


def test_an_undated_event_has_its_earliest_report_day() -> None:
    """An event that no report dates stands on the day of publication and says so; undated background has no line."""
    undated = {"start_date": None, "end_date": None, "precision": "unknown", "claims": ("e-aroma",)}
    exported = export(coded("ev-aroma", **undated))
    record = lines(exported)["ev-aroma"]
    assert (record["date"], record["rashomon"]["date_how"]) == ("2027-03-03", "publication")
    assert any(x.record == "ev-aroma" and "day of the earliest report" in x.reason for x in exported.report.losses)
    assert "ev-flood" not in lines(export(coded("ev-flood", start_date=None, end_date=None)))


def test_a_size_is_a_closed_number() -> None:
    """A toll of the event is its size only where it is closed and undisputed; otherwise it is told in words."""
    dossier = coded()
    killed = next(a for a in dossier.assessments if a.id == "as-killed")
    question = msgspec.structs.replace(killed.question, event="ev-shelling")
    support = msgspec.structs.replace(killed.support, best="single")
    for low, high, size in ((31.0, 31.0, {"dead": 31}), (31.0, None, None), (26.0, 31.0, None)):
        one = msgspec.structs.replace(killed, question=question, low=low, best=31.0, high=high, support=support)
        record = lines(export(msgspec.structs.replace(dossier, assessments=(one,))))["ev-shelling"]
        assert record.get("size") == size
        assert "Civilians killed" in record["rashomon"]["size_told"][0]


def test_sides_that_nobody_tells_apart_are_all_actors() -> None:
    """In a fight of two armed groups without a doer both are actors, and civilians stay recipients."""
    names = (("Highland Front", "rebel group"), ("River Guard", "political militia"), ("people", "civilians"))
    told = tuple(Actor(start=0, end=1, text=n, name=n, sector=s, private=s == "civilians") for n, s in names)  # type: ignore[arg-type]
    record = lines(export(coded("ev-aroma", actors=(), recipients=told)))["ev-aroma"]
    assert record["actor"] == ["Highland Front", "River Guard"]
    assert record["recipient"] == ["civilian"]


def test_a_hospital_is_its_town() -> None:
    """The place of the shelling is the town, and no place of the file names the hospital."""
    exported = export(coded())
    assert lines(exported)["ev-shelling"]["event_loc"]["name"] == "Kassala"
    assert b"Teaching Hospital" not in exported.files["plover.jsonl"]


def test_mobilising_in_the_sentence_of_an_assault_is_dropped() -> None:
    """Only the assault of one sentence is coded."""
    dossier = coded("ev-aroma", plover="MOBILIZE", mode="troops")
    claims = tuple(
        msgspec.structs.replace(c, plover="ASSAULT", start=other.start, end=other.end) if c.id == "e-shell" else c
        for c in dossier.claims
        for other in [next(x for x in dossier.claims if x.id == "e-aroma")]
    )
    exported = export(msgspec.structs.replace(dossier, claims=claims))
    assert "ev-aroma" not in lines(exported)
    assert any(x.record == "ev-aroma" and "sentence of an assault" in x.reason for x in exported.report.losses)
