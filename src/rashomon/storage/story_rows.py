"""Stories in the store, and the dossiers composed of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, union

from rashomon.model.assessment import Assessment, Support
from rashomon.model.dossier import Dossier
from rashomon.model.grouping import Story
from rashomon.storage import tables
from rashomon.storage.change_rows import next_change
from rashomon.storage.packing import instant, pack, stamp, unpack
from rashomon.storage.summary_rows import drop_summaries

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class StoredStory:
    """A story as it stands: `state` changes with any of its reports, `newest` is when its last report counts from."""

    story: Story
    component: int
    newest: dt.datetime | None
    state: str


def replace_stories(connection: Connection, gone: Iterable[str], stories: Sequence[StoredStory]) -> None:
    """The stories as they stand now, in place of those of these ids."""
    names = sorted({*gone, *(s.story.id for s in stories)})
    table = tables.stories
    before: dict[str, tuple[str, int]] = {}
    for at in range(0, len(names), _CHUNK):
        some = table.c.id.in_(names[at : at + _CHUNK])
        known = connection.execute(select(table.c.id, table.c.state, table.c.changed).where(some))
        before.update((row.id, (row.state, row.changed)) for row in known)
        connection.execute(delete(table).where(some))
    drop_summaries(connection, before.keys() - {s.story.id for s in stories})
    fresh = [s.story.id for s in stories if before.get(s.story.id, ("", 0))[0] != s.state]
    changed = dict.fromkeys(fresh, next_change(connection)) if fresh else {}
    rows = [
        {
            "id": s.story.id,
            "component": s.component,
            "newest": stamp(s.newest),
            "reports": len(s.story.reports),
            "state": s.state,
            "record": pack(s.story),
            "changed": changed[s.story.id] if s.story.id in changed else before[s.story.id][1],
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


def last_dossier(connection: Connection, story: str, variant: str, begins: str) -> Dossier | None:
    """The dossier kept of this variant, where its key begins so; null where there is none."""
    table = tables.dossiers
    found = select(table.c.body).where(table.c.story == story, table.c.variant == variant)
    body = connection.execute(found.where(table.c.key.startswith(begins, autoescape=True))).scalar()
    return unpack(body, Dossier) if body is not None else None


def keep_dossier(connection: Connection, story: str, variant: str, key: str, dossier: Dossier) -> None:
    """Keep a composed dossier, its reports and its claims' support, in place of this variant's before."""
    drop_dossiers(connection, [story], variant)
    connection.execute(insert(tables.dossiers).values(story=story, variant=variant, key=key, body=pack(dossier)))
    held = {r.id for r in dossier.reports}
    rows = [{"story": story, "variant": variant, "report": report} for report in sorted(held)]
    connection.execute(insert(tables.dossier_reports), rows)
    support = {(c, s) for a in dossier.assessments if (s := _support(a)) is not None for c in a.claims}
    if support:
        found = [{"story": story, "claim": claim, "support": level} for claim, level in sorted(support)]
        connection.execute(insert(tables.claim_support), found)


def drop_dossiers(connection: Connection, stories: Sequence[str], variant: str | None = None) -> None:
    """Forget the kept dossiers of these stories (of one variant alone, where it is given)."""
    for table in (tables.dossiers, tables.dossier_reports):
        for at in range(0, len(stories), _CHUNK):
            gone = delete(table).where(table.c.story.in_(list(stories[at : at + _CHUNK])))
            connection.execute(gone if variant is None else gone.where(table.c.variant == variant))
    drop_summaries(connection, stories)
    for at in range(0, len(stories), _CHUNK):
        some = list(stories[at : at + _CHUNK])
        connection.execute(delete(tables.claim_support).where(tables.claim_support.c.story.in_(some)))


def stories_holding(connection: Connection, report: str) -> list[str]:
    """The stories, past ones too, whose kept dossiers hold this report."""
    table = tables.dossier_reports
    return sorted(set(connection.execute(select(table.c.story).where(table.c.report == report)).scalars()))


def reports_held(connection: Connection, story: str, variant: str) -> list[str]:
    """The reports that a kept dossier is noted to hold."""
    table = tables.dossier_reports
    wanted = select(table.c.report).where(table.c.story == story, table.c.variant == variant)
    return list(connection.execute(wanted).scalars())


def noted_without_dossier(connection: Connection) -> list[str]:
    """Stories with notes of a kept dossier that is not there."""
    notes = union(select(tables.dossier_reports.c.story), select(tables.claim_support.c.story)).subquery()
    kept = select(tables.dossiers.c.story)
    return sorted(connection.execute(select(notes.c.story).except_(kept)).scalars())


def _support(assessment: Assessment) -> Support | None:
    """The support of what the assessment recommends, or of the bound that it has."""
    return assessment.support.best or assessment.support.low or assessment.support.high


def _stored(row: object) -> StoredStory:
    return StoredStory(
        story=unpack(row.record, Story),  # type: ignore[attr-defined]
        component=row.component,  # type: ignore[attr-defined]
        newest=instant(row.newest),  # type: ignore[attr-defined]
        state=row.state,  # type: ignore[attr-defined]
    )
