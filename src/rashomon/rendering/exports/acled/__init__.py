"""The ACLED export: events as rows of its 31 columns, with the rules of its codebook."""

from __future__ import annotations

from rashomon.model.exported import Exported, Loss, LossReport, Material
from rashomon.rendering.csv_table import csv_bytes
from rashomon.rendering.exports.acled.choosing import merged, why_left_out
from rashomon.rendering.exports.acled.deaths import deaths_of
from rashomon.rendering.exports.acled.rows import COLUMNS, Row, rows_of, simplified
from rashomon.rendering.exports.counts import taken_by
from rashomon.rendering.exports.dating import dated_by_tolls, losses_of_dating
from rashomon.rendering.exports.shape import Format
from rashomon.rendering.exports.unpinned import unpinned
from rashomon.rendering.lookup import Lookup

_CANNOT_CARRY = (
    "Bounds, hedges and as-of of a figure: one number stands in fatalities, the rest in notes.",
    "Which root gives which number, as fields: they stand in source and notes.",
    "Disagreements and accusations, as fields: they stand in notes.",
    "Injured, displaced, missing and every other measure but deaths.",
    "Figures that belong to no single event, such as the toll of a whole country.",
    "admin2, admin3, source_scale, tags and timestamp are empty: the record does not hold them.",
    "Event ids are the record's own, not ACLED's.",
)


def write_acled(material: Material) -> Exported:
    """`acled.csv` with a row for each codable event of the dossiers, and what it leaves out."""
    rows: list[Row] = []
    losses: list[Loss] = []
    for offered in material.dossiers:
        dossier, by_toll = dated_by_tolls(offered)
        lookup = Lookup(dossier)
        losses += [
            Loss(story=dossier.story, record=event.id, kind="event", what="left out", reason=reason)
            for event in dossier.events
            if (reason := why_left_out(event)) is not None
        ]
        groups = merged(dossier)
        written: set[str] = set()
        for group in groups:
            deaths = deaths_of(group, lookup, material.options.unknown_plural, taken_by(written, lookup))
            rows += rows_of(group, deaths, lookup, material.options)
            losses += simplified(group, deaths, lookup, material.options)
            written |= set(deaths.figures)
        kept = frozenset(e.id for group in groups for e in group)
        losses += [*losses_of_dating(by_toll, kept, dossier.story), *unpinned(lookup, written, kept)]
    count = sum(len(d.events) for d in material.dossiers)
    report = LossReport(
        format="acled", offered=count, written=len(rows), cannot_carry=_CANNOT_CARRY, losses=tuple(losses)
    )
    return Exported(files={"acled.csv": csv_bytes(COLUMNS, rows)}, report=report)


ACLED = Format(
    "acled",
    "Conflict events in ACLED's 31 columns, as CSV.",
    "text/csv",
    write_acled,
    options=("split_days", "unknown_plural"),
)
