"""Which figures are displacement figures of their own, which are parts of one, and which say nothing new."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from rashomon.model.assessment import Assessment
from rashomon.model.claim import Figure
from rashomon.model.exported import Loss
from rashomon.rendering.exports.answers import Answer, why_outside
from rashomon.rendering.lookup import Lookup

MEASURES = ("displaced", "evacuated", "returned", "homeless")
_DONE = ("happened", "claimed")


@dataclass(frozen=True)
class Entry:
    """A figure with a row: its question's answer, its parts, and whether its own origin has replaced it."""

    figure: Figure
    answer: Answer
    parts: tuple[Figure, ...] = ()
    replaced: bool = False

    @property
    def assessment(self) -> Assessment:
        """The assessment of its question."""
        return self.answer.assessment


def entries_of(lookup: Lookup) -> tuple[list[Entry], list[Loss]]:
    """The figures with a row, and a loss for each displacement figure that has none, in the order of the claims."""
    figures = [c for c in lookup.dossier.claims if isinstance(c, Figure) and c.measure in MEASURES]
    points = [p for series in lookup.dossier.series for p in series.points]
    repeats = {c for p in points for c in p.claims if c != p.claim}
    replaced = {p.claim for p in points if p.superseded_by is not None}
    reasons = {f.id: _why_left_out(f, repeats, lookup) for f in figures}
    wholes = {f.id for f in figures if reasons[f.id] is None and f.part_of is None}
    entries: list[Entry] = []
    losses: list[Loss] = []
    for figure in figures:
        reason = _why_no_row(figure, wholes) or reasons[figure.id]
        if reason is None:
            parts = tuple(p for p in figures if p.part_of == figure.id and p.realis in _DONE and p.id not in repeats)
            answer = Answer(lookup.assessment_of[figure.id], lookup)
            entries.append(Entry(figure, answer, parts, figure.id in replaced))
        else:
            story = lookup.dossier.story
            losses.append(Loss(story=story, record=figure.id, kind="figure", what="left out", reason=reason))
    return entries, losses


def _why_no_row(figure: Figure, wholes: Set[str]) -> str | None:
    if figure.part_of in wholes and figure.realis in _DONE:
        return "It is a part of another figure, and stands in that one's disaggregation."
    if figure.part_of is not None and figure.part_of not in wholes:
        return "It is a part of a figure that has no row."
    return None


def _why_left_out(figure: Figure, repeats: Set[str], lookup: Lookup) -> str | None:
    if figure.realis not in _DONE:
        return "It is not told as having happened: feared, planned, denied or of another time."
    if figure.id not in lookup.assessment_of:
        return why_outside(figure, lookup)
    if figure.id not in lookup.excerpts:
        return "No excerpt of its report is kept, and an excerpt is mandatory."
    if figure.id in repeats:
        return "It repeats a figure of the same origin that has a row."
    if figure.value is None and figure.low is None:
        return "The report gives a word and no number."
    return None
