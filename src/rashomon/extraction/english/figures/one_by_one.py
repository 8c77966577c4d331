"""Victims that a report tells one by one: its lone dead and injured, and what the victims of a clause add up to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.counting import caveats_of
from rashomon.extraction.english.figures.lone_victims import (
    headline_victims,
    lone_victims,
    survivors,
    tells_arms,
)
from rashomon.extraction.english.figures.make_figure import SentenceReads, make_figure
from rashomon.extraction.english.figures.reading import CASUALTIES, Read
from rashomon.extraction.english.figures.report_time import ReportTime
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.extraction.english.figures.settings_of_figures import setting_of
from rashomon.extraction.english.figures.shot_and_dead import without_the_shot_dead
from rashomon.extraction.english.figures.told import Told, are_beside
from rashomon.extraction.english.figures.victim_sums import victim_sums
from rashomon.knowledge.library import Library
from rashomon.model.claim import Figure
from rashomon.model.ids import content_id

_HARM = ("killed", "injured")
_NOT_TOLD = ("background", "feared", "planned", "denied")
#: Candidates for a report's one victim that are weighed, in so many of its sentences.
_MOST_LONE = 5
_SEARCHED = 60


def with_lone(
    analysis: Analysis,
    views: Sequence[SentenceView],
    library: Library,
    figures: list[Figure],
    told: list[Told],
    time: ReportTime,
) -> tuple[list[Figure], list[Told]]:
    """Besides, the victims that a report of a shooting tells one by one; those told as hit who died are not injured."""
    texts = [s.text for s in analysis.sentences]
    armed = tells_arms(texts, library.words)
    figures = figures + _in_headline(analysis, views, library, figures, told, time) if armed else figures
    counted = _counted(figures)
    if not armed or {"killed", "injured"} <= counted or CASUALTIES in counted:
        views = []
    views = [v for v in views if v.sentence.index < _SEARCHED]
    if "killed" not in _counted(figures):
        figures += _first_told(analysis, library, figures, told, time, lone_victims(views, "killed"))
    gone = without_the_shot_dead(figures, told, library.victims)
    figures = [f for n, f in enumerate(figures) if n not in gone]
    told = [t for n, t in enumerate(told) if n not in gone]
    if "injured" not in _counted(figures):
        dead = "killed" in _counted(figures)
        hurt = survivors(views, library.victims) if dead else lone_victims(views, "injured")
        figures += _first_told(analysis, library, figures, told, time, hurt)
    return figures, told


def _in_headline(
    analysis: Analysis,
    views: Sequence[SentenceView],
    library: Library,
    figures: Sequence[Figure],
    told: list[Told],
    time: ReportTime,
) -> list[Figure]:
    """The victims whom a headline tells without article, of measures that it does not count."""
    found: list[Figure] = []
    for view in views:
        if view.sentence.field == "title":
            for measure in _HARM:
                if not any(f.field == "title" and f.measure == measure for f in figures):
                    victims = ((view, read) for read in headline_victims(view, measure))
                    found += _first_told(analysis, library, [*figures, *found], told, time, victims)
    return found


def _first_told(
    analysis: Analysis,
    library: Library,
    figures: Sequence[Figure],
    told: list[Told],
    time: ReportTime,
    victims: Iterable[tuple[SentenceView, Read]],
) -> list[Figure]:
    """The first of the victims that is told as happened."""
    for view, read in islice(victims, _MOST_LONE):
        setting = setting_of(analysis, view, library.place_words)
        caveats = caveats_of(view, None, library.figure_words)
        figure = make_figure(analysis, SentenceReads(view, (read,), setting, caveats), read, library, figures, time)
        if figure.realis not in _NOT_TOLD:
            told.append(Told(view, read, figure.measure, view.sentence.index))
            return [figure]
    return []


def summed(
    analysis: Analysis,
    views: Sequence[SentenceView],
    library: Library,
    read: Sequence[SentenceReads],
    figures: Sequence[Figure],
    time: ReportTime,
) -> tuple[list[tuple[Figure, Told]], dict[str, str]]:
    """What the victims of a clause add up to, and each member's whole, by id.

    Where the report has counted as many before, that count is the members' whole and the sum is left out; where it has
    counted more, nothing says that these are among them.
    """
    by_sentence = {one.view.sentence.index: one for one in read}
    found: list[tuple[Figure, Told]] = []
    wholes: dict[str, str] = {}
    for view in views:
        one = by_sentence.get(view.sentence.index)
        for total in victim_sums(view, one.reads if one else (), library.persons, library.victims):
            setting = one.setting if one else setting_of(analysis, view, library.place_words)
            reads = SentenceReads(view, (total.read,), setting, one.caveats if one else ())
            figure = make_figure(analysis, reads, total.read, library, figures, time)
            if figure.realis in _NOT_TOLD:
                continue
            counts = _counts_as_large(figure, figures)
            equal = (f for f in counts if f.value == figure.value)
            whole = next((f for f in equal if not _is_elsewhere(f, figure)), None)
            if whole is not None and one is not None and _is_beside(whole, figure, one):
                continue
            if not counts:
                whole = figure = msgspec.structs.replace(
                    figure,
                    id=content_id(
                        "fig", figure.report, figure.field, "derived figure", figure.number_start, figure.number_end
                    ),
                    derived=True,
                    calculation=total.calculation,
                )
                found.append((figure, Told(view, total.read, figure.measure, view.sentence.index)))
            if whole is not None:
                wholes |= {f.id: whole.id for f in figures if f.id != whole.id and _stands_in(f, figure)}
    return found, wholes


def _is_beside(whole: Figure, total: Figure, one: SentenceReads) -> bool:
    """ "Six died at X, three at Y and three at Z": the six are told beside the others, who add up to as many."""
    view = one.view
    told = [Told(view, read, read.reading.measure, view.sentence.index) for read in one.reads]
    places = [view.sentence.start + t.read.slot.quantity.start for t in told]
    head = next((k for k, at in enumerate(places) if at == whole.number_start and whole.field == total.field), None)
    first = next((k for k, at in enumerate(places) if at >= total.number_start), None)
    return head is not None and first is not None and head < first and are_beside(told, head, first)


def _counts_as_large(total: Figure, figures: Sequence[Figure]) -> list[Figure]:
    """The counts told no later than a sum that are as large, the smallest first, and first those of its field."""
    at = (total.field == "text", total.start)
    told = [f for f in figures if f.measure == total.measure and f.realis not in _NOT_TOLD]
    told = [f for f in told if (f.field == "text", f.start) <= at and (f.value or 0.0) >= (total.value or 0.0)]
    return sorted(told, key=lambda f: (f.value or 0, f.field != total.field))


def _is_elsewhere(one: Figure, other: Figure) -> bool:
    """Whether each names a place of its own, and not the same."""
    places = [f.place.name for f in (one, other) if f.place is not None and f.place.how == "clause"]
    return len(set(places)) > 1


def _stands_in(member: Figure, total: Figure) -> bool:
    """True for a member of the list that was added up; the sum with a killer's own death goes beyond its list."""
    inside = total.number_start <= member.number_start and member.number_end <= total.number_end
    return inside and (member.field, member.start, member.measure) == (total.field, total.start, total.measure)


def _counted(figures: Sequence[Figure]) -> set[str]:
    """The measures that the figures tell as happened, zeros aside."""
    return {f.measure for f in figures if f.realis not in _NOT_TOLD and (f.value is None or f.value > 0)}
