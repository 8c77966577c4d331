"""What speaks for two counts where two figures are of one kind: asides, small numbers, parts, numbers far apart."""

from __future__ import annotations

from rashomon.reconciliation.counted_days import falls_unsaid, long_between
from rashomon.reconciliation.known_figures import TELLING
from rashomon.reconciliation.known_parts import KnownParts
from rashomon.reconciliation.number_ranges import is_typing_error, says_same
from rashomon.reconciliation.scopes import compare_places
from rashomon.reconciliation.sighting_order import is_later
from rashomon.reconciliation.sightings import Sighting

#: Numbers further apart than so many times are told of one happening only where all else is told alike.
_FAR_TIMES, _VAGUE_TIMES = 3.0, 10.0


class TwoCounts(KnownParts):
    """Rules on two figures, each for one reason why they may count two things."""

    def share_one_whole_out(self, a: Sighting, b: Sighting) -> bool:
        """True for two numbers of which a total is made up: six hurt in one attack, 28 in another, 37 in all."""
        return self.divides(a) and self.divides(b) and self.divide_one_whole(a, b)

    def is_told_of_two_places(self, a: Sighting, b: Sighting) -> bool:
        """True for one small number that the text of a report has of two places: two at the one, two at the other."""
        if a.report.id != b.report.id or a.headline or b.headline or (self.meant[a.id].stated or 0) >= TELLING:
            return False
        return compare_places(self.scope[a.id].place, self.scope[b.id].place) == "apart"

    def tells_two(self, a: Sighting, b: Sighting, same_place: bool, same_period: bool) -> bool:
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
        if a.root is not None and a.voice == b.voice and self.one_toll(a, b):
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

    def tell_asides(self, a: Sighting, b: Sighting) -> bool:
        """True for two numbers of one voice in two reports of which one is less than its voice counts there."""
        if a.voice != b.voice or a.report.id == b.report.id or a.earlier or b.earlier:
            return False
        totals = a.figure.part_of is None and b.figure.part_of is None
        return totals and not (self.leads_voice(a) and self.leads_voice(b))

    def falls_behind_earlier(self, now: Sighting, before: Sighting) -> bool:
        """True where a count that only rises would be less than its earlier state, in a report that revises none."""
        if not before.earlier or now.earlier or now.report.id != before.report.id or now.counting != "cumulative":
            return False
        one, other = self.meant[now.id].stated, self.meant[before.id].stated
        return (
            one is not None
            and other is not None
            and one < other
            and (now.report.id, self.kind(now)) not in self.revised
        )

    def one_number_restated(self, a: Sighting, b: Sighting) -> bool:
        """True for one telling number of a report that it sets in two phrases, of which one names no known place."""
        places = [s.figure.place for s in (a, b) if s.figure.place is not None]
        unclear = any(p.precision == "unresolved" for p in places)
        return unclear and a.report.id == b.report.id and (self.meant[a.id].stated or 0) >= TELLING

    def one_toll(self, a: Sighting, b: Sighting) -> bool:
        """True for two states of what the source counts on: both lead their reports, or both are told as a toll."""
        return a.report.id != b.report.id and (self.both_lead(a, b) or (a.running and b.running))

    def is_aside(self, narrow: Sighting) -> bool:
        """True for a count of a place beside which its voice counts, in that report, a place that holds it."""
        told = (narrow.report.id, narrow.voice)
        return told in self.totals_of[self.kind(narrow)] and not self.leads_voice(narrow)

    def may_be_vague(self, a: Sighting, b: Sighting, place: str) -> bool:
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
