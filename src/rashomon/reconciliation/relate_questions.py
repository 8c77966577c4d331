"""Figures that a reader would be tempted to compare though they answer two questions: what differs or is open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.model.assessment import FigureRelation
from rashomon.reconciliation.assess_questions import Answered
from rashomon.reconciliation.histories import RISING
from rashomon.reconciliation.questions import Asked, Asking
from rashomon.reconciliation.relate_histories import relation
from rashomon.reconciliation.relate_voices import why_later
from rashomon.reconciliation.scopes import Fit, Scope, compare_periods, compare_populations, match_scopes
from rashomon.reconciliation.sightings import Sighting, is_later
from rashomon.reconciliation.wording import day, possessive, said, source, state_day, who

#: A figure is set beside so many of other questions at most: those a reader meets first.
_MOST = 8
#: Numbers further apart than so many times tempt nobody, nor do states further apart than so many days.
_TIMES, _DAYS = 3.0, 2
#: Smaller numbers are near each other by chance; so many times apart are two that are not.
_LARGE, _NEARLY = 20, 2.0
#: A root's two numbers are one series where their scopes fit so well by themselves.
_ONE_SERIES = 2.5
#: Of so many figures of one kind each is compared with each, of more each with some that stand near it by number.
_EVERY, _NEAR = 120, 40


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure that stands for a point of a history, and the question that it answers."""

    sighting: Sighting
    number: float
    question: int


def relate_questions(answered: Sequence[Answered], asking: Asking) -> Iterator[FigureRelation]:
    """`later count` or `incomparable` between figures of one measure and two questions: what differs or is open."""
    by_measure: dict[tuple[str, str, str], list[_Told]] = defaultdict(list)
    for n, one in enumerate(answered):
        kind = one.asked.first.figure.realis if not one.asked.live else "live"
        for point in (p for h in one.histories for p in h.points if p.corrected_by is None):
            stated = asking.meant[point.first.id].stated
            if stated is not None:
                by_measure[one.question.measure, one.question.unit, kind].append(_Told(point.first, stated, n))
    for told in by_measure.values():
        told.sort(key=lambda t: (t.number, t.sighting.id))
        met: dict[str, int] = defaultdict(int)
        for a, b in sorted(_tempting(told, asking.lead_one_report), key=lambda pair: _rank(*pair)):
            if max(met[a.sighting.id], met[b.sighting.id]) >= _MOST:
                continue
            found = _relate(b.sighting, a.sighting, asking)
            if found is not None:
                met[a.sighting.id] += 1
                met[b.sighting.id] += 1
                yield found


def _tempting(
    told: Sequence[_Told], lead_one_report: Callable[[Sighting, Sighting], bool]
) -> Iterator[tuple[_Told, _Told]]:
    reach = len(told) if len(told) <= _EVERY else _NEAR
    for i, a in enumerate(told):
        for b in told[i + 1 : i + 1 + reach]:
            if b.number > _TIMES * a.number and not lead_one_report(a.sighting, b.sighting):
                continue
            known = a.sighting.root is not None or a.sighting.voice != b.sighting.voice
            if a.question != b.question and known and _rank(a, b)[1] <= _DAYS:
                yield a, b


def _rank(a: _Told, b: _Told) -> tuple[bool, int, float, str, str]:
    """What a reader meets first: one report, then near states, then near numbers."""
    together = a.sighting.report.id == b.sighting.report.id
    days = 0 if together else _days_between(a.sighting, b.sighting)
    return not together, days, b.number / max(a.number, 1.0), a.sighting.id, b.sighting.id


def _days_between(a: Sighting, b: Sighting) -> int:
    """The days between two states; none where they overlap or one is not known."""
    if a.as_of is None or b.as_of is None:
        return 0
    starts = [x.start or x.end for x in (a.as_of, b.as_of)]
    ends = [x.end or x.start for x in (a.as_of, b.as_of)]
    known = [d for d in (*starts, *ends) if d is not None]
    if len(known) < 4:
        return 0
    return max(0, (max(d for d in starts if d) - min(d for d in ends if d)).days)


def _relate(a: Sighting, b: Sighting, asking: Asking) -> FigureRelation | None:
    """The relation of two figures of different questions; null where more than one thing sets them apart."""
    one, other = asking.scope[a.id], asking.scope[b.id]
    people = compare_populations(one, other, asking.populations)
    place, period = match_scopes(one, other), compare_periods(one, other)
    late, early = (b, a) if is_later(b, a) else (a, b)
    if a.voice == b.voice:
        return _same_root(late, early, asking)
    if asking.fit(a, b) >= 0:
        higher = (asking.meant[late.id].stated or 0) > (asking.meant[early.id].stated or 0)
        if is_later(late, early) and higher and late.counting in RISING:
            return relation("later count", late, early, why_later(early, late))
    reason = _difference(a, b, asking, people, place, period)
    return relation("incomparable", a, b, f"{_both(a, b)} {reason}.") if reason else None


def _same_root(late: Sighting, early: Sighting, asking: Asking) -> FigureRelation | None:
    """A root's higher number for a later state replaces its lower one, though reports set the two in other places."""
    higher = (asking.meant[late.id].stated or 0) > (asking.meant[early.id].stated or 0)
    if not (is_later(late, early) and higher and late.counting in RISING and asking.fit(late, early) >= _ONE_SERIES):
        return None
    first = source(late)[:1].upper() + source(late)[1:]
    days = f"({state_day(early)}, then {state_day(late)})"
    return relation("supersede", late, early, f"{first} raised its count from {said(early)} to {said(late)} {days}.")


def _difference(a: Sighting, b: Sighting, asking: Asking, people: Fit, place: Fit, period: Fit) -> str | None:
    one, other = asking.scope[a.id], asking.scope[b.id]
    told_alike, nested = ("same", "unknown"), ("narrower", "wider")
    if people not in told_alike and place in told_alike and period in told_alike:
        return _different_people(a, b, asking, people)
    if people not in told_alike:
        return None
    if place in nested and period in told_alike and one.place and other.place:
        inside = ", one inside the other" if _is_inside(one, other) or _is_inside(other, one) else ""
        return f"count different places ({one.place.name}, {other.place.name}){inside}"
    if place == "same" and period in ("apart", *nested):
        days = [f"{day(s.start)}" if s.start == s.end else f"{day(s.start)} to {day(s.end)}" for s in (one, other)]
        return f"count different days ({days[0]}; {days[1]})"
    if place in told_alike and period in told_alike:
        fields = [name for name, fit in (("place", place), ("days", period)) if fit == "unknown"]
        if fields and _is_tempting(a, b, asking):
            opened = " and ".join(fields) + (" is" if fields == ["place"] else " are")
            return f"may be of one happening or of two: the reports leave open whether their {opened} the same"
    return None


def _is_tempting(a: Sighting, b: Sighting, asking: Asking) -> bool:
    """True for two numbers that a reader meets in one report, that lead both reports, or that are large and near."""
    if a.report.id == b.report.id or asking.may_both_lead(a, b):
        return True
    one, other = asking.meant[a.id].stated or 0, asking.meant[b.id].stated or 0
    vague = "vague" in (a.figure.qualifier, b.figure.qualifier)
    return not vague and min(one, other) >= _LARGE and max(one, other) <= _NEARLY * min(one, other)


def _different_people(a: Sighting, b: Sighting, asking: Asking, people: Fit) -> str | None:
    """Nested groups tempt a comparison, groups apart only where both lead their report."""
    groups = who(a.figure.population), who(b.figure.population)
    met = asking.may_both_lead(a, b) or (people != "apart" and a.report.id == b.report.id)
    if groups[0] == groups[1] or not met:
        return None
    if people != "apart" and asking.same_number(a, b):
        return f"give one number for different people ({groups[0]}, {groups[1]})"
    return f"count different people ({groups[0]}, {groups[1]})"


def _is_inside(a: Scope, b: Scope) -> bool:
    """True where b's place is of a kind that holds others and a's is not."""
    wide = ("country", "admin1", "admin2", "region")
    return a.place is not None and b.place is not None and b.place.kind in wide and a.place.kind not in wide


def _both(a: Sighting, b: Sighting) -> str:
    text = f"{possessive(source(a))} {said(a)} and {possessive(source(b))} {said(b)}"
    return text[:1].upper() + text[1:]


def relate_ceilings(asked: Sequence[Asked], asking: Asking) -> Iterator[FigureRelation]:
    """`duplicate` where one voice's number is told in two ways ("up to n", feared, n): the hedge varies."""
    by_number: dict[tuple[str, str, float], list[tuple[int, Sighting]]] = defaultdict(list)
    for n, question in enumerate(asked):
        for sighting in question.members:
            stated = asking.meant[sighting.id].stated
            if stated is not None and not sighting.taken_back:
                by_number[sighting.voice, sighting.figure.measure, stated].append((n, sighting))
    for told in by_number.values():
        ways = {n: [s for m, s in told if m == n] for n in dict(told)}
        for (_, some), (_, others) in combinations(sorted(ways.items()), 2):
            # The two ways of one report say most: "1,400" in its headline, "may be 1,400" in its text.
            together = [(a, b) for a in some for b in others if a.report.id == b.report.id]
            a, b = together[0] if together else (some[0], others[0])
            is_hedged = asking.meant[a.id].ceiling != asking.meant[b.id].ceiling or a.figure.realis != b.figure.realis
            if is_hedged and asking.fit(a, b) >= 0:
                reason = f"Both give the same number by {source(b)}; the hedge varies ({_way(a)}, {_way(b)})."
                yield relation("duplicate", a, b, reason)


def _way(sighting: Sighting) -> str:
    realis = sighting.figure.realis
    return said(sighting) if realis == "happened" else f"{said(sighting)}, {realis}"
