"""Whose people a figure counts, and who calls them so: "12 of its soldiers", "men the army called rebels"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.counted_reader import CountedReader
from rashomon.knowledge.library import Library
from rashomon.model.claim import Figure, Population

#: Of the figures right before one so many can be its whole.
_NEAR = 8
#: A whole stands at most this many figures before its part in a sentence.
_FARTHEST = 24


def with_people(
    figures: Sequence[Figure], analysis: Analysis, library: Library, of_disaster: bool
) -> tuple[Figure, ...]:
    """The figures with the side of those counted and who describes them, as worded, where the grammar says so.

    A number without a noun of its own ("three soldiers dead and 30 wounded") counts the people of the one before it.
    Numbers of those who tell are left out, and soldiers who fled. `of_disaster`: the report is of a disaster.
    """
    category = {f.id: f.population.category for f in figures}
    settled: dict[str, tuple[Population, Population]] = {}
    suspected = False
    found: list[Figure] = []
    for figure in _without_speakers(figures, analysis):
        reader = _reader(figure, analysis, library)
        if reader is not None:
            before = _whole_before(found)
            goes_on = before is not None and not _is_part_beside(figure, found) and reader.goes_on(before)
            population = before.population if before is not None and goes_on else reader.population()
            whole = category.get(figure.part_of or "") or ("people" if of_disaster else None)
            if reader.tells_age_alone() and whole == "people":
                # "58 people, 11 of them children": age and sex tell no status where the whole has none, nor where
                # nobody fights.
                population = msgspec.structs.replace(population, category="people")
            old, new = settled.get(figure.part_of or "", (None, None))
            if new is not None and population == old:
                population = new  # "18 members of the guard, two of them found later": what the whole turned out to be
            if suspected and _are_those_held(figure, population):
                population = msgspec.structs.replace(population, category="other")
            settled[figure.id] = (figure.population, population)
            suspected = suspected or (figure.measure == "detained" and population.category == "other")
            if population != figure.population:
                figure = msgspec.structs.replace(figure, population=population)
            category[figure.id] = population.category
        found.append(figure)
    return _without_retreats(found)


def _are_those_held(figure: Figure, population: Population) -> bool:
    """Whether a figure counts the held with no word of who they are."""
    return figure.measure == "detained" and (population.category, population.group) == ("people", None)


def _without_retreats(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures without soldiers who fled: the displaced are people driven from their homes (IDMC)."""
    left = {f.id for f in figures if f.measure == "displaced" and f.population.category == "combatants"}
    kept = (f for f in figures if f.id not in left)
    return tuple(msgspec.structs.replace(f, part_of=None) if f.part_of in left else f for f in kept)


def _without_speakers(figures: Sequence[Figure], analysis: Analysis) -> list[Figure]:
    """The figures without the numbers of those who speak: "two army sources said that 16 soldiers had died"."""
    telling = {
        (field, sentence.start + s.act.speaker.start)
        for field, read in analysis.speech.items()
        for sentence, acts in read
        for s in acts
        if s.act.speaker.kind == "role"
    }
    wholes = {f.part_of for f in figures}
    return [f for f in figures if (f.field, f.number_start) not in telling or f.id in wholes]


def _whole_before(found: Sequence[Figure]) -> Figure | None:
    """The last figure that is no part of one beside it: "15 civilians, two of them children, died and 30 were hurt"."""
    return next((f for f in reversed(found[-_NEAR:]) if not _is_part_beside(f, found)), None)


def _is_part_beside(figure: Figure, found: Sequence[Figure]) -> bool:
    """True for a part whose whole stands in its own sentence."""
    beside = (f for f in reversed(found[-_FARTHEST:]) if (f.field, f.start) == (figure.field, figure.start))
    return figure.part_of is not None and any(f.id == figure.part_of for f in beside)


def _reader(figure: Figure, analysis: Analysis, library: Library) -> CountedReader | None:
    sentence = analysis.sentence_at(figure.field, figure.number_start)
    if figure.unit != "person" or sentence is None or sentence.parse is None:
        return None
    return CountedReader(figure, sentence, sentence.parse, analysis, library)
