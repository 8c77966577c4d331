"""A headline's count that names no place is where the text below puts the same count."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rashomon.extraction.english.figures.event_areas import WIDE
from rashomon.model.claim import Figure
from rashomon.model.place import Place

#: The same count is looked for among so many figures behind the headline's.
_REACH = 6
#: Smaller counts are told of many places.
_TELLING = 2


def with_restated(figures: Sequence[Figure]) -> list[Figure]:
    """The figures, those that lead a report placed where it tells the same count more finely."""
    placed = list(figures)
    leading = True
    for i, figure in enumerate(figures):
        if leading and _is_vague(figure) and (finer := _finer(figure, figures[i + 1 : i + 1 + _REACH])) is not None:
            placed[i] = msgspec.structs.replace(figure, place=msgspec.structs.replace(finer, how="event"))
        # Behind the first sentence that names its own place, a country is meant.
        leading = leading and (figure.field == "title" or figure.start == figures[0].start or _is_vague(figure))
    return placed


def _is_vague(figure: Figure) -> bool:
    place = figure.place
    if figure.realis == "background" or figure.value is None or figure.value < _TELLING:
        return False
    return place is None or (place.kind in WIDE and place.how == "event")


def _finer(figure: Figure, later: Sequence[Figure]) -> Place | None:
    """The place that a later figure of the same count names for itself, if it is no country."""
    for other in later:
        same = (other.measure, other.value, other.realis) == (figure.measure, figure.value, figure.realis)
        place = other.place
        if same and place is not None and place.how in ("clause", "sentence", "neighbour") and place.field == "text":
            return place if place.kind not in WIDE and place.role == "at" else None
    return None
