"""The whole flow on one page: reports in, verified dossiers out. Read it from top to bottom.

Every stage goes through `run.step`, which times it, keeps its issues and reports progress.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence

from rashomon.adapters.kept_sketches import KeptSketches
from rashomon.deciding import (
    decide_claims,
    forced_groups,
)
from rashomon.errors import NotFoundError, SourceError
from rashomon.grouping import Alike, SketchOf, find_copies, group_stories
from rashomon.knowledge.library import Library
from rashomon.model.claim import ReportClaims
from rashomon.model.decision import Decision
from rashomon.model.dossier import Dossier
from rashomon.model.grouping import Story
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.model.source import RawSource
from rashomon.model.story_work import StoryWork
from rashomon.one_story import Sorter, tell_story
from rashomon.reading import read_reports
from rashomon.run import Run
from rashomon.settings import Settings
from rashomon.timeframe import Selection, latest_publication, merge_same, select_live
from rashomon.understanding import Parts, understand, understand_one, understood, understood_one

#: With the understanding of single reports, which stands apart so that it can be had alone.
__all__ = [
    "ClaimsOf",
    "Parts",
    "build_dossiers",
    "dossiers_of",
    "tell",
    "tell_one",
    "understand",
    "understand_one",
    "understood",
    "understood_one",
]

#: The resolved claims of each report, in order: made now, or kept from before.
ClaimsOf = Callable[[Sequence[Report]], tuple[ReportClaims, ...]]


def build_dossiers(sources: Sequence[RawSource], settings: Settings, parts: Parts, run: Run) -> list[Dossier]:
    """One verified dossier for each story asked for, in the order of the stories' ids."""
    read = run.step("read", read_reports(sources, parts.library))
    reports = merge_same(read)
    if not reports:
        raise SourceError(
            f"Nothing could be read: {run.issues[0].message if run.issues else 'the sources hold no report'}",
            "See the issues above; text, Markdown, HTML and JSON Lines are read.",
        )
    as_of = settings.as_of or latest_publication(reports)
    selection = select_live(reports, as_of, undated="inside" if settings.as_of is None else "apart")
    return dossiers_of(selection, as_of, lambda live: understand(live, parts, run), settings, parts, run)


def dossiers_of(
    selection: Selection,
    as_of: dt.datetime | None,
    claims_of: ClaimsOf,
    settings: Settings,
    parts: Parts,
    run: Run,
    decisions: Sequence[Decision] = (),
    families: Sequence[tuple[str, str]] = (),
    members: Collection[str] = (),
    alike: Alike | None = None,
) -> list[Dossier]:
    """One verified dossier for each story asked for, of reports whose claims `claims_of` makes or has kept.

    `decisions` are persons' standing judgements: they are laid over what each stage makes. `families` pairs
    outlets with their publishers' families, as a user's list of sources gives them. `members` are reports of the story
    asked for, by which it is found as of an instant at which it had another id. `alike` is what a project keeps of
    every two reports.
    """
    if not selection.live:
        raise NotFoundError(
            "No report was published by the instant asked for.", "Choose a later --as-of, or leave it out."
        )
    forced = forced_groups(decisions, "copies")
    sketch = _sketched(selection.live, parts) if alike is None else None
    copies = run.step("find copies", find_copies(selection.live, parts.library, forced, alike, sketch))
    claims = claims_of(selection.live)
    decided = decide_claims(selection.live, claims, copies, decisions, parts.library)
    forced = forced_groups(decisions, "stories")
    formed = run.step("group", group_stories(selection.live, claims, copies, parts.library, forced, alike, sketch))
    stories = _chosen(settings, selection, formed, members)
    sorter = Sorter(selection, copies, claims, decided, run.issues)
    return tell(lambda s: sorter.work(s, as_of, settings, decisions, families), stories, parts, run)


def tell(work_of: Callable[[Story], StoryWork], stories: Sequence[Story], parts: Parts, run: Run) -> list[Dossier]:
    """Each story's verified dossier, in their order."""
    if parts.tell_all is None:
        return [tell_story(work_of(story), parts.library, run, parts.editor) for story in stories]
    told = list(parts.tell_all([work_of(story) for story in stories]))
    return run.step("tell", Outcome([o.value for o in told], tuple(i for o in told for i in o.issues)))


def tell_one(work: StoryWork, library: Library, run: Run) -> Outcome[Dossier]:
    """One story's dossier with the issues met in telling it, `run` being its own."""
    dossier = tell_story(work, library, run)
    return Outcome(dossier, run.issues)


def _sketched(reports: Sequence[Report], parts: Parts) -> SketchOf | None:
    """What an engine tells of how alike each report is to others; null where grouping looks at the reports itself."""
    if parts.sketch_all is None:
        return None
    return KeptSketches(zip((report.id for report in reports), parts.sketch_all(reports), strict=True))


def _chosen(
    settings: Settings, selection: Selection, stories: Sequence[Story], members: Collection[str]
) -> list[Story]:
    if settings.story == "each":
        return sorted(stories, key=lambda s: s.id)
    if settings.story == "one":
        first = min(
            selection.live,
            key=lambda r: (
                r.published is None,
                r.published.earliest if r.published else dt.datetime.max.replace(tzinfo=dt.UTC),
                r.id,
            ),
        )
        known = {r: s.id for s in stories for r in s.reports}
        return [Story(id=known[first.id], reports=tuple(r.id for r in selection.live))]
    # A story is named after its earliest report; whatever it was named after once is still in it.
    named_after = "rpt-" + settings.story.removeprefix("story-")
    chosen = [s for s in stories if settings.story in (s.id, *s.aliases) or named_after in s.reports]
    if not chosen and (sharing := [s for s in stories if not set(members).isdisjoint(s.reports)]):
        chosen = [max(sharing, key=lambda s: (len(set(members).intersection(s.reports)), s.id))]
    if not chosen:
        raise NotFoundError(f"There is no story {settings.story}.", "Run without --story to see the stories' ids.")
    return chosen
