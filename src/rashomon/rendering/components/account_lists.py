"""The page's lists of what people did and said: disagreements, who holds what, statements, accusations, ties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.model.assessment import Disagreement
from rashomon.model.dossier import StatementLine
from rashomon.rendering import wording
from rashomon.rendering.components.evidence import Notes, note_marks
from rashomon.rendering.components.map_picture import control_key
from rashomon.rendering.components.svg import element
from rashomon.rendering.components.tags import tag
from rashomon.rendering.lookup import MASK, Lookup
from rashomon.rendering.plain_text import clean

KINDS = {
    "figure": "A figure",
    "minimums": "Both are minimums",
    "responsibility": "Who did it",
    "control": "Who holds a place",
    "happening": "What happened",
    "date": "When",
    "headline": "A headline and its text",
    "alteration": "An altered copy",
}
ANSWERS = {
    "conceded": ("agreed", "concedes it"),
    "denied": ("disputed", "denies it"),
    "no_comment": ("single", "has not commented"),
    "unknown": ("doubtful", "answer not reported"),
}
RELATIONS = {
    "backs": "backs",
    "allied_with": "is allied with",
    "part_of": "is part of",
    "formerly": "was formerly",
    "leads": "leads",
    "brokered": "brokered",
    "opposes": "opposes",
    "fights": "fights",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line with its evidence marks, its labels, and what else it needs."""

    text: str
    marks: Markup
    tags: tuple[Markup, ...] = ()
    key: Markup | None = None
    date: str = ""
    by: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Split:
    """A disagreement with its sides."""

    kind: str
    sides: tuple[Line, ...]
    reason: str
    settle: str


def disagreements(lookup: Lookup, notes: Notes) -> list[Split]:
    """Every disagreement with all its sides."""
    return [_split(d, lookup, notes) for d in lookup.dossier.disagreements]


def _split(found: Disagreement, lookup: Lookup, notes: Notes) -> Split:
    sides = tuple(Line(clean(s.text), note_marks(notes.cite(s.claims))) for s in found.sides)
    asked = next((a for s in found.sides for c in s.claims if (a := lookup.assessment_of.get(c))), None)
    kind = KINDS[found.kind]
    if asked is not None and found.kind in ("figure", "minimums"):
        kind = f"{kind}: {clean(lookup.counted(asked))}"
    return Split(kind, sides, clean(found.reason), clean(found.settle or ""))


def control(lookup: Lookup, notes: Notes) -> list[Line]:
    """The dated marks of who is said to hold a place, numbered as on the map."""
    lines = []
    for number, mark in enumerate(lookup.dossier.control, 1):
        key = element(
            "svg", [control_key(number, mark.status, 9, 9)], viewBox="0 0 18 18", class_="keyicon", aria_hidden="true"
        )
        date = wording.days(mark.date, None, mark.precision) if mark.date else "date not known"
        date = date[:1].upper() + date[1:]
        # The text mostly says who says so; masked names add nothing.
        others = [clean(b) for b in mark.by if b.lower() not in mark.text.lower() and MASK not in b]
        by = "According to " + ", ".join(others) + "." if others else ""
        lines.append(Line(clean(mark.text), note_marks(notes.cite(mark.claims)), key=key, date=date, by=by))
    return lines


def by_speaker(lookup: Lookup) -> list[tuple[str, list[StatementLine]]]:
    """The statements by speaker: those of one organisation together, in the dossier's order."""
    found: dict[str, tuple[str, list[StatementLine]]] = {}
    for line in lookup.dossier.statements:
        who = clean(line.organisation or line.speaker)
        name = who[4:] if who.lower().startswith("the ") else who
        found.setdefault(name.lower(), (name[:1].upper() + name[1:], []))[1].append(line)
    return list(found.values())


def statements(some: Iterable[StatementLine], notes: Notes) -> list[Line]:
    """Statements as they are printed."""
    return [Line(clean(line.text), note_marks(notes.cite(line.claims))) for line in some]


def speakers(lookup: Lookup, notes: Notes) -> list[tuple[str, list[Line]]]:
    """What was said, by speaker. Notes are numbered in the dossier's order of what was said."""
    for line in lookup.dossier.statements:
        notes.cite(line.claims)
    return [(who, statements(said, notes)) for who, said in by_speaker(lookup)]


def accusations(lookup: Lookup, notes: Notes) -> list[Line]:
    """Who accuses whom, with the answer as a label."""
    return [
        Line(clean(r.text), note_marks(notes.cite(r.claims)), (tag(*_answer(r.answer, r.accused)),))
        for r in lookup.dossier.responsibilities
    ]


def _answer(answer: str, accused: str) -> tuple[str, str]:
    kind, words = ANSWERS[answer]
    return kind, words if answer == "unknown" else f"{clean(accused)} {words}"


def alliances(lookup: Lookup, notes: Notes) -> list[Line]:
    """Who backs, leads, joins or opposes whom, each as (from, relation, to) with its standing."""
    lines = []
    for a in lookup.dossier.alliances:
        kind = {"declared": "documented", "stated": "single", "alleged": "doubtful", "denied": "disputed"}[a.status]
        parts = (clean(a.from_actor), RELATIONS[a.type], clean(a.to_actor))
        labels = (tag(kind, a.status),) if a.status != "stated" else ()
        by = ", ".join(clean(b) for b in a.by)
        lines.append(Line(clean(a.text), note_marks(notes.cite(a.claims)), labels, by=by, parts=parts))
    return lines
