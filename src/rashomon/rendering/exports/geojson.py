"""The GeoJSON export (RFC 7946): events, figures and marks of control as points with the radius they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Literal

from rashomon.model.dossier import ControlMark, Dossier
from rashomon.model.exported import Exported, Loss, LossReport, Material
from rashomon.model.happening import Event
from rashomon.model.ids import content_id
from rashomon.rendering import wording
from rashomon.rendering.event_features import event_feature, place_properties, point_of
from rashomon.rendering.exports.acled.notes import accusations, disputes
from rashomon.rendering.exports.actor_words import quoted
from rashomon.rendering.exports.answers import Answer, answers_of, outside, shown_root
from rashomon.rendering.exports.shape import Format
from rashomon.rendering.json_file import encode
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean
from rashomon.rendering.shareable import Spot, spot_of

Feature = dict[str, Any]

_CANNOT_CARRY = (
    "Areas: a place is a point with the radius in km that its precision stands for, never a polygon of its own.",
    "Who holds an area, or where a front runs: marks of control are points with a date and who says so.",
    "Each origin's number, relations between figures and their history: a figure has its range, support and origins.",
    "Statements, alliances and passages of the reports.",
)
_RECORDS: dict[str, Literal["event", "figure", "claim"]] = {"event": "event", "figure": "figure", "control": "claim"}
_NO_POINT = "Its place is unknown, or as wide as a country or region: it is a feature without a geometry."
_NO_STATED_PLACE = "No report says a place with the number: it is pinned nowhere, and its label has the probable place."


def write_geojson(material: Material) -> Exported:
    """`rashomon.geojson`: one feature collection of all stories; ids are those of the events and assessments."""
    features: list[Feature] = []
    losses: list[Loss] = []
    offered = 0
    for dossier in material.dossiers:
        lookup = Lookup(dossier)
        apart = list(outside(lookup))
        losses += apart
        found = list(_features(lookup))
        losses += [loss for f in found for loss in _losses(f, lookup)]
        features += found
        offered += len(found) + len(apart)
    collection: dict[str, Any] = {"type": "FeatureCollection", "stories": [_story(d) for d in material.dossiers]}
    if box := bbox([f["geometry"]["coordinates"] for f in features if f["geometry"]]):
        collection["bbox"] = box
    collection["features"] = features
    report = LossReport(
        format="geojson", offered=offered, written=len(features), cannot_carry=_CANNOT_CARRY, losses=tuple(losses)
    )
    return Exported(files={"rashomon.geojson": encode(collection)}, report=report)


def bbox(points: Sequence[Sequence[float]]) -> list[float] | None:
    """West, south, east, north around the points: the narrower way around the globe; null where there are none.

    West is greater than east where the box crosses the antimeridian (RFC 7946, 5.2).
    """
    if not points:
        return None
    lons, lats = sorted({p[0] for p in points}), [p[1] for p in points]
    gaps = [(after - before, before, after) for before, after in pairwise(lons)]
    gap, before, after = max(gaps, default=(0.0, lons[-1], lons[0]))
    around = lons[0] + 360 - lons[-1]
    west, east = (after, before) if gap > around else (lons[0], lons[-1])
    return [west, min(lats), east, max(lats)]


def _story(dossier: Dossier) -> dict[str, Any]:
    return {
        "story": dossier.story,
        "title": clean(dossier.title),
        "as_of": dossier.as_of,
        "note": wording.review_note(dossier),
        "names": wording.names_note(dossier),
    }


def _features(lookup: Lookup) -> Iterator[Feature]:
    dossier = lookup.dossier
    for event in dossier.events:
        yield _told(_event(event, lookup), "event", dossier)
    for answer in answers_of(lookup):
        yield _told(_figure(answer), "figure", dossier)
    for mark in dossier.control:
        yield _told(_control(mark, dossier), "control", dossier)


def _event(event: Event, lookup: Lookup) -> Feature:
    """The event with the record's own line on it, who accuses whom of it, the answer, and what is in dispute."""
    feature = event_feature(event, lookup.dossier)
    claims = set(event.claims)
    lines = [clean(t.text) for t in lookup.dossier.timeline if claims & set(t.claims)]
    more = {
        "accused": [quoted(clean(a)) for a in event.accused],
        "text": lines[0] if lines else None,
        "accusations": accusations([event], lookup) if event.accused else [],
        "disputes": disputes([event], lookup),
    }
    return feature | {"properties": {**feature["properties"], **more}}


def _told(feature: Feature, kind: str, dossier: Dossier) -> Feature:
    """The feature with its kind and story, which every feature of a collection of several stories needs."""
    properties = {"kind": kind, "story": dossier.story, "as_of": dossier.as_of, **feature["properties"]}
    return feature | {"properties": properties}


def _figure(answer: Answer) -> Feature:
    one, spot = answer.assessment, answer.stated_spot
    as_of, period = answer.as_of, one.question.period
    return {
        "type": "Feature",
        "id": one.id,
        "geometry": point_of(spot),
        "properties": {
            "label": answer.label,
            "measure": one.question.measure,
            "unit": one.question.unit,
            "low": one.low,
            "best": one.best,
            "high": one.high,
            "ceiling": one.ceiling,
            "range": wording.bounds(one.low, one.high),
            "support": one.support.best,
            "counting": one.question.counting,
            "event": one.question.event,
            "roots": list(answer.roots),
            "outlets": list(answer.outlets),
            "counted_from": str(period.start) if period and period.start else None,
            "counted_to": str(period.end) if period and period.end else None,
            "figure_as_of_from": str(as_of.start) if as_of and as_of.start else None,
            "figure_as_of_to": str(as_of.end) if as_of and as_of.end else None,
            **place_properties(spot),
            "country_code": (spot.country_code if spot else None) or answer.country_code,
            "description": answer.sentence(),
            "claims": list(one.claims),
        },
    }


def _control(mark: ControlMark, dossier: Dossier) -> Feature:
    spot: Spot = spot_of(mark.place, dossier)
    return {
        "type": "Feature",
        "id": content_id("control", dossier.story, *mark.claims),
        "geometry": point_of(spot),
        "properties": {
            "holder": clean(mark.holder),
            "status": mark.status,
            "date": str(mark.date) if mark.date else None,
            "date_precision": mark.precision,
            "said_by": [shown_root(name) for name in mark.by],
            "text": clean(mark.text),
            **place_properties(spot),
            "claims": list(mark.claims),
        },
    }


def _losses(feature: Feature, lookup: Lookup) -> Iterator[Loss]:
    """What a feature says less than it should: no point, no date. A mark of control is named by its first claim."""
    properties = feature["properties"]
    kind, named = properties["kind"], _RECORDS[properties["kind"]]
    record = next(iter(properties["claims"]), lookup.dossier.story) if kind == "control" else feature["id"]
    reasons = []
    if feature["geometry"] is None:
        reasons.append(_NO_STATED_PLACE if kind == "figure" and properties["place"] is None else _NO_POINT)
    if kind == "control" and properties["date"] is None:
        reasons.append("No report dates it: the mark says who holds the place, and not since when.")
    for reason in reasons:
        yield Loss(story=lookup.dossier.story, record=record, kind=named, what="simplified", reason=reason)


GEOJSON = Format(
    "geojson", "Events, figures and marks of control as GeoJSON points.", "application/geo+json", write_geojson
)
