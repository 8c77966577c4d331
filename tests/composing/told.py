"""Reports of a few sentences with the claims that they make, found by their words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from rashomon.model.attribution import Attribution, RootKind
from rashomon.model.claim import (
    Caveat,
    Control,
    EventClaim,
    Figure,
    Population,
    Relation,
    ReportClaims,
    Responsibility,
    Statement,
)
from rashomon.model.moment import AsOf, Published, When
from rashomon.model.place import Place
from rashomon.model.report import Report


def published(day: str) -> Published:
    """A publication on a day."""
    start = dt.datetime.fromisoformat(day).replace(tzinfo=dt.UTC)
    end = dt.datetime.combine(start.date(), dt.time.max, tzinfo=dt.UTC)
    return Published(earliest=start, latest=end, precision="day", how="given")


@dataclass
class Told:
    """One report under construction; claims are anchored by the words that state them."""

    id: str
    text: str
    outlet: str | None = None
    day: str | None = None
    figures: list[Figure] = field(default_factory=list)
    events: list[EventClaim] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    responsibilities: list[Responsibility] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    control: list[Control] = field(default_factory=list)
    read: bool = True

    def span(self, words: str) -> tuple[int, int]:
        """Where the words stand."""
        start = self.text.index(words)
        return start, start + len(words)

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence around an offset."""
        start = self.text.rfind(". ", 0, at) + 2 if ". " in self.text[:at] else 0
        end = self.text.find(". ", at)
        return start, len(self.text) if end < 0 else end + 1

    def place(self, name: str, text: str | None = None, **more: Any) -> Place:
        """A place by its words in the text."""
        start, end = self.span(text or name)
        known = {"geonames_id": sum(map(ord, name)), "lat": 1.0, "lon": 2.0, "kind": "town", "precision": "exact"}
        return Place(start=start, end=end, text=text or name, name=name, **(known | more))

    def source(
        self, words: str, origin: str | None = None, kind: RootKind = "monitor", side: str | None = None
    ) -> Attribution:
        """A named root."""
        start, end = self.span(words)
        return Attribution(start=start, end=end, text=words, origin=origin or words, kind=kind, side=side)

    def when(self, words: str, start_day: str, end_day: str | None = None) -> When:
        """A time expression and what it means."""
        start, end = self.span(words)
        first = dt.date.fromisoformat(start_day)
        last = dt.date.fromisoformat(end_day) if end_day else first
        return When(
            start=start,
            end=end,
            text=words,
            start_date=first,
            end_date=last,
            precision="day" if first == last else "period",
        )

    def figure(self, number: str, measure: str, value: float | None, **more: Any) -> Figure:
        """A figure by its number's words; qualifier and bounds as stated."""
        start, end = self.span(number)
        low, high = self.sentence(start)
        caveats = tuple(
            Caveat(start=self.span(words)[0], end=self.span(words)[1], kind=kind)
            for kind, words in more.pop("caveats", ())
        )
        population = Population(
            category=more.pop("category", "people"),
            group=more.pop("group", None),
            side=more.pop("of_side", None),
            status_by=more.pop("status_by", None),
        )
        made = Figure(
            id=f"fig-{self.id}-{start}",
            report=self.id,
            start=low,
            end=high,
            number_start=start,
            number_end=end,
            measure=measure,
            value=value,
            low=more.pop("low", value),
            high=more.pop("high", value),
            population=population,
            caveats=caveats,
            as_of=AsOf(start=dt.date.fromisoformat(d), end=dt.date.fromisoformat(d), how="stated")
            if (d := more.pop("as_of", None))
            else None,
            **more,
        )
        self.figures.append(made)
        return made

    def event(self, words: str, kind: str, sub_type: str | None = None, **more: Any) -> EventClaim:
        """An event claim by the words that tell it."""
        start, end = self.span(words)
        low, high = self.sentence(start)
        made = EventClaim(
            id=f"evt-{self.id}-{start}",
            report=self.id,
            start=low,
            end=high,
            anchor_start=start,
            anchor_end=end,
            type=kind,
            sub_type=sub_type,
            **more,
        )
        self.events.append(made)
        return made

    def statement(self, speaker: str, content: str, verb_class: str, verb: str = "said", **more: Any) -> Statement:
        """A statement by its speaker's words and its content's."""
        start, end = self.span(speaker)
        first, last = self.span(content)
        low, high = self.sentence(min(start, first))
        made = Statement(
            id=f"sta-{self.id}-{start}",
            report=self.id,
            start=low,
            end=high,
            speaker=speaker,
            speaker_start=start,
            speaker_end=end,
            verb=verb,
            verb_class=verb_class,
            quote=more.pop("quote", False),
            content_start=first,
            content_end=last,
            **more,
        )
        self.statements.append(made)
        return made

    def blame(
        self, cue: str, accused: str, by: str | None, act: EventClaim | None, answer: str = "unknown"
    ) -> Responsibility:
        """A responsibility claim by its cue."""
        start, _ = self.span(cue)
        low, high = self.sentence(start)
        made = Responsibility(
            id=f"res-{self.id}-{start}",
            report=self.id,
            start=low,
            end=high,
            accused=accused,
            by=by,
            act=act.id if act else None,
            answer=answer,
        )
        self.responsibilities.append(made)
        return made

    def relation(self, cue: str, kind: str, one: str, other: str) -> Relation:
        """A relation claim by its cue."""
        start, _ = self.span(cue)
        low, high = self.sentence(start)
        made = Relation(
            id=f"rel-{self.id}-{start}-{one}",
            report=self.id,
            start=low,
            end=high,
            type=kind,
            from_actor=one,
            to_actor=other,
        )
        self.relations.append(made)
        return made

    def holds(self, cue: str, holder: str, place: Place, status: str, **more: Any) -> Control:
        """A control claim by its cue."""
        start, _ = self.span(cue)
        low, high = self.sentence(start)
        made = Control(
            id=f"con-{self.id}-{start}",
            report=self.id,
            start=low,
            end=high,
            place=place,
            holder=holder,
            status=status,
            **more,
        )
        self.control.append(made)
        return made

    def report(self) -> Report:
        """The finished report."""
        return Report(
            id=self.id,
            text=self.text,
            outlet=self.outlet,
            read=self.read,
            published=published(self.day) if self.day else None,
        )

    def claims(self) -> ReportClaims:
        """The finished claims."""
        places = [c.place for c in (*self.figures, *self.events, *self.control) if c.place is not None]
        return ReportClaims(
            report=self.id,
            figures=tuple(self.figures),
            events=tuple(self.events),
            places=tuple(places),
            statements=tuple(self.statements),
            responsibilities=tuple(self.responsibilities),
            relations=tuple(self.relations),
            control=tuple(self.control),
        )
