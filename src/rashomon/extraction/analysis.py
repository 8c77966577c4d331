"""What the finders see in a report before any claim is made: sentences and the names, times and sources in them."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.language.syntax import Sentence
from rashomon.model.actor import Actor
from rashomon.model.attribution import Attribution
from rashomon.model.moment import When
from rashomon.model.passage import Field
from rashomon.model.place import Place
from rashomon.model.report import Report


@dataclass(frozen=True, slots=True)
class Source:
    """A source of information and the stretch of text that it answers for.

    `scope_start` to `scope_end` (half-open, same field) is the content attributed to it: the reported clause, the
    sentence, or a later sentence that carries the source on ("the group added").
    """

    attribution: Attribution
    sentence: int
    scope_start: int
    scope_end: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """One report's sentences (parsed where they can hold a claim) and the mentions found, each in text order.

    Mentions carry offsets of their field; places, times and actors are not yet resolved.
    """

    report: Report
    sentences: tuple[Sentence, ...]
    places: tuple[Place, ...] = ()
    times: tuple[When, ...] = ()
    actors: tuple[Actor, ...] = ()
    sources: tuple[Source, ...] = ()

    def places_in(self, field: Field, start: int, end: int) -> list[Place]:
        """The place mentions inside a span."""
        return [p for p in self.places if p.field == field and start <= p.start and p.end <= end]

    def times_in(self, field: Field, start: int, end: int) -> list[When]:
        """The time expressions inside a span."""
        return [t for t in self.times if t.field == field and start <= t.start and t.end <= end]

    def actors_in(self, field: Field, start: int, end: int) -> list[Actor]:
        """The actor mentions inside a span."""
        return [a for a in self.actors if a.field == field and start <= a.start and a.end <= end]

    def source_of(self, field: Field, start: int, end: int) -> Attribution | None:
        """Who answers for the words of a span: the source with the smallest scope around it, or nobody."""
        around = [
            s
            for s in self.sources
            if s.attribution.field == field and s.scope_start <= start and end <= s.scope_end
        ]
        return min(around, key=lambda s: (s.scope_end - s.scope_start, s.scope_start)).attribution if around else None
