"""The Word export: a situation report for each story, with figures, chart, map and sources as footnotes."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.exported import Exported, Loss, LossReport, Material
from rashomon.rendering.components.chart_points import has_history
from rashomon.rendering.exports.answers import answers_of, outside
from rashomon.rendering.exports.shape import Format
from rashomon.rendering.exports.word.report import MOST_CHARTS, report_of, shown_answers
from rashomon.rendering.lookup import Lookup

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_CANNOT_CARRY = (
    "The passages: a footnote names the report, not its words.",
    "Each figure's relations to others, and what its origin said before, but where a chart shows it.",
    "The timeline, single statements, alliances, and events that the brief does not tell.",
    "Ids: nothing leads from a line back into dossier.json.",
)


def write_word(material: Material) -> Exported:
    """`situation-report.docx`; of several stories one each, with the story's id in its name. Raises PartError."""
    files: dict[str, bytes] = {}
    losses: list[Loss] = []
    offered = written = 0
    for dossier in material.dossiers:
        name = f"-{dossier.story}" if len(material.dossiers) > 1 else ""
        files[f"situation-report{name}.docx"] = report_of(dossier)
        lookup = Lookup(dossier)
        left = list(_losses(lookup))
        losses += left
        written += len(shown_answers(lookup))
        offered += len(answers_of(lookup)) + sum(1 for x in left if x.record not in _ids(lookup))
    report = LossReport(
        format="word", offered=offered, written=written, cannot_carry=_CANNOT_CARRY, losses=tuple(losses)
    )
    return Exported(files=files, report=report)


def _losses(lookup: Lookup) -> Iterator[Loss]:
    """Questions that the table leaves out, histories without a chart, figures that answer no question."""
    story, shown = lookup.dossier.story, shown_answers(lookup)
    named = {a.assessment.id for a in shown}
    why = "The brief does not rest on it and no two origins answer it: the table has what the report tells."
    for answer in answers_of(lookup):
        if answer.assessment.id not in named:
            yield Loss(story=story, record=answer.assessment.id, kind="figure", what="left out", reason=why)
    told = [a.assessment for a in shown if has_history(a.assessment, lookup)]
    why = "Its history is not drawn: a report has the charts of the figures that it cites most."
    for one in told[MOST_CHARTS:]:
        yield Loss(story=story, record=one.id, kind="figure", what="simplified", reason=why)
    yield from outside(lookup)


def _ids(lookup: Lookup) -> set[str]:
    return {a.id for a in lookup.dossier.assessments}


WORD = Format(
    "word", "A situation report for each story as a Word document, with charts, map, footnotes.", MEDIA_TYPE, write_word
)
