"""The reconciled figures of the invented fight: questions, series, assessments, relations."""

from __future__ import annotations

from tests.rendering.desk import as_of, date
from tests.rendering.kassala import ARMY, HEALTH, MONITOR, OCHA

from rashomon.model.assessment import (
    Assessment,
    BoundSupport,
    FigureRelation,
    Period,
    Question,
    QuestionPlace,
    Series,
    SeriesPoint,
)
from rashomon.model.claim import Population

KILLED = Question(
    measure="killed",
    unit="person",
    population=Population(category="civilians", group="civilians"),
    place=QuestionPlace(name="Kassala", geonames_id=372753),
    period=Period(start=date("2027-03-02"), end=date("2027-03-06")),
    counting="cumulative",
)
MOVED = Question(
    measure="displaced", unit="person", population=Population(group="people"), place=QuestionPlace(name="Kassala State")
)
FIGHTERS = Question(
    measure="killed",
    unit="person",
    population=Population(category="combatants", group="fighters of the Highland Front", status_by=ARMY),
    place=QuestionPlace(name="Aroma"),
    counting="cumulative",
)
TRAPPED = Question(
    measure="trapped", unit="person", population=Population(group="people"), place=QuestionPlace(name="Kassala")
)
CHILDREN = Question(
    measure="killed", unit="person", population=Population(group="children"), place=QuestionPlace(name="Kassala")
)


def _point(claim: str, value: float, on: str, *reports: str, high: float | None = None, **more: object) -> SeriesPoint:
    given: dict[str, object] = {"claims": (claim,), "low": value, "qualifier": "exact" if high else "at_least"} | more
    return SeriesPoint(claim=claim, value=value, high=high, as_of=as_of(on), reports=reports, **given)  # type: ignore[arg-type]


def all_series() -> tuple[Series, ...]:
    """One series an origin and question."""
    return (
        Series(
            id="se-monitor",
            question=KILLED,
            root=MONITOR,
            points=(
                _point("f-11a", 11, "2027-03-03", "rpt-a", "rpt-b", claims=("f-11a", "f-11b"), superseded_by="f-19"),
                _point("f-19", 19, "2027-03-04", "rpt-c", high=19, superseded_by="f-31"),
                _point("f-31", 31, "2027-03-06", "rpt-e", high=31),
            ),
        ),
        Series(
            id="se-health",
            question=KILLED,
            root=HEALTH,
            points=(
                _point("f-23", 23, "2027-03-04", "rpt-c", high=23, superseded_by="f-26"),
                _point("f-26", 26, "2027-03-06", "rpt-e", high=26),
            ),
        ),
        Series(
            id="se-ocha",
            question=MOVED,
            root=OCHA,
            points=(
                _point("f-12k", 12000, "2027-03-04", "rpt-c", qualifier="more_than", superseded_by="f-21k"),
                _point("f-21k", 21400, "2027-03-06", "rpt-e", high=21400),
            ),
        ),
        Series(
            id="se-army", question=FIGHTERS, root=ARMY, points=(_point("f-60", 60, "2027-03-05", "rpt-d", high=60),)
        ),
    )


def all_assessments() -> tuple[Assessment, ...]:
    """A disputed toll, an open count, a part, a party's claim, a ceiling."""
    return (
        Assessment(
            id="as-killed",
            question=KILLED,
            low=26,
            best=31,
            high=31,
            roots=(MONITOR, HEALTH),
            harm_grade="contested",
            support=BoundSupport(low="corroborated", best="disputed", high="single"),
            best_claim="f-31",
            claims=("f-11a", "f-11b", "f-11g", "f-19", "f-23", "f-31", "f-26"),
            series=("se-monitor", "se-health"),
            calculation="Low is the health ministry's latest count, best and high the monitor's.",
            notes=(
                "The health ministry works under the government.",
                "One report gives the monitor's 11 without naming anybody: probably the same origin, no support.",
            ),
        ),
        Assessment(
            id="as-moved",
            question=MOVED,
            low=21400,
            best=21400,
            high=None,
            roots=(OCHA,),
            series=("se-ocha",),
            support=BoundSupport(low="documented", best="documented"),
            claims=("f-12k", "f-21k"),
            best_claim="f-21k",
            calculation="The newest registered count; people who have not registered are not in it.",
        ),
        Assessment(
            id="as-children",
            question=CHILDREN,
            low=6,
            best=6,
            high=6,
            roots=(HEALTH,),
            series=(),
            claims=("f-6",),
            support=BoundSupport(low="single", best="single", high="single"),
            calculation="One figure, part of the 23.",
            best_claim="f-6",
        ),
        Assessment(
            id="as-fighters",
            question=FIGHTERS,
            low=None,
            best=None,
            high=None,
            roots=(ARMY,),
            series=("se-army",),
            support=BoundSupport(best="party only"),
            claims=("f-60",),
            calculation="Only a party to the fighting counted.",
            notes=("The army's own claim about its enemy's losses.",),
        ),
        Assessment(
            id="as-trapped",
            question=TRAPPED,
            low=None,
            best=None,
            high=None,
            ceiling=50,
            roots=(),
            series=(),
            support=BoundSupport(),
            claims=("f-50",),
            calculation="One feared figure, which sets no bound.",
        ),
    )


def all_relations() -> tuple[FigureRelation, ...]:
    """How the figures stand to each other."""
    return (
        FigureRelation(
            type="duplicate",
            from_claim="f-11b",
            to_claim="f-11a",
            reason="The same count by the same origin in a copied text.",
        ),
        FigureRelation(type="supersede", from_claim="f-19", to_claim="f-11a", reason="The monitor's own later count."),
        FigureRelation(type="supersede", from_claim="f-31", to_claim="f-19", reason="The monitor's own later count."),
        FigureRelation(type="supersede", from_claim="f-26", to_claim="f-23", reason="The ministry's own later count."),
        FigureRelation(
            type="contradict",
            from_claim="f-31",
            to_claim="f-26",
            reason="Both as of 6 March, a sixth apart; the ministry counts bodies, the monitor compiles.",
        ),
        FigureRelation(type="part of", from_claim="f-6", to_claim="f-23", reason="Six of the 23 are children."),
        FigureRelation(
            type="another way of counting",
            from_claim="f-21k",
            to_claim="f-12k",
            reason="Registered people, no longer an estimate.",
        ),
    )
