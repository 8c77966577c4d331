"""The figures of a report: each quantity that a sentence gives a measure, with all that its words say of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.announced_rows import announced
from rashomon.extraction.english.figures.bare_numbers import is_told_of
from rashomon.extraction.english.figures.counting import caveats_of
from rashomon.extraction.english.figures.divided_buildings import with_mixed_buildings
from rashomon.extraction.english.figures.event_places import with_places
from rashomon.extraction.english.figures.full_phrases import with_full_phrases
from rashomon.extraction.english.figures.happening_words import HappeningWords
from rashomon.extraction.english.figures.inheritance import is_of_victims, relative_before
from rashomon.extraction.english.figures.inherited_measures import FROM_BEFORE
from rashomon.extraction.english.figures.label_rows import is_row, with_what_stands_above
from rashomon.extraction.english.figures.leaving import move_told_of
from rashomon.extraction.english.figures.make_figure import SentenceReads, make_figure, view_of
from rashomon.extraction.english.figures.meant_deaths import with_meant_deaths
from rashomon.extraction.english.figures.multiples import read_multiples
from rashomon.extraction.english.figures.named_rows import with_named_rows
from rashomon.extraction.english.figures.named_shares import BARE_SUBJECT
from rashomon.extraction.english.figures.one_by_one import summed, with_lone
from rashomon.extraction.english.figures.parts import find_wholes
from rashomon.extraction.english.figures.population import category_of
from rashomon.extraction.english.figures.quantities import Quantity, find_quantities
from rashomon.extraction.english.figures.readings import read_measures, things_told
from rashomon.extraction.english.figures.report_time import report_time
from rashomon.extraction.english.figures.restated_places import with_restated
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.extraction.english.figures.settings_of_figures import setting_of
from rashomon.extraction.english.figures.shares import with_conversion, with_share
from rashomon.extraction.english.figures.shot_and_dead import with_mixed_victims, with_the_shot
from rashomon.extraction.english.figures.singles import read_singles, without_the_dead
from rashomon.extraction.english.figures.told import Told
from rashomon.extraction.english.figures.unlisted_places import unlisted_names
from rashomon.extraction.english.figures.unread_wholes import counts_people, without_pronouns
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Token
from rashomon.model.claim import Figure
from rashomon.model.place import Place

#: At most this many names that no list holds are weighed as the place of an event.
_MOST_UNLISTED = 40
_NOT_TOLD = ("background", "feared", "planned", "denied")
#: Candidates for a report's one victim that are weighed, in so many of its sentences.
_MOST_LONE = 5
_SEARCHED = 60
#: Ways to a place that are not the figure's own sentence.
_INHERITED = ("neighbour", "dateline", "event")
#: Smaller numbers are equal by chance.
_TELLING = 10
#: A number that is taken up again ("the 26 comprised") is larger than this.
_FEW = 2
_THINGS = ("other:", "buildings", "settlements", "strikes")


def extract_figures(analysis: Analysis, library: Library) -> tuple[Figure, ...]:
    """The figures of a report, in the order of their numbers."""
    unlisted: list[Place] = []
    topics = library.measures.frames.told_in(s.text for s in analysis.sentences)
    views = [v for s in analysis.sentences if (v := view_of(s, library, topics)) is not None]
    read = with_meant_deaths(_read_sentences(analysis, views, library, unlisted))
    time = report_time(analysis, library)
    told: list[Told] = []
    figures: list[Figure] = []
    pairs = [(one, each) for one in read for each in one.reads]
    twice = without_the_dead([(one.view, each) for one, each in pairs])
    for n, (one, each) in enumerate(pairs):
        if n not in twice:
            told.append(Told(one.view, each, each.reading.measure, one.view.sentence.index))
            figures.append(make_figure(analysis, one, each, library, figures, time))
    figures, told = with_lone(analysis, views, library, figures, told, time)
    sums, members = summed(analysis, views, library, read, figures, time)
    every, told_all = [*figures, *(f for f, _ in sums)], [*told, *(t for _, t in sums)]
    placed = with_places(analysis, every, told_all, unlisted[:_MOST_UNLISTED], library)
    placed = [*with_restated(placed[: len(told)]), *placed[len(told) :]]
    placed = with_named_rows(placed, told_all)
    placed = with_full_phrases(analysis, placed, views, library.place_words)
    placed = with_what_stands_above(placed, [is_row(t.view, t.read.slot) for t in told_all], analysis)
    linked = _with_wholes(placed[: len(told)], told)
    mixed = with_mixed_victims(linked, told)
    if mixed != linked:  # of casualties, other counts are parts than of the dead
        told = [dataclasses.replace(t, measure=f.measure) for t, f in zip(told, mixed, strict=True)]
        alike = zip(placed[: len(told)], mixed, strict=True)
        linked = _with_wholes([msgspec.structs.replace(p, measure=m.measure) for p, m in alike], told)
    figures = [_with_part(f, members) for f in [*linked, *placed[len(told) :]]]
    figures = with_the_shot(figures, [*told, *told_all[len(told) :]], library.victims)
    figures = with_mixed_buildings(_with_source_of_whole(figures))
    return tuple(sorted(figures, key=lambda f: (f.field == "text", f.number_start)))


def quantity_spans(text: str, library: Library) -> tuple[Quantity, ...]:
    """The quantities of a sentence, whatever they count, with offsets of the sentence."""
    return find_quantities(text, library)


def _read_sentences(
    analysis: Analysis, views: Sequence[SentenceView], library: Library, unlisted: list[Place]
) -> list[SentenceReads]:
    """The sentences with figures; places that no list holds, in sentences that tell a happening, go to `unlisted`."""
    found: list[SentenceReads] = []
    before: str | None = None
    fatal = False
    things: Token | None = None
    unread: int | None = None
    # What a large number counted first, "the figure" counts again: "had revised the figure from 103 to 95".
    counted: dict[float | None, str] = {}
    happenings = library.words.of(HappeningWords)
    move = move_told_of([s.text for s in analysis.sentences], library.words)
    for view in views:
        sentence, i = view.sentence, view.sentence.index
        known = [s for s in view.slots if s.quantity.value in counted]
        known = [s for s in known if (s.quantity.value or 0) >= _TELLING or is_told_of(view, s)]
        again = counted[known[0].quantity.value] if known else None
        rows = announced(analysis.sentences, i, library.measures)
        reads = read_measures(view, "killed" if fatal and is_of_victims(view) else again or before, move, things, rows)
        if unread == i - 1:
            reads = without_pronouns(reads)
        unread = i if not reads and counts_people(view) else None
        if not found or found[-1].view.sentence.index != i - 1:
            # Their whole was told right before; what goes on with them goes, too.
            gone = {r.reading.anchor for r in reads if r.reading.rule in (BARE_SUBJECT, FROM_BEFORE)}
            reads = [r for r in reads if r.reading.anchor not in gone]
        told = [r for r in reads if not r.reading.measure.startswith(_THINGS)]
        things = things_told(reads, things)
        # "Seventeen were admitted, of whom three died. Ten more ...": those that the next sentence goes on with.
        before = next((r.reading.measure for r in reversed(told) if not relative_before(view, r.slot)), before)
        large = [(r.slot.quantity.value, r.reading.measure) for r in told]
        counted = {value: measure for value, measure in large if (value or 0) > _FEW} | counted
        fatal = fatal or any(r.reading.measure == "killed" for r in told)
        others = read_singles(view, reads) + read_multiples(view, library.victims)
        reads = sorted(reads + others, key=lambda r: r.slot.first)
        if happenings.told_in(sentence.text) and len(unlisted) < _MOST_UNLISTED:
            named = analysis.places_in(sentence.field, sentence.start, sentence.end)
            unlisted += unlisted_names(view, named, library.place_words)
        if not reads:
            continue
        following = analysis.sentences[i + 1] if i + 1 < len(analysis.sentences) else None
        same = following is not None and following.field == sentence.field
        after = (following.start, following.text) if same and following else None
        setting = setting_of(analysis, view, library.place_words)
        caveats = caveats_of(view, after, library.figure_words)
        found.append(SentenceReads(view, tuple(reads), setting, caveats))
    return found


def _with_wholes(figures: Sequence[Figure], told: Sequence[Told]) -> list[Figure]:
    """Figures tied to their wholes, with the population, realis and bounds that follow from these."""
    wholes = find_wholes(told, figures)
    linked = list(figures)
    for i, figure in enumerate(figures):
        whole = wholes.get(i)
        if whole is not None:
            figure = msgspec.structs.replace(figure, part_of=figures[whole].id)
            if is_of_victims(told[i].view) and (figure.place is None or figure.place.how in _INHERITED):
                # Where the toll was first told: its report names the place there.
                first = next(k for k in range(whole + 1) if (told[k].measure, told[k].value) == _toll(told[whole]))
                figure = msgspec.structs.replace(figure, place=linked[first].place)
            elif told[i].read.part and (figure.place is None or figure.place.how in _INHERITED):
                figure = _at_its_whole(figure, linked[whole])
            if figures[whole].realis == "background":
                figure = msgspec.structs.replace(figure, realis="background")
        row = _row_source(told, i)
        source = row if row is not None else whole
        if (
            source is not None
            and told[source].sentence == told[i].sentence
            and _is_told_by_origin(told[i], told[source])
        ):
            source = None
        if source is not None and category_of(told[i].view, told[i].read.slot) is None and figure.unit == "person":
            inherited = linked[source].population
            if inherited.category != "other" or linked[source].unit == "person":
                figure = msgspec.structs.replace(figure, population=inherited)
        figure = with_conversion(figure, linked[i - 1] if i else None, told[i].view.sentence.text)
        linked[i] = with_share(figure, linked[whole] if whole is not None else None, told[i].read.slot.quantity)
    return linked


def _is_told_by_origin(one: Told, source: Told) -> bool:
    """ "Three Ruritanians, two from X": who they are is told by where they are from, as those before them are not."""
    behind = [t.view.lower(t.read.slot.counted.next) for t in (one, source)]
    return one.read.slot.counted.head is None and behind[0] == "from" != behind[1]


def _at_its_whole(part: Figure, whole: Figure) -> Figure:
    """ "12 of them": where all of them are."""
    place = whole.place
    if place is None:
        return part
    if place.how not in _INHERITED:
        place = msgspec.structs.replace(place, how="neighbour")
    return msgspec.structs.replace(part, place=place)


def _with_part(figure: Figure, members: Mapping[str, str]) -> Figure:
    """A figure as a part of the sum that it is a member of, where its words make it no part of something else."""
    whole = members.get(figure.id) if figure.part_of is None else None
    return msgspec.structs.replace(figure, part_of=whole) if whole is not None else figure


def _with_source_of_whole(figures: Sequence[Figure]) -> list[Figure]:
    """Figures at places of their own for which nobody answers, with the source of the count that they break down."""
    sources = {f.id: (f.attribution, f.number_start, f.field) for f in figures if f.attribution is not None}
    found = list(figures)
    for i, figure in enumerate(found):
        source, start, field = sources.get(figure.part_of or "", (None, 0, ""))
        placed = figure.attribution is None and figure.place is not None and figure.place.how == "clause"
        if placed and source is not None and field == figure.field and start < figure.number_start:
            found[i] = msgspec.structs.replace(figure, attribution=msgspec.structs.replace(source, how="carried"))
    return found


def _toll(told: Told) -> tuple[str, float | None]:
    return told.measure, told.value


def _row_source(told: Sequence[Told], i: int) -> int | None:
    """The figure whose row this one goes on."""
    row = told[i].read.row
    return (
        next((k for k in range(i - 1, max(-1, i - 80), -1) if told[k].read.slot is row), None)
        if row is not None
        else None
    )
