"""The changes of a project's stories, counted; and up to which change somebody has seen a story."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from rashomon.storage import tables
from rashomon.storage.fact_rows import CHANGES, find_fact, save_fact
from rashomon.storage.packing import instant, stamp

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Seen:
    """How far somebody has seen a story: the number of its newest change, and of the project's newest report."""

    at: dt.datetime
    changed: int
    report: int


def next_change(connection: Connection) -> int:
    """The number of a change that is made now: higher than every one before, whatever was removed since."""
    number = int(find_fact(connection, CHANGES) or 0) + 1
    save_fact(connection, CHANGES, str(number))
    return number


def note_changed(connection: Connection, stories: Collection[str], by: str) -> None:
    """Say that these stories change now; whoever changes them and had seen all before has seen this as well."""
    number = next_change(connection)
    for some in _chunks(stories):
        before = connection.execute(
            select(tables.stories.c.id, tables.stories.c.changed).where(tables.stories.c.id.in_(some))
        ).all()
        looks = tables.looks
        for story, changed in before:
            known = (looks.c.account == by, looks.c.story == story, looks.c.changed == changed)
            connection.execute(update(looks).where(*known).values(changed=number))
        connection.execute(update(tables.stories).where(tables.stories.c.id.in_(some)).values(changed=number))


def standing_at(connection: Connection, story: str, at: dt.datetime) -> Seen:
    """How far somebody who looks at a story now has seen it."""
    changed = connection.execute(select(tables.stories.c.changed).where(tables.stories.c.id == story)).scalar()
    newest = connection.execute(select(func.max(tables.reports.c.seq))).scalar()
    return Seen(at, changed or 0, newest or 0)


def look(connection: Connection, account: str, story: str, seen: Seen) -> None:
    """Keep how far somebody has seen a story."""
    table = tables.looks
    connection.execute(delete(table).where(table.c.account == account, table.c.story == story))
    connection.execute(
        insert(table).values(account=account, story=story, at=stamp(seen.at), changed=seen.changed, report=seen.report)
    )


def looks_of(connection: Connection, account: str, stories: Collection[str]) -> dict[str, Seen]:
    """How far somebody has seen each of these stories that they looked at."""
    table = tables.looks
    found: dict[str, Seen] = {}
    for some in _chunks(stories):
        for row in connection.execute(select(table).where(table.c.account == account, table.c.story.in_(some))):
            at = instant(row.at)
            assert at is not None
            found[row.story] = Seen(at, row.changed, row.report)
    return found


def _chunks(values: Collection[str]) -> Iterator[list[str]]:
    every = sorted(values)
    for at in range(0, len(every), _CHUNK):
        yield every[at : at + _CHUNK]
