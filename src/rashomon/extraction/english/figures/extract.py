"""The figures of a report: each quantity that a sentence gives a measure, with all that its words say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.background import ReportTime, is_background, report_time
from rashomon.extraction.english.figures.counting import basis_of, caveats_of, counting_of, is_correction
from rashomon.extraction.english.figures.event_namings import tells_happening
from rashomon.extraction.english.figures.event_places import with_places
from rashomon.extraction.english.figures.leaving import is_about_leaving
from rashomon.extraction.english.figures.lone_victims import lone_victims, tells_arms
from rashomon.extraction.english.figures.parts import Told, find_wholes
from rashomon.extraction.english.figures.place_phrases import unknown_names
from rashomon.extraction.english.figures.population import category_of, population_of, unit_of
from rashomon.extraction.english.figures.quantities import Quantity, find_quantities
from rashomon.extraction.english.figures.reading import CASUALTIES
from rashomon.extraction.english.figures.readings import Read, read_measures
from rashomon.extraction.english.figures.realis import realis_of
from rashomon.extraction.english.figures.sentence_view import SentenceView, view_sentence
from rashomon.extraction.english.figures.settings_of_figures import Setting, place_of, setting_of, time_of
from rashomon.extraction.english.figures.shares import with_conversion, with_share
from rashomon.extraction.english.figures.singles import read_singles, without_the_dead
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Sentence
from rashomon.model.claim import Caveat, Figure
from rashomon.model.ids import content_id
from rashomon.model.place import Place

#: At most this many names that no list holds are weighed as the place of an event.
_MOST_UNLISTED = 40
_NOT_TOLD = ("background", "feared", "planned", "denied")
#: Candidates for a report's one victim that are weighed, in so many of its sentences.
_MOST_LONE = 5
_SEARCHED = 60
_THINGS = ("other:", "buildings", "settlements", "strikes")


@dataclass(frozen=True, slots=True)
class _SentenceReads:
    view: SentenceView
    reads: tuple[Read, ...]
    setting: Setting
    caveats: tuple[Caveat, ...]


def extract_figures(analysis: Analysis, library: Library) -> tuple[Figure, ...]:
    """The figures of a report, in the order of their numbers."""
    unlisted: list[Place] = []
    read = _read_sentences(analysis, library, unlisted)
    time = report_time(analysis.report, [s.text for s in analysis.sentences[:6]])
    told: list[Told] = []
    figures: list[Figure] = []
    pairs = [(one, each) for one in read for each in one.reads]
    twice = without_the_dead([(one.view, each) for one, each in pairs])
    for n, (one, each) in enumerate(pairs):
        if n not in twice:
            told.append(Told(one.view, each, each.reading.measure, one.view.sentence.index))
            figures.append(_figure(analysis, one, each, library, figures, time))
    figures += _lone(analysis, library, figures, told, time)
    figures = with_places(analysis, figures, told, unlisted[:_MOST_UNLISTED])
    return tuple(sorted(_with_wholes(figures, told), key=lambda f: (f.field == "text", f.number_start)))


def _lone(
    analysis: Analysis, library: Library, figures: Sequence[Figure], told: list[Told], time: ReportTime
) -> list[Figure]:
    """The one victim of a report of a shooting that counts no dead, else no injured either."""
    counted = {f.measure for f in figures if f.realis not in _NOT_TOLD and (f.value is None or f.value > 0)}
    texts = [s.text for s in analysis.sentences]
    if "killed" in counted or CASUALTIES in counted or not tells_arms(texts):
        return []
    views = [v for v in (_view(s, library) for s in analysis.sentences[:_SEARCHED]) if v is not None]
    for measure in ("killed", "injured"):
        if measure in counted:
            return []
        for view, read in islice(lone_victims(views, measure), _MOST_LONE):
            setting = setting_of(analysis, view, library.place_words)
            caveats = caveats_of(view, None, library.figure_words)
            figure = _figure(analysis, _SentenceReads(view, (read,), setting, caveats), read, library, figures, time)
            if figure.realis not in _NOT_TOLD:
                told.append(Told(view, read, measure, view.sentence.index))
                return [figure]
    return []


def quantity_spans(text: str, library: Library) -> tuple[Quantity, ...]:
    """The quantities of a sentence, whatever they count, with offsets of the sentence."""
    return find_quantities(text, library.hedges)


def _read_sentences(analysis: Analysis, library: Library, unlisted: list[Place]) -> list[_SentenceReads]:
    """The sentences with figures; places that no list holds, in sentences that tell a happening, go to `unlisted`."""
    found: list[_SentenceReads] = []
    before: str | None = None
    leaving = is_about_leaving([s.text for s in analysis.sentences])
    for i, sentence in enumerate(analysis.sentences):
        view = _view(sentence, library)
        if view is None:
            continue
        reads = read_measures(view, before, leaving)
        told = [r.reading.measure for r in reads if not r.reading.measure.startswith(_THINGS)]
        before = told[-1] if told else before
        reads = sorted(reads + read_singles(view, reads), key=lambda r: r.slot.first)
        if tells_happening(sentence.text) and len(unlisted) < _MOST_UNLISTED:
            named = analysis.places_in(sentence.field, sentence.start, sentence.end)
            unlisted += unknown_names(view, named)
        if not reads:
            continue
        following = analysis.sentences[i + 1] if i + 1 < len(analysis.sentences) else None
        same = following is not None and following.field == sentence.field
        after = (following.start, following.text) if same and following else None
        setting = setting_of(analysis, view, library.place_words)
        caveats = caveats_of(view, after, library.figure_words)
        found.append(_SentenceReads(view, tuple(reads), setting, caveats))
    return found


def _view(sentence: Sentence, library: Library) -> SentenceView | None:
    if sentence.parse is None:
        return None
    return view_sentence(sentence, find_quantities(sentence.text, library.hedges), library.measures)


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
    place, others = place_of(view, read, one.reads, one.setting)
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
        unit=unit_of(read.slot, measure),
        population=population_of(view, read.slot, measure),
        place=place,
        other_places=others,
        attribution=analysis.source_of(sentence.field, start, end),
        when=time_of(view, read, one.reads, one.setting),
        counting=counting_of(view, read, any(f.measure == measure for f in earlier)),
        basis=basis_of(view, read, library.figure_words),
        caveats=one.caveats,
        correction=is_correction(sentence.text),
        realis="background" if is_background(view, read, time, leading) else realis_of(view, read),
    )


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
        figure = with_conversion(figure, linked[i - 1] if i else None, told[i].view.sentence.text)
        linked[i] = with_share(figure, linked[whole] if whole is not None else None, told[i].read.slot.quantity)
    return linked


def _row_source(told: Sequence[Told], i: int) -> int | None:
    """The figure whose row this one goes on."""
    row = told[i].read.row
    return (
        next((k for k in range(i - 1, max(-1, i - 80), -1) if told[k].read.slot is row), None)
        if row is not None
        else None
    )
