"""The UCDP GED export: events with deaths of their own as rows of its 49 columns, with the rules of its codebook."""

from __future__ import annotations

from rashomon.model.exported import Exported, Loss, LossReport, Material
from rashomon.model.happening import Event
from rashomon.rendering.csv_table import csv_bytes
from rashomon.rendering.exports.counts import taken_by
from rashomon.rendering.exports.dating import dated_by_tolls, losses_of_dating
from rashomon.rendering.exports.ged.deaths import Estimate, estimate_of
from rashomon.rendering.exports.ged.rows import COLUMNS, Row, is_aggregate, row_of, why_left_out
from rashomon.rendering.exports.ged.sides import sides_of
from rashomon.rendering.exports.shape import Format
from rashomon.rendering.exports.unpinned import unpinned
from rashomon.rendering.lookup import Lookup

_CANNOT_CARRY = (
    "Which origin gives low, which best and which high: source_original names them together.",
    "Hedges, as-of, caveats and the history of a number.",
    "Disagreements, accusations and answers: a doer who is only accused is no side.",
    "Injured, displaced, missing and every other measure but deaths.",
    "Events without deaths, and tolls that belong to no single event: as aggregates they would count events twice.",
    "Ids of conflicts, dyads, actors and countries, active_year and relid are the UCDP's to give, and stay blank.",
    "Event ids are the record's own. code_status says who reviewed the row.",
)
_NO_SIDES = (
    "No doer is established, only accused or described: type_of_violence and the sides are blank, for the UCDP's rules "
    "want named actors."
)


def write_ged(material: Material) -> Exported:
    """`ged.csv` with a row for each event with deaths of its own, and what it leaves out."""
    rows: list[Row] = []
    losses: list[Loss] = []
    for offered in material.dossiers:
        dossier, by_toll = dated_by_tolls(offered)
        lookup = Lookup(dossier)
        written: set[str] = set()
        kept: set[str] = set()
        for event in dossier.events:
            sides = sides_of(event)
            estimate = why_left_out(event, dossier) or estimate_of([event], sides, lookup, taken_by(written, lookup))
            if isinstance(estimate, str):
                losses.append(_loss(event, dossier.story, "left out", estimate))
                continue
            rows.append(row_of(event, sides, estimate, lookup))
            reasons = _simplified(event, sides.kind, estimate)
            losses += [_loss(event, dossier.story, "simplified", r) for r in reasons]
            written |= set(estimate.figures)
            kept.add(event.id)
        losses += losses_of_dating(by_toll, frozenset(kept), dossier.story)
        losses += unpinned(lookup, written, kept)
    count = sum(len(d.events) for d in material.dossiers)
    report = LossReport(
        format="ged", offered=count, written=len(rows), cannot_carry=_CANNOT_CARRY, losses=tuple(losses)
    )
    return Exported(files={"ged.csv": csv_bytes(COLUMNS, rows)}, report=report)


def _simplified(event: Event, kind: int, estimate: Estimate) -> list[str]:
    reasons = list(estimate.simplified)
    if not kind:
        reasons.append(_NO_SIDES)
    if is_aggregate(event):
        reasons.append("An event of several days is one row, an aggregate (event_clarity 2).")
    return reasons


def _loss(event: Event, story: str, what: str, reason: str) -> Loss:
    return Loss(story=story, record=event.id, kind="event", what="simplified" if what == "simplified" else "left out",
                reason=reason)  # fmt: skip


GED = Format("ged", "Lethal events in the UCDP GED's 49 columns, as CSV.", "text/csv", write_ged)
