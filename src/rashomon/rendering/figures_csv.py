"""`figures.csv`: one line a figure claim, with the question it answers and how that question was reconciled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rashomon.model.assessment import Assessment
from rashomon.model.claim import Figure
from rashomon.model.dossier import Dossier
from rashomon.rendering import wording
from rashomon.rendering.csv_table import csv_bytes
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.shareable import spot_of

COLUMNS = (
    "claim",
    "assessment",
    "counted",
    "measure",
    "words",
    "value",
    "low",
    "high",
    "qualifier",
    "unit",
    "category",
    "group",
    "side",
    "status_by",
    "place",
    "place_role",
    "place_how",
    "geonames_id",
    "happened_from",
    "happened_to",
    "as_of_from",
    "as_of_to",
    "as_of_how",
    "counting",
    "basis",
    "caveats",
    "realis",
    "derived",
    "calculation",
    "part_of",
    "origin",
    "agency",
    "outlet",
    "published",
    "report",
    "url",
    "superseded_by",
    "assessed_low",
    "assessed_best",
    "assessed_high",
    "assessed_ceiling",
    "support_low",
    "support_best",
    "support_high",
    "harm_grade",
    "note",
)


def render_figures(dossier: Dossier) -> bytes:
    """The figures, assessment by assessment, then those that belong to none."""
    return csv_bytes(COLUMNS, figure_rows(dossier))


def figure_rows(dossier: Dossier) -> Iterator[Mapping[str, str | float | None]]:
    """The rows of the table, by `COLUMNS`."""
    lookup = Lookup(dossier)
    superseded = {p.claim: p.superseded_by for s in dossier.series for p in s.points if p.superseded_by}
    done: set[str] = set()
    for assessment in dossier.assessments:
        for claim in assessment.claims:
            figure = lookup.figure(claim)
            if figure and claim not in done:
                done.add(claim)
                yield {
                    **_figure(figure, lookup),
                    **_assessed(assessment, lookup),
                    "superseded_by": superseded.get(claim),
                }
    for claim_record in dossier.claims:
        if isinstance(claim_record, Figure) and claim_record.id not in done:
            yield {**_figure(claim_record, lookup), "superseded_by": superseded.get(claim_record.id)}


def _figure(figure: Figure, lookup: Lookup) -> dict[str, str | float | None]:
    report = lookup.reports.get(figure.report)
    spot = spot_of(figure.place, lookup.dossier) if figure.place else None
    when, as_of, population = figure.when, figure.as_of, figure.population
    return {
        "claim": figure.id,
        "measure": figure.measure,
        "words": lookup.words(figure),
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "qualifier": figure.qualifier,
        "unit": figure.unit,
        "category": population.category,
        "group": population.group,
        "side": population.side,
        "status_by": population.status_by,
        "place": spot.name if spot else None,
        "place_role": figure.place.role if figure.place else None,
        "place_how": figure.place.how if figure.place else None,
        "geonames_id": spot.geonames_id if spot else None,
        "happened_from": str(when.start_date) if when and when.start_date else None,
        "happened_to": str(when.end_date) if when and when.end_date else None,
        "as_of_from": str(as_of.start) if as_of and as_of.start else None,
        "as_of_to": str(as_of.end) if as_of and as_of.end else None,
        "as_of_how": as_of.how if as_of else None,
        "counting": figure.counting,
        "basis": figure.basis,
        "caveats": "; ".join(dict.fromkeys(c.kind for c in figure.caveats)),
        "realis": figure.realis,
        "derived": "yes" if figure.derived else "no",
        "calculation": figure.calculation,
        "part_of": figure.part_of,
        "origin": figure.attribution.origin if figure.attribution else None,
        "agency": figure.attribution.agency if figure.attribution else None,
        "outlet": report.outlet if report else None,
        "published": report.published if report else None,
        "report": figure.report,
        "url": report.url if report else None,
        "note": wording.review_note(lookup.dossier),
    }


def _assessed(assessment: Assessment, lookup: Lookup) -> dict[str, str | float | None]:
    return {
        "assessment": assessment.id,
        "counted": lookup.counted(assessment),
        "assessed_low": assessment.low,
        "assessed_best": assessment.best,
        "assessed_high": assessment.high,
        "assessed_ceiling": assessment.ceiling,
        "support_low": assessment.support.low,
        "support_best": assessment.support.best,
        "support_high": assessment.support.high,
        "harm_grade": assessment.harm_grade,
    }
