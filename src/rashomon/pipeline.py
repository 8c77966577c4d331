"""The whole flow on one page: reports in, verified dossiers out. Read it from top to bottom.

Every stage goes through `run.step`, which times it, keeps its issues and reports progress.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import msgspec

from rashomon.composing import compose_dossier, edit_dossier, verify_dossier
from rashomon.deciding import (
    claims_of,
    decide_claims,
    decide_record,
    forced_groups,
    reviewed_by,
    show_decisions,
)
from rashomon.errors import NotFoundError, SourceError
from rashomon.extraction import extract_claims
from rashomon.grouping import Alike, find_copies, group_stories, merge_events
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parser
from rashomon.model.asking import Ask
from rashomon.model.claim import ReportClaims
from rashomon.model.decision import Decision, Forced
from rashomon.model.dossier import Dossier
from rashomon.model.grouping import CopyGroup, Story
from rashomon.model.issue import Issue
from rashomon.model.material import Material
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.model.source import RawSource
from rashomon.reading import read_reports
from rashomon.reconciliation import reconcile_figures
from rashomon.resolution import resolve_claims
from rashomon.run import Run
from rashomon.settings import Settings
from rashomon.timeframe import Selection, latest_publication, merge_same, select_live

#: Claims of many reports, in their order: this process, or several (an adapter).
ExtractAll = Callable[[Sequence[Report]], list[Outcome[ReportClaims]]]
#: The resolved claims of each report, in order: made now, or kept from before.
ClaimsOf = Callable[[Sequence[Report]], tuple[ReportClaims, ...]]


@dataclass(frozen=True, slots=True)
class Parts:
    """What the stages are handed: the parser, the lexicons, where extraction runs, and whom a language model helps.

    Both askers are null unless a user asked for them: the second reader of reports, and the editor of the brief.
    """

    parser: Parser
    library: Library
    extract_all: ExtractAll | None = None
    second_reader: Ask | None = None
    editor: Ask | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What reading came to: the reports that count, their copies, the machine's claims, and the claims as decided."""

    selection: Selection
    copies: tuple[CopyGroup, ...]
    machine: tuple[ReportClaims, ...]
    claims: tuple[ReportClaims, ...]


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
    forced = forced_groups(decisions, "copies")
    copies = run.step("find copies", find_copies(selection.live, parts.library, forced, alike))
    claims = claims_of(selection.live)
    decided = decide_claims(selection.live, claims, copies, decisions, parts.library)
    read = Read(selection, copies, claims, decided)
    stories = _chosen(settings, read, parts, run, forced_groups(decisions, "stories"), members, alike)
    met = run.issues
    return [_build_one(story, read, as_of, met, settings, parts, run, decisions, families) for story in stories]


def understand(reports: Sequence[Report], parts: Parts, run: Run) -> tuple[ReportClaims, ...]:
    """The resolved claims of each report, in order: extraction and resolution, report by report."""
    every = parts.extract_all or (
        lambda some: [understand_one(r, parts.parser, parts.library, parts.second_reader) for r in run.track(some)]
    )
    outcomes = every(reports)
    return run.step("extract", Outcome(tuple(o.value for o in outcomes), tuple(i for o in outcomes for i in o.issues)))


def understand_one(
    report: Report, parser: Parser, library: Library, second_reader: Ask | None = None
) -> Outcome[ReportClaims]:
    """One report's claims with their places, dates and organisations resolved."""
    extracted = extract_claims(report, parser, library, second_reader)
    resolved = resolve_claims(report, extracted.value, library)
    return Outcome(resolved.value, extracted.issues + resolved.issues)


def _chosen(
    settings: Settings,
    read: Read,
    parts: Parts,
    run: Run,
    forced: Forced,
    members: Collection[str],
    alike: Alike | None,
) -> list[Story]:
    selection = read.selection
    if not selection.live:
        raise NotFoundError(
            "No report was published by the instant asked for.", "Choose a later --as-of, or leave it out."
        )
    formed = group_stories(selection.live, read.claims, read.copies, parts.library, forced, alike)
    stories = run.step("group", formed)
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


def _build_one(
    story: Story,
    read: Read,
    as_of: dt.datetime | None,
    met: Sequence[Issue],
    settings: Settings,
    parts: Parts,
    run: Run,
    decisions: Sequence[Decision],
    families: Sequence[tuple[str, str]],
) -> Dossier:
    material = msgspec.structs.replace(_material(story, read, as_of, decisions), families=tuple(families))
    merged = merge_events(material, forced_groups(decisions, "events"))
    events = run.step("merge events", merged)
    outcome = reconcile_figures(material, events, settings.policy, parts.library)
    reconciled, later = decide_record(run.step("reconcile", outcome), decisions)
    machine = {c.id: c for some in read.machine if some.report in story.reports for c in claims_of(some)}
    material = msgspec.structs.replace(
        material, decisions=show_decisions(decisions, machine, story, reconciled.roots, later)
    )
    issues = _issues_of(material, (*met, *merged.issues, *outcome.issues))
    dossier = run.step(
        "compose",
        compose_dossier(
            material, reconciled, settings.policy, issues, parts.library, settings.names, settings.full_text
        ),
    )
    if parts.editor is not None:
        dossier = run.step("edit", edit_dossier(dossier, material, parts.library, parts.editor))
    verify_dossier(dossier, material, parts.library)
    run.step("verify", Outcome(None))
    return dossier


def _material(story: Story, read: Read, as_of: dt.datetime | None, decisions: Sequence[Decision]) -> Material:
    inside = frozenset(story.reports)
    reports = tuple(r for r in read.selection.live if r.id in inside)
    return Material(
        story=story,
        reports=reports,
        claims=tuple(c for c in read.claims if c.report in inside),
        copies=tuple(_within(c, inside) for c in read.copies if inside.intersection(c.reports)),
        as_of=as_of,
        apart=tuple(r.id for r in read.selection.apart),
        reviewed=reviewed_by(story, reports, decisions),
        unmasked=frozenset(name.casefold() for d in decisions if d.kind == "unmask" for name in d.targets),
    )


def _within(group: CopyGroup, inside: frozenset[str]) -> CopyGroup:
    """The copy group as far as it lies in the story: a person may have put copies into different stories."""
    if inside.issuperset(group.reports):
        return group
    return msgspec.structs.replace(
        group,
        reports=tuple(r for r in group.reports if r in inside),
        origin_report=group.origin_report if group.origin_report in inside else None,
        altered=tuple(a for a in group.altered if a.report in inside and group.origin_report in inside),
        shared=tuple(s for s in group.shared if s.report in inside and group.origin_report in inside),
    )


def _issues_of(material: Material, issues: Sequence[Issue]) -> tuple[Issue, ...]:
    """The issues of the story's reports, and those of sources that no report came of, each once, in one order."""
    reports = {r.id for r in material.reports}
    kept = {i for i in issues if i.report is None or i.report in reports or not i.report.startswith("rpt-")}
    return tuple(sorted(kept, key=lambda i: (i.report or "", i.claim or "", i.start or 0, i.code, i.message)))
