"""The displacement export: figures of people forced to move, as IDMC's Helix shapes them."""

from __future__ import annotations

from rashomon.model.exported import Exported, Loss, LossReport, Material
from rashomon.rendering.csv_table import csv_bytes
from rashomon.rendering.exports.idmc.choosing import entries_of
from rashomon.rendering.exports.idmc.roles import group_of, groups_of, roles_of
from rashomon.rendering.exports.idmc.rows import COLUMNS, Row, row_of, simplified
from rashomon.rendering.exports.shape import Format
from rashomon.rendering.lookup import Lookup

_CANNOT_CARRY = (
    "Ranges over several origins, their support and their relations: a row is one origin's figure with its role.",
    "An open top, but in the quantifier: total_figures is the stated number.",
    "Whether people moved before, during or after the event, and whether they crossed a border.",
    "Buildings destroyed and damaged: the record does not say which of them were homes.",
    "People killed, injured, missing or affected.",
    "The conflict's or disaster's codes, and coordinates of the place.",
)


def write_idmc(material: Material) -> Exported:
    """`displacement.csv`: a row for each distinct figure of displacement, one of each group recommended."""
    rows: list[Row] = []
    losses: list[Loss] = []
    offered = 0
    for dossier in material.dossiers:
        lookup = Lookup(dossier)
        entries, left = entries_of(lookup)
        offered += len(entries) + len(left)
        losses += left
        roles, groups = roles_of(entries), groups_of(entries)
        for entry in entries:
            rivals = [e for e in groups[group_of(entry)] if e is not entry]
            rows.append(row_of(entry, roles[entry.figure.id], rivals, lookup, material.options.household_size))
            losses += simplified(entry, roles[entry.figure.id], lookup, material.options.household_size)
    report = LossReport(
        format="idmc", offered=offered, written=len(rows), cannot_carry=_CANNOT_CARRY, losses=tuple(losses)
    )
    return Exported(files={"displacement.csv": csv_bytes(COLUMNS, rows)}, report=report)


IDMC = Format(
    "idmc",
    "Displacement figures with excerpt, role and calculation, as IDMC's Helix shapes them, as CSV.",
    "text/csv",
    write_idmc,
    options=("household_size",),
)
