"""Use cases of a front end that stays open: a project held open, what changed in it, a story's instants."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from rashomon.app.parts import open_project, shipped_parts
from rashomon.composing.masking import Protector
from rashomon.errors import NotFoundError
from rashomon.model.record import Record
from rashomon.project.story_names import story_protector
from rashomon.storage.change_stamp import change_stamp
from rashomon.storage.holding import hold
from rashomon.storage.node_rows import lineage_nodes, named_nodes
from rashomon.storage.story_rows import find_story, list_stories


class Moment(Record, frozen=True, kw_only=True):
    """An instant at which a story changed: the reports that count from then on."""

    at: dt.datetime
    reports: tuple[str, ...]


@contextmanager
def held(address: str) -> Iterator[None]:
    """The project, open until the block ends: every use case meanwhile shares its connections. Raises StoreError."""
    with hold(open_project(address)):
        yield


def state_of(address: str) -> str:
    """A text that differs once anything in the project differs that a reader could see."""
    with open_project(address) as store, store.reading() as connection:
        return change_stamp(connection)


def newest_story(address: str) -> str | None:
    """The id of the story with the newest report; null where there is none."""
    with open_project(address) as store, store.reading() as connection:
        listed = list_stories(connection, limit=1)
    return listed[0].story.id if listed else None


def moments(address: str, story_id: str) -> tuple[Moment, ...]:
    """The instants from which the versions of a story's pages count, in their order; undated ones have none.

    Raises NotFoundError where the project has no such story.
    """
    with open_project(address) as store, store.reading() as connection:
        stored = find_story(connection, story_id)
        if stored is None:
            raise NotFoundError(f"There is no story {story_id}.", "See `rashomon stories`.")
        live = named_nodes(connection, stored.story.reports)
        nodes = lineage_nodes(connection, {n.lineage for n in live.values()}).values()
    by_instant: dict[dt.datetime, list[str]] = {}
    for node in nodes:
        if node.counts_from is not None:
            by_instant.setdefault(node.counts_from, []).append(node.id)
    return tuple(Moment(at=at, reports=tuple(sorted(ids))) for at, ids in sorted(by_instant.items()))


def protector(address: str, story_id: str) -> Protector:
    """What masks the names of a story's private persons in texts of its reports, earlier versions included.

    Raises NotFoundError where the project has no such story.
    """
    with open_project(address) as store, store.reading() as connection:
        stored = find_story(connection, story_id)
        if stored is None:
            raise NotFoundError(f"There is no story {story_id}.", "See `rashomon stories`.")
        return story_protector(connection, stored, shipped_parts())
