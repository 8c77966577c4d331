"""What the finders see in a report before any claim is made: sentences and the names, times and sources in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from rashomon.language.syntax import Sentence
from rashomon.model.actor import Actor
from rashomon.model.attribution import Attribution
from rashomon.model.moment import When
from rashomon.model.passage import Field, Mention
from rashomon.model.place import Place
from rashomon.model.report import Report

if TYPE_CHECKING:
    from rashomon.extraction.english.source_reading import Speech


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


#: Code points a bucket of sources spans: about three sentences.
_BUCKET = 500
M = TypeVar("M", bound=Mention)


@dataclass(frozen=True)
class Analysis:
    """One report's sentences (parsed where they can hold a claim) and the mentions found, each in text order.

    Mentions carry offsets of their field; places, times and actors are not yet resolved. Look-ups cost the logarithm
    of the number of mentions, so that a long report costs no more a sentence than a short one.
    """

    report: Report
    sentences: tuple[Sentence, ...]
    places: tuple[Place, ...] = ()
    times: tuple[When, ...] = ()
    actors: tuple[Actor, ...] = ()
    speech: Speech = field(default_factory=dict)
    sources: tuple[Source, ...] = ()

    def places_in(self, field: Field, start: int, end: int) -> list[Place]:
        """The place mentions inside a span."""
        return _inside(self._places[field], start, end)

    def times_in(self, field: Field, start: int, end: int) -> list[When]:
        """The time expressions inside a span."""
        return _inside(self._times[field], start, end)

    def actors_in(self, field: Field, start: int, end: int) -> list[Actor]:
        """The actor mentions inside a span."""
        return _inside(self._actors[field], start, end)

    def source_of(self, field: Field, start: int, end: int) -> Attribution | None:
        """Who answers for the words of a span: the source with the smallest scope around it, or nobody."""
        near = self._sources.get((field, start // _BUCKET), ())
        around = [s for s in near if s.scope_start <= start and end <= s.scope_end]
        return min(around, key=lambda s: (s.scope_end - s.scope_start, s.scope_start)).attribution if around else None

    def sentence_at(self, field: Field, start: int) -> Sentence | None:
        """The sentence that covers an offset, or null."""
        starts, sentences = self._sentences[field]
        at = bisect_right(starts, start) - 1
        return sentences[at] if at >= 0 and start < sentences[at].end else None

    def sentence_before(self, field: Field, start: int) -> Sentence | None:
        """The last sentence of a field that ends at an offset or before it, or null."""
        starts, sentences = self._sentences[field]
        at = bisect_right(starts, start) - 1
        while at >= 0 and sentences[at].end > start:
            at -= 1
        return sentences[at] if at >= 0 else None

    @cached_property
    def _places(self) -> dict[Field, tuple[list[int], list[Place]]]:
        return _by_field(self.places)

    @cached_property
    def _times(self) -> dict[Field, tuple[list[int], list[When]]]:
        return _by_field(self.times)

    @cached_property
    def _actors(self) -> dict[Field, tuple[list[int], list[Actor]]]:
        return _by_field(self.actors)

    @cached_property
    def _sentences(self) -> dict[Field, tuple[list[int], list[Sentence]]]:
        found: dict[Field, tuple[list[int], list[Sentence]]] = {"title": ([], []), "text": ([], [])}
        for sentence in self.sentences:
            starts, sentences = found[sentence.field]
            starts.append(sentence.start)
            sentences.append(sentence)
        return found

    @cached_property
    def _sources(self) -> dict[tuple[Field, int], list[Source]]:
        found: dict[tuple[Field, int], list[Source]] = {}
        for source in self.sources:
            for bucket in range(source.scope_start // _BUCKET, source.scope_end // _BUCKET + 1):
                found.setdefault((source.attribution.field, bucket), []).append(source)
        return found


def _by_field(mentions: tuple[M, ...]) -> dict[Field, tuple[list[int], list[M]]]:
    found: dict[Field, tuple[list[int], list[M]]] = {"title": ([], []), "text": ([], [])}
    for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
        starts, ordered = found[mention.field]
        starts.append(mention.start)
        ordered.append(mention)
    return found


def _inside(indexed: tuple[list[int], list[M]], start: int, end: int) -> list[M]:
    starts, mentions = indexed
    return [m for m in mentions[bisect_left(starts, start) : bisect_right(starts, end)] if m.end <= end]
