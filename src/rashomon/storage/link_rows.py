"""How alike reports are, in the store: each pair both ways round."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select

from rashomon.storage import tables
from rashomon.storage.many_rows import insert_numbers

_CHUNK = 500
#: The chance that two reports tell one happening, and the share of words in common where one is the other's copy.
Link = tuple[float, float]


def save_links(connection: Connection, found: Mapping[tuple[int, int], Link]) -> None:
    """Keep how alike the two reports of each pair are."""
    rows = [(one, two, *link) for pair, link in found.items() for one, two in (pair, pair[::-1])]
    insert_numbers(connection, tables.links, sorted(rows))


def links_of(connection: Connection, seqs: Collection[int]) -> dict[int, dict[int, Link]]:
    """The links of each of these reports; none for those without."""
    found: dict[int, dict[int, Link]] = {seq: {} for seq in seqs}
    table = tables.links
    wanted = select(table.c.report, table.c.other, table.c.chance, table.c.copied)
    for some in _chunks(seqs):
        for report, other, chance, copied in connection.execute(wanted.where(table.c.report.in_(some))).all():
            found[report][other] = (chance, copied)
    return found


def pairs_of(connection: Connection, seqs: Collection[int]) -> tuple[list[tuple[int, int]], list[float], list[float]]:
    """Each linked pair among these reports once, by their places in the order of the numbers, with its link's parts."""
    place = {seq: n for n, seq in enumerate(sorted(seqs))}
    pairs: list[tuple[int, int]] = []
    chances: list[float] = []
    shares: list[float] = []
    table = tables.links
    wanted = select(table.c.report, table.c.other, table.c.chance, table.c.copied).where(table.c.other > table.c.report)
    for some in _chunks(seqs):
        for one, other, chance, copied in connection.execute(wanted.where(table.c.report.in_(some))).all():
            if other in place:
                pairs.append((place[one], place[other]))
                chances.append(chance)
                shares.append(copied)
    return pairs, chances, shares


def delete_links(connection: Connection, seq: int) -> None:
    """Forget a report's links."""
    table = tables.links
    connection.execute(delete(table).where(or_(table.c.report == seq, table.c.other == seq)))


def delete_every_link(connection: Connection) -> None:
    """Forget all links: they are made anew."""
    connection.execute(delete(tables.links))


def delete_every_story(connection: Connection) -> None:
    """Forget all stories and where reports stand in them: they are formed anew."""
    for table in (tables.places, tables.stories):
        connection.execute(delete(table))


def places_of(connection: Connection, seqs: Iterable[int]) -> dict[int, tuple[int, str]]:
    """The cluster and the story of each of these reports that is live."""
    return _places(connection, tables.places.c.report, seqs)


def cluster_places(connection: Connection, clusters: Iterable[int]) -> dict[int, tuple[int, str]]:
    """The live reports of these clusters, with the story of each."""
    return _places(connection, tables.places.c.cluster, clusters)


def story_places(connection: Connection, stories: Iterable[str]) -> dict[int, tuple[int, str]]:
    """The live reports of these stories, with the cluster of each."""
    return _places(connection, tables.places.c.story, stories)


def save_places(connection: Connection, gone: Iterable[int], found: Mapping[int, tuple[int, str]]) -> None:
    """Where reports stand now, in place of where they stood; those that are `gone` stand nowhere."""
    for some in _chunks({*gone, *found}):
        connection.execute(delete(tables.places).where(tables.places.c.report.in_(some)))
    rows = [{"report": seq, "cluster": cluster, "story": story} for seq, (cluster, story) in sorted(found.items())]
    if rows:
        connection.execute(insert(tables.places), rows)


def _places(connection: Connection, column: Any, values: Iterable[Any]) -> dict[int, tuple[int, str]]:
    table = tables.places
    wanted = select(table.c.report, table.c.cluster, table.c.story)
    return {
        report: (cluster, story)
        for some in _chunks(values)
        for report, cluster, story in connection.execute(wanted.where(column.in_(some))).all()
    }


def _chunks(values: Iterable[Any]) -> Iterator[list[Any]]:
    every = list(values)
    for at in range(0, len(every), _CHUNK):
        yield every[at : at + _CHUNK]
