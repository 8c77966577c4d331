"""Use cases of a list of thousands of stories: their lines, made ahead, and what somebody has seen of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from rashomon.adapters import clock
from rashomon.adapters.package_data import program_version
from rashomon.app.parts import open_project, shipped_parts
from rashomon.model.record import Record
from rashomon.project import kept_story_dossier
from rashomon.run import Run
from rashomon.storage import change_rows, node_rows, story_rows, summary_rows
from rashomon.storage.change_rows import Seen
from rashomon.storage.summary_rows import Listed, Wanted


def story_lines(address: str, wanted: Wanted, *, limit: int, start: int = 0) -> tuple[list[Listed], int]:
    """The stories wanted, that with the newest report first, and how many there are; no dossier is composed."""
    with open_project(address) as store, store.reading() as connection:
        return summary_rows.list_summaries(connection, wanted, program_version(), limit=limit, start=start)


def make_lines(address: str, stories: Collection[str] | None = None, *, seconds: float, limit: int = 50) -> int:
    """Make lines that are missing or no longer true, of these stories or of any, for so long; how many are left."""
    run, until = Run(clock.seconds), clock.seconds() + seconds
    with open_project(address) as store:
        with store.reading() as connection:
            left, _ = summary_rows.outdated(connection, program_version(), limit=limit)
        for story in left if stories is None else stories:
            if clock.seconds() >= until:
                break
            with store.reading() as connection:
                stored = story_rows.find_story(connection, story)
            if stored is not None:
                kept_story_dossier(store, stored, shipped_parts(), run)
        with store.reading() as connection:
            return summary_rows.outdated(connection, program_version(), limit=1)[1]


class Came(Record, frozen=True, kw_only=True):
    """How many reports of a story came since somebody looked; `before` is the last instant that none of them changes.

    Null where one of them stands before every other report, or bears no date.
    """

    reports: int
    before: dt.datetime | None


def came_since(address: str, story: str, seen: Seen) -> Came:
    """What came to a story since somebody saw it, by the numbers of its reports: a late report is new, however old."""
    with open_project(address) as store, store.reading() as connection:
        stored = story_rows.find_story(connection, story)
        live = node_rows.named_nodes(connection, stored.story.reports if stored is not None else ())
        nodes = node_rows.lineage_nodes(connection, {n.lineage for n in live.values()}).values()
    new = [n for n in nodes if n.seq > seen.report]
    first = min((n.counts_from for n in new if n.counts_from is not None), default=None)
    known = (n.counts_from for n in nodes if n.counts_from is not None and first is not None and n.counts_from < first)
    return Came(reports=len(new), before=max(known, default=None))


def unmade_lines(address: str) -> int:
    """How many stories have no line that tells how they stand."""
    with open_project(address) as store, store.reading() as connection:
        return summary_rows.outdated(connection, program_version(), limit=1)[1]


def standing_at(address: str, story: str) -> Seen:
    """How far somebody has seen a story who looks at it now."""
    with open_project(address) as store, store.reading() as connection:
        return change_rows.standing_at(connection, story, clock.now())


def look(address: str, account: str, story: str, seen: Seen) -> None:
    """Keep how far somebody has seen a story; where others write too long, the next look is kept."""
    with open_project(address) as store:
        store.keep(lambda connection: change_rows.look(connection, account, story, seen))


def looks(address: str, account: str, stories: Collection[str]) -> dict[str, Seen]:
    """How far somebody has seen each of these stories that they looked at."""
    with open_project(address) as store, store.reading() as connection:
        return change_rows.looks_of(connection, account, stories)
