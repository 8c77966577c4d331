"""How well claims are supported, as the kept dossiers say it; and which stories have none kept as they stand."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, and_, exists, func, literal, select
from sqlalchemy.types import String

from rashomon.storage import tables


def is_supported(claim: ColumnElement[str], supports: Sequence[str], version: str) -> ColumnElement[bool]:
    """True for a claim that the dossier of a story as it stands, made by this program, supports so well."""
    support, story = tables.claim_support, tables.stories
    named = and_(support.c.claim == claim, support.c.support.in_(list(supports)), story.c.id == support.c.story)
    return exists().where(named, _is_weighed(version))


def count_unweighed(connection: Connection, version: str) -> int:
    """How many stories have no dossier of this program kept as they stand."""
    wanted = select(func.count()).select_from(tables.stories).where(~_is_weighed(version))
    return int(connection.execute(wanted).scalar_one())


def _is_weighed(version: str) -> ColumnElement[bool]:
    """True for a story whose kept dossier's key begins with this program and the story's state."""
    story, dossier = tables.stories, tables.dossiers
    begins = literal(version + ":", String) + story.c.state + literal(":", String)
    fresh = exists().where(dossier.c.story == story.c.id, dossier.c.key.startswith(begins))
    return fresh.correlate(story)
