"""Histories and questions as the records that others read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from rashomon.model.assessment import Period, Question, QuestionPlace, Series, SeriesPoint
from rashomon.model.claim import Population
from rashomon.model.ids import content_id
from rashomon.model.place import Place
from rashomon.reconciliation.histories import History, Point
from rashomon.reconciliation.questions import Asked, Asking
from rashomon.reconciliation.scopes import is_own
from rashomon.reconciliation.sightings import Sighting

#: Kinds of place, the widest first.
_WIDEST = ("country", "region", "admin1", "admin2")


def record_question(asked: Asked, asking: Asking) -> Question:
    """The question of these figures, by its most sharply told figure; what that one leaves open the others fill."""
    first = asked.first
    scopes = [asking.scope[s.id] for s in asked.members]
    dated = next((s for s in scopes if s.start is not None or s.end is not None), None)
    running = dated is not None and dated.start is not None and dated.start != dated.end
    places = _places(asked, widest=running)
    ends = [s.end for s in scopes if running and dated and s.start == dated.start and s.end is not None]
    bases = Counter(s.figure.basis for s in asked.members if s.figure.basis != "unknown")
    return Question(
        measure=first.figure.measure,
        unit=first.figure.unit,
        population=_population(asked),
        place=QuestionPlace(name=places[0].name, geonames_id=places[0].geonames_id) if places else None,
        role=places[0].role if places else "at",
        period=Period(start=dated.start, end=max(ends, default=dated.end)) if dated else None,
        counting=first.counting,
        basis=next(iter(bases)) if len(bases) == 1 else "unknown",
        event=next((s.event for s in asked.members if s.event), None),
    )


def _population(asked: Asked) -> Population:
    """The population of the most sharply told figure; a party's word for it ("militants") only where all share it."""
    population = asked.first.figure.population
    if all(s.figure.population.status_by == population.status_by for s in asked.members):
        return population
    plain = (s.figure.population for s in asked.members if s.figure.population.status_by is None)
    return next(plain, None) or msgspec.structs.replace(population, status_by=None)


def _places(asked: Asked, *, widest: bool) -> list[Place]:
    """The places of a question's figures, the telling one first: a total over days counts the widest place stated."""
    places = [s.figure.place for s in asked.members if s.figure.place is not None]
    own = [p for p in places if is_own(p)]
    if widest:
        own.sort(key=lambda p: _WIDEST.index(p.kind) if p.kind in _WIDEST else len(_WIDEST))
    return own + places


def record_series(history: History, question: Question, copied: dict[str, list[Sighting]]) -> Series:
    """One voice's series. `copied` maps claims to the sightings in copies that repeat them."""
    return Series(
        id=content_id("series", history.voice, history.points[0].first.id),
        question=question,
        root=history.root,
        points=tuple(_record_point(p, copied) for p in history.points),
    )


def _record_point(point: Point, copied: dict[str, list[Sighting]]) -> SeriesPoint:
    members: Sequence[Sighting] = point.members
    repeated = [c for m in members for c in copied.get(m.id, []) if not c.altered]
    figure = point.first.figure
    return SeriesPoint(
        claim=point.first.id,
        claims=tuple(dict.fromkeys(s.id for s in [*members, *repeated])),
        value=figure.value,
        low=figure.low,
        high=figure.high,
        qualifier=figure.qualifier,
        as_of=point.first.as_of,
        reports=tuple(dict.fromkeys(s.report.id for s in sorted([*members, *repeated], key=lambda s: (s.order, s.id)))),
        superseded_by=point.superseded_by.first.id if point.superseded_by else None,
    )
