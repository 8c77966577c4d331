"""One story told: its reports and claims in, its verified dossier out. Nothing of another story is looked at."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from rashomon.composing import compose_dossier, edit_dossier, verify_dossier
from rashomon.deciding import claims_of, decide_record, forced_groups, reviewed_by, show_decisions
from rashomon.grouping import merge_events
from rashomon.knowledge.library import Library
from rashomon.model.asking import Ask
from rashomon.model.claim import ReportClaims
from rashomon.model.decision import Decision
from rashomon.model.dossier import Dossier
from rashomon.model.grouping import CopyGroup, Story
from rashomon.model.issue import Issue
from rashomon.model.material import Material
from rashomon.model.outcome import Outcome
from rashomon.model.story_work import StoryWork
from rashomon.reconciliation import reconcile_figures
from rashomon.resolution import unite_sources
from rashomon.run import Run
from rashomon.settings import Settings
from rashomon.timeframe import Selection


def tell_story(work: StoryWork, library: Library, run: Run, editor: Ask | None = None) -> Dossier:
    """The story's verified dossier; InvariantError where a sentence of it says more than its claims."""
    material = unite_sources(work.material, library)
    merged = merge_events(material, forced_groups(work.decisions, "events"))
    events = run.step("merge events", merged)
    outcome = reconcile_figures(material, events, work.policy, library)
    reconciled, later = decide_record(run.step("reconcile", outcome), work.decisions)
    machine = {c.id: c for some in work.machine for c in claims_of(some)}
    shown = show_decisions(work.decisions, machine, material.story, reconciled.roots, later)
    material = msgspec.structs.replace(material, decisions=shown)
    issues = _issues_of(material, (*work.issues, *merged.issues, *outcome.issues))
    made = compose_dossier(material, reconciled, work.policy, issues, library, work.names, work.full_text)
    dossier = run.step("compose", made)
    if editor is not None:
        dossier = run.step("edit", edit_dossier(dossier, material, library, editor))
    verify_dossier(dossier, material, library)
    run.step("verify", Outcome(None))
    return dossier


class Sorter:
    """What a run read, sorted by story, so that a story's part is found without looking at every report."""

    def __init__(
        self,
        selection: Selection,
        copies: Sequence[CopyGroup],
        machine: Sequence[ReportClaims],
        claims: Sequence[ReportClaims],
        issues: Sequence[Issue],
    ) -> None:
        self._selection, self._copies = selection, copies
        self._position = {r.id: at for at, r in enumerate(selection.live)}
        self._machine = {c.report: c for c in machine}
        self._claims = {c.report: c for c in claims}
        self._groups: defaultdict[str, list[int]] = defaultdict(list)
        for at, group in enumerate(copies):
            for report in group.reports:
                self._groups[report].append(at)
        self._general = tuple(i for i in issues if not _of_report(i))
        self._issues: defaultdict[str | None, list[Issue]] = defaultdict(list)
        for issue in issues:
            if _of_report(issue):
                self._issues[issue.report].append(issue)

    def work(
        self,
        story: Story,
        as_of: dt.datetime | None,
        settings: Settings,
        decisions: Sequence[Decision],
        families: Sequence[tuple[str, str]],
    ) -> StoryWork:
        """The story's reports and claims in the order of all, its copies as far as they lie in it, and the choices."""
        inside = frozenset(story.reports)
        live = self._selection.live
        reports = tuple(live[at] for at in sorted(self._position[r] for r in inside if r in self._position))
        groups = sorted({at for r in inside for at in self._groups[r]})
        material = Material(
            story=story,
            reports=reports,
            claims=tuple(self._claims[r.id] for r in reports if r.id in self._claims),
            copies=tuple(_within(self._copies[at], inside) for at in groups),
            as_of=as_of,
            apart=tuple(r.id for r in self._selection.apart),
            reviewed=reviewed_by(story, reports, decisions),
            unmasked=frozenset(name.casefold() for d in decisions if d.kind == "unmask" for name in d.targets),
            families=tuple(families),
        )
        return StoryWork(
            material=material,
            issues=(*self._general, *(i for r in reports for i in self._issues[r.id])),
            policy=settings.policy,
            names=settings.names,
            full_text=settings.full_text,
            decisions=tuple(decisions),
            machine=tuple(self._machine[r.id] for r in reports if r.id in self._machine) if decisions else (),
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


def _of_report(issue: Issue) -> bool:
    """Whether the issue speaks of one report (by its id), and so belongs to that report's story alone."""
    return issue.report is not None and issue.report.startswith("rpt-")


def _issues_of(material: Material, issues: Sequence[Issue]) -> tuple[Issue, ...]:
    """The issues of the story's reports, and those of sources that no report came of, each once, in one order."""
    reports = {r.id for r in material.reports}
    kept = {i for i in issues if not _of_report(i) or i.report in reports}
    return tuple(sorted(kept, key=lambda i: (i.report or "", i.claim or "", i.start or 0, i.code, i.message)))
