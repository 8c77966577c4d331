"""What projects go through before they are looked at: reports removed, dossiers kept, versions and reports again."""

from __future__ import annotations

import datetime as dt
from typing import Any

from tests.store.worlds import CLASH, FIRE, NOON, WORLD, add, quiet

from rashomon.app.parts import shipped_parts
from rashomon.project import Removed, kept_story_dossier, remove_report
from rashomon.storage import Store
from rashomon.storage.report_rows import every_report
from rashomon.storage.story_rows import list_stories

LATER = NOON + dt.timedelta(days=2)


def ids(store: Store) -> dict[str, str]:
    """The report of each given id."""
    with store.reading() as connection:
        return {g: s.report.id for s in every_report(connection) for g in s.report.given_ids}


def remove(store: Store, given: str, **choices: Any) -> Removed:
    """A report removed by its given id."""
    chosen = {"reason": "The family asked.", "by": "R. Desk", "at": LATER} | choices
    return remove_report(store, ids(store)[given], library=shipped_parts().library, **chosen)


def keep_dossiers(store: Store) -> None:
    """Have the dossier of every story kept."""
    with store.reading() as connection:
        stories = list_stories(connection)
    for stored in stories:
        kept_story_dossier(store, stored, shipped_parts(), quiet())


def stories_of(store: Store) -> list[Any]:
    """The stories of a project as they stand."""
    with store.reading() as connection:
        return [(s.story, s.newest, s.state) for s in list_stories(connection)]


def live_through_all(store: Store) -> None:
    """A world with a page's second version, two reports removed, and one of these added again by force."""
    add(store, WORLD)
    second = FIRE[0] | {"id": "fire-1b", "text": FIRE[0]["text"].replace("Four", "Five")}
    add(store, [second], NOON + dt.timedelta(hours=4))
    remove(store, "flood-1")
    remove(store, "clash-1", at=NOON)
    add(store, CLASH, NOON + dt.timedelta(days=3), force=True)
