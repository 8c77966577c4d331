"""The page's lists of what it rests on: reports, issues, whole texts."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from rashomon.model.issue import Severity
from rashomon.rendering import wording
from rashomon.rendering.components.tags import tag
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean, web_address
from rashomon.rendering.standing import LANGUAGES, plural

SEVERITIES: dict[Severity, tuple[str, str]] = {
    "loss": ("disputed", "left out"),
    "warning": ("doubtful", "doubtful"),
    "note": ("single", "note"),
}


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
                r.id,
                lookup.outlet(r.id),
                clean(r.title or "untitled"),
                web_address(r.url),
                wording.instant(r.published),
                how,
                tuple(labels),
                "; ".join(remarks),
            )
        )
    return lines


def counted(lookup: Lookup) -> str:
    """ "7 reports of 5 outlets in 4 families, 2 of them copies."; empty where nothing was counted."""
    told = lookup.dossier.sourcing
    if told is None:
        return ""
    text = f"{plural(told.reports, 'report')} of {plural(told.outlets, 'named outlet')}"
    text += f" in {plural(told.families, 'family of publishers', 'families of publishers')}"
    return f"{text}; {plural(told.copies, 'report copies', 'reports copy')} another."


@dataclass(frozen=True, slots=True)
class RepeatLine:
    """Who repeats whom, and how: one line of the table."""

    id: str
    outlet: str
    title: str
    source: str
    from_id: str | None
    how: str


_HOW = {
    "copy": "carries the same text",
    "altered copy": "carries the same text, altered",
    "credit": "credits it",
    "cited": "cites it",
}


def repeats(lookup: Lookup) -> list[RepeatLine]:
    """The graph of who repeats whom, in the order of the reports."""
    told = lookup.dossier.sourcing
    return [
        RepeatLine(
            r.report,
            lookup.outlet(r.report),
            clean((lookup.reports[r.report].title if r.report in lookup.reports else None) or "untitled"),
            clean(r.source),
            r.from_report,
            _HOW[r.how],
        )
        for r in (told.repeats if told else ())
    ]


def _names(roots: tuple[str, ...]) -> str:
    return clean(", ".join(roots))


def bounds(lookup: Lookup) -> list[tuple[str, str, str, str, str]]:
    """For each figure that more than one root answers: its anchor, label, and who gives low, best and high."""
    told = lookup.dossier.sourcing
    by_id = {a.id: a for a in lookup.dossier.assessments}
    return [
        (b.assessment, lookup.counted(by_id[b.assessment]), _names(b.low), _names(b.best), _names(b.high))
        for b in (told.bounds if told else ())
        if b.assessment in by_id and len({*b.low, *b.best, *b.high}) > 1
    ]


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


def full_texts(lookup: Lookup) -> list[tuple[str, str]]:
    """Whole reports where the dossier carries them: (outlet and title, text)."""
    texts = lookup.dossier.full_texts or {}
    found = []
    for report_id, text in texts.items():
        report = lookup.reports.get(report_id)
        name = lookup.outlet(report_id) + (f": {clean(report.title)}" if report and report.title else "")
        found.append((name, clean(text)))
    return found
