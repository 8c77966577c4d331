"""How many were killed, injured and arrested in an event, where the record has one closed number for it."""

from __future__ import annotations

from rashomon.model.happening import Event
from rashomon.rendering.exports.answers import Answer
from rashomon.rendering.exports.people_classes import people_classes
from rashomon.rendering.lookup import Lookup

#: PLOVER's names for the measures.
_SIZES = {"killed": "dead", "injured": "injured", "detained": "arrested"}
_WHOLE = ("people", "civilians")


def tied_to(event: Event, lookup: Lookup) -> list[Answer]:
    """The record's answers on people killed, injured and arrested in this very event."""
    return [
        Answer(a, lookup)
        for a in lookup.dossier.assessments
        if a.question.event == event.id and a.question.measure in _SIZES and a.question.unit == "person"
    ]


def sizes_of(event: Event, lookup: Lookup) -> dict[str, int]:
    """One number a measure: where the only answer of all the people is closed and undisputed. An open top is none."""
    found: dict[str, int] = {}
    answers = tied_to(event, lookup)
    for measure, name in _SIZES.items():
        whole = [a for a in answers if a.assessment.question.measure == measure and _is_whole(a)]
        if len(whole) == 1 and (number := _closed(whole[0])) is not None:
            found[name] = number
    return found


def told(event: Event, lookup: Lookup) -> list[str]:
    """Every such answer in sentences."""
    return [a.sentence() for a in tied_to(event, lookup)]


def _is_whole(answer: Answer) -> bool:
    """Whether it counts all the people of the event, as far as the record tells: no children, soldiers, part."""
    population = answer.assessment.question.population
    parted = any(f.part_of for f in answer.figures)
    return not parted and people_classes().class_of(population) in _WHOLE


def _closed(answer: Answer) -> int | None:
    one = answer.assessment
    closed = one.best is not None and one.low == one.best == one.high and one.support.best != "disputed"
    return int(one.best) if closed and one.best is not None else None
