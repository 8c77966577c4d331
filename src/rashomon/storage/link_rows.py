"""Which reports are copies of which, in the store, and where each live report stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, insert, or_, select

from rashomon.storage import tables
from rashomon.storage.many_rows import insert_numbers, rows_among

_CHUNK = 500
#: Pairs of places in some order, the lower one first, and the value of each.
PairsOf = tuple[list[tuple[int, int]], list[float]]


class Place(NamedTuple):
    """Where a live report stands (`tables.places`)."""

    cluster: int
    story: str
    first: int
    core: bool
    same: int
    original: int


def save_links(connection: Connection, found: Mapping[tuple[int, int], float]) -> None:
    """Keep the share of words in common of the two reports of each pair, of which one is the other's copy."""
    rows = [(one, two, share) for pair, share in found.items() for one, two in (pair, pair[::-1])]
    insert_numbers(connection, tables.links, sorted(rows))


def links_of(connection: Connection, seqs: Collection[int]) -> dict[int, dict[int, float]]:
    """The copies of each of these reports, with the share of words in common; none for those without."""
    found: dict[int, dict[int, float]] = {seq: {} for seq in seqs}
    for report, other, share in _rows(connection, tables.links, seqs):
        found[report][other] = share
    return found


def copy_pairs(connection: Connection, seqs: Collection[int]) -> PairsOf:
    """Each pair of copies among these reports once, by their places in the numbers' order, with the share of words."""
    return pairs_among(seqs, _rows(connection, tables.links, seqs))


def pairs_among(seqs: Collection[int], rows: Iterable[tuple[int, int, float]]) -> PairsOf:
    """Each pair of rows (a report, another one, a value) among these reports once, by their places in their order."""
    place = {seq: n for n, seq in enumerate(sorted(seqs))}
    found = {
        (place[min(one, other)], place[max(one, other)]): value
        for one, other, value in rows
        if other in place and one in place
    }
    return list(found), list(found.values())


def delete_links(connection: Connection, seq: int) -> None:
    """Forget a report's links."""
    table = tables.links
    connection.execute(delete(table).where(or_(table.c.report == seq, table.c.other == seq)))


def delete_every_link(connection: Connection) -> None:
    """Forget all links: they are made anew."""
    connection.execute(delete(tables.links))


def delete_every_story(connection: Connection) -> None:
    """Forget all stories, where reports stand in them and what they are formed of: they are formed anew."""
    for table in (tables.chances, tables.places, tables.stories):
        connection.execute(delete(table))


def places_of(connection: Connection, seqs: Iterable[int]) -> dict[int, Place]:
    """Where those of these reports stand that are live."""
    return _places(connection, tables.places.c.report, seqs)


def places_among(connection: Connection, seqs: Iterable[int], cores: bool) -> list[int]:
    """Those of very many reports that are live and the first of their copies; the cores alone, where `cores`."""
    kind = "core" if cores else "first = report"
    return [row[0] for row in rows_among(connection, f"SELECT report FROM places WHERE {kind} AND report IN", seqs)]


def cluster_places(connection: Connection, clusters: Iterable[int], cores: bool = False) -> dict[int, Place]:
    """The live reports of these clusters, with where they stand; the cores alone, where `cores`."""
    return _places(connection, tables.places.c.cluster, clusters, tables.places.c.core if cores else None)


def stories_of_clusters(connection: Connection, clusters: Iterable[int]) -> dict[int, str]:
    """A story of each of these clusters that is there."""
    table = tables.places.c
    wanted = select(table.cluster, table.story)
    found = ((c, connection.execute(wanted.where(table.cluster == c).limit(1)).first()) for c in clusters)
    return {cluster: row.story for cluster, row in found if row is not None}


def copy_places(connection: Connection, firsts: Iterable[int]) -> dict[int, Place]:
    """The live reports of the copy groups of these, with where they stand."""
    return _places(connection, tables.places.c.first, firsts)


def original_places(connection: Connection, originals: Iterable[int]) -> dict[int, Place]:
    """The live reports that the machine put into the copy groups of these, with where they stand."""
    return _places(connection, tables.places.c.original, originals)


def any_forced(connection: Connection, originals: Iterable[int]) -> bool:
    """True where a report of these copy groups stands in another one, as persons decided."""
    table = tables.places.c
    wanted = select(table.report).where(table.first != table.original).limit(1)
    return any(connection.execute(wanted.where(table.original.in_(some))).first() for some in _chunks(originals))


def story_places(connection: Connection, stories: Iterable[str]) -> dict[int, Place]:
    """The live reports of these stories, with where they stand."""
    return _places(connection, tables.places.c.story, stories)


def save_places(connection: Connection, gone: Iterable[int], found: Mapping[int, Place]) -> None:
    """Where reports stand now, in place of where they stood; those that are `gone` stand nowhere."""
    for some in _chunks({*gone, *found}):
        connection.execute(delete(tables.places).where(tables.places.c.report.in_(some)))
    rows = [{"report": seq, **place._asdict()} for seq, place in sorted(found.items())]
    if rows:
        connection.execute(insert(tables.places), rows)


def _places(connection: Connection, column: Any, values: Iterable[Any], only: Any = None) -> dict[int, Place]:
    table = tables.places.c
    wanted = select(table.report, *(table[name] for name in Place._fields))
    if only is not None:
        wanted = wanted.where(only)
    return {
        report: Place(*stands)
        for some in _chunks(values)
        for report, *stands in connection.execute(wanted.where(column.in_(some))).all()
    }


def _rows(connection: Connection, table: Any, seqs: Iterable[int]) -> Iterator[Any]:
    wanted = select(*table.c)
    for some in _chunks(seqs):
        yield from connection.execute(wanted.where(table.c.report.in_(some))).all()


def _chunks(values: Iterable[Any]) -> Iterator[list[Any]]:
    every = list(values)
    for at in range(0, len(every), _CHUNK):
        yield every[at : at + _CHUNK]
