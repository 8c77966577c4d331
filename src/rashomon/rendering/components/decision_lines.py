"""What persons decided on the record: each decision beside what the machine had read, and their grades of roots."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.decision import DecisionKind, DecisionShown
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean

#: What each kind of decision did, in words.
DONE: dict[DecisionKind, str] = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "merge_copies": "made one text",
    "split_copies": "taken out of a text's copies",
    "merge_stories": "made one story",
    "split_stories": "made a story of its own",
    "merge_events": "made one event",
    "split_events": "made an event of its own",
    "recommend": "set as the best figure",
    "grade_root": "graded",
    "unmask": "a name printed",
    "note": "a note",
    "review": "reviewed",
}


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision: what was done, to what, what it says now, why, and when; `note` where it does not apply."""

    done: str
    about: str
    now: str
    why: str
    on: str
    note: str


def decisions(lookup: Lookup) -> list[DecisionLine]:
    """The decisions on the story, in the order in which they were taken."""
    return [
        DecisionLine(
            done=DONE.get(d.kind, d.kind),
            about=clean(_about(d, lookup)),
            now=clean(d.corrected or ""),
            why=clean(d.why),
            on=d.on.isoformat(),
            note=clean(d.note or ""),
        )
        for d in lookup.dossier.decisions
    ]


def told(line: DecisionLine) -> str:
    """ "2024-12-01: corrected: 27 people killed (The Outlet); now value 31. Why: misread." """
    about = f": {line.about}" if line.about else ""
    now = f"; now {line.now}" if line.now else ""
    why = f" Why: {line.why.rstrip('.')}." if line.why else ""
    note = f" It does not apply: {line.note}" if line.note else ""
    return f"{line.on}: {line.done}{about}{now}.{why}{note}"


def grades(lookup: Lookup) -> list[tuple[str, str]]:
    """The roots that the user graded, each with its grade."""
    return [(clean(r.name), r.grade) for r in lookup.dossier.roots if r.grade is not None]


def _about(decision: DecisionShown, lookup: Lookup) -> str:
    """What a decision is about: a claim as the machine read it with its outlet, a root, or outlets."""
    if decision.kind == "unmask":
        return ""
    claims = [lookup.claims[t] for t in decision.targets if t in lookup.claims]
    reports = [t for t in decision.targets if t in lookup.reports]
    outlets = ", ".join(dict.fromkeys(lookup.outlet(r) for r in [*(c.report for c in claims), *reports]))
    if decision.machine:
        return f"{decision.machine} ({outlets})" if outlets else decision.machine
    return decision.targets[0] if decision.kind == "grade_root" else outlets
