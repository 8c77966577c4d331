"""The GeoJSON export: RFC 7946 as geojson-pydantic checks it, and what is pinned where."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from geojson_pydantic import FeatureCollection
from tests.rendering.fixtures import rich_dossier, tiny_dossier

from rashomon.model.dossier import Dossier
from rashomon.model.exported import Exported, Material
from rashomon.rendering.events_geojson import render_geojson
from rashomon.rendering.exports.geojson import bbox, write_geojson


def export(*dossiers: Dossier) -> Exported:
    """The dossiers' GeoJSON export."""
    return write_geojson(Material(dossiers=dossiers))


def features(exported: Exported) -> dict[str, dict[str, Any]]:
    """The features by id."""
    return {f["id"]: f for f in json.loads(exported.files["rashomon.geojson"])["features"]}


@pytest.mark.parametrize("dossier", [rich_dossier(), tiny_dossier()], ids=["rich", "tiny"])
def test_geojson_pydantic_accepts_it(dossier: Dossier) -> None:
    """The export and events.geojson are feature collections by the RFC's model."""
    for content in (export(dossier).files["rashomon.geojson"], render_geojson(dossier)):
        FeatureCollection.model_validate_json(content)


def test_ids_lead_back_to_the_record() -> None:
    """Every event and assessment is one feature with its id, and every claim that a feature names exists."""
    dossier = rich_dossier()
    found = features(export(dossier))
    events = {i for i, f in found.items() if f["properties"]["kind"] == "event"}
    figures = {i for i, f in found.items() if f["properties"]["kind"] == "figure"}
    assert events == {e.id for e in dossier.events}
    assert figures == {a.id for a in dossier.assessments}
    known = {c.id for c in dossier.claims}
    assert all(set(f["properties"]["claims"]) <= known for f in found.values())
    assert len(found) == len(dossier.events) + len(dossier.assessments) + len(dossier.control)


def test_a_hospital_stands_at_its_town() -> None:
    """The shelling of a hospital is a point at its town, and the file does not name the hospital."""
    exported = export(rich_dossier())
    shelling = features(exported)["ev-shelling"]
    assert shelling["geometry"]["coordinates"] == [36.4, 15.451]
    assert b"Teaching Hospital" not in exported.files["rashomon.geojson"]


def test_who_is_accused_is_told_with_the_accuser() -> None:
    """An event has no accused actor among its actors; the accusation stands with who makes it."""
    shelling = features(export(rich_dossier()))["ev-shelling"]["properties"]
    assert shelling["actors"] == []
    (line,) = shelling["accusations"]
    assert "Gash Valley Monitor" in line
    assert "denie" in line


def test_a_number_is_pinned_only_where_its_sentence_says_the_place() -> None:
    """A figure whose place is only taken from around it has no point and no place, and a loss says so."""
    dossier = rich_dossier()
    claims = tuple(
        msgspec.structs.replace(c, place=msgspec.structs.replace(c.place, how="event"))
        if getattr(c, "measure", "")
        else c
        for c in dossier.claims
        if getattr(c, "place", None) or not getattr(c, "measure", "")
    )
    exported = export(msgspec.structs.replace(dossier, claims=claims))
    killed = features(exported)["as-killed"]
    assert killed["geometry"] is None
    assert killed["properties"]["place"] is None
    assert any(x.record == "as-killed" and "pinned nowhere" in x.reason for x in exported.report.losses)
    assert features(export(dossier))["as-killed"]["geometry"] is not None


def test_control_is_a_dated_mark_with_who_says_so() -> None:
    """A mark of control has its date and speakers, and its geometry is a point, never an area."""
    marks = [f for f in features(export(rich_dossier())).values() if f["properties"]["kind"] == "control"]
    assert marks
    for mark in marks:
        assert {"date", "said_by", "status", "holder"} <= set(mark["properties"])
        assert mark["geometry"] is None or mark["geometry"]["type"] == "Point"


def test_an_open_top_stays_open() -> None:
    """A count with no upper bound has a null high and says "or more"."""
    moved = features(export(rich_dossier()))["as-moved"]["properties"]
    assert (moved["best"], moved["high"], moved["range"]) == (21400, None, "21,400 or more")


def test_the_box_goes_the_narrower_way() -> None:
    """Points on both sides of the antimeridian have a box whose west is greater than its east."""
    assert bbox([[178.4, -18.1], [-171.8, -13.8]]) == [178.4, -18.1, -171.8, -13.8]
    assert bbox([[36.4, 15.4], [35.4, 14.0]]) == [35.4, 14.0, 36.4, 15.4]
    assert bbox([[36.4, 15.4]]) == [36.4, 15.4, 36.4, 15.4]
    assert bbox([]) is None


def test_stories_share_a_collection() -> None:
    """Two dossiers are one collection whose features say their story."""
    exported = export(rich_dossier(), tiny_dossier())
    collection = json.loads(exported.files["rashomon.geojson"])
    assert [s["story"] for s in collection["stories"]] == ["st-kassala", "st-bus"]
    assert {f["properties"]["story"] for f in collection["features"]} == {"st-kassala"}
