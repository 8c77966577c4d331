"""The tables of what was counted: questions with their answers, series, relations of figures."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.rendering.exports.answers import Answer, shown_root
from rashomon.rendering.exports.tables.cells import text
from rashomon.rendering.exports.tables.shape import STORY, Column, Row, Table
from rashomon.rendering.lookup import Lookup


def _assessments(lookup: Lookup) -> Iterator[Row]:
    for one in lookup.dossier.assessments:
        question, answer = one.question, Answer(one, lookup)
        yield {
            "story": lookup.dossier.story,
            "id": one.id,
            "label": answer.label,
            "measure": question.measure,
            "unit": question.unit,
            "category": question.population.category,
            "people": text(question.population.group),
            "side": text(question.population.side),
            "status_by": text(question.population.status_by),
            "place": answer.shown_place(question.place.name) if question.place else None,
            "place_told": answer.stated_spot is not None,
            "geonames_id": question.place.geonames_id if question.place else None,
            "place_role": question.role,
            "country_code": answer.country_code,
            "period_start": question.period.start if question.period else None,
            "period_end": question.period.end if question.period else None,
            "counting": question.counting,
            "basis": question.basis,
            "event": question.event,
            "low": one.low,
            "best": one.best,
            "high": one.high,
            "ceiling": one.ceiling,
            "support_low": one.support.low,
            "support_best": one.support.best,
            "support_high": one.support.high,
            "harm_grade": one.harm_grade,
            "roots": list(answer.roots),
            "claims": list(one.claims),
            "series": list(one.series),
            "best_claim": one.best_claim,
            "calculation": text(one.calculation),
            "notes": [text(n) or "" for n in one.notes],
            "decided": one.decided,
        }


def _series(lookup: Lookup) -> Iterator[Row]:
    for one in lookup.dossier.series:
        for number, point in enumerate(one.points):
            yield {
                "story": lookup.dossier.story,
                "id": one.id,
                "point": number,
                "root": shown_root(one.root) if one.root else None,
                "measure": one.question.measure,
                "claim": point.claim,
                "claims": list(point.claims),
                "value": point.value,
                "low": point.low,
                "high": point.high,
                "qualifier": point.qualifier,
                "as_of_start": point.as_of.start if point.as_of else None,
                "as_of_end": point.as_of.end if point.as_of else None,
                "as_of_how": point.as_of.how if point.as_of else None,
                "reports": list(point.reports),
                "superseded_by": point.superseded_by,
            }


def _relations(lookup: Lookup) -> Iterator[Row]:
    for one in lookup.dossier.relations:
        yield {
            "story": lookup.dossier.story,
            "type": one.type,
            "from_claim": one.from_claim,
            "to_claim": one.to_claim,
            "reason": text(one.reason),
        }


ASSESSMENTS = Table(
    "assessments",
    "A question's reconciled answer. Rows answer different questions and are not to be added up.",
    (
        STORY,
        Column("id", "text", "The assessment's id."),
        Column("label", "text", "What is counted, in words."),
        Column("measure", "text", "killed, injured, missing, displaced, ... or other:<word>."),
        Column("unit", "text", "person, household, other."),
        Column("category", "text", "civilians, combatants, people, other."),
        Column("people", "text", "The reports' own words for the people."),
        Column("side", "text", "The side that they are counted for."),
        Column("status_by", "text", "Who calls them fighters or civilians."),
        Column("place", "text", "The question's place; a sensitive facility stands at its town."),
        Column("place_told", "flag", "Whether a figure's own sentence gives it; else it is only probable."),
        Column("geonames_id", "count", "The id of GeoNames."),
        Column("place_role", "text", "at, from, to."),
        Column("country_code", "text", "ISO 3166, two letters."),
        Column("period_start", "day", "First day that it counts over."),
        Column("period_end", "day", "Last day."),
        Column("counting", "text", "stock, flow, cumulative, increment, unknown."),
        Column("basis", "text", "How the number was come by."),
        Column("event", "text", "The event that it is of."),
        Column("low", "number", "The least."),
        Column("best", "number", "The best number; null where only a party counted."),
        Column("high", "number", "The most; null where open."),
        Column("ceiling", "number", "Feared and up-to numbers, apart from the range."),
        Column("support_low", "text", "corroborated, documented, single, disputed, party only, withdrawn."),
        Column("support_best", "text", "The same of the best."),
        Column("support_high", "text", "The same of the most."),
        Column("harm_grade", "text", "Airwars' grade, for civilian harm with an alleged belligerent."),
        Column("roots", "texts", "Who gives its figures."),
        Column("claims", "texts", "The figures that answer it."),
        Column("series", "texts", "Their series, one a root."),
        Column("best_claim", "text", "The figure of the best number."),
        Column("calculation", "text", "How the bounds came about."),
        Column("notes", "texts", "What the reader must know of it."),
        Column("decided", "text", "The decision that set the best number."),
    ),
    _assessments,
)
SERIES = Table(
    "series",
    "One state of a series: the figures that answer one question by one root, in time.",
    (
        STORY,
        Column("id", "text", "The series' id."),
        Column("point", "count", "The state's number in its series, from 0."),
        Column("root", "text", "The root; null where nobody is named."),
        Column("measure", "text", "What it counts."),
        Column("claim", "text", "The wording nearest the root."),
        Column("claims", "texts", "All that say the same."),
        Column("value", "number", "The number."),
        Column("low", "number", "The least."),
        Column("high", "number", "The most; null where open."),
        Column("qualifier", "text", "exact, at_least, more_than, up_to, approx, range, vague, fraction."),
        Column("as_of_start", "day", "First day of the state that it describes."),
        Column("as_of_end", "day", "Last day of it."),
        Column("as_of_how", "text", "stated, statement_day, dateline, publication."),
        Column("reports", "texts", "The reports that carry it, copies among them."),
        Column("superseded_by", "text", "The claim that replaced it."),
    ),
    _series,
)
RELATIONS = Table(
    "relations",
    "How two figures stand to each other.",
    (
        STORY,
        Column("type", "text", "duplicate, carried over, supersede, revision, agree, contradict, part of, ..."),
        Column("from_claim", "text", "The one figure."),
        Column("to_claim", "text", "The other."),
        Column("reason", "text", "Why, in a sentence."),
    ),
    _relations,
)
