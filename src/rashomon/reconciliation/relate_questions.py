"""Figures that a reader would be tempted to compare though they answer two questions: the field that differs, named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.model.assessment import FigureRelation
from rashomon.reconciliation.assess_questions import Answered
from rashomon.reconciliation.number_ranges import within_tenth
from rashomon.reconciliation.policies import Standing, standing_figures
from rashomon.reconciliation.questions import Asked, Asking
from rashomon.reconciliation.relate_histories import relation
from rashomon.reconciliation.scopes import compare_periods, compare_places, compare_populations
from rashomon.reconciliation.wording import day, possessive, said, source, who

#: A question is set beside so many others at most: those a reader meets first.
_MOST = 3
#: Small numbers are alike by chance.
_TELLING = 10


def relate_questions(answered: Sequence[Answered], asking: Asking) -> Iterator[FigureRelation]:
    """`incomparable` between leading figures of one measure whose questions differ in one field; the field is named."""
    by_measure: dict[tuple[str, str], list[Standing]] = defaultdict(list)
    for one in answered:
        leading = _leading(standing_figures(one.histories, asking))
        if leading is not None:
            by_measure[one.question.measure, one.question.unit].append(leading)
    for leaders in by_measure.values():
        leaders.sort(key=lambda s: (-s.number, s.sighting.id))
        met: dict[str, int] = defaultdict(int)
        for (_, a), (j, b) in combinations(enumerate(leaders), 2):
            tempting = j < 2 or (within_tenth(a.number, b.number) and a.number >= _TELLING)
            if not tempting or a.sighting.voice == b.sighting.voice:
                continue
            if max(met[a.sighting.id], met[b.sighting.id]) >= _MOST:
                continue
            reason = _difference(a, b, asking)
            if reason:
                met[a.sighting.id] += 1
                met[b.sighting.id] += 1
                yield relation("incomparable", a.sighting, b.sighting, reason)


def _leading(standing: Sequence[Standing]) -> Standing | None:
    """The figure that a reader meets for a question: told by a root, then the highest."""
    return max(standing, key=lambda s: (s.sighting.root is not None, s.number, s.sighting.id), default=None)


def _difference(a: Standing, b: Standing, asking: Asking) -> str | None:
    """What keeps two figures apart, where it is one field alone that both state."""
    one, other = asking.scope[a.sighting.id], asking.scope[b.sighting.id]
    people = compare_populations(one, other, asking.populations)
    place, period = compare_places(one.place, other.place), compare_periods(one, other)
    first = (
        f"{possessive(source(a.sighting))} {said(a.sighting)} and {possessive(source(b.sighting))} {said(b.sighting)}"
    )
    first = first[:1].upper() + first[1:]
    if people not in ("same", "unknown") and place in ("same", "unknown") and period in ("same", "unknown"):
        groups = who(a.sighting.figure.population), who(b.sighting.figure.population)
        if groups[0] == groups[1]:
            return None
        return (
            f"{first} count different people ({groups[0]}, {groups[1]}), so they neither agree nor "
            f"contradict each other."
        )
    if (
        people == "same"
        and place in ("narrower", "wider")
        and period in ("same", "unknown")
        and one.place
        and other.place
    ):
        return f"{first} count different places ({one.place.name}, {other.place.name}), one inside the other."
    if people == "same" and place == "same" and period in ("apart", "narrower", "wider"):
        days = [f"{day(s.start)}" if s.start == s.end else f"{day(s.start)} to {day(s.end)}" for s in (one, other)]
        return f"{first} count different days ({days[0]}; {days[1]})."
    return None


def relate_ceilings(asked: Sequence[Asked], asking: Asking) -> Iterator[FigureRelation]:
    """`duplicate` where one voice's number is printed as "up to n" and as n: the hedge varies."""
    ceilings = [s for a in asked if a.ceiling for s in a.members]
    for ceiling in ceilings:
        same = [
            s
            for a in asked
            if a.live and not a.ceiling and a.first.figure.measure == ceiling.figure.measure
            for s in a.members
            if s.voice == ceiling.voice
            and asking.meant[s.id].stated == asking.meant[ceiling.id].stated
            and asking.fit(s, ceiling) >= 0
        ]
        if same:
            reason = (
                f"Both give the same number by {source(same[0])}; the hedge varies ({said(ceiling)}, {said(same[0])})."
            )
            yield relation("duplicate", ceiling, same[0], reason)
