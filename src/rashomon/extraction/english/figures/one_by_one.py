"""Victims that a report tells one by one: its lone dead and injured, and what the victims of a clause add up to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.background import ReportTime
from rashomon.extraction.english.figures.counting import caveats_of
from rashomon.extraction.english.figures.lone_victims import lone_victims, survivors, tells_arms
from rashomon.extraction.english.figures.make_figure import SentenceReads, make_figure
from rashomon.extraction.english.figures.parts import Told
from rashomon.extraction.english.figures.reading import CASUALTIES
from rashomon.extraction.english.figures.readings import Read
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.extraction.english.figures.settings_of_figures import setting_of
from rashomon.extraction.english.figures.shot_and_dead import without_the_shot_dead
from rashomon.extraction.english.figures.victim_sums import victim_sums
from rashomon.knowledge.library import Library
from rashomon.model.claim import Figure
from rashomon.model.ids import content_id

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
    counted = _counted(figures)
    if not tells_arms(texts) or {"killed", "injured"} <= counted or CASUALTIES in counted:
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
) -> list[tuple[Figure, Told]]:
    """What the victims of a clause add up to, where the report counts as many nowhere."""
    most: dict[str, float] = {}
    for told_before in figures:
        if told_before.realis not in _NOT_TOLD:
            most[told_before.measure] = max(most.get(told_before.measure, 0.0), told_before.value or 0.0)
    by_sentence = {one.view.sentence.index: one for one in read}
    found: list[tuple[Figure, Told]] = []
    for view in views:
        one = by_sentence.get(view.sentence.index)
        for total in victim_sums(view, one.reads if one else (), library.persons, library.victims):
            setting = one.setting if one else setting_of(analysis, view, library.place_words)
            reads = SentenceReads(view, (total.read,), setting, one.caveats if one else ())
            figure = make_figure(analysis, reads, total.read, library, figures, time)
            if figure.realis in _NOT_TOLD or most.get(figure.measure, 0.0) >= (figure.value or 0.0):
                continue
            figure = msgspec.structs.replace(
                figure,
                id=content_id(
                    "fig", figure.report, figure.field, "derived figure", figure.number_start, figure.number_end
                ),
                derived=True,
                calculation=total.calculation,
            )
            found.append((figure, Told(view, total.read, figure.measure, view.sentence.index)))
    return found


def _counted(figures: Sequence[Figure]) -> set[str]:
    """The measures that the figures tell as happened, zeros aside."""
    return {f.measure for f in figures if f.realis not in _NOT_TOLD and (f.value is None or f.value > 0)}
