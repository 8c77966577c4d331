"""The use cases of an outlet's record: in one story as its dossier tells it, and in the whole project."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.adapters import clock
from rashomon.app.parts import open_project, shipped_parts
from rashomon.errors import NotFoundError
from rashomon.model.dossier import Dossier
from rashomon.model.report import Report
from rashomon.project import kept_story_dossier
from rashomon.project.outlet_records import NOBODY, OutletRecord, outlet_records
from rashomon.project.story_names import stories_of_reports
from rashomon.run import Run
from rashomon.storage.report_rows import find_reports, outlet_reports
from rashomon.storage.story_rows import find_story

#: So many stories of an outlet are gone through, the newest first.
_MOST = 200


def story_outlets(address: str, dossier: Dossier) -> list[OutletRecord]:
    """The record of each outlet of a dossier, that with most reports first."""
    ids = [r.id for r in dossier.reports]
    with open_project(address) as store, store.reading() as connection:
        reports = [stored.report for stored in find_reports(connection, ids).values()]
    return outlet_records(dossier, noticed_in(reports))


def outlet_in_project(address: str, outlet: str) -> tuple[list[tuple[str, OutletRecord]], bool]:
    """The outlet's record in each story as things stand, with the headline, the newest first; whether more follow.

    Raises NotFoundError where no report of the project is of that outlet.
    """
    run = Run(clock.seconds)
    found: list[tuple[str, OutletRecord]] = []
    with open_project(address) as store:
        with store.reading() as connection:
            reports = outlet_reports(connection, None if outlet == NOBODY else outlet)
            stories = list(dict.fromkeys(stories_of_reports(connection, [r.id for r in reports]).values()))
            stored = [s for s in (find_story(connection, i) for i in stories) if s is not None]
        if not reports:
            raise NotFoundError(f"No report here is of {outlet}.", "Go back to the sources of a story.")
        stored.sort(key=lambda s: (s.newest is not None, s.newest), reverse=True)
        noticed = noticed_in(reports)
        for story in stored[:_MOST]:
            dossier = kept_story_dossier(store, story, shipped_parts(), run)
            own = (r for r in outlet_records(dossier, noticed) if r.outlet == outlet)
            found += [(dossier.brief.headline.text, record) for record in own]
    return found, len(stored) > _MOST


def noticed_in(reports: Iterable[Report]) -> set[str]:
    """The reports whose text or title bears a notice of correction."""
    notices = shipped_parts().library.correction_notices
    return {r.id for r in reports if notices.of(r.text) or notices.of(r.title or "")}
