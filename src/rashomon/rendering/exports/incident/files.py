"""Incident sheets as Markdown and as a Word document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model.dossier import Dossier
from rashomon.rendering import wording
from rashomon.rendering.exports.incident.sheet import HarmRow, Incident
from rashomon.rendering.exports.paper.footnotes import Words
from rashomon.rendering.exports.paper.sheet import Run, Sheet
from rashomon.rendering.exports.word.report import day_of, standing
from rashomon.rendering.exports.word.sources import Sources
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.markdown_text import escape, source_line

#: The incidents of one story.
Story = tuple[Dossier, Sequence[Incident]]
_HEADS = ("Whom", "Minimum", "Maximum", "Who says so, and as of when", "Support of the best number")
_WIDTHS = (3.2, 2.0, 2.4, 6.2, 2.8)
_NONE = "No event with a number of civilians killed or injured by itself."
_TITLE = "Incidents of harm to civilians"


def incidents_markdown(stories: Sequence[Story]) -> bytes:
    """All sheets on one page; it says so where a story has none."""
    lines = [f"# {_TITLE}"]
    for dossier, incidents in stories:
        lines += ["", escape(f"{dossier.title}. {_standing(dossier)}")]
        lines += [] if incidents else ["", escape(_NONE)]
        for incident in incidents:
            lines += list(_markdown(incident, Lookup(dossier)))
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8")


def _markdown(incident: Incident, lookup: Lookup) -> Iterator[str]:
    yield from ("", f"## {escape(incident.title)}", "")
    yield from (f"- **{name}**: {escape(text)}" for name, text in incident.facts)
    for name, rows in (("Killed", incident.killed), ("Injured", incident.injured)):
        yield from ("", f"### {name}", "")
        if not rows:
            yield "No number of civilians is told."
            continue
        yield f"| {' | '.join(_HEADS)} |"
        yield "|" + "---|" * len(_HEADS)
        yield from (f"| {' | '.join(map(escape, _cells(row)))} |" for row in rows)
    yield from ("", "### To be known", "", *(f"- {escape(note)}" for note in incident.notes))
    yield from ("", "### Reports", "")
    yield from (f"{n}. {source_line(report, lookup)}" for n, report in enumerate(incident.reports, 1))
    yield from ("", escape(f"Event {incident.id}. {standing(lookup.dossier)}"))


def incidents_word(stories: Sequence[Story]) -> bytes:
    """All sheets as one document, each on a page of its own. Raises PartError where python-docx is missing."""
    marks = " ".join(dict.fromkeys(standing(d) for d, _ in stories))
    sheet = Sheet(_TITLE, f"{_TITLE}. {marks}", max(day_of(d) for d, _ in stories))
    sheet.heading(_TITLE, 0)
    for dossier, incidents in stories:
        sheet.paragraph([Run(f"{dossier.title}. ", bold=True), Run(_standing(dossier))])
        if not incidents:
            sheet.paragraph(_NONE)
        sources = Sources(Lookup(dossier))
        for number, incident in enumerate(incidents):
            if number:
                sheet.page_break()
            _word(sheet, incident, sources)
    return sheet.content()


def _word(sheet: Sheet, incident: Incident, sources: Sources) -> None:
    note: tuple[Words, ...] = sources.of_reports(incident.reports, sheet.next_note)
    sheet.heading([Run(incident.title, note)])
    for name, text in incident.facts:
        sheet.paragraph([Run(f"{name}: ", bold=True), Run(text)])
    for name, rows in (("Killed", incident.killed), ("Injured", incident.injured)):
        sheet.heading(name, 2)
        if rows:
            sheet.table(_WIDTHS, [[[Run(h, bold=True)] for h in _HEADS], *(_cells(row) for row in rows)])
        else:
            sheet.paragraph("No number of civilians is told.")
    for text in incident.notes:
        sheet.paragraph(text, "List Bullet")
    sheet.paragraph(f"Event {incident.id}.", "Small")


def _cells(row: HarmRow) -> tuple[str, ...]:
    return row.whom, row.minimum, row.maximum, row.voices, row.support


def _standing(dossier: Dossier) -> str:
    return f"As of {wording.instant(dossier.as_of)}. {standing(dossier)}"
