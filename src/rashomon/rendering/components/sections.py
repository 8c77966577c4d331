"""The page's lists: disagreements, who holds what, who said what, who accuses whom, reports, issues, evidence."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from rashomon.model.assessment import Disagreement
from rashomon.model.issue import Severity
from rashomon.rendering import wording
from rashomon.rendering.components.evidence import Note, Notes, marked_excerpt, note_marks
from rashomon.rendering.components.map_picture import control_key
from rashomon.rendering.components.svg import element
from rashomon.rendering.components.tags import tag
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean, web_address
from rashomon.rendering.standing import LANGUAGES

KINDS = {
    "figure": "A figure", "minimums": "Both are minimums", "responsibility": "Who did it", "control": "Who holds a place",
    "happening": "What happened", "date": "When", "headline": "A headline and its text", "alteration": "An altered copy",
}  # fmt: skip
ANSWERS = {
    "conceded": ("agreed", "concedes it"), "denied": ("disputed", "denies it"), "no_comment": ("single", "has not commented"),
    "unknown": ("doubtful", "answer not reported"),
}  # fmt: skip
STATUS = {
    "seized": "seized", "entered": "entered", "contested": "contested", "besieged": "besieged", "withdrew": "withdrew from",
    "holds": "holds", "lost": "lost", "attempted": "attempted to take",
}  # fmt: skip
RELATIONS = {
    "backs": "backs", "allied_with": "is allied with", "part_of": "is part of", "formerly": "was formerly",
    "leads": "leads", "brokered": "brokered for", "opposes": "opposes", "fights": "fights",
}  # fmt: skip
SEVERITIES: dict[Severity, tuple[str, str]] = {
    "loss": ("disputed", "left out"), "warning": ("doubtful", "doubtful"), "note": ("single", "note"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line with its evidence marks, its labels, and what else it needs."""

    text: str
    marks: Markup
    tags: tuple[Markup, ...] = ()
    key: Markup = Markup("")
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
    return [_split(d, notes) for d in lookup.dossier.disagreements]


def _split(found: Disagreement, notes: Notes) -> Split:
    sides = tuple(Line(clean(s.text), note_marks(notes.cite(s.claims))) for s in found.sides)
    return Split(KINDS[found.kind], sides, clean(found.reason), clean(found.settle or ""))


def control(lookup: Lookup, notes: Notes) -> list[Line]:
    """The dated marks of who is said to hold a place, numbered as on the map."""
    lines = []
    for number, mark in enumerate(lookup.dossier.control, 1):
        key = element(
            "svg", [control_key(number, mark.status, 9, 9)], viewBox="0 0 18 18", class_="keyicon", aria_hidden="true"
        )
        date = wording.days(mark.date, None, mark.precision) if mark.date else "date not known"
        by = "According to " + ", ".join(clean(b) for b in mark.by) if mark.by else "No origin named"
        lines.append(Line(clean(mark.text), note_marks(notes.cite(mark.claims)), key=key, date=date, by=by))
    return lines


def speakers(lookup: Lookup, notes: Notes) -> list[tuple[str, list[Line]]]:
    """What was said, by speaker: those of one organisation together, in the dossier's order."""
    found: dict[str, list[Line]] = {}
    for line in lookup.dossier.statements:
        who = line.organisation or line.speaker
        found.setdefault(clean(who[:1].upper() + who[1:]), []).append(
            Line(clean(line.text), note_marks(notes.cite(line.claims)))
        )
    return list(found.items())


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


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in the list of sources."""

    id: str
    outlet: str
    title: str
    url: str | None
    published: str
    published_how: str
    tags: tuple[Markup, ...]
    note: str


def reports(lookup: Lookup) -> list[ReportLine]:
    """Every report, oldest first, with what it repeats."""
    altered = {a.report: clean(a.what) for g in lookup.dossier.copy_groups for a in g.altered}
    lines = []
    for r in sorted(lookup.dossier.reports, key=lambda r: (r.published is None, r.published or "", r.id)):
        labels, remarks = [], []
        if r.id in lookup.copy_of:
            labels.append(tag("superseded", f"repeats {lookup.outlet(lookup.copy_of[r.id])}"))
        if r.id in altered:
            labels.append(tag("disputed", "altered copy"))
            remarks.append(altered[r.id])
        if not r.read:
            language = LANGUAGES.get(r.lang or "", r.lang or "")
            labels.append(tag("doubtful", f"not read ({clean(language)})" if language else "not read"))
        if r.agency:
            remarks.append(f"via {clean(r.agency)}")
        how = {"text": "date found in the text", "address": "date found in the address"}.get(r.published_how, "")
        lines.append(
            ReportLine(
                r.id, lookup.outlet(r.id), clean(r.title or "untitled"), web_address(r.url), wording.instant(r.published), how,
                tuple(labels), "; ".join(remarks),
            )
        )  # fmt: skip
    return lines


@dataclass(frozen=True, slots=True)
class IssueGroup:
    """Issues of one code."""

    tag: Markup
    code: str
    lines: tuple[tuple[str, str, str], ...]


def issues(lookup: Lookup) -> list[IssueGroup]:
    """The issues, worst first, those of one code together; each as (message, where, suggestion)."""
    found: dict[tuple[int, str], list[tuple[str, str, str]]] = {}
    order: dict[str, int] = {"loss": 0, "warning": 1, "note": 2}
    severities: dict[tuple[int, str], Severity] = {}
    for issue in lookup.dossier.issues:
        key = (order[issue.severity], issue.code)
        severities[key] = issue.severity
        where = ""
        if issue.report in lookup.reports:
            report = lookup.reports[issue.report]
            where = lookup.outlet(report.id) + (f", “{clean(report.title)}”" if report.title else "")
        elif issue.report:
            where = clean(issue.report)
        line = (clean(issue.message), where, clean(issue.suggestion))
        lines = found.setdefault(key, [])
        if line not in lines:
            lines.append(line)
    return [
        IssueGroup(tag(*SEVERITIES[severities[key]]), clean(key[1].replace("_", " ")), tuple(lines))
        for key, lines in sorted(found.items())
    ]


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One note: the sentence and where it stands."""

    number: int
    outlet: str
    title: str
    url: str | None
    published: str
    text: Markup
    figures: tuple[tuple[str, str], ...]


def evidence(lookup: Lookup, notes: Notes) -> list[EvidenceLine]:
    """Every cited sentence, by number, with links back to the figures that rest on it."""
    return [_evidence(note, lookup) for note in notes.all()]


def _evidence(note: Note, lookup: Lookup) -> EvidenceLine:
    report = lookup.reports.get(note.report)
    if note.excerpt:
        text = marked_excerpt(note.excerpt, note.claims, anchors=True)
    else:
        spots = Markup("").join(Markup('<a id="{}" class="spot"></a>').format(clean(c.id)) for c in note.claims)
        text = spots + Markup('<p class="quiet">The words are not kept in this dossier.</p>')
    blocks: dict[str, str] = {}
    for claim in note.claims:
        assessment = lookup.assessment_of.get(claim.id)
        if assessment:
            blocks[assessment.id] = wording.counted(assessment.question)
    return EvidenceLine(
        note.number, lookup.outlet(note.report), clean(report.title or "") if report else "",
        web_address(report.url) if report else None, wording.instant(report.published if report else None), text,
        tuple(blocks.items()),
    )  # fmt: skip


def full_texts(lookup: Lookup) -> list[tuple[str, str]]:
    """Whole reports where the dossier carries them: (outlet and title, text)."""
    texts = lookup.dossier.full_texts or {}
    found = []
    for report_id, text in texts.items():
        report = lookup.reports.get(report_id)
        name = lookup.outlet(report_id) + (f": {clean(report.title)}" if report and report.title else "")
        found.append((name, clean(text)))
    return found
