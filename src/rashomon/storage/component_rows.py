"""Components of links: which reports hang together, by the number that stands in each one's row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, func, select, update

from rashomon.storage import tables
from rashomon.storage.many_rows import rows_among
from rashomon.storage.report_rows import chunks

#: So many components are left out by the database.
_LEFT_OUT = 100


def members_of(connection: Connection, components: Iterable[int]) -> list[int]:
    """The sequence numbers of the reports of these components."""
    wanted = select(tables.reports.c.seq)
    return [
        seq
        for some in chunks(list(components))
        for seq in connection.execute(wanted.where(tables.reports.c.component.in_(some))).scalars()
    ]


def join_components(connection: Connection, components: Iterable[int]) -> int:
    """The components made one, under the least of their numbers."""
    numbers = sorted(set(components))
    for table in (tables.reports, tables.stories):
        for some in chunks(numbers[1:]):
            connection.execute(update(table).where(table.c.component.in_(some)).values(component=numbers[0]))
    return numbers[0]


def part_components(connection: Connection) -> None:
    """Let every report be a component of its own."""
    connection.execute(update(tables.reports).values(component=tables.reports.c.seq))


def components_of(connection: Connection, seqs: Sequence[int]) -> dict[int, int]:
    """The component of each of these reports."""
    found: dict[int, int] = {}
    for some in chunks(list(seqs)):
        rows = connection.execute(
            select(tables.reports.c.seq, tables.reports.c.component).where(tables.reports.c.seq.in_(some))
        )
        found.update((row.seq, row.component) for row in rows)
    return found


def apart_from(connection: Connection, seqs: Iterable[int], components: Iterable[int]) -> dict[int, int]:
    """The component of those of very many reports that lie in others than these."""
    but = set(components)
    # Most stand in these, as a rule: the database leaves them out, a few of them.
    left = ",".join(map(str, sorted(but)[:_LEFT_OUT]))
    asked = f"SELECT seq, component FROM reports WHERE component NOT IN ({left}) AND seq IN"
    return {row[0]: row[1] for row in rows_among(connection, asked, seqs) if row[1] not in but}


def set_component(connection: Connection, seqs: Sequence[int], component: int) -> None:
    """Put reports and their stories into a component: what removing one needs, where a component falls into several."""
    for some in chunks(list(seqs)):
        connection.execute(update(tables.reports).where(tables.reports.c.seq.in_(some)).values(component=component))
        stories = select(tables.places.c.story).where(tables.places.c.report.in_(some))
        connection.execute(update(tables.stories).where(tables.stories.c.id.in_(stories)).values(component=component))


def every_component(connection: Connection) -> list[int]:
    """The number of every component."""
    numbers = tables.reports.c.component
    return list(connection.execute(select(numbers).distinct().order_by(numbers)).scalars())


def component_firsts(connection: Connection) -> list[tuple[int, int]]:
    """Each component's number, and the least number among its reports."""
    table = tables.reports
    rows = connection.execute(select(table.c.component, func.min(table.c.seq)).group_by(table.c.component))
    return sorted((number, least) for number, least in rows)
