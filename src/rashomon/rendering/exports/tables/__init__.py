"""The Parquet and Arrow exports: the record as eight typed tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from rashomon.model.claim import Control, EventClaim, Figure
from rashomon.model.exported import Exported, Loss, LossReport, Material
from rashomon.rendering import wording
from rashomon.rendering.exports.shape import Format
from rashomon.rendering.exports.tables.arrow_files import arrow_bytes, arrow_table, parquet_bytes
from rashomon.rendering.exports.tables.claim_tables import CLAIMS, FIGURES
from rashomon.rendering.exports.tables.counting_tables import ASSESSMENTS, RELATIONS, SERIES
from rashomon.rendering.exports.tables.record_tables import EVENTS, REPORTS, ROOTS
from rashomon.rendering.exports.tables.shape import Row, Table
from rashomon.rendering.lookup import Lookup

#: Every table, in the order of the documentation.
TABLES = (CLAIMS, FIGURES, EVENTS, ASSESSMENTS, RELATIONS, REPORTS, ROOTS, SERIES)

_CANNOT_CARRY = (
    "Generated text: the brief, the timeline, lines of statements, accusations, alliances and control.",
    "Disagreements as such: relations hold those between figures.",
    "Decisions, issues, and the words that altered copies changed.",
    "The text around a sentence, and exact places of sensitive facilities.",
    "Places that figures and events name beside their own.",
)


def rows_of(table: Table, material: Material) -> list[Row]:
    """The rows of one table over all stories; every row has every column."""
    found = [row for d in material.dossiers for row in table.rows(Lookup(d))]
    return [{c.name: row.get(c.name) for c in table.columns} for row in found]


def write_parquet(material: Material) -> Exported:
    """A Parquet file a table."""
    return _write(material, "parquet", parquet_bytes)


def write_arrow(material: Material) -> Exported:
    """An Arrow IPC file a table."""
    return _write(material, "arrow", arrow_bytes)


def _write(material: Material, name: str, to_bytes: Callable[[Any], bytes]) -> Exported:
    files: dict[str, bytes] = {}
    written = 0
    note = "; ".join(f"{d.story}: {wording.review_note(d)}. {wording.names_note(d)}" for d in material.dossiers)
    for table in TABLES:
        rows = rows_of(table, material)
        written += len(rows)
        files[f"{table.name}.{name}"] = to_bytes(arrow_table(table, rows, note))
    report = LossReport(
        format=name, offered=written, written=written, cannot_carry=_CANNOT_CARRY, losses=tuple(_losses(material))
    )
    return Exported(files=files, report=report)


def _losses(material: Material) -> Iterator[Loss]:
    """Each event and claim whose facility stands at its town."""
    reason = "A sensitive facility stands at its town."
    for dossier in material.dossiers:
        for event in dossier.events:
            if event.place and event.place.is_sensitive:
                yield Loss(story=dossier.story, record=event.id, kind="event", what="simplified", reason=reason)
        for claim in dossier.claims:
            place = claim.place if isinstance(claim, Figure | EventClaim | Control) else None
            if place and place.is_sensitive:
                kind = "figure" if isinstance(claim, Figure) else "claim"
                yield Loss(story=dossier.story, record=claim.id, kind=kind, what="simplified", reason=reason)  # type: ignore[arg-type]


PARQUET = Format(
    "parquet", "The record as eight typed tables, as Parquet.", "application/vnd.apache.parquet", write_parquet
)
ARROW = Format("arrow", "The same tables as Arrow IPC files.", "application/vnd.apache.arrow.file", write_arrow)
