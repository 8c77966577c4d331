"""What is known of each figure of a story before any two are compared: scope, range, whether it leads its report,
what took it back.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from rashomon.knowledge.population_classes import PopulationClasses
from rashomon.model.happening import Event
from rashomon.model.remembered import remembered
from rashomon.reconciliation.number_ranges import Meant, meant, says_same
from rashomon.reconciliation.scopes import Scope, compare_places, is_own, scope_of
from rashomon.reconciliation.sighting_order import is_later
from rashomon.reconciliation.sightings import Sighting

#: Two reports are about one thing where their leading figures describe states so many days apart at most.
_LEADING_DAYS = 2
#: Below this a round number is near another by chance.
_LARGE = 100
#: Smaller numbers are equal by chance; large ones seldom are.
TELLING = 10
#: Measure, class of people, whether it happened.
Kind = tuple[str, str, bool]


class KnownFigures:
    """The figures of a story by their claims; nothing here depends on which of them answer one question."""

    def __init__(
        self, sightings: Sequence[Sighting], populations: PopulationClasses, events: Sequence[Event] = ()
    ) -> None:
        self.events = {e.id: e for e in events}
        self.populations = populations
        self.scope: dict[str, Scope] = {s.id: scope_of(s, populations) for s in sightings}
        self.meant: dict[str, Meant] = {s.id: _meant(s) for s in sightings}
        self.totals_of = self._reports_with_totals(sightings)
        self._given = {(s.report.id, s.voice, self.kind(s), self.meant[s.id].stated) for s in sightings}
        self._numbered = {
            (s.report.id, s.voice, self.kind(s)) for s in sightings if s.figure.qualifier not in ("vague", "fraction")
        }
        #: Reports that tell of a count taken back, by its kind: there a toll may fall.
        self.revised = {(s.report.id, self.kind(s)) for s in sightings if s.figure.correction}
        self._leading = self._leading_figures(sightings)
        self._leading_of_voice = self._leading_figures(sightings, each_voice=True)
        self._corrected = self._corrections(sightings)
        self._set_aside = self._numbers_set_aside(sightings)

    def is_later_toll(self, a: Sighting, b: Sighting) -> bool:
        """True where a is the higher number for a later state."""
        one, other = self.meant[a.id].stated, self.meant[b.id].stated
        return is_later(a, b) and one is not None and other is not None and one > other

    def tell_two_events(self, a: Sighting, b: Sighting) -> bool:
        """True for two events of the record on different days; on one day one happening may be told as two.

        An event that another is part of is no other event; what a report says of its own event's days goes before
        what others do.
        """
        one, other = self._event_of(a), self._event_of(b)
        if one is None or other is None or one.id == other.id or one.id == other.parent or other.id == one.parent:
            return False
        days, others = (s.event_days or _days_of(e) for s, e in ((a, one), (b, other)))
        return days is not None and others is not None and (days[0] > others[1] or others[0] > days[1])

    def _event_of(self, sighting: Sighting) -> Event | None:
        """The figure's event; null also where the event lies in another place than the figure: the link is doubtful."""
        event = self.events.get(sighting.event or "")
        if event is None or compare_places(sighting.figure.place, event.place) == "apart":
            return None
        return event

    def kind(self, sighting: Sighting) -> Kind:
        """Figures of one kind may lead a report, or be the whole of one another."""
        scope = self.scope[sighting.id]
        return scope.measure, scope.population, sighting.is_live

    def _reports_with_totals(self, sightings: Sequence[Sighting]) -> dict[Kind, set[tuple[str, str]]]:
        """For each measure and class of people the reports and voices that count a place and a place inside it."""
        held: dict[tuple[tuple[str, str], Kind], list[Sighting]] = defaultdict(list)
        for sighting in sightings:
            held[(sighting.report.id, sighting.voice), self.kind(sighting)].append(sighting)
        found: dict[Kind, set[tuple[str, str]]] = defaultdict(set)
        for (told, kind), some in held.items():
            places = {s.figure.place.name: s.figure.place for s in some if s.figure.place and is_own(s.figure.place)}
            if any(compare_places(a, b) in ("narrower", "wider") for a, b in combinations(places.values(), 2)):
                found[kind].add(told)
        return found

    def correction_of(self, sighting: Sighting) -> Sighting | None:
        """The figure that corrects this number, where its outlet or root took it back."""
        stated = self.meant[sighting.id].stated
        kind = (sighting.figure.measure, self.scope[sighting.id].population)
        for who in (sighting.voice, f"report by {sighting.report.outlet}"):
            right = self._corrected.get((who, kind, stated))
            if right is not None and right.id != sighting.id:
                return right
        return None

    def corrects(self, late: Sighting, early: Sighting) -> bool:
        """True where a report gives a number in place of another root's: "275 and not 288", "down to 275 from 288".

        Not where it says who else gave the number that it sets aside: two roots then differ.
        """
        number = self.meant[early.id].stated
        told = (late.report.id, self.kind(late), self.meant[late.id].stated)
        same_side = early.side in (None, late.side) and early.report.id != late.report.id
        return same_side and self.kind(late) == self.kind(early) and number in self._set_aside.get(told, ())

    def _corrections(self, sightings: Sequence[Sighting]) -> dict[tuple[str, tuple[str, str], float | None], Sighting]:
        """For each number that a root or an outlet took back, the figure that stands in its place.

        A body's number is taken back by itself and by the family that it is of, not by whoever gives another.
        """
        found: dict[tuple[str, tuple[str, str], float | None], Sighting] = {}
        for wrong, right in self._set_right(sightings):
            if wrong.taken_back:
                kind = (wrong.figure.measure, self.scope[wrong.id].population)
                own = (wrong.voice,) if is_of_one_house(wrong, right) else ()
                for who in (right.voice, *own, f"report by {wrong.report.outlet}"):
                    found.setdefault((who, kind, self.meant[wrong.id].stated), right)
        return found

    def _numbers_set_aside(self, sightings: Sequence[Sighting]) -> dict[tuple[str, Kind, float | None], set[float]]:
        """The numbers in whose place each report gives one, large enough to be no other by chance."""
        found: dict[tuple[str, Kind, float | None], set[float]] = defaultdict(set)
        for wrong, right in self._set_right(sightings):
            number = self.meant[wrong.id].stated
            corrected = wrong.taken_back or (wrong.earlier and right.figure.correction)
            if corrected and number is not None and number > TELLING and is_of_one_house(wrong, right):
                found[right.report.id, self.kind(right), self.meant[right.id].stated].add(number)
        return found

    def _set_right(self, sightings: Sequence[Sighting]) -> Iterator[tuple[Sighting, Sighting]]:
        """Each number that its sentence takes back or calls an earlier one, with the nearest that stands in it."""
        beside: dict[tuple[str, str, int, str, str], list[Sighting]] = defaultdict(list)
        for s in sightings:
            beside[self._sentence(s)].append(s)
        for wrong in sightings:
            if wrong.taken_back or wrong.earlier:
                right = [s for s in beside[self._sentence(wrong)] if not (s.taken_back or s.earlier)]
                if right:
                    yield (
                        wrong,
                        min(right, key=lambda s: (abs(s.figure.number_start - wrong.figure.number_start), s.id)),
                    )

    def _sentence(self, s: Sighting) -> tuple[str, str, int, str, str]:
        return s.report.id, s.figure.field, s.figure.start, s.figure.measure, self.scope[s.id].population

    def stand_side_by_side(self, a: Sighting, b: Sighting) -> bool:
        """True for two numbers of reports of which one gives both by that voice, and calls neither the earlier one."""
        if a.report.id == b.report.id or a.earlier or b.earlier:
            return False
        one = (b.report.id, a.voice, self.kind(a), self.meant[a.id].stated)
        other = (a.report.id, b.voice, self.kind(b), self.meant[b.id].stated)
        return one in self._given or other in self._given

    def has_number_beside(self, sighting: Sighting) -> bool:
        """True for a vague word of a voice that gives a number for people of that kind in the same report."""
        told = (sighting.report.id, sighting.voice, self.kind(sighting))
        return sighting.figure.qualifier == "vague" and told in self._numbered

    def leads_report(self, sighting: Sighting) -> bool:
        """True for the highest number of its kind in its report."""
        return sighting.id in self._leading

    def leads_voice(self, sighting: Sighting) -> bool:
        """True for the highest number of its kind that its voice gives in its report."""
        return sighting.id in self._leading_of_voice

    def _leading_figures(self, sightings: Sequence[Sighting], *, each_voice: bool = False) -> set[str]:
        """The figures that are the highest of their measure and people in their report: what it is about.

        With `each_voice` the highest that each of its voices gives. A ceiling ("up to") is above what anybody counted,
        and an earlier number ("down from 103") leads only where no newer one is told.
        """

        def key(s: Sighting) -> tuple[str, str, Kind]:
            return s.report.id, s.voice if each_voice else "", self.kind(s)

        top: dict[tuple[str, str, Kind], tuple[bool, float]] = {}
        for sighting in sightings:
            stated = self.meant[sighting.id].stated
            if stated is not None and sighting.figure.part_of is None and not self.meant[sighting.id].ceiling:
                top[key(sighting)] = max(top.get(key(sighting), (False, 0.0)), (not sighting.earlier, stated))
        none = (True, -1.0)
        return {s.id for s in sightings if (not s.earlier, self.meant[s.id].stated) == top.get(key(s), none)}

    def lead_one_report(self, a: Sighting, b: Sighting) -> bool:
        """True for what two voices of one report count most: a reader sets the two side by side."""
        leading = {a.id, b.id} <= self._leading_of_voice
        return leading and a.report.id == b.report.id and a.voice != b.voice

    def both_lead(self, a: Sighting, b: Sighting) -> bool:
        """True for two leading figures of states at most two days apart: what both reports are about."""
        return a.as_of is not None and b.as_of is not None and self.may_both_lead(a, b)

    def may_both_lead(self, a: Sighting, b: Sighting) -> bool:
        """As `both_lead`, where the days of one may be unknown."""
        if a.id not in self._leading or b.id not in self._leading:
            return False
        if a.as_of is None or b.as_of is None:
            return True
        starts = [x.start or x.end for x in (a.as_of, b.as_of)]
        ends = [x.end or x.start for x in (a.as_of, b.as_of)]
        if None in starts or None in ends:
            return False
        gap = max(d for d in starts if d) - min(d for d in ends if d)
        return gap.days <= _LEADING_DAYS

    def same_number(self, a: Sighting, b: Sighting) -> bool:
        """True where both state a number, and the same; of large numbers also where one rounds the other."""
        one, other = self.meant[a.id], self.meant[b.id]
        if one.stated is None or other.stated is None:
            return False
        vague = "vague" in (a.figure.qualifier, b.figure.qualifier)
        large = min(one.stated, other.stated) >= _LARGE and not vague
        return one.stated == other.stated or (large and says_same(one, other))


def is_of_one_house(a: Sighting, b: Sighting) -> bool:
    """True for two figures of one root, or of roots of one family."""
    families = [s.figure.attribution.family if s.figure.attribution is not None else None for s in (a, b)]
    return a.voice == b.voice or (families[0] is not None and families[0] == families[1])


def _days_of(event: Event) -> tuple[dt.date, dt.date] | None:
    return (event.start_date, event.end_date or event.start_date) if event.start_date is not None else None


@remembered(20_000)
def _meant(sighting: Sighting) -> Meant:
    """The range of a figure; what is told as the low end of a range is open above."""
    found = meant(sighting.figure, sighting.vague_unit)
    return replace(found, high=None) if sighting.opens_range and not found.ceiling else found
