"""What a brief is about: the main happening, the counts, the disputes, in the order of their weight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rashomon.composing.counts import Count, counts
from rashomon.composing.event_sentences import FOLLOWS, told_events
from rashomon.composing.words import Words
from rashomon.model.assessment import Disagreement
from rashomon.model.brief import Sentence
from rashomon.model.claim import Figure
from rashomon.model.happening import Event
from rashomon.model.material import Material, Reconciled
from rashomon.model.place import Place

_WIDE = ("country", "region", "admin1")


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
        return weightiest if toll is None or self._is_of_more(weightiest, toll) else toll

    def _is_of_more(self, count: Count | None, toll: Count) -> bool:
        """Whether a count is of all that a land or province went through, of which the main event is only a day."""
        place = self.main.place if self.main else None
        if count is None or place is None or place.kind not in _WIDE or count.figure.place is None:
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
        own = set(toll.claims)
        saying = [c for c in self.counts if c.measure == measure and c.figure.value == toll.value]
        saying = [c for c in saying if own & {c.figure.id, *c.claims} and self.dispute_of(c) is None]
        return saying[0] if saying else None

    def _weightiest(self) -> Count | None:
        whole = [c for c in self.counts if not c.figure.part_of]
        return whole[0] if whole else (self.counts[0] if self.counts else None)

    def dispute_of(self, count: Count) -> Disagreement | None:
        """The disagreement on this count's question, if there is one."""
        ids = set(count.assessment.claims)
        return next((d for d in self.disputes if sum(bool(ids & set(s.claims)) for s in d.sides) >= 1), None)

    def belongs(self, figure: Figure, event: Event) -> bool:
        """Whether a figure is of an event: linked to it, or told beside it of no other place."""
        if figure.event is not None:
            return figure.event == event.id or figure.event in event.claims
        if figure.place is None or event.place is None:
            return figure.place is None
        if figure.place.how in ("event", "dateline", "neighbour") and not same_place(figure.place, event.place):
            return event is self.main and figure.when is None
        return same_place(figure.place, event.place)


def same_place(one: Place, other: Place) -> bool:
    """Whether two place mentions mean one place."""
    if one.geonames_id is not None and other.geonames_id is not None:
        return one.geonames_id == other.geonames_id
    return one.name == other.name


def make_plan(words: Words, material: Material, reconciled: Reconciled, holds: Callable[[Sentence], bool]) -> Plan:
    """The plan of a story's brief."""
    return Plan(
        words=words,
        material=material,
        reconciled=reconciled,
        events=_main_first(told_events(words), words, reconciled),
        counts=counts(reconciled, words),
        disputes=[d for d in reconciled.disagreements if d.kind in ("figure", "minimums")],
        holds=holds,
    )


def _main_first(events: list[Event], words: Words, reconciled: Reconciled) -> list[Event]:
    """The happenings with the story's main one first, unless that only comes of a greater one."""
    named = reconciled.main.event if reconciled.main else None
    main = [e for e in events if e.id == named and words.events.words(e).noun not in FOLLOWS]
    return [*main, *(e for e in events if e not in main)]
