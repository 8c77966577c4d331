"""What a brief is about: the main happening, the counts, the disputes, in the order of their weight."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rashomon.composing.counts import Count, counts
from rashomon.composing.days_out import days_out
from rashomon.composing.disputes import is_overtaken
from rashomon.composing.event_sentences import told_events
from rashomon.composing.happening_nouns import HappeningNouns
from rashomon.composing.leading_count import leading
from rashomon.composing.main_happening import at_its_best
from rashomon.composing.same_happening import goes_on, is_inherited, is_wide, lasts, may_be_at, may_be_on, same_place
from rashomon.composing.words import Words
from rashomon.model.assessment import Disagreement
from rashomon.model.brief import Sentence
from rashomon.model.claim import AnyClaim, Figure
from rashomon.model.happening import Event
from rashomon.model.material import Material, Reconciled


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts that headline, key points and narrative are made of."""

    words: Words
    material: Material
    reconciled: Reconciled
    events: list[Event]
    counts: list[Count]
    disputes: list[Disagreement]
    holds: Callable[[Sentence], bool]

    @property
    def main(self) -> Event | None:
        """The happening that the story is about, where it can be told; else the weightiest that can."""
        return self.events[0] if self.events else None

    def main_count(self) -> Count | None:
        """The count that the story leads with: its main event's toll where a count tells that and none disputes it.

        Else the first measure's weightiest that is no part of another.
        """
        toll, weightiest = self._count_of_toll(), self._weightiest()
        toll = toll if toll is not None and (self.is_near_main(toll) or self._is_placed_by_report(toll)) else None
        outgrown = toll is None or self._is_of_more(weightiest, toll) or self._is_outgrown(toll, weightiest)
        return leading(self, weightiest if outgrown else toll)

    def _is_placed_by_report(self, toll: Count) -> bool:
        """Whether the main event's toll has its place only from its report's event, in the main one's land."""
        place, main = toll.figure.place, self.main.place if self.main is not None else None
        land = main.country_code if main is not None else None
        return place is not None and place.how == "event" and land is not None and place.country_code == land

    def _is_outgrown(self, toll: Count, count: Count | None) -> bool:
        """Whether a toll is that of an early episode: later reports of what goes on count more, and none tells it."""
        if count is None or self.main is None or not goes_on(self.main) or count.measure != toll.measure:
            return False
        early, late = (max(self.days(self.words.ledger.figures(c.claims)), default=None) for c in (toll, count))
        greater = (count.figure.value or 0) > (toll.figure.value or 0)
        return greater and count.named and early is not None and late is not None and late > early

    def days(self, claims: Iterable[AnyClaim]) -> list[dt.date]:
        """The days on which the reports that make some claims were out."""
        return days_out(claims, self.words.ledger)

    def _is_of_more(self, count: Count | None, toll: Count) -> bool:
        """Whether a count is of all that a land or province went through, of which the main event is only a day."""
        place = self.main.place if self.main else None
        if count is None or place is None or not is_wide(place) or count.figure.place is None:
            return False
        greater = (count.figure.value or 0) > (toll.figure.value or 0)
        return greater and count.measure == toll.measure and same_place(count.figure.place, place)

    def _count_of_toll(self) -> Count | None:
        """The count that says the main event's dead, or its injured where nobody died."""
        main = self.reconciled.main
        killed = main.killed if main else None
        toll = killed if killed is not None and killed.value else (main.injured if main else None)
        if toll is None or not toll.value:
            return None
        measure = "killed" if toll is killed else "injured"
        saying = [c for c in self.counts if c.measure == measure and self.is_toll(c) and self.dispute_of(c) is None]
        return saying[0] if saying else None

    def is_toll(self, count: Count) -> bool:
        """Whether a count says the main happening's dead or injured as they stand."""
        main = self.reconciled.main
        toll = {"killed": main.killed, "injured": main.injured}.get(count.measure) if main is not None else None
        told = {count.figure.id, *count.claims}
        return toll is not None and count.figure.value == toll.value and not told.isdisjoint(toll.claims)

    def _weightiest(self) -> Count | None:
        whole = [c for c in self.counts if not c.figure.part_of]
        first = [c for c in whole if c.measure == whole[0].measure and self.is_of_main(c)]
        whole = first or whole
        return whole[0] if whole else (self.counts[0] if self.counts else None)

    def dispute_of(self, count: Count) -> Disagreement | None:
        """The disagreement on this count's question, if there is one."""
        ids = set(count.assessment.claims)
        return next((d for d in self.disputes if sum(bool(ids & set(s.claims)) for s in d.sides) >= 1), None)

    def linked(self, count: Count) -> Event | None:
        """The happening that a count's own words tell it of; null where most that give it tell it of no such one."""
        linked = self._event_of(count.figure)
        same = [f for f in self.words.ledger.figures(count.claims) if self._event_of(f) is linked]
        return linked if 2 * len(same) >= len(count.claims) else None

    def _event_of(self, figure: Figure) -> Event | None:
        event = figure.event or ""
        return self.words.ledger.events.get(self.words.ledger.event_of.get(event, event))

    def is_linked(self, count: Count) -> bool:
        """Whether a count is linked to the main happening or an episode of it."""
        linked = self.linked(count)
        return self.main is not None and linked is not None and self.main.id in (linked.id, linked.parent)

    def is_at_main(self, count: Count) -> bool:
        """Whether a count's own words put it at the main happening's place."""
        place, where = count.figure.place, self.main.place if self.main else None
        return place is not None and where is not None and same_place(place, where)

    def is_near_main(self, count: Count) -> bool:
        """Whether a count's place may be that of the main happening; its question's where its report inherits one."""
        if self.main is None or may_be_at(count.figure.place, self.main):
            return True
        asked, place = count.assessment.question.place, count.figure.place
        inherited = place is not None and is_inherited(place)
        own = self.main.place.geonames_id if self.main.place is not None else None
        return inherited and asked is not None and own is not None and asked.geonames_id == own

    def is_of_main(self, count: Count) -> bool:
        """Whether a count may be of the main happening: linked to no other one, of no other place and no other day."""
        main, figure, linked = self.main, count.figure, self.linked(count)
        if main is None:
            return True
        if self.is_before(count, main):
            return False
        if self.is_linked(count):
            return self.is_near_main(count)
        if lasts(figure) and not goes_on(main):
            return False
        place = linked.place if linked is not None and linked.place is not None else figure.place
        start = figure.when.start_date if figure.when else (linked.start_date if linked else None)
        return may_be_at(place, main) and may_be_on(start, main)

    def is_before(self, count: Count, event: Event) -> bool:
        """Whether all reports that give a count were out before a happening: its day, else all that tell it."""
        told = self.days(self.words.ledger.figures(count.claims))
        telling = self.days(c for i in event.claims if (c := self.words.ledger.claims.get(i)) is not None)
        since = event.start_date or min(telling, default=None)
        if event.start_date is None and len({c.report for c in self.words.events.claims(event)}) > 1:
            return False  # of several reports any may be late
        return bool(told) and since is not None and max(told) < since

    def belongs(self, figure: Figure, event: Event) -> bool:
        """Whether a figure is of an event: linked to it, or told beside it of no other place."""
        if figure.event is not None:
            return figure.event == event.id or figure.event in event.claims
        if lasts(figure) and not goes_on(event):
            return False
        if self.counts_since(figure, event):
            return True
        if figure.place is None or event.place is None:
            return figure.place is None
        if is_inherited(figure.place) and not same_place(figure.place, event.place):
            return event is self.main and figure.when is None
        return same_place(figure.place, event.place)

    def counts_since(self, figure: Figure, event: Event) -> bool:
        """Whether a figure without a place of its own counts over days that begin as a lasting happening did."""
        when = figure.when
        inherited = figure.place is None or is_inherited(figure.place)
        began = when is not None and when.start_date is not None and when.start_date == event.start_date
        return inherited and began and lasts(figure) and goes_on(event)


def make_plan(words: Words, material: Material, reconciled: Reconciled, holds: Callable[[Sentence], bool]) -> Plan:
    """The plan of a story's brief."""
    of_numbers = [d for d in reconciled.disagreements if d.kind in ("figure", "minimums")]
    return Plan(
        words=words,
        material=material,
        reconciled=reconciled,
        events=_main_first(told_events(words), words, reconciled),
        counts=counts(reconciled, words),
        disputes=[d for d in of_numbers if not is_overtaken(d, reconciled, words)],
        holds=holds,
    )


def _main_first(events: list[Event], words: Words, reconciled: Reconciled) -> list[Event]:
    """The happenings with the story's main one first, unless that only comes of a greater one."""
    named = reconciled.main.event if reconciled.main else None
    following = words.library.words.of(HappeningNouns).following
    main = [e for e in events if e.id == named and words.events.words(e).noun not in following]
    sharper = [at_its_best(e, reconciled.main, words) for e in main]
    return [*sharper, *(e for e in events if e not in main)]
