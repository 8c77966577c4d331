"""The situation report of one story, part by part."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Sequence

from markupsafe import Markup

from rashomon.model.brief import Sentence
from rashomon.model.dossier import Dossier
from rashomon.rendering import wording
from rashomon.rendering.components.chart_points import has_history
from rashomon.rendering.components.figure_table import NO_FIGURE, citations
from rashomon.rendering.components.map_picture import map_picture
from rashomon.rendering.components.step_chart import step_chart
from rashomon.rendering.exports.answers import Answer, answers_of
from rashomon.rendering.exports.paper.pictures import png
from rashomon.rendering.exports.paper.sheet import Cell, Run, Sheet
from rashomon.rendering.exports.word.sources import Sources
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean
from rashomon.rendering.standing import not_known, reports_read

#: The table and the charts hold no more than these.
MOST_FIGURES, MOST_CHARTS = 24, 2
_PAGE, _NARROW = 16.6, 11.0
_COLUMNS = (("What is counted", 5.2), ("Range", 2.5), ("Who says so, and as of when", 6.1), ("Support", 2.8))


def report_of(dossier: Dossier) -> bytes:
    """The report as a Word file."""
    return _Report(dossier).content()


def standing(dossier: Dossier) -> str:
    """Who reviewed it, and how it names persons."""
    note = wording.review_note(dossier)
    return f"{note[:1].upper()}{note[1:]}. {wording.names_note(dossier)}"


def day_of(dossier: Dossier) -> dt.date:
    """The day that a file's properties bear: the as-of, else the newest report's, else the first of 2000."""
    days = [dossier.as_of or "", *sorted((r.published or "" for r in dossier.reports), reverse=True)]
    return next((dt.date.fromisoformat(d[:10]) for d in days if re.match(r"\d{4}-\d\d-\d\d", d)), dt.date(2000, 1, 1))


def shown_answers(lookup: Lookup) -> list[Answer]:
    """The questions that the table shows: those that the brief rests on and those of several origins, in that order."""
    weights = citations(lookup.dossier)
    told = [a for a in answers_of(lookup) if weights[a.assessment.id] or len(a.assessment.roots) > 1]
    return sorted(told, key=lambda a: (-weights[a.assessment.id], -len(a.assessment.claims)))[:MOST_FIGURES]


class _Report:
    def __init__(self, dossier: Dossier) -> None:
        self.dossier, self.lookup = dossier, Lookup(dossier)
        self.sources = Sources(self.lookup)
        self.sheet = Sheet(dossier.title, f"Situation report. {standing(dossier)}", day_of(dossier))

    def content(self) -> bytes:
        brief, sheet = self.dossier.brief, self.sheet
        sheet.heading(self._cited([brief.headline]), 0)
        as_of = wording.instant(self.dossier.as_of)
        sheet.paragraph(f"As of {as_of}. {standing(self.dossier)} {reports_read(self.dossier)}", "Small")
        for point in brief.key_points:
            sheet.paragraph(self._cited([point]), "List Bullet")
        self._figures()
        self._charts()
        self._map()
        if brief.paragraphs:
            sheet.heading("What the reports say")
        for paragraph in brief.paragraphs:
            sheet.paragraph(self._cited(paragraph))
        self._disagreements()
        self._caveats()
        return sheet.content()

    def _cited(self, sentences: Sequence[Sentence]) -> list[Run]:
        runs: list[Run] = []
        for sentence in sentences:
            number = self.sheet.next_note + sum(1 for r in runs if r.note)
            space = " " if runs else ""
            shown = f" ({clean(sentence.calculation)})" if sentence.calculation else ""
            runs.append(Run(f"{space}{clean(sentence.text)}{shown}", self.sources.of_sentence(sentence, number)))
        return runs

    def _figures(self) -> None:
        answers = shown_answers(self.lookup)
        if not answers:
            return
        self.sheet.heading("Figures")
        rows: list[Sequence[Cell]] = [[[Run(name, bold=True)] for name, _ in _COLUMNS]]
        number = self.sheet.next_note
        for answer in answers:
            one = answer.assessment
            note = self.sources.of_claims([one.best_claim] if one.best_claim else one.claims, number)
            number += 1 if note else 0
            period = wording.period(one.question)
            voices = "; ".join(dict.fromkeys(answer.voices()))
            rows.append(
                (
                    f"{answer.label}{f', {period}' if period else ''}",
                    [Run(_range(answer), bold=True)],
                    [Run(voices, note)],
                    wording.support(one.support.best) or "a party’s claim",
                )
            )
        self.sheet.table([width for _, width in _COLUMNS], rows)
        text = "The figures answer different questions and overlap: do not add them up. “Or more” is an open top."
        self.sheet.paragraph(text, "Small")

    def _charts(self) -> None:
        told = [a for a in shown_answers(self.lookup) if has_history(a.assessment, self.lookup)]
        for answer in told[:MOST_CHARTS]:
            drawing, wide = step_chart(answer.assessment, self.lookup, day_of(self.dossier))
            self.sheet.heading(f"{answer.label}: figures over time", 2)
            self.sheet.picture(png(drawing), _PAGE if wide else _NARROW, _described(drawing))
            text = "A hollow point was replaced by its own origin; an arrow is an open top; a faint ring is a copy."
            self.sheet.paragraph(text, "Small")

    def _map(self) -> None:
        drawn = map_picture(self.dossier)
        if drawn is None:
            return
        self.sheet.heading("Places that the reports name", 2)
        self.sheet.picture(png(drawn.svg), _PAGE, _described(drawn.svg))
        text = ["A circle is as wide as the place is vague."]
        marks = [f"{n} {clean(m.text)}" for n, m in enumerate(self.dossier.control, 1)]
        text += [f"Who is said to hold what: {' '.join(marks)}"] if marks else []
        text += [f"Further away: {', '.join(map(clean, drawn.elsewhere))}."] if drawn.elsewhere else []
        self.sheet.paragraph(" ".join([*text, *drawn.notes]), "Small")

    def _disagreements(self) -> None:
        if not self.dossier.disagreements:
            return
        self.sheet.heading("Where the reports disagree")
        for one in self.dossier.disagreements:
            runs: list[Run] = []
            for side in one.sides:
                number = self.sheet.next_note + sum(1 for r in runs if r.note)
                runs.append(Run("; against " if runs else "", bold=True))
                text = clean(side.text)
                text = text if len(runs) > 1 else text[:1].upper() + text[1:]
                runs.append(Run(text, self.sources.of_claims(side.claims, number)))
            settle = f" {clean(one.settle)}" if one.settle else ""
            self.sheet.paragraph([*runs, Run(f". {clean(one.reason)}{settle}")], "List Bullet")

    def _caveats(self) -> None:
        self.sheet.heading("Caveats and what is not known")
        for line in [*_figure_caveats(shown_answers(self.lookup)), *not_known(self.dossier)]:
            self.sheet.paragraph(line, "List Bullet")
        self.sheet.paragraph(f"{standing(self.dossier)} {_HOW}")


_HOW = "Made by Rashomon from the reports that the footnotes name; a report that copies another one adds no support."


def _range(answer: Answer) -> str:
    one = answer.assessment
    if one.low is None and one.high is None:
        return NO_FIGURE
    shown = wording.bounds(one.low, one.high)
    return shown if one.ceiling is None else f"{shown} (feared or “up to”: {wording.number(one.ceiling)})"


def _figure_caveats(answers: Sequence[Answer]) -> list[str]:
    """A line for each figure of the table whose own report qualifies it, and the record's notes on it."""
    lines: dict[str, None] = {}
    for answer in answers:
        words = [wording.CAVEATS[c.kind] for f in answer.figures for c in f.caveats]
        if words:
            lines[f"{answer.label}: {', '.join(dict.fromkeys(words))}, as its report says."] = None
        for note in answer.assessment.notes:
            lines[f"{answer.label}: {clean(note)}"] = None
    return list(lines)


def _described(drawing: Markup) -> str:
    """What a screen reader says of a drawing."""
    found = re.search(r'aria-label="([^"]*)"', drawing)
    return html.unescape(found[1]) if found else ""
