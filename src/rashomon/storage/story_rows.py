"""Stories in the store, and the dossiers composed of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from rashomon.model.dossier import Dossier
from rashomon.model.grouping import Story
from rashomon.storage import tables
from rashomon.storage.packing import instant, pack, stamp, unpack

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class StoredStory:
    """A story as it stands: `state` changes with any of its reports, `newest` is when its last report counts from."""

    story: Story
    component: int
    newest: dt.datetime | None
    state: str


def replace_stories(connection: Connection, gone: Iterable[int], stories: Sequence[StoredStory]) -> None:
    """The stories of these components, in place of those that stood there."""
    components = sorted(set(gone))
    for at in range(0, len(components), _CHUNK):
        connection.execute(delete(tables.stories).where(tables.stories.c.component.in_(components[at : at + _CHUNK])))
    rows = [
        {
            "id": s.story.id,
            "component": s.component,
            "newest": stamp(s.newest),
            "reports": len(s.story.reports),
            "state": s.state,
            "record": pack(s.story),
        }
        for s in stories
    ]
    if rows:
        connection.execute(insert(tables.stories), rows)


def list_stories(connection: Connection, *, limit: int | None = None, start: int = 0) -> list[StoredStory]:
    """The stories, that with the newest report first."""
    wanted = select(tables.stories).order_by(
        tables.stories.c.newest.is_(None), tables.stories.c.newest.desc(), tables.stories.c.id
    )
    return [_stored(row) for row in connection.execute(wanted.limit(limit).offset(start))]


def stories_of(connection: Connection, component: int) -> list[StoredStory]:
    """The stories of one component, by id."""
    rows = connection.execute(select(tables.stories).where(tables.stories.c.component == component))
    return sorted((_stored(row) for row in rows), key=lambda s: s.story.id)


def find_story(connection: Connection, story_id: str) -> StoredStory | None:
    """The story of an id that it has or ever had: a story once named after one of its reports keeps that name."""
    row = connection.execute(select(tables.stories).where(tables.stories.c.id == story_id)).first()
    if row is not None:
        return _stored(row)
    report_id = "rpt-" + story_id.removeprefix("story-")
    component = connection.execute(select(tables.reports.c.component).where(tables.reports.c.id == report_id)).scalar()
    inside = stories_of(connection, component) if component is not None else []
    return next((s for s in inside if report_id in s.story.reports), None)


def kept_dossier(connection: Connection, story: str, variant: str, key: str) -> Dossier | None:
    """The dossier composed before under the same key, or null."""
    table = tables.dossiers
    body = connection.execute(
        select(table.c.body).where(table.c.story == story, table.c.variant == variant, table.c.key == key)
    ).scalar()
    return unpack(body, Dossier) if body is not None else None


def keep_dossier(connection: Connection, story: str, variant: str, key: str, dossier: Dossier) -> None:
    """Keep a composed dossier in place of the one of this variant before."""
    table = tables.dossiers
    connection.execute(delete(table).where(table.c.story == story, table.c.variant == variant))
    connection.execute(insert(table).values(story=story, variant=variant, key=key, body=pack(dossier)))


def _stored(row: object) -> StoredStory:
    return StoredStory(
        story=unpack(row.record, Story),  # type: ignore[attr-defined]
        component=row.component,  # type: ignore[attr-defined]
        newest=instant(row.newest),  # type: ignore[attr-defined]
        state=row.state,  # type: ignore[attr-defined]
    )
