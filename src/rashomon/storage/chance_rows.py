"""The chances that reports tell one happening with earlier cores, in the store."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, bindparam, delete, select

from rashomon.storage import tables
from rashomon.storage.link_rows import PairsOf, pairs_among
from rashomon.storage.many_rows import insert_numbers
from rashomon.storage.report_rows import chunks


def chances_of(connection: Connection, seqs: Collection[int]) -> dict[int, dict[int, float]]:
    """The chances of each of these reports with earlier cores, and of a core with later ones too."""
    found: dict[int, dict[int, float]] = {seq: {} for seq in seqs}
    table = tables.chances.c
    for some in chunks(list(seqs)):
        rows = connection.execute(select(table.report, table.other, table.chance).where(table.report.in_(some)))
        for report, other, chance in rows.all():
            found[report][other] = chance
    return found


def chance_pairs(connection: Connection, seqs: Collection[int]) -> PairsOf:
    """Each pair of these reports that has a chance once, by their places in the numbers' order."""
    rows = chances_of(connection, seqs)
    return pairs_among(seqs, ((one, other, chance) for one, row in rows.items() for other, chance in row.items()))


def held_against(connection: Connection, cores: Iterable[int]) -> dict[int, dict[int, float]]:
    """The reports that have chances with these cores, with these chances."""
    found: dict[int, dict[int, float]] = {}
    table = tables.chances.c
    for some in chunks(list(cores)):
        rows = connection.execute(select(table.report, table.other, table.chance).where(table.other.in_(some)))
        for report, other, chance in rows.all():
            found.setdefault(report, {})[other] = chance
    return found


def save_chances(
    connection: Connection, gone: Iterable[tuple[int, int]], found: Mapping[tuple[int, int], float]
) -> None:
    """Keep the chances of pairs, in this direction, that have none yet; forget those of the pairs that are `gone`."""
    table = tables.chances
    rows = [{"one": report, "two": other} for report, other in sorted(gone)]
    if rows:
        pair = (table.c.report == bindparam("one"), table.c.other == bindparam("two"))
        connection.execute(delete(table).where(*pair), rows)
    insert_numbers(connection, table, sorted((*pair, chance) for pair, chance in found.items()))
