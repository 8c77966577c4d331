"""How well two figures fit one question: field by field, what speaks for one happening and what against."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.knowledge.population_classes import PopulationClasses
from rashomon.model.happening import Event
from rashomon.reconciliation.counted_days import (
    are_two_counts_of_an_outlet,
    counts_day_of,
    counts_later_day,
    in_one_breath,
    is_closed_window,
    is_past,
    long_between,
    one_running_count,
)
from rashomon.reconciliation.figure_looks import look_of_event, look_of_scope, look_of_sighting
from rashomon.reconciliation.kept_fits import kept_fits
from rashomon.reconciliation.scopes import (
    Fit,
    compare_periods,
    compare_places,
    compare_populations,
    is_own,
    match_scopes,
)
from rashomon.reconciliation.sightings import Sighting
from rashomon.reconciliation.two_counts import TwoCounts

#: How much each field that is told alike speaks for one question; below zero no two figures are joined.
_PLACE, _PERIOD, _NUMBER, _ROOT = 3.0, 2.0, 2.0, 1.0
#: What a root's higher number for a later state speaks for.
_SERIES = 2.5
#: What it speaks for that one source's two figures are both its toll.
_TOLL = 2.0
#: What a report's own words speak for that set a number before a newer one ("up from a previous 20").
_RESTATED = 6.0
#: What a place that is the setting of both reports speaks for, and two leading counts.
_SETTING, _LEADING = 1.0, 0.5
#: Small numbers are equal by chance, unless their scopes fit so well.
ALIKE = 4.0
#: The fit of two figures whose scopes differ, of two that are more likely of two happenings, and of two for which
#: nothing speaks.
APART, TWO, UNFIT = -1.0, -0.75, -0.5


class Fitting(TwoCounts):
    """Compares figures two by two."""

    def __init__(
        self, sightings: Sequence[Sighting], populations: PopulationClasses, events: Sequence[Event] = ()
    ) -> None:
        super().__init__(sightings, populations, events)
        self._kept = kept_fits(populations)
        self._looks = self._look_alikes(sightings)

    def _look_alikes(self, sightings: Sequence[Sighting]) -> dict[str, int]:
        """For each figure a number that it shares with those that fit every figure of another report as it does."""
        of_events = {None: None} | {e.id: look_of_event(e) for e in self.events.values()}

        def look(s: Sighting) -> Hashable:
            told = (s.report.id, s.voice)
            return (
                look_of_sighting(s),
                of_events.get(s.event),
                look_of_scope(self.scope[s.id]),
                self.meant[s.id],
                self.leads_report(s),
                self.leads_voice(s),
                s.id in self.mere_parts,
                told in self.totals_of[self.kind(s)],
            )

        def number(s: Sighting) -> int:
            chain = [s]
            while (whole := self.whole_of(chain[-1])) is not None and whole not in chain:
                chain.append(whole)
            return self._kept.number_of(tuple(look(one) for one in chain))

        return {s.id: number(s) for s in sightings}

    def fit(self, a: Sighting, b: Sighting) -> float:
        """How well two figures fit one question; below 0 where nothing speaks for it, APART where they answer two."""
        if a.report.id == b.report.id:
            return self.fit_anew(a, b)
        looks = self._looks[a.id], self._looks[b.id]
        known = self._kept.fits.get(looks)
        if known is None:
            known = self._kept.fits[looks] = self.fit_anew(a, b)
        return known

    def fits(
        self, members: Sequence[Sighting], first: NDArray[np.int64], second: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        """As `fit`, of very many pairs by their places: those that look alike are asked for once."""
        looks = np.asarray([self._looks[s.id] for s in members], np.int64)
        reports = np.unique([s.report.id for s in members], return_inverse=True)[1]
        found = np.zeros(len(first))
        own = reports[first] == reports[second]
        for at in np.flatnonzero(own).tolist():
            found[at] = self.fit_anew(members[first[at]], members[second[at]])
        other = np.flatnonzero(~own)
        kinds = looks[first[other]] * (looks.max(initial=0) + 1) + looks[second[other]]
        _, ones, which = np.unique(kinds, return_index=True, return_inverse=True)
        pairs = ((members[first[at]], members[second[at]]) for at in other[ones].tolist())
        found[other] = np.fromiter((self.fit(a, b) for a, b in pairs), np.float64, len(ones))[which]
        return found

    def fit_anew(self, a: Sighting, b: Sighting) -> float:
        """As `fit`, worked out whatever is known of figures that look alike."""
        same_number = self.same_number(a, b)
        if self._count_two_things(a, b, same_number):
            return APART
        wholes = self.wholes_of(a, b)
        fit_of_wholes = self.fit(*wholes) if wholes is not None else 0.0
        if wholes is not None and (long_between(*wholes) or fit_of_wholes <= TWO):
            return APART
        if self._divide_a_number(a, b, same_number):
            return APART
        place, period = self._place_and_period(a, b, same_number)
        if place == "apart" or period == "apart" or (period in ("narrower", "wider") and not same_number):
            return APART
        if self.falls_behind_earlier(a, b) or self.falls_behind_earlier(b, a):
            return APART
        if a.handled is not None and a.voice == b.voice and a.root is not None and a.report.id != b.report.id:
            return self._score(a, b, place, period, same_number)  # one source's bodies identified by now
        if place != "same" and not same_number and self.tell_asides(a, b):
            return UNFIT
        if a.voice == b.voice and a.root is not None and a.root == a.root.lower() and long_between(a, b):
            # "Police" of one week and of another year are nobody's series.
            return APART
        against = None if same_number else self._speaks_against(a, b, place, period)
        if against is not None:
            return against
        score = self._score(a, b, place, period, same_number) + _LEADING * (fit_of_wholes > 0)
        return score if score > 0 else UNFIT

    def _count_two_things(self, a: Sighting, b: Sighting, same_number: bool) -> bool:
        """True where one is a share and the other none, or their people, ages or days are two."""
        one, other = self.scope[a.id], self.scope[b.id]
        if a.handled != b.handled:
            return True
        if (a.figure.qualifier == "fraction") != (b.figure.qualifier == "fraction"):
            return True
        if one.counting == "unknown" and a.voice != b.voice and not same_number:
            return True
        if compare_populations(one, other, self.populations) not in ("same", "unknown"):
            return True
        if counts_later_day(a, b) or counts_later_day(b, a):
            return True
        return not same_number and (a.limits_age != b.limits_age or counts_day_of(a, b) or counts_day_of(b, a))

    def _divide_a_number(self, a: Sighting, b: Sighting, same_number: bool) -> bool:
        """True for two numbers of one sentence, two that a total is made of, and a part beside what is none."""
        if in_one_breath(a, b) and (not same_number or self.divide_one_whole(a, b)):
            return True
        if self.share_one_whole_out(a, b) if not same_number else self.is_told_of_two_places(a, b):
            return True
        parted = (a.id in self.mere_parts) != (b.id in self.mere_parts)
        return parted and self.meant[a.id].stated != self.meant[b.id].stated

    def _place_and_period(self, a: Sighting, b: Sighting, same_number: bool) -> tuple[Fit, Fit]:
        """How the places and the days of two figures stand to each other, where one count may be told of both."""
        one, other = self.scope[a.id], self.scope[b.id]
        place, period = match_scopes(one, other), compare_periods(one, other)
        if one_running_count(one, other) and not (is_closed_window(a, one) or is_closed_window(b, other)):
            period = "same"
        elif (a.earlier or b.earlier) and a.voice == b.voice:
            period = "unknown"
        if place in ("narrower", "wider") and self._lead_of_one_event(a, b):
            place = "same"
        if place == "apart" and same_number and self.one_number_restated(a, b):
            place = "unknown"
        return place, period

    def _lead_of_one_event(self, a: Sighting, b: Sighting) -> bool:
        """True for what two reports count most of one event: the town of the one is the province of the other."""
        one_event = a.event is not None and a.event == b.event and a.report.id != b.report.id
        return one_event and self.leads_report(a) and self.leads_report(b) and self.may_both_lead(a, b)

    def _speaks_against(self, a: Sighting, b: Sighting, place: Fit, period: Fit) -> float | None:
        """What two numbers that differ are worth where something speaks for two counts; else null."""
        one, other = self.scope[a.id], self.scope[b.id]
        if are_two_counts_of_an_outlet(a, b):
            return UNFIT
        disjoint = place == "unknown" and compare_places(one.place, other.place) == "apart"
        leads = a.voice != b.voice and self.both_lead(a, b)
        if disjoint and not (a.running or b.running or leads):
            return UNFIT
        if a.voice != b.voice and (is_past(a, other) or is_past(b, one)):
            return UNFIT
        if a.voice != b.voice and period == "unknown" and long_between(a, b):
            return UNFIT
        if place in ("narrower", "wider") and self.is_aside(a if place == "narrower" else b):
            return TWO
        if place in ("narrower", "wider") and not self.may_be_vague(a, b, place):
            return UNFIT
        if self.tells_two(a, b, place == "same", period == "same"):
            return APART if a.report.id == b.report.id and a.voice == b.voice else TWO
        return UNFIT if place != "same" and self.tell_two_events(a, b) else None

    def _score(self, a: Sighting, b: Sighting, place: Fit, period: Fit, same_number: bool) -> float:
        """What is told alike of two figures that nothing tells apart."""
        one, other = self.scope[a.id], self.scope[b.id]
        rising = a.root is not None and (self.is_later_toll(a, b) or self.is_later_toll(b, a))
        score = _NUMBER * same_number + (_SERIES if rising else _ROOT) * (a.voice == b.voice)
        own = is_own(one.place) and is_own(other.place)
        telling = same_number or a.voice == b.voice or self.both_lead(a, b)
        setting = _PLACE if own else _SETTING * telling
        score += setting * (place == "same") + _PERIOD * (period == "same")
        score += _TOLL * (a.root is not None and a.voice == b.voice and self.one_toll(a, b))
        score += _RESTATED * (a.earlier != b.earlier and a.report.id == b.report.id and a.voice == b.voice)
        return score + _LEADING * (self.both_lead(a, b) or (a.report.id == b.report.id and a.voice != b.voice))
