"""When one number is one count, and when two numbers are of one place: what is known of figures two by two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.knowledge.population_classes import PopulationClasses
from rashomon.model.happening import Event
from rashomon.reconciliation.fitting import ALIKE, Fitting
from rashomon.reconciliation.known_figures import TELLING
from rashomon.reconciliation.scopes import compare_periods, compare_places, is_description, is_own, match_scopes
from rashomon.reconciliation.sightings import Sighting

#: Smaller numbers of two reports are equal by chance where their places leave it open.
_LARGE = 50


class SameCounts(Fitting):
    """Compares figures of one number, and figures of places."""

    def __init__(
        self, sightings: Sequence[Sighting], populations: PopulationClasses, events: Sequence[Event] = ()
    ) -> None:
        super().__init__(sightings, populations, events)
        self._told: dict[str, list[Sighting]] = defaultdict(list)
        for sighting in sightings:
            self._told[sighting.report.id].append(sighting)

    def is_same_count(self, a: Sighting, b: Sighting) -> bool:
        """True where one number in two reports is one count, not two that are equal by chance: the smaller, the more
        else must speak for it.
        """
        if a.report.id == b.report.id:
            return self.is_told_twice(a, b)
        stated = self.meant[a.id].stated or 0
        if stated < _LARGE and self._may_be_two(a, b):
            return False
        places = [self.scope[s.id].place for s in (a, b)]
        fit = match_scopes(self.scope[a.id], self.scope[b.id])
        facility = any(p is not None and p.kind == "facility" and is_own(p) for p in places)
        inside = fit in ("narrower", "wider") or (fit == "unknown" and facility)
        return self.fit(a, b) >= (ALIKE if stated < TELLING else 0.0) and not (inside and stated < _LARGE)

    def _may_be_two(self, a: Sighting, b: Sighting) -> bool:
        """True for one number, not large, of two reports that may well be of two things.

        Places that lie apart or in one another, of which one is only a setting, unless both are what their reports
        count most; and a stated part beside what is no part, unless one group of people is named.
        """
        one, other = self.scope[a.id], self.scope[b.id]
        places = compare_places(one.place, other.place)
        if places == "apart" and is_own(one.place) != is_own(other.place):
            return True
        if places in ("narrower", "wider") and not (self.leads_report(a) and self.leads_report(b)):
            return True
        groups = [s.figure.population.group for s in (a, b)]
        return (a.figure.part_of is None) != (b.figure.part_of is None) and None in groups

    def is_told_twice(self, a: Sighting, b: Sighting) -> bool:
        """True where one number of one report is told twice, not two that are equal: small ones the more often.

        A sentence gives one number of two things; what differs in place, days, people or whole is two things too.
        """
        if a.headline or b.headline:
            return True
        if self.are_parts_of_two(a, b):
            return False
        if (self.meant[a.id].stated or 0) >= TELLING:
            return True
        if (a.figure.field, a.figure.start) == (b.figure.field, b.figure.start):
            return False
        one, other = self.scope[a.id], self.scope[b.id]
        facilities = {p.kind == "facility" and is_own(p) for p in (one.place, other.place) if p is not None}
        if match_scopes(one, other) == "apart" or len(facilities) > 1 or compare_periods(one, other) == "apart":
            return False
        groups = [s.figure.population.group for s in (a, b)]
        return None in groups or one.population == other.population

    def raised_by(self, high: Sighting, number: float, raised: Mapping[str, Sighting]) -> Sighting | None:
        """The newer figure by which the root of `high` replaced this number; null where it did not, or a small one."""
        if number < TELLING:
            return None
        newer = (n for old, n in raised.items() if n.voice == high.voice and self.meant[old].stated == number)
        return next(newer, None)

    def lies_inside(self, a: Sighting, b: Sighting) -> bool:
        """True where a counts a place that lies in the one that b counts, by the words of both."""
        outer = self.scope[b.id].place
        wide = outer is not None and outer.kind in ("country", "admin1")
        return wide and match_scopes(self.scope[a.id], self.scope[b.id]) == "narrower"

    def tell_inner_place(self, a: Sighting, b: Sighting) -> bool:
        """True where only one names a place of its own, a facility or a place that is not the other's setting.

        A hospital's or a quarter's dead are no rival of the happening's, unless both are what their reports count most.
        """
        places = [self.scope[s.id].place for s in (a, b)]
        facilities = [p.kind == "facility" and is_own(p) for p in places if p is not None]
        if any(facilities) and match_scopes(self.scope[a.id], self.scope[b.id]) != "same":
            return not self.both_lead(a, b)
        if is_own(places[0]) == is_own(places[1]) or any(is_description(p) for p in places if p is not None):
            return False
        return compare_places(*places) == "apart" and not (a.running and b.running)

    def counts_between(self, a: Sighting, b: Sighting) -> bool:
        """True where a report counts other people between a and b, whatever befell them: "of them" means those."""
        low, high = a.figure.number_end, b.figure.number_start
        told = [s for s in self._told.get(a.report.id, ()) if s.figure.unit == "person" and s.figure.part_of is None]
        return any(s.figure.field == a.figure.field and low < s.figure.number_start < high for s in told)
