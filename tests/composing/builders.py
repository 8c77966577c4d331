"""Builds small stories by hand: reports of a few sentences, and the record that is made of them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from tests.composing.told import Told

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
from rashomon.model.claim import (
    EventClaim,
    Figure,
)
from rashomon.model.dossier import Dossier
from rashomon.model.grouping import CopyGroup, Story
from rashomon.model.happening import Event
from rashomon.model.material import Material, Reconciled


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
