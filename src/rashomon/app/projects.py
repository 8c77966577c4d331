"""Use cases over a project: make it, add to it, list its stories, show one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence

from sqlalchemy import Connection

from rashomon.adapters import clock
from rashomon.adapters.package_data import program_version
from rashomon.app.engines import running
from rashomon.app.parts import open_project, opened_sources, shipped_parts
from rashomon.errors import NotFoundError, SourceError
from rashomon.model.dossier import Dossier
from rashomon.model.outcome import Outcome
from rashomon.model.record import Record
from rashomon.model.report import Report
from rashomon.project import Added, add_reports, kept_story_dossier, standing_dossier, story_dossier, story_key
from rashomon.project.story_names import stories_of_reports
from rashomon.reading import read_reports
from rashomon.run import Progress, Run
from rashomon.settings import PolicyName, Settings
from rashomon.storage import create_store
from rashomon.storage.report_rows import count_reports
from rashomon.storage.story_rows import StoredStory, find_story, list_stories
from rashomon.storage.summary_rows import headlines


class StoryLine(Record, frozen=True, kw_only=True):
    """A story as a list shows it: its headline, how many reports it has, when the newest of them counts from."""

    id: str
    headline: str
    reports: int
    newest: dt.datetime | None


def init(address: str) -> int:
    """Make a project at a path or database address, or open the one there; the number of its reports.

    Raises StoreError where that cannot be done.
    """
    with create_store(address) as store, store.reading() as connection:
        return count_reports(connection)


def add(
    address: str,
    sources: Sequence[str],
    settings: Settings,
    progress: Progress | None = None,
    *,
    force: bool = False,
    done: Callable[[Sequence[str]], None] | None = None,
) -> Added:
    """Add the reports of sources (files, folders, addresses, `-`) to a project; a report that it has changes nothing.

    `done` hears the ids of the reports of each batch once they are stored. Raises SourceError where nothing could be
    opened or read, StoreError.
    """
    run = Run(clock.seconds, progress)
    with running(settings) as parts:
        raw = run.step("open", opened_sources(sources, settings))
        outcome = read_reports(raw, parts.library)
        read: Outcome[tuple[Report, ...]] = Outcome(run.step("read", outcome), outcome.issues)
        lost = next((i for i in run.issues if i.severity == "loss"), None)
        if lost is not None and not read.value:
            raise SourceError(f"Nothing could be read: {lost.message}", lost.suggestion or "Give other sources.")
        with open_project(address) as store:
            asked = {source.name for source in raw if source.address is not None}
            return add_reports(store, read, parts, run, force=force, done=done, asked=asked)


def stories(address: str, *, limit: int | None = None, start: int = 0) -> list[StoryLine]:
    """A project's stories, that with the newest report first, each as of that report."""
    run = Run(clock.seconds)
    with open_project(address) as store:
        with store.reading() as connection:
            listed = list_stories(connection, limit=limit, start=start)
            known = headlines(connection, [s.story.id for s in listed], program_version())
        return [
            StoryLine(
                id=s.story.id,
                headline=known.get(s.story.id)
                or kept_story_dossier(store, s, shipped_parts(), run).brief.headline.text,
                reports=len(s.story.reports),
                newest=s.newest,
            )
            for s in listed
        ]


def standing(address: str, story_id: str, policy: PolicyName = "recommended") -> Dossier:
    """One story's dossier with its texts as it stands, as of its own newest report. Raises NotFoundError."""
    with open_project(address) as store:
        with store.reading() as connection:
            stored = _found(connection, story_id)
        return standing_dossier(store, stored, policy, shipped_parts(), Run(clock.seconds))


def story_state(address: str, story_id: str, *, earlier: bool = False) -> str:
    """A text that differs once a story's dossier may, as it stands or (`earlier`) as of any instant. NotFoundError."""
    with open_project(address) as store, store.reading() as connection:
        return story_key(connection, _found(connection, story_id), earlier=earlier)


def _found(connection: Connection, story_id: str) -> StoredStory:
    stored = find_story(connection, story_id)
    if stored is None:
        raise NotFoundError(f"There is no story {story_id}.", "See `rashomon stories`.")
    return stored


def stories_of(address: str, reports: Collection[str]) -> dict[str, StoryLine]:
    """The story of each of these reports as things stand, as a list shows it; a report of none is left out."""
    run = Run(clock.seconds)
    with open_project(address) as store:
        with store.reading() as connection:
            of = stories_of_reports(connection, reports)
            stored = {i: s for i in set(of.values()) if (s := find_story(connection, i)) is not None}
        lines = {
            i: StoryLine(
                id=i,
                headline=kept_story_dossier(store, s, shipped_parts(), run).brief.headline.text,
                reports=len(s.story.reports),
                newest=s.newest,
            )
            for i, s in stored.items()
        }
    return {report: lines[story] for report, story in of.items() if story in lines}


def show(address: str, story_id: str, settings: Settings) -> Dossier:
    """One story's dossier; raises NotFoundError where the project has no such story."""
    with open_project(address) as store:
        return story_dossier(store, story_id, settings, shipped_parts(), Run(clock.seconds))
