"""The figures of a report: each quantity that a sentence gives a measure, with all that its words say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.background import ReportTime, is_background, report_time
from rashomon.extraction.english.figures.counting import basis_of, caveats_of, counting_of
from rashomon.extraction.english.figures.leaving import is_about_leaving
from rashomon.extraction.english.figures.parts import Told, find_wholes
from rashomon.extraction.english.figures.population import category_of, population_of, unit_of
from rashomon.extraction.english.figures.quantities import Quantity, find_quantities
from rashomon.extraction.english.figures.readings import Read, read_measures
from rashomon.extraction.english.figures.realis import realis_of
from rashomon.extraction.english.figures.sentence_view import SentenceView, view_sentence
from rashomon.extraction.english.figures.settings_of_figures import carried_place, place_of, time_of
from rashomon.extraction.english.figures.shares import with_share
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Sentence
from rashomon.model.claim import Figure
from rashomon.model.ids import content_id
from rashomon.model.place import Place

#: A place is carried this many sentences on.
_NEIGHBOUR = 1
_THINGS = ("other:", "buildings", "settlements", "strikes")


@dataclass(frozen=True, slots=True)
class _SentenceReads:
    view: SentenceView
    reads: tuple[Read, ...]
    following: tuple[int, str] | None


def extract_figures(analysis: Analysis, library: Library) -> tuple[Figure, ...]:
    """The figures of a report, in the order of their numbers."""
    read = _read_sentences(analysis, library)
    time = report_time(analysis.report, [s.text for s in analysis.sentences[:6]])
    told: list[Told] = []
    figures: list[Figure] = []
    for one in read:
        for each in one.reads:
            told.append(Told(one.view, each, each.reading.measure, one.view.sentence.index))
            figures.append(_figure(analysis, one, each, library, figures, time))
    figures = _with_places(analysis, figures, told)
    return tuple(sorted(_with_wholes(figures, told), key=lambda f: (f.field == "text", f.number_start)))


def quantity_spans(text: str, library: Library) -> tuple[Quantity, ...]:
    """The quantities of a sentence, whatever they count, with offsets of the sentence."""
    return find_quantities(text, library.hedges)


def _read_sentences(analysis: Analysis, library: Library) -> list[_SentenceReads]:
    found: list[_SentenceReads] = []
    before: str | None = None
    leaving = is_about_leaving([s.text for s in analysis.sentences])
    for i, sentence in enumerate(analysis.sentences):
        view = _view(sentence, library)
        if view is None:
            continue
        reads = read_measures(view, before, leaving)
        if not reads:
            continue
        following = analysis.sentences[i + 1] if i + 1 < len(analysis.sentences) else None
        same = following is not None and following.field == sentence.field
        found.append(
            _SentenceReads(view, tuple(reads), (following.start, following.text) if same and following else None)
        )
        told = [r.reading.measure for r in reads if not r.reading.measure.startswith(_THINGS)]
        before = told[-1] if told else before
    return found


def _view(sentence: Sentence, library: Library) -> SentenceView | None:
    if sentence.parse is None:
        return None
    quantities = find_quantities(sentence.text, library.hedges)
    return view_sentence(sentence, quantities, library.measures) if quantities else None


def _figure(
    analysis: Analysis,
    one: _SentenceReads,
    read: Read,
    library: Library,
    earlier: Sequence[Figure],
    time: ReportTime,
) -> Figure:
    view, sentence, quantity = one.view, one.view.sentence, read.slot.quantity
    start, end = sentence.start + quantity.start, sentence.start + quantity.end
    measure = read.reading.measure
    place, others = place_of(analysis, view, read, one.reads, library.place_words)
    leading = not any(f.field == sentence.field and f.realis != "background" for f in earlier)
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
        unit=unit_of(view, read.slot, measure),
        population=population_of(view, read.slot, measure),
        place=place,
        other_places=others,
        attribution=analysis.source_of(sentence.field, start, end),
        when=time_of(analysis, view, read, one.reads),
        counting=counting_of(view, read, any(f.measure == measure for f in earlier)),
        basis=basis_of(view, read, library.figure_words),
        caveats=caveats_of(view, read, one.following, library.figure_words),
        realis="background" if is_background(view, read, time, leading) else realis_of(view, read),
    )


def _with_places(analysis: Analysis, figures: Sequence[Figure], told: Sequence[Told]) -> list[Figure]:
    """Figures whose sentence names no place take that of a sentence before them, else the event's."""
    event = _event_place(figures, told) or _lead_place(analysis)
    placed: list[Figure] = []
    last: tuple[int, Place] | None = None
    for figure, one in zip(figures, told, strict=True):
        place = None if _is_vague(figure.place) and event is not None else figure.place
        if place is None and figure.realis != "background":
            near = last is not None and one.sentence - last[0] <= _NEIGHBOUR
            place = carried_place(last[1], "neighbour") if near and last else carried_place(event, "event")
            figure = msgspec.structs.replace(figure, place=place)
        elif place is not None and figure.realis != "background" and place.kind != "other":
            last = (one.sentence, place) if not one.read.part and one.read.row is None else last
        placed.append(figure)
    return placed


def _is_vague(place: Place | None) -> bool:
    """ "a rebel-held town": the report names it elsewhere."""
    if place is None or place.kind != "other" or place.geonames_id is not None:
        return False
    words = place.text.lower().split()
    return words[:1] in (["a"], ["an"]) and words[-1] in ("town", "city", "village", "province", "region", "area", "district")


def _event_place(figures: Sequence[Figure], told: Sequence[Told]) -> Place | None:
    """The place that most of the report's figures name for themselves; the first of equals."""
    counts: dict[str, tuple[int, Place]] = {}
    for figure, one in zip(figures, told, strict=True):
        place = figure.place
        if place is None or figure.realis == "background" or place.how != "clause" or one.read.part:
            continue
        if place.kind == "other" or one.read.row is not None:
            continue
        count, first = counts.get(place.name, (0, place))
        counts[place.name] = (count + 1, first)
    return max(counts.values(), key=lambda c: (c[0], -c[1].start), default=(0, None))[1]


def _lead_place(analysis: Analysis) -> Place | None:
    """The place that a report begins with."""
    return next((p for p in analysis.places if not p.adjectival), None)


def _with_wholes(figures: Sequence[Figure], told: Sequence[Told]) -> list[Figure]:
    """Figures tied to their wholes, with the population, realis and bounds that follow from these."""
    wholes = find_wholes(told)
    linked = list(figures)
    for i, figure in enumerate(figures):
        whole = wholes.get(i)
        if whole is not None:
            figure = msgspec.structs.replace(figure, part_of=figures[whole].id)
            if figures[whole].realis == "background":
                figure = msgspec.structs.replace(figure, realis="background")
        source = whole if whole is not None else _row_source(told, i)
        if source is not None and category_of(told[i].view, told[i].read.slot) is None and figure.unit == "person":
            inherited = linked[source].population
            if inherited.category != "other":
                figure = msgspec.structs.replace(figure, population=inherited)
        linked[i] = with_share(figure, linked[whole] if whole is not None else None, told[i].read.slot.quantity)
    return linked


def _row_source(told: Sequence[Told], i: int) -> int | None:
    row = told[i].read.row
    if row is None:
        return None
    first = next(k for k, t in enumerate(told) if t.sentence == told[i].sentence and t.view is told[i].view)
    return first + row
