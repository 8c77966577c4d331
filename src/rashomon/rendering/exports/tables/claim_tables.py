"""The tables of claims: one of every claim, one of the figures among them."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.claim import AnyClaim, Control, EventClaim, Figure, Relation, Responsibility, Statement
from rashomon.rendering.exports.tables.cells import names, place_cells, sentence, text
from rashomon.rendering.exports.tables.shape import PLACE, STORY, Column, Row, Table, Value
from rashomon.rendering.lookup import Lookup

_WHEN = (
    Column("start_date", "day", "First day that it tells of."),
    Column("end_date", "day", "Last day that it tells of, inclusive."),
    Column("date_precision", "text", "instant, hour, day, week, month, year, period, unknown."),
)
_SOURCE = (
    Column("root", "text", "Who is named as the source; null for the outlet's own voice."),
    Column("root_kind", "text", "monitor, un, aid, government, army, party, ministry, hospital, ..."),
    Column("root_side", "text", "The side that the source belongs to."),
    Column("agency", "text", "The agency that relayed it."),
)


def _claims(lookup: Lookup) -> Iterator[Row]:
    for claim in lookup.dossier.claims:
        place = claim.place if isinstance(claim, Figure | EventClaim | Control) else None
        yield {
            "story": lookup.dossier.story,
            "id": claim.id,
            "report": claim.report,
            "kind": _kind(claim),
            "type": _type(claim),
            "field": claim.field,
            "start": claim.start,
            "end": claim.end,
            "sentence": sentence(claim.id, lookup),
            **_people(claim, named=lookup.dossier.names == "all"),
            **_when(claim),
            **place_cells(place, lookup),
            **_source(claim, lookup),
            "realis": getattr(claim, "realis", None),
            "decided": claim.decided,
        }


def _figures(lookup: Lookup) -> Iterator[Row]:
    replaced = {p.claim: p.superseded_by for s in lookup.dossier.series for p in s.points if p.superseded_by}
    for claim in lookup.dossier.claims:
        if not isinstance(claim, Figure):
            continue
        assessment = lookup.assessment_of.get(claim.id)
        as_of, population = claim.as_of, claim.population
        yield {
            "story": lookup.dossier.story,
            "id": claim.id,
            "report": claim.report,
            "assessment": assessment.id if assessment else None,
            "event": claim.event,
            "measure": claim.measure,
            "words": lookup.words(claim),
            "value": claim.value,
            "low": claim.low,
            "high": claim.high,
            "qualifier": claim.qualifier,
            "unit": claim.unit,
            "category": population.category,
            "people": text(population.group),
            "side": text(population.side),
            "status_by": text(population.status_by),
            **_when(claim),
            **place_cells(claim.place, lookup),
            "as_of_start": as_of.start if as_of else None,
            "as_of_end": as_of.end if as_of else None,
            "as_of_how": as_of.how if as_of else None,
            "counting": claim.counting,
            "basis": claim.basis,
            "caveats": list(dict.fromkeys(c.kind for c in claim.caveats)),
            "realis": claim.realis,
            "derived": claim.derived,
            "calculation": text(claim.calculation),
            "part_of": claim.part_of,
            "correction": claim.correction,
            **_source(claim, lookup),
            "superseded_by": replaced.get(claim.id),
        }


def _kind(claim: AnyClaim) -> str:
    return {
        Figure: "figure", EventClaim: "event", Statement: "statement", Responsibility: "responsibility",
        Relation: "relation", Control: "control",
    }[type(claim)]  # fmt: skip


def _type(claim: AnyClaim) -> str | None:
    """What kind of figure, event, statement ... it is."""
    if isinstance(claim, Figure):
        return claim.measure
    if isinstance(claim, EventClaim):
        return claim.sub_type or claim.type or claim.plover
    if isinstance(claim, Statement):
        return claim.verb_class
    if isinstance(claim, Responsibility):
        return claim.answer
    return claim.type if isinstance(claim, Relation) else claim.status


def _people(claim: AnyClaim, *, named: bool) -> dict[str, Value]:
    """Whom the claim names on either side, in its report's own telling; private speakers by name where `named`."""
    if isinstance(claim, EventClaim):
        return {"named_doers": names(claim.actors), "named_targets": names(claim.recipients)}
    if isinstance(claim, Statement):
        by_role = (claim.speaker_role or "a person") if claim.private and not named else None
        return {"speaker": text(by_role or claim.organisation or claim.speaker)}
    if isinstance(claim, Responsibility):
        return {"speaker": text(claim.by), "accused": text(claim.accused), "act": claim.act}
    if isinstance(claim, Relation):
        one, other = text(claim.from_actor), text(claim.to_actor)
        return {"speaker": text(claim.by), "from_actor": one, "to_actor": other}
    return {"from_actor": text(claim.holder)} if isinstance(claim, Control) else {}


def _when(claim: AnyClaim) -> dict[str, Value]:
    when = claim.when if isinstance(claim, Figure | EventClaim | Control) else None
    if when is None:
        return {}
    return {"start_date": when.start_date, "end_date": when.end_date, "date_precision": when.precision}


def _source(claim: AnyClaim, lookup: Lookup) -> dict[str, Value]:
    attribution = getattr(claim, "attribution", None)
    if attribution is None:
        return {}
    return {
        "root": lookup.root_of(claim),
        "root_kind": attribution.kind,
        "root_side": text(attribution.side),
        "agency": text(attribution.agency),
    }


CLAIMS = Table(
    "claims",
    "One thing that one report says, in one passage.",
    (
        STORY,
        Column("id", "text", "The claim's id."),
        Column("report", "text", "The report's id."),
        Column("kind", "text", "figure, event, statement, responsibility, relation, control."),
        Column("type", "text", "Measure, type of event, class of verb, answer, kind of relation, state of control."),
        Column("field", "text", "title or text: what the offsets count in."),
        Column("start", "count", "Where the passage starts, in code points."),
        Column("end", "count", "Where it ends, exclusive."),
        Column("sentence", "text", "The sentence around it, private persons' names masked."),
        Column(
            "named_doers", "texts", "Events: whom this report names as the doer, a claim of its own and no finding."
        ),
        Column("named_targets", "texts", "Events: to whom it was done, as this report tells."),
        Column("speaker", "text", "Statements: who speaks. Responsibility and relations: who says so."),
        Column("accused", "text", "Responsibility: who is accused."),
        Column("act", "text", "Responsibility: the claim of the act."),
        Column("from_actor", "text", "Relations: who backs, leads, joins; control: who is said to hold the place."),
        Column("to_actor", "text", "Relations: whom."),
        *_WHEN,
        *PLACE,
        *_SOURCE,
        Column("realis", "text", "happened, claimed, denied, feared, planned, background."),
        Column("decided", "text", "The decision of a person that accepted or corrected it."),
    ),
    _claims,
)
FIGURES = Table(
    "figures",
    "A claim with a quantity, as stated and no more.",
    (
        STORY,
        Column("id", "text", "The claim's id."),
        Column("report", "text", "The report's id."),
        Column("assessment", "text", "The assessment of the question that it answers."),
        Column("event", "text", "The event that it is told of."),
        Column("measure", "text", "killed, injured, missing, displaced, ... or other:<word>."),
        Column("words", "text", "The number in the report's words, hedge included."),
        Column("value", "number", "The number; null for a word or a share."),
        Column("low", "number", "The least that the words allow."),
        Column("high", "number", "The most; null where open."),
        Column("qualifier", "text", "exact, at_least, more_than, up_to, approx, range, vague, fraction."),
        Column("unit", "text", "person, household, other."),
        Column("category", "text", "civilians, combatants, people, other: for matching."),
        Column("people", "text", "The report's own words for the people."),
        Column("side", "text", "The side that they are counted for."),
        Column("status_by", "text", "Who calls them fighters or civilians."),
        *_WHEN,
        *PLACE,
        Column("as_of_start", "day", "First day of the state that it describes."),
        Column("as_of_end", "day", "Last day of it."),
        Column("as_of_how", "text", "stated, statement_day, dateline, publication."),
        Column("counting", "text", "stock, flow, cumulative, increment, unknown."),
        Column("basis", "text", "How it was come by: counted, registered, verified, compiled, estimated, ..."),
        Column("caveats", "texts", "preliminary, expected_to_rise, undercount, unverified, excludes, ..."),
        Column("realis", "text", "happened, claimed, denied, feared, planned, background."),
        Column("derived", "flag", "Whether it was worked out of a share."),
        Column("calculation", "text", "How."),
        Column("part_of", "text", "The claim of the whole that it is a part of."),
        Column("correction", "flag", "Whether the text says that it corrects an earlier one."),
        *_SOURCE,
        Column("superseded_by", "text", "The claim of the same root that replaced it."),
    ),
    _figures,
)  # fmt: skip
