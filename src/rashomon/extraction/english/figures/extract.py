"""The figures of a report: each quantity that a sentence gives a measure, with all that its words say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.quantities import Quantity, find_quantities
from rashomon.extraction.english.figures.readings import Read, read_measures
from rashomon.extraction.english.figures.population import category_of, population_of, unit_of
from rashomon.extraction.english.figures.sentence_view import SentenceView, view_sentence
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Sentence
from rashomon.model.claim import Figure
from rashomon.model.ids import content_id


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure before its place and links are known, with the view it was read in."""

    figure: Figure
    view: SentenceView
    read: Read


def extract_figures(analysis: Analysis, library: Library) -> tuple[Figure, ...]:
    """The figures of a report, in the order of their numbers."""
    drafts: list[Draft] = []
    before: str | None = None
    for sentence in analysis.sentences:
        view = _view(sentence, library)
        if view is None:
            continue
        reads = read_measures(view, before)
        for read in reads:
            drafts.append(Draft(_figure(analysis, view, read), view, read))
        if reads:
            before = reads[-1].reading.measure
    return tuple(d.figure for d in drafts)


def _view(sentence: Sentence, library: Library) -> SentenceView | None:
    if sentence.parse is None:
        return None
    quantities = find_quantities(sentence.text, library.hedges)
    return view_sentence(sentence, quantities, library.measures) if quantities else None


def _figure(analysis: Analysis, view: SentenceView, read: Read) -> Figure:
    sentence, quantity = view.sentence, read.slot.quantity
    start, end = sentence.start + quantity.start, sentence.start + quantity.end
    return Figure(
        id=content_id("fig", analysis.report.id, sentence.field, "figure", start, end),
        report=analysis.report.id,
        made_by=f"figures: {read.reading.rule}",
        field=sentence.field,
        start=sentence.start,
        end=sentence.end,
        number_start=start,
        number_end=end,
        measure=read.reading.measure,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        qualifier=quantity.qualifier,
        unit=unit_of(view, read.slot, read.reading.measure),
        population=population_of(view, read.slot, read.reading.measure),
        attribution=analysis.source_of(sentence.field, start, end),
    )


def quantity_spans(text: str, library: Library) -> tuple[Quantity, ...]:
    """The quantities of a sentence, whatever they count, with offsets of the sentence."""
    return find_quantities(text, library.hedges)
