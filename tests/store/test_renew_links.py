"""Links that another version of the program made are made anew when a project is opened."""

from __future__ import annotations

import msgspec
from sqlalchemy import delete, update
from tests.store.worlds import FIRE, WORLD, add, dossiers

from rashomon import app
from rashomon.storage import Store, tables
from rashomon.storage.fact_rows import save_fact
from rashomon.storage.story_rows import list_stories


def test_links_of_another_version_are_made_anew(store: Store) -> None:
    """A project whose marks, components and stories an older program made is, once opened, what this one makes."""
    add(store, WORLD)
    reports = {r.given_ids[0]: r.id for d in dossiers(store) for r in d.reports}
    app.decide(store.address, "merge_stories", [reports["fire-1"], reports["clash-1"]], by="R. Desk")
    before = msgspec.json.encode(dossiers(store))
    with store.writing() as connection:
        connection.execute(delete(tables.marks))
        connection.execute(delete(tables.stories))
        connection.execute(update(tables.reports).values(component=tables.reports.c.seq))
        save_fact(connection, "linked_by", "an older one")
    assert app.stories(store.address)
    assert msgspec.json.encode(dossiers(store)) == before
    assert app.doctor(store.address, full=True).findings == ()


def test_links_of_this_version_are_left_alone(store: Store) -> None:
    """Opening a project of this version forms nothing anew: a story that was spoiled by hand stays so."""
    add(store, FIRE)
    with store.writing() as connection:
        connection.execute(update(tables.stories).values(state="spoiled"))
    app.stories(store.address)
    with store.reading() as connection:
        assert [s.state for s in list_stories(connection)] == ["spoiled"]
