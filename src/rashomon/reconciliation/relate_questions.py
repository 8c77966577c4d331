"""Figures that a reader would be tempted to compare though they answer two questions: what differs, else how they
stand to each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.model.assessment import FigureRelation
from rashomon.reconciliation.assess_questions import Answered
from rashomon.reconciliation.compare_numbers import compare_numbers
from rashomon.reconciliation.histories import RISING
from rashomon.reconciliation.questions import Asked, Asking
from rashomon.reconciliation.relate_histories import relation, unordered, why_raised
from rashomon.reconciliation.relate_voices import raised_figures
from rashomon.reconciliation.scopes import compare_periods, compare_places, compare_populations, is_own, match_scopes
from rashomon.reconciliation.sighting_order import is_later
from rashomon.reconciliation.sightings import Sighting
from rashomon.reconciliation.what_differs import what_differs
from rashomon.reconciliation.wording import said, source

#: A figure is set beside so many of other questions at most: those a reader meets first.
_MOST = 8
#: Numbers further apart than so many times tempt nobody, nor do states further apart than so many days.
_TIMES, _DAYS = 3.0, 2
#: Of a place and one that holds it, numbers so near are of one happening that one report places less sharply.
_NEARLY = 2.0
#: Smaller numbers are near each other by chance; numbers so many times apart are seldom of one happening.
_FEW, _LARGE, _WIDELY = 10, 25, 5.0
#: Two figures fit one question by themselves from here on, whatever others keep them in two.
_FIRM = 0.5
#: A root's two numbers are one series where their scopes fit so well by themselves.
_ONE_SERIES = 2.5
#: Of so many figures of one kind each is compared with each, of more each with some that stand near it by number.
_EVERY, _NEAR = 120, 40


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure of a point of a history, whether it stands for the point, and the question that it answers."""

    sighting: Sighting
    number: float
    question: int
    first: bool


def relate_questions(answered: Sequence[Answered], asking: Asking) -> Iterator[FigureRelation]:
    """Figures of one measure and two questions that a reader would compare: what differs, else how they stand."""
    by_measure: dict[tuple[str, str, str], list[_Told]] = defaultdict(list)
    for n, one in enumerate(answered):
        kind = one.asked.first.figure.realis if not one.asked.live else "live"
        for point in (p for h in one.histories for p in h.points if p.corrected_by is None):
            leading = next((m for m in point.members if asking.leads_report(m)), point.first)
            for sighting in point.members:
                stated, first = asking.meant[sighting.id].stated, sighting in (point.first, leading)
                if stated is not None and (first or (asking.leads_voice(sighting) and not sighting.headline)):
                    told = _Told(sighting, stated, n, first)
                    by_measure[one.question.measure, one.question.unit, kind].append(told)
    raised = raised_figures([h for one in answered for h in one.histories], asking)
    for figures in by_measure.values():
        figures.sort(key=lambda t: (t.number, t.sighting.id))
        met: dict[str, int] = defaultdict(int)
        for a, b in sorted(_tempting(figures, asking.lead_one_report), key=lambda pair: _rank(*pair)):
            if max(met[a.sighting.id], met[b.sighting.id]) >= _MOST:
                continue
            found = _relate(b.sighting, a.sighting, asking, raised)
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
            if not (a.first and b.first) and a.sighting.report.id != b.sighting.report.id:
                continue
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


def _relate(a: Sighting, b: Sighting, asking: Asking, raised: Mapping[str, Sighting]) -> FigureRelation | None:
    """The relation of two figures of different questions; null where nothing would make a reader compare them."""
    if a.voice == b.voice:
        late, early = (b, a) if is_later(b, a) else (a, b)
        return _same_root(late, early, asking) or _of_one_day(a, b, asking)
    if not _is_tempting(a, b, asking):
        return None
    differs = what_differs(a, b, asking)
    if differs is not None:
        return relation("incomparable", a, b, differs)
    told_again = a.report.id == b.report.id and asking.same_number(a, b) and asking.fit(a, b) >= 0
    return compare_numbers(a, b, asking, raised) if told_again or _is_one_happening(a, b, asking) else None


def _same_root(late: Sighting, early: Sighting, asking: Asking) -> FigureRelation | None:
    """A root's higher number for a later state replaces its lower one, though reports set the two in other places."""
    higher = (asking.meant[late.id].stated or 0) > (asking.meant[early.id].stated or 0)
    if not (is_later(late, early) and higher and late.counting in RISING and asking.fit(late, early) >= _ONE_SERIES):
        return None
    return relation("supersede", late, early, why_raised(early, late))


def _of_one_day(a: Sighting, b: Sighting, asking: Asking) -> FigureRelation | None:
    """A root's two leading numbers of one happening and day in two reports, of which neither is known to be later."""
    one_day = a.as_of is not None and b.as_of is not None and not is_later(a, b) and not is_later(b, a)
    if a.report.id == b.report.id or not one_day or asking.same_number(a, b) or not _is_tempting(a, b, asking):
        return None
    return unordered(a, b, asking) if _is_one_happening(a, b, asking) else None


def _is_tempting(a: Sighting, b: Sighting, asking: Asking) -> bool:
    """True for two totals that a reader meets side by side: what both reports, or two voices of one, count most."""
    if {"vague", "fraction"} & {a.figure.qualifier, b.figure.qualifier}:
        return False
    wholes = asking.wholes_of(a, b)
    if asking.divides(a) or asking.divides(b) or (wholes is not None and asking.fit(*wholes) < 0):
        return False
    return asking.may_both_lead(a, b) or asking.lead_one_report(a, b)


def _is_one_happening(a: Sighting, b: Sighting, asking: Asking) -> bool:
    """True where the people, place and days that the two reports tell, and their numbers, may be one happening's."""
    low, high = sorted(asking.meant[s.id].stated or 0 for s in (a, b))
    if low < _FEW or high > _WIDELY * low:
        return False
    one, other = asking.scope[a.id], asking.scope[b.id]
    if compare_populations(one, other, asking.populations) not in ("same", "unknown") or asking.tell_two_events(a, b):
        return False
    place, period = match_scopes(one, other), compare_periods(one, other)
    disjoint = place == "unknown" and compare_places(one.place, other.place) == "apart"
    # The setting of a report is no place that its figure names: large numbers of one day are seldom of two happenings.
    settings = low >= _LARGE and not (is_own(one.place) or is_own(other.place)) and asking.fit(a, b) >= _FIRM
    if place == "apart" or period == "apart" or (disjoint and not settings and not (a.running and b.running)):
        return False
    if place in ("same", "unknown"):
        return True
    return high <= _NEARLY * low


def relate_ceilings(asked: Sequence[Asked], asking: Asking) -> Iterator[FigureRelation]:
    """`duplicate` where one voice's number is told in two ways ("up to n", feared, n): the hedge varies."""
    by_number: dict[tuple[str, str, float], list[tuple[int, Sighting]]] = defaultdict(list)
    for n, question in enumerate(asked):
        for sighting in question.members:
            stated = asking.meant[sighting.id].stated
            if (
                stated is not None
                and not sighting.taken_back
                and sighting.figure.qualifier not in ("fraction", "vague")
            ):
                by_number[sighting.voice, sighting.figure.measure, stated].append((n, sighting))
    for told in by_number.values():
        ways = {n: [s for m, s in told if m == n] for n in dict(told)}
        for (_, some), (_, others) in combinations(sorted(ways.items()), 2):
            # The two ways of one report say most: "1,400" in its headline, "may be 1,400" in its text.
            together = [(a, b) for a in some for b in others if a.report.id == b.report.id]
            a, b = together[0] if together else (some[0], others[0])
            is_hedged = asking.meant[a.id].ceiling != asking.meant[b.id].ceiling or a.figure.realis != b.figure.realis
            if is_hedged and asking.fit(a, b) >= 0:
                yield relation("duplicate", a, b, _why_one_number(a, b))


def _why_one_number(a: Sighting, b: Sighting) -> str:
    ways = [said(s) + (" as what may have happened" if s.figure.realis == "feared" else "") for s in (a, b)]
    if ways[0] == ways[1]:
        return f"Two figures by {source(b)} have one number: {ways[0]}."
    hedges = {a.figure.qualifier, b.figure.qualifier}
    ends = ", a floor against a ceiling" if "up_to" in hedges and hedges & {"at_least", "more_than"} else ""
    return f"Two figures by {source(b)} have one number; the hedge varies: {ways[0]} and {ways[1]}{ends}."
