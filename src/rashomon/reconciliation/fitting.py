"""How well two figures fit one question: field by field, what speaks for one happening and what against."""

from __future__ import annotations

from rashomon.reconciliation.counted_days import (
    are_two_counts_of_an_outlet,
    counts_day_of,
    counts_later_day,
    falls_unsaid,
    in_one_breath,
    is_closed_window,
    is_past,
    long_between,
    one_running_count,
)
from rashomon.reconciliation.known_figures import KnownFigures
from rashomon.reconciliation.number_ranges import is_typing_error, says_same
from rashomon.reconciliation.scopes import (
    compare_periods,
    compare_places,
    compare_populations,
    is_own,
    match_scopes,
)
from rashomon.reconciliation.sightings import Sighting, is_later

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
#: Numbers further apart than so many times are told of one happening only where all else is told alike.
_FAR_TIMES, _VAGUE_TIMES = 3.0, 10.0
#: Smaller numbers are equal by chance, unless their scopes fit so well; large ones seldom are.
TELLING, ALIKE = 10, 4.0
#: The fit of two figures whose scopes differ, and of two that are more likely of two happenings.
APART, TWO = -1.0, -0.75


class Fitting(KnownFigures):
    """Compares figures two by two."""

    def fit(self, a: Sighting, b: Sighting) -> float:
        """How well two figures fit one question; below 0 where nothing speaks for it, APART where they answer two."""
        one, other = self.scope[a.id], self.scope[b.id]
        same_number = self.same_number(a, b)
        if (a.figure.qualifier == "fraction") != (b.figure.qualifier == "fraction"):
            return APART
        if one.counting == "unknown" and a.voice != b.voice and not same_number:
            return APART
        people = compare_populations(one, other, self.populations)
        if people not in ("same", "unknown"):
            return APART
        if counts_later_day(a, b) or counts_later_day(b, a):
            return APART
        if not same_number and (a.limits_age != b.limits_age or counts_day_of(a, b) or counts_day_of(b, a)):
            return APART
        wholes = self.wholes_of(a, b)
        fit_of_wholes = self.fit(*wholes) if wholes is not None else 0.0
        if wholes is not None and (long_between(*wholes) or fit_of_wholes <= TWO):
            return APART
        place, period = match_scopes(one, other), compare_periods(one, other)
        if in_one_breath(a, b) and (not same_number or self.divide_one_whole(a, b)):
            return APART
        if same_number and self._is_told_of_two_places(a, b):
            return APART
        parted = (a.id in self.mere_parts) != (b.id in self.mere_parts)
        if parted and self.meant[a.id].stated != self.meant[b.id].stated:
            return APART
        if one_running_count(one, other) and not (is_closed_window(a, one) or is_closed_window(b, other)):
            period = "same"
        elif (a.earlier or b.earlier) and a.voice == b.voice:
            period = "unknown"
        if place == "apart" and same_number and self._one_number_restated(a, b):
            place = "unknown"
        if place == "apart" or period == "apart":
            return APART
        if period in ("narrower", "wider") and not same_number:
            return APART
        if self._falls_behind_earlier(a, b) or self._falls_behind_earlier(b, a):
            return APART
        if place != "same" and not same_number and self._tell_asides(a, b):
            return -0.5
        if a.voice == b.voice and a.root is not None and a.root == a.root.lower() and long_between(a, b):
            # "Police" of one week and of another year are nobody's series.
            return APART
        if not same_number and are_two_counts_of_an_outlet(a, b):
            return -0.5
        disjoint = place == "unknown" and compare_places(one.place, other.place) == "apart"
        leads = a.voice != b.voice and self.both_lead(a, b)
        if disjoint and not same_number and not (a.running or b.running or leads):
            return -0.5
        if not same_number and a.voice != b.voice and (is_past(a, other) or is_past(b, one)):
            return -0.5
        if not same_number and a.voice != b.voice and period == "unknown" and long_between(a, b):
            return -0.5
        if place in ("narrower", "wider") and not same_number and self._is_aside(a if place == "narrower" else b):
            return TWO
        if place in ("narrower", "wider") and not same_number and not self._may_be_vague(a, b, place):
            return -0.5
        if not same_number and self._tells_two(a, b, place == "same", period == "same"):
            return APART if a.report.id == b.report.id and a.voice == b.voice else TWO
        if place != "same" and not same_number and self.tell_two_events(a, b):
            return -0.5
        rising = a.root is not None and (self.is_later_toll(a, b) or self.is_later_toll(b, a))
        score = _NUMBER * same_number + (_SERIES if rising else _ROOT) * (a.voice == b.voice)
        own = is_own(one.place) and is_own(other.place)
        telling = same_number or a.voice == b.voice or self.both_lead(a, b)
        setting = _PLACE if own else _SETTING * telling
        score += setting * (place == "same") + _PERIOD * (period == "same")
        score += _TOLL * (a.root is not None and a.voice == b.voice and self._one_toll(a, b))
        score += _RESTATED * (a.earlier != b.earlier and a.report.id == b.report.id and a.voice == b.voice)
        score += _LEADING * (fit_of_wholes > 0)
        score += _LEADING * (self.both_lead(a, b) or (a.report.id == b.report.id and a.voice != b.voice))
        return score if score > 0 else -0.5

    def _is_told_of_two_places(self, a: Sighting, b: Sighting) -> bool:
        """True for one small number that the text of a report has of two places: two at the one, two at the other."""
        if a.report.id != b.report.id or a.headline or b.headline or (self.meant[a.id].stated or 0) >= TELLING:
            return False
        return compare_places(self.scope[a.id].place, self.scope[b.id].place) == "apart"

    def _tells_two(self, a: Sighting, b: Sighting, same_place: bool, same_period: bool) -> bool:
        """True where two numbers are more likely of two happenings than two answers to one question.

        One voice in one report that gives two numbers counts two things, unless place and days are the same or one
        stands
        in the headline. So do numbers three times apart, unless all scope is told alike, or the higher is the later
        count.
        """
        if (same_place and same_period) or self.are_parts_of_one(a, b):
            return False
        rounding = says_same(self.meant[a.id], self.meant[b.id])
        if a.voice == b.voice and (a.earlier or b.earlier or self.is_later_toll(a, b) or self.is_later_toll(b, a)):
            return False
        if a.report.id == b.report.id and a.voice == b.voice and not a.headline and not b.headline:
            return not rounding and not (a.figure.correction or b.figure.correction)
        one, other = self.meant[a.id].stated, self.meant[b.id].stated
        falls = falls_unsaid(a, b, one, other) or falls_unsaid(b, a, other, one)
        if a.voice == b.voice and not rounding and self.tell_two_events(a, b):
            return True
        if a.root is not None and a.voice == b.voice and self._one_toll(a, b):
            return False
        if a.voice == b.voice and falls and not rounding and not same_place:
            return True
        if one is None or other is None or max(one, other) <= _FAR_TIMES * min(one, other):
            return False
        if same_period and a.report.id == b.report.id and a.voice != b.voice:
            return False
        low, high = (a, b) if one < other else (b, a)
        if low.earlier:
            # "A previous toll of 20": its report sets it below the newer one, however far.
            return False
        if low.figure.qualifier == "vague" and max(one, other) <= _VAGUE_TIMES * min(one, other):
            return False
        if is_typing_error(one, other):
            return False
        return not (is_later(high, low) and (same_place or a.voice == b.voice))

    def _tell_asides(self, a: Sighting, b: Sighting) -> bool:
        """True for two numbers of one voice in two reports of which one is less than its voice counts there."""
        if a.voice != b.voice or a.report.id == b.report.id or a.earlier or b.earlier:
            return False
        totals = a.figure.part_of is None and b.figure.part_of is None
        return totals and not (self.leads_voice(a) and self.leads_voice(b))

    def _falls_behind_earlier(self, now: Sighting, before: Sighting) -> bool:
        """True where a count that only rises would be less than what the report calls its earlier state."""
        if not before.earlier or now.earlier or now.report.id != before.report.id or now.counting != "cumulative":
            return False
        one, other = self.meant[now.id].stated, self.meant[before.id].stated
        return one is not None and other is not None and one < other and not now.figure.correction

    def _one_number_restated(self, a: Sighting, b: Sighting) -> bool:
        """True for one telling number of a report that it sets in two phrases, of which one names no known place."""
        places = [s.figure.place for s in (a, b) if s.figure.place is not None]
        unclear = any(p.precision == "unresolved" for p in places)
        return unclear and a.report.id == b.report.id and (self.meant[a.id].stated or 0) >= TELLING

    def _one_toll(self, a: Sighting, b: Sighting) -> bool:
        """True for two states of what the source counts on: both lead their reports, or both are told as a toll."""
        return a.report.id != b.report.id and (self.both_lead(a, b) or (a.running and b.running))

    def _is_aside(self, narrow: Sighting) -> bool:
        """True for a count of a place beside which its voice counts, in that report, a place that holds it."""
        told = (narrow.report.id, narrow.voice)
        return told in self.totals_of[self.kind(narrow)] and not self.leads_voice(narrow)

    def _may_be_vague(self, a: Sighting, b: Sighting, place: str) -> bool:
        """True where the wider place may be the same happening told less sharply.

        Not where its report counts a narrower place too, nor where another voice's wider count is the higher one.
        """
        wide, narrow = (b, a) if place == "narrower" else (a, b)
        if (wide.report.id, wide.voice) in self.totals_of[self.kind(wide)]:
            return False
        one, other = self.meant[wide.id].stated, self.meant[narrow.id].stated
        if a.voice == b.voice:
            return not long_between(a, b)
        return one is not None and other is not None and one <= other
