"""Builds small stories by hand: reports of a few sentences with the claims that they make, found by their words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from rashomon.knowledge.library import Library
from rashomon.model.assessment import (
    Assessment,
    BoundSupport,
    Disagreement,
    DisagreementSide,
    Question,
    QuestionPlace,
    Series,
    SeriesPoint,
)
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
from rashomon.model.dossier import Dossier
from rashomon.model.grouping import CopyGroup, Story
from rashomon.model.happening import Event
from rashomon.model.material import Material, Reconciled
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


def material(*told: Told, as_of: dt.datetime | None = None) -> Material:
    """A story of these reports, each its own copy group."""
    return Material(
        story=Story(id="sto-1", reports=tuple(t.id for t in told)),
        reports=tuple(t.report() for t in told),
        claims=tuple(t.claims() for t in told),
        copies=tuple(CopyGroup(id=f"cpy-{t.id}", reports=(t.id,)) for t in told),
        as_of=as_of,
    )


def event(*claims: EventClaim, **more: Any) -> Event:
    """An event made of these claims, with the first's type, place and date."""
    first = claims[0]
    made: dict[str, Any] = {
        "id": f"hap-{first.id}",
        "type": first.type,
        "sub_type": first.sub_type,
        "place": first.place,
        "start_date": first.when.start_date if first.when else None,
        "end_date": first.when.end_date if first.when else None,
        "precision": first.when.precision if first.when else "unknown",
        "claims": tuple(c.id for c in claims),
    }
    return Event(**(made | more))


def assessed(*figures: Figure, support: str = "single", best: bool = True) -> tuple[Assessment, Series]:
    """One question's assessment and its series, one point a figure, in the order given; the last is the best."""
    last = figures[-1]
    question = Question(
        measure=last.measure,
        unit=last.unit,
        population=last.population,
        place=QuestionPlace(name=last.place.name) if last.place else None,
    )
    points = tuple(
        SeriesPoint(
            claim=f.id,
            claims=(f.id,),
            value=f.value,
            low=f.low,
            high=f.high,
            qualifier=f.qualifier,
            as_of=f.as_of,
            reports=(f.report,),
            superseded_by=None if f is last else last.id,
        )
        for f in figures
    )
    root = last.attribution.origin if last.attribution else None
    series = Series(id=f"ser-{last.id}", question=question, root=root, points=points)
    made = Assessment(
        id=f"ass-{last.id}",
        question=question,
        low=last.low,
        best=last.value if best else None,
        high=last.high,
        support=BoundSupport(low=support, best=support if best else None),
        roots=(root,) if root else (),
        claims=tuple(f.id for f in figures),
        series=(series.id,),
        best_claim=last.id if best else None,
        calculation="as stated",
    )
    return made, series


def reconciled(
    events: list[Event], answers: list[tuple[Assessment, Series]], disputes: list[list[Figure]] | None = None
) -> Reconciled:
    """The reconciled record; each dispute is a list of figures that contradict each other."""
    return Reconciled(
        events=tuple(events),
        roots=(),
        series=tuple(s for _, s in answers),
        assessments=tuple(a for a, _ in answers),
        relations=(),
        disagreements=tuple(
            Disagreement(
                kind="figure",
                sides=tuple(DisagreementSide(text=f"{f.value}", claims=(f.id,)) for f in dispute),
                reason="the counts differ",
            )
            for dispute in disputes or []
        ),
    )


def compose(told: Material, record: Reconciled, library: Library, **more: Any) -> Dossier:
    """The composed and verified dossier."""
    from rashomon.composing import compose_dossier, verify_dossier

    dossier = compose_dossier(told, record, "recommended", (), library, **more).value
    verify_dossier(dossier, told, library)
    return dossier


def brief_text(dossier: Dossier) -> str:
    """The brief as running text."""
    brief = dossier.brief
    points = [p.text for p in brief.key_points]
    return "\n".join([brief.headline.text, *points, *(" ".join(s.text for s in p) for p in brief.paragraphs)])
