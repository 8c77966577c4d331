"""A figure as its own source words it, which need not be named twice."""

from __future__ import annotations

from msgspec.structs import replace

from rashomon.model.claim import Figure


def in_own_words(figure: Figure) -> Figure:
    """The figure for a clause of its own source, which need not be named again as the one who calls them so."""
    population, source = figure.population, figure.attribution
    if source is None or population.status_by is None or population.status_by != source.origin:
        return figure
    return replace(figure, population=replace(population, status_by=None))
