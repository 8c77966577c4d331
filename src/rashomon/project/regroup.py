"""The stories of components that changed, formed anew; all others stay."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from rashomon.deciding import forced_groups, standing
from rashomon.grouping import find_copies, group_stories
from rashomon.knowledge.library import Library
from rashomon.model.claim import ReportClaims
from rashomon.model.decision import Decision
from rashomon.model.report import Report
from rashomon.project.settle_claims import settle_claims
from rashomon.project.sightings import comebacks, count_lineage
from rashomon.storage import decision_rows, report_rows, story_rows
from rashomon.storage.packing import hash_of
from rashomon.storage.retrieval_rows import note_sighting
from rashomon.storage.story_rows import StoredStory
from rashomon.timeframe import Comebacks, latest_instants, select_live


def regroup(connection: Connection, touched: Iterable[int], library: Library) -> None:
    """Form the stories of these components from the reports that now stand in them."""
    gone = set(touched)
    decisions = standing(decision_rows.all_decisions(connection))
    members: dict[int, list[Report]] = defaultdict(list)
    for stored in report_rows.component_reports(connection, gone):
        members[stored.component].append(stored.report)
    back = {number: comebacks(connection, inside) for number, inside in members.items()}
    formed = [
        story
        for number in sorted(members)
        for story in form_stories(number, members[number], back[number], library, decisions)
    ]
    story_rows.replace_stories(connection, gone, formed)
    settle_claims(connection, members, decisions, library)


def form_stories(
    component: int, reports: Sequence[Report], back: Comebacks, library: Library, decisions: Sequence[Decision]
) -> list[StoredStory]:
    """The stories of all reports of one component, under the standing decisions; `back` as in `select_live`."""
    live = select_live(reports, None, seen=True, back=back).live
    empty = [ReportClaims(report=r.id) for r in live]
    copies = find_copies(live, library, forced_groups(decisions, "copies")).value
    stories = group_stories(live, empty, copies, library, forced_groups(decisions, "stories")).value
    counts_from = latest_instants(reports, back)
    hashes = {r.id: report_rows.content_hash(r) for r in reports}
    return [
        StoredStory(
            story=story,
            component=component,
            newest=_latest(counts_from[r] for r in story.reports),
            # Versions that are not live stand in the state too: an as-of before the newest one needs them.
            state=hash_of([sorted(hashes.values()), list(story.reports), *([sorted(back.items())] if back else ())]),
        )
        for story in stories
    ]


def _latest(instants: Iterable[dt.datetime | None]) -> dt.datetime | None:
    return max((i for i in instants if i is not None), default=None)


def note_comeback(
    connection: Connection, report_id: str, source: str, at: dt.datetime, sha256: str | None, library: Library
) -> None:
    """Keep that a known version stood at its page at an instant; where another one stood there before, it is live."""
    note_sighting(connection, report_id, source, at, sha256)
    for stored in report_rows.find_reports(connection, [report_id]).values():
        count_lineage(connection, stored.report.lineage)
        regroup(connection, [stored.component], library)
