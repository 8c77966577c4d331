"""The part of a town where a report says that its happening was: "the blast hit the X area on Y's outskirts"."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.event_areas import first_word
from rashomon.extraction.english.figures.event_namings import Naming, locates
from rashomon.model.place import Place


def part_of_town(analysis: Analysis, namings: Sequence[Naming], told_at: Sequence[Place], town: Place) -> Place:
    """The one settlement, quarter or site of the happenings told that is said to lie in the town; else the town, as
    where figures are at several parts of it."""
    inner: dict[str, Place] = {}
    for naming in namings:
        place = naming.place
        if naming.weight < 1 or place.kind not in ("town", "other") or first_word(place) == first_word(town):
            continue
        sentence = analysis.sentence_at(place.field, place.start)
        if sentence is None:
            continue
        behind = analysis.places_in(place.field, place.end, sentence.end)
        around = next((p for p in behind if p.start >= (place.phrase or place).end), None)
        if around is not None and around.text == town.text and locates(sentence, place, around):
            inner.setdefault(place.name, place)
    parts = {(p.phrase or p).text for p in told_at if p.name not in inner and (p.phrase or p).text != p.text}
    return next(iter(inner.values())) if len(inner) == 1 and not parts else town
