"""The decisions of a story as its dossier lists them: applied or not, and what the machine had said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rashomon.deciding.correction_words import correction_words, machine_words
from rashomon.model.attribution import Root
from rashomon.model.claim import AnyClaim
from rashomon.model.decision import ON_CLAIMS, Decision, DecisionShown, Reviewed
from rashomon.model.grouping import Story
from rashomon.model.report import Report

_OF_EVENTS = ("merge_events", "split_events")
#: Kinds beside which the machine's reading of their claim stands.
_ABOUT = {*ON_CLAIMS, "recommend", "note"}
A_REVIEWER = "a reviewer"


def show_decisions(
    decisions: Sequence[Decision],
    claims: Mapping[str, AnyClaim],
    story: Story,
    roots: Iterable[Root],
    lapsed: Mapping[str, str],
) -> tuple[DecisionShown, ...]:
    """The standing decisions that concern this story, in their order; `claims` are the machine's own, by id.

    One whose claim is no longer found is listed as not applied.
    """
    names = {r.name.casefold() for r in roots}
    known = {*claims, *story.reports, story.id, *story.aliases}
    shown: list[DecisionShown] = []
    for decision in decisions:
        concerns = any(t in known for t in decision.targets)
        if decision.kind == "grade_root":
            concerns = decision.targets[0].casefold() in names
        if not concerns:
            continue
        missing = [t for t in decision.targets if decision.kind in _OF_EVENTS and t not in claims]
        note = f"{len(missing)} of its claims are not found here." if missing else None
        if decision.kind == "recommend" and decision.targets[0] in lapsed:
            note = "Its root has a later figure, so the recommendation lapsed."
        shown.append(
            DecisionShown(
                id=decision.id,
                kind=decision.kind,
                targets=decision.targets,
                why=decision.why,
                # Names of deciders stay in the project, but for those who signed.
                by=decision.by if decision.kind == "review" else A_REVIEWER,
                on=decision.at.date(),
                applied=note is None,
                machine=machine_words(claims.get(decision.targets[0])) if decision.kind in _ABOUT else None,
                corrected=f"{decision.grade} (Admiralty)" if decision.grade else correction_words(decision.correction),
                note=note,
            )
        )
    return tuple(shown)


def reviewed_by(story: Story, reports: Sequence[Report], decisions: Sequence[Decision]) -> Reviewed | None:
    """Who signed the story's review last, null where nobody did or a report came since."""
    known = {story.id, *story.aliases, *("story-" + r.removeprefix("rpt-") for r in story.reports)}
    signed = [d for d in decisions if d.kind == "review" and known.intersection(d.targets)]
    if not signed or any(r.learned_at and r.learned_at > signed[-1].at for r in reports):
        return None
    return Reviewed(by=signed[-1].by, on=signed[-1].at.date())
