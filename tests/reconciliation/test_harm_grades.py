"""Airwars' grades of civilian harm, beside the support of each bound."""

from __future__ import annotations

import pytest
from tests.composing.builders import Told, event, material

from rashomon.knowledge.library import Library
from rashomon.model.assessment import Assessment
from rashomon.model.claim import Responsibility
from rashomon.reconciliation import reconcile_figures

TEXT = (
    "An air strike on Tel Hamra killed 14 civilians, the Orontes Monitor said. "
    "The White Helmets counted 14 civilians killed in the air raid. "
    "Russia carried it out, the Orontes Monitor said. Ukraine did it, Moscow said."
)
Blamed = tuple[str, str, str]
MONITOR: Blamed = ("Russia", "Orontes Monitor", "unknown")
OTHER: Blamed = ("Ukraine", "Kremlin", "unknown")


def graded(
    library: Library, *blamed: Blamed, roots: int = 2, category: str = "civilians", beside: str | None = None
) -> Assessment:
    """The civilian toll of one air strike, told by some roots, with the accusations given."""
    told = Told("rep-harm", TEXT, "Harbour Wire", "2024-11-29")
    strike = told.event("air strike", "Explosions/Remote violence", "Air/drone strike", place=told.place("Tel Hamra"))
    again = told.event("air raid", "Explosions/Remote violence", "Air/drone strike", place=told.place("Tel Hamra"))
    monitor = told.source("the Orontes Monitor", "Orontes Monitor")
    told.figure("14", "killed", 14.0, category=category, attribution=monitor)
    if roots > 1:
        start = TEXT.index("14", TEXT.index("White"))
        helmets = told.source("The White Helmets", "White Helmets", "rescuers")
        first = told.figure("14", "killed", 14.0, category=beside or category, attribution=helmets)
        moved = {"id": "fig-second", "number_start": start, "number_end": start + 2}
        low, high = told.sentence(start)
        told.figures[-1] = type(first)(
            **{**{k: getattr(first, k) for k in first.__struct_fields__}, **moved, "start": low, "end": high}
        )
    told.responsibilities += [
        Responsibility(
            id=f"resp-{n}",
            report=told.id,
            start=0,
            end=20,
            accused=accused,
            by=by,
            act=strike.id,
            answer=answer,  # type: ignore[arg-type]
        )
        for n, (accused, by, answer) in enumerate(blamed)
    ]
    found = reconcile_figures(material(told), (event(strike, again),), "recommended", library).value.assessments
    return next(a for a in found if a.question.population.category == category)


@pytest.mark.parametrize(
    ("blamed", "roots", "grade"),
    [
        ((MONITOR,), 2, "fair"),
        ((MONITOR,), 1, "weak"),
        ((("Russia", "Russia", "conceded"),), 1, "confirmed"),
        ((MONITOR, OTHER), 2, "contested"),
        ((("Russia", "Orontes Monitor", "denied"),), 2, "fair"),
        ((), 2, None),
        ((("the gunman", "police", "unknown"),), 2, None),
    ],
)
def test_grade_follows_support_and_answers(
    library: Library, blamed: tuple[Blamed, ...], roots: int, grade: str | None
) -> None:
    """Two sources make it fair, one weak, an admission confirmed, two accused sides contested, no belligerent nothing."""
    assert graded(library, *blamed, roots=roots).harm_grade == grade


def test_combatants_by_a_source_of_no_side_discount_it(library: Library) -> None:
    """Where a source of no side counts the same people as combatants, the harm to civilians is discounted."""
    assert graded(library, MONITOR, beside="combatants").harm_grade == "discounted"


def test_no_grade_for_combatants(library: Library) -> None:
    """A toll of combatants has no grade of civilian harm."""
    assert graded(library, MONITOR, category="combatants").harm_grade is None


def test_grade_says_why_and_leaves_support_alone(library: Library) -> None:
    """The grade stands beside the bounds' support, and a note gives its reason with the roots."""
    assessment = graded(library, MONITOR)
    assert assessment.support.best == "corroborated"
    assert any("graded fair" in n and "White Helmets" in n for n in assessment.notes)
