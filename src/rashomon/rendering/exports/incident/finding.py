"""Which events did harm to civilians, and which of the record's answers count their victims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.model.claim import Figure
from rashomon.model.exported import Loss
from rashomon.model.happening import Event
from rashomon.rendering.exports.acled.actors import VIOLENT
from rashomon.rendering.exports.answers import Answer, answers_of
from rashomon.rendering.exports.counts import tied_figures
from rashomon.rendering.exports.people_classes import people_classes
from rashomon.rendering.lookup import Lookup

MEASURES = ("killed", "injured")
#: Classes of people by age and sex, in the order of a sheet.
BY_AGE_AND_SEX = ("children", "women", "men", "elderly")
_FIGHT = ("combatants", "soldiers", "rebels")


@dataclass(frozen=True, slots=True)
class Found:
    """An event with the answers on its civilian victims."""

    event: Event
    answers: tuple[Answer, ...]


def incidents_of(lookup: Lookup) -> tuple[list[Found], list[Loss]]:
    """The events that harmed civilians, by day, each with its counts; and the acts of violence without such a count.

    An answer stands with one event, and never where its best number is told of another: with that of its question, else
    the first that a figure of it is of.
    """
    acts = [e for e in lookup.dossier.events if e.type in VIOLENT and not e.background and _is_told(e)]
    tied = {e.id: {f.id for f in tied_figures([e], lookup, MEASURES)} for e in acts}
    for figures in tied.values():
        figures |= set(_parts(figures, lookup))
    counted: dict[str, list[Answer]] = {e.id: [] for e in acts}
    for answer in answers_of(lookup):
        if answer.assessment.question.measure in MEASURES and answer.assessment.question.unit == "person":
            event = _event_of(answer, acts, tied)
            if event is not None and _is_of_civilians(answer, event):
                counted[event.id].append(answer)
    found = [Found(e, tuple(sorted(counted[e.id], key=_order))) for e in acts if counted[e.id]]
    why = "No report gives a number of civilians killed or injured in it by itself."
    losses = [_loss(e, lookup, why) for e in acts if not counted[e.id]]
    return sorted(found, key=lambda f: (str(f.event.start_date or "9999"), f.event.id)), losses


def class_of(answer: Answer) -> str:
    """The class of the people that an answer counts: "civilians", "children" ..."""
    return people_classes().class_of(answer.assessment.question.population)


def elsewhere(found: Sequence[Found], lookup: Lookup) -> Iterator[Loss]:
    """A loss for each count of civilians killed or injured that stands on no sheet."""
    shown = {a.assessment.id for f in found for a in f.answers}
    why = "Its best number is tied to no single act: the toll of an area or a campaign is never pinned on one incident."
    for answer in answers_of(lookup):
        one = answer.assessment
        civilian = one.question.population.category == "civilians" or class_of(answer) in BY_AGE_AND_SEX
        if one.question.measure in MEASURES and civilian and one.id not in shown:
            yield Loss(story=lookup.dossier.story, record=one.id, kind="figure", what="left out", reason=why)


def _is_told(event: Event) -> bool:
    return event.realis in ("happened", "claimed")


def _parts(figures: set[str], lookup: Lookup) -> Iterator[str]:
    """Figures that count some of the people of one that is tied ("eight of them children")."""
    for claim in lookup.dossier.claims:
        if isinstance(claim, Figure) and claim.measure in MEASURES and claim.part_of in figures:
            yield claim.id


def _event_of(answer: Answer, acts: Sequence[Event], tied: dict[str, set[str]]) -> Event | None:
    one, lookup = answer.assessment, answer.lookup
    same = lookup.same_count.get(one.best_claim or "", one.best_claim)
    bests = [f for f in answer.figures if f.id == one.best_claim or lookup.same_count.get(f.id) == same]
    told_of = {e for f in bests if (e := lookup.event_of.get(f.event or "")) is not None}
    able = [e for e in acts if tied[e.id].intersection(one.claims) and (e.id in told_of or not told_of)]
    return next((e for e in able if e.id == one.question.event), able[0] if able else None)


def _is_of_civilians(answer: Answer, event: Event) -> bool:
    """Whether civilians are counted: so said, by age or sex, or people in an act against civilians."""
    population = answer.assessment.question.population
    if population.category == "combatants" or population.side or class_of(answer) in _FIGHT:
        return False
    against = event.type == "Violence against civilians" or any(r.sector == "civilians" for r in event.recipients)
    return population.category == "civilians" or class_of(answer) in BY_AGE_AND_SEX or against


def _order(answer: Answer) -> tuple[int, int, str]:
    """Killed before injured, all before those of an age or sex."""
    kind = class_of(answer)
    part = BY_AGE_AND_SEX.index(kind) + 1 if kind in BY_AGE_AND_SEX else 0
    return (MEASURES.index(answer.assessment.question.measure), part, answer.assessment.id)


def _loss(event: Event, lookup: Lookup, why: str) -> Loss:
    return Loss(story=lookup.dossier.story, record=event.id, kind="event", what="left out", reason=why)
