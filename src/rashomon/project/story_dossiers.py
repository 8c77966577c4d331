"""A project's dossiers: composed from what is kept, as of any instant, the same bytes as a build from nothing."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Connection

from rashomon import pipeline
from rashomon.adapters.package_data import program_version
from rashomon.deciding import follow_versions
from rashomon.errors import NotFoundError
from rashomon.model.claim import ReportClaims
from rashomon.model.dossier import Dossier
from rashomon.model.report import Report
from rashomon.project.around import Around, around_numbers, around_of
from rashomon.project.decisions_near import decisions_near
from rashomon.project.restory import standing_together
from rashomon.project.story_summary import summary_of
from rashomon.project.take_decisions import standing_decisions
from rashomon.project.versions import silent_edits
from rashomon.run import Run
from rashomon.settings import PolicyName, Settings
from rashomon.storage import Store, claim_rows, component_rows, node_rows, report_rows, source_rows, story_rows
from rashomon.storage.packing import hash_of
from rashomon.storage.story_rows import StoredStory
from rashomon.storage.summary_rows import is_current, save_summary
from rashomon.timeframe import Undated, select_live

#: The variant of a kept dossier that lists show.
_CURRENT = "current"


def project_dossiers(store: Store, settings: Settings, parts: pipeline.Parts, run: Run) -> list[Dossier]:
    """One verified dossier for each story asked for (`settings.story`), in the order of the stories' ids.

    Raises NotFoundError where the story does not exist or nothing was published by the instant asked for.
    """
    with store.reading() as connection:
        as_of = settings.as_of or report_rows.latest_counting(connection)
        if settings.story in ("each", "one"):
            around = around_of(connection, [stored.report for stored in report_rows.every_report(connection)])
        else:
            around = _around(store, connection, settings)
        dossiers = _compose(connection, around, as_of, settings, parts, run)
    around.claims.keep_anew(store, parts.library)
    return dossiers


def story_dossier(store: Store, story_id: str, settings: Settings, parts: pipeline.Parts, run: Run) -> Dossier:
    """The dossier of one story, by an id that it has or ever had."""
    return project_dossiers(store, dataclasses.replace(settings, story=story_id), parts, run)[0]


def kept_story_dossier(store: Store, stored: StoredStory, parts: pipeline.Parts, run: Run) -> Dossier:
    """A story's dossier as of its own newest report, with its texts; kept from before where nothing in it changed.

    Its line for lists is kept beside it; where another one writes for long, that is left to whoever asks next.
    """
    with store.reading() as connection:
        key = story_key(connection, stored)
        kept = story_rows.kept_dossier(connection, stored.story.id, _CURRENT, key)
        if kept is not None and is_current(connection, stored.story.id, stored.state, program_version()):
            return kept
    dossier = kept or _standing(store, stored, Settings(story=stored.story.id, full_text=True), parts, run)

    def write(connection: Connection) -> None:
        # Whatever changed meanwhile, its next reader sees by the key that this is no longer how the story stands.
        now = story_rows.find_story(connection, stored.story.id)
        if now is not None and story_key(connection, now) == key:
            if kept is None:
                story_rows.keep_dossier(connection, stored.story.id, _CURRENT, key, dossier)
            save_summary(connection, summary_of(dossier), stored.state, program_version())

    store.keep(write)
    return dossier


def dossier_at_hand(store: Store, stored: StoredStory) -> Dossier | None:
    """A story's dossier as it was kept last, where since then nothing came but decisions, and none was taken back.

    What it says of claims that were decided on meanwhile is out of date. Null where it must be composed.
    """
    with store.reading() as connection:
        kept = story_rows.last_dossier(connection, stored.story.id, _CURRENT, _key_of_reports(stored))
        if kept is None or not {d.id for d in kept.decisions} <= {
            d.id for d in decisions_near(connection, stored.story)
        }:
            return None
    return kept


def standing_dossier(store: Store, stored: StoredStory, policy: PolicyName, parts: pipeline.Parts, run: Run) -> Dossier:
    """A story's dossier as it stands under a policy, with its texts, as of its own newest report."""
    if policy == "recommended":
        return kept_story_dossier(store, stored, parts, run)
    return _standing(store, stored, Settings(story=stored.story.id, policy=policy, full_text=True), parts, run)


def _standing(store: Store, stored: StoredStory, settings: Settings, parts: pipeline.Parts, run: Run) -> Dossier:
    with store.reading() as connection:
        around = _around(store, connection, settings)
        dossier = _compose(connection, around, stored.newest, settings, parts, run)[0]
    around.claims.keep_anew(store, parts.library)
    return dossier


def story_key(connection: Connection, stored: StoredStory, *, earlier: bool = False) -> str:
    """A text that differs once anything differs that a story's dossier depends on; with `earlier`, one as of before."""
    decided = hash_of([[d.id for d in decisions_near(connection, stored.story)], _families(connection)])
    if not earlier:
        return _key_of_reports(stored) + decided
    # What tells one story now may have told another one then, with any report that is linked with it.
    members = component_rows.members_of(connection, [stored.component])
    around = hash_of([sorted(members), sorted(s.state for s in story_rows.stories_of(connection, stored.component))])
    everything = hash_of([d.id for d in standing_decisions(connection)])
    return f"{program_version()}:{around}:{everything}:{decided}"


def _key_of_reports(stored: StoredStory) -> str:
    """What a story's key begins with: all but what was decided."""
    return f"{program_version()}:{stored.state}:"


def _around(store: Store, connection: Connection, settings: Settings) -> Around:
    """Reports of which this story comes out as it would of all: whatever could share a story with it at any instant;
    of the stories as they stand, what shares one.
    """
    found = story_rows.find_story(connection, settings.story)
    if found is None:
        raise NotFoundError(f"There is no story {settings.story}.", "See `rashomon stories`.")
    if settings.as_of is not None:
        return around_numbers(store, connection, component_rows.members_of(connection, [found.component]))
    seqs = standing_together(connection, found.story.id)
    lineages = {node.lineage for node in node_rows.find_nodes(connection, seqs).values()}
    versions = node_rows.lineage_nodes(connection, lineages)
    return around_numbers(store, connection, versions)


def _compose(
    connection: Connection,
    around: Around,
    as_of: dt.datetime | None,
    settings: Settings,
    parts: pipeline.Parts,
    run: Run,
) -> list[Dossier]:
    undated: Undated = "inside" if settings.as_of is None else "learned"
    reports = around.reports
    selection = select_live(reports, as_of, undated=undated, seen=True, back=around.back)

    def claims_of(live: Sequence[Report]) -> tuple[ReportClaims, ...]:
        found = around.claims.of(connection, live, parts, run)
        run.keep(i for understood in found for i in understood.issues)
        return tuple(understood.claims for understood in found)

    run.keep(silent_edits(connection, reports, selection.live, as_of, lambda r: claims_of([r])[0], parts.library))
    decisions = standing_decisions(connection)
    named = set(claim_rows.reports_of_claims(connection, [t for d in decisions for t in d.targets]).values())
    live = {r.id for r in selection.live}
    earlier = [r for r in reports if r.id in named and r.id not in live]
    if earlier:
        pages = {r.lineage for r in earlier}
        now = [r for r in selection.live if r.lineage in pages]
        told = [list(zip(some, claims_of(some), strict=True)) for some in (now, earlier)]
        decisions = follow_versions(decisions, *told)
    found = story_rows.find_story(connection, settings.story) if settings.as_of is not None else None
    members = found.story.reports if found is not None else ()
    families = _families(connection)
    alike = around.alike
    if alike is not None and settings.as_of is None and settings.story not in ("each", "one"):
        # Who is a core of this story hangs on reports of others too: these are not here.
        alike = alike.as_standing()
    return pipeline.dossiers_of(selection, as_of, claims_of, settings, parts, run, decisions, families, members, alike)


def _families(connection: Connection) -> list[tuple[str, str]]:
    """The families that the list of sources gives outlets, those no longer watched included."""
    listed = (s.entry for s in source_rows.list_sources(connection, active=False))
    return sorted({(e.outlet, e.family) for e in listed if e.outlet and e.family})
