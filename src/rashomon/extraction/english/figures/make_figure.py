"""One figure of a read quantity, with all that its sentence says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.background import is_background, is_of_earlier_year
from rashomon.extraction.english.figures.counting import basis_of, counting_of, is_correction
from rashomon.extraction.english.figures.days_of_figures import stood_on, time_of
from rashomon.extraction.english.figures.makeup import mostly_of
from rashomon.extraction.english.figures.population import population_of, unit_of
from rashomon.extraction.english.figures.quantities import Quantity, find_quantities
from rashomon.extraction.english.figures.reading import Read
from rashomon.extraction.english.figures.realis import realis_of
from rashomon.extraction.english.figures.report_time import ReportTime
from rashomon.extraction.english.figures.sentence_view import SentenceView, view_sentence
from rashomon.extraction.english.figures.settings_of_figures import Setting, place_of
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Sentence
from rashomon.model.claim import Caveat, Figure
from rashomon.model.ids import content_id

#: Digits that a full stop parts three by three.
_GROUPED = re.compile(r"\d{1,3}\.\d{3}")


@dataclass(frozen=True, slots=True)
class SentenceReads:
    """A sentence's read quantities, with what they share."""

    view: SentenceView
    reads: tuple[Read, ...]
    setting: Setting
    caveats: tuple[Caveat, ...]


def view_of(sentence: Sentence, library: Library, topics: frozenset[str] = frozenset()) -> SentenceView | None:
    """The view of a sentence of a report about these topics; none where it was not parsed."""
    if sentence.parse is None:
        return None
    quantities = find_quantities(sentence.text, library)
    return view_sentence(sentence, quantities, library.measures, library.words, topics)


def make_figure(
    analysis: Analysis,
    one: SentenceReads,
    read: Read,
    library: Library,
    earlier: Sequence[Figure],
    time: ReportTime,
) -> Figure:
    """The figure of one read quantity; `earlier` are the report's figures before it."""
    view, sentence, quantity = one.view, one.view.sentence, in_thousands(one.view, read)
    start, end = sentence.start + quantity.start, sentence.start + quantity.end
    measure = read.reading.measure
    place, others = place_of(view, read, one.reads, one.setting)
    told = time_of(view, read, one.reads, one.setting)
    stood = told is not None and stood_on(view, read, told)
    leading = not any(
        f.field == sentence.field and f.start != sentence.start and f.realis != "background" for f in earlier
    )
    last = analysis.sentences[sentence.index - 1] if sentence.index else sentence
    behind = [f.realis == "background" for f in earlier if (f.field, f.start) == (last.field, last.start)]
    old = all(behind) if behind else is_of_earlier_year(last.text, time, library.words)
    background = is_background(view, read, time, leading, old and last is not sentence)
    return Figure(
        id=content_id("fig", analysis.report.id, sentence.field, "figure", start, end),
        report=analysis.report.id,
        made_by=f"figures: {read.reading.rule}",
        field=sentence.field,
        start=sentence.start,
        end=sentence.end,
        number_start=start,
        number_end=end,
        measure=measure,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        qualifier=quantity.qualifier,
        unit=unit_of(read.slot, measure),
        population=population_of(view, read.slot, measure),
        mostly=mostly_of(view, read.slot) if unit_of(read.slot, measure) == "person" else None,
        place=place,
        other_places=others,
        attribution=analysis.source_of(sentence.field, start, end),
        when=None if stood else told,
        said_when=told if stood else None,
        counting=counting_of(view, read, any(f.measure == measure for f in earlier)),
        basis=basis_of(view, read, library.figure_words),
        caveats=one.caveats,
        correction=is_correction(view, read),
        realis="background" if background else realis_of(view, read),
    )


def in_thousands(view: SentenceView, read: Read) -> Quantity:
    """The quantity; where whole people or things are counted, "265.000" is grouped by its full stop."""
    quantity = read.slot.quantity
    words = view.sentence.text[quantity.core_start : quantity.core_end]
    measure = read.reading.measure
    whole = unit_of(read.slot, measure) in ("person", "household") or measure.startswith("buildings_")
    if not _GROUPED.fullmatch(words) or not whole:
        return quantity
    value, low, high = (n and round(n * 1000) for n in (quantity.value, quantity.low, quantity.high))
    return msgspec.structs.replace(quantity, value=value, low=low, high=high)
