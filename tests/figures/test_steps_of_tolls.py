"""How far a toll moved is no count of people; what it moved to is."""

from __future__ import annotations

import pytest

from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parser
from rashomon.model.report import Report
from rashomon.pipeline import understand_one


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kenya cuts the death toll of the blasts by 106.", []),
        ("The official toll released by the police was reduced by 106.", []),
        ("The death toll dropped by about 100 after a recount.", []),
        ("The death toll rose by 20 to 133 on Monday.", [133]),
        ("The toll was lowered by 106 to 253.", [253]),
        ("The toll had risen by Monday to 133.", [133]),
        ("The number of people killed by 12 gunmen rose to 40.", [40]),
    ],
)
def test_a_step_is_no_toll(text: str, told: list[float], parser: Parser, library: Library) -> None:
    """The number behind "by" is nobody's death, the one behind "to" is the toll."""
    figures = understand_one(Report(id="rpt-1", text=text), parser, library).value.figures
    assert [f.value for f in figures if f.measure == "killed"] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The number of people killed has reached 12; over 300 people are estimated to be injured.",
            [("killed", 12), ("injured", 300)],
        ),
        ("The toll stands at 12; at least 40 people remain missing.", [("killed", 12), ("missing", 40)]),
        (
            "The number of displaced has reached 900; 80 houses were destroyed.",
            [("displaced", 900), ("buildings_destroyed", 80)],
        ),
    ],
)
def test_behind_a_semicolon_a_number_is_what_its_own_clause_says(
    text: str, told: list[tuple[str, float]], parser: Parser, library: Library
) -> None:
    """A toll does not reach over a semicolon to people of whom another clause tells something else."""
    figures = understand_one(Report(id="rpt-1", text=text), parser, library).value.figures
    assert [(f.measure, f.value) for f in figures] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("At least 92 deaths were recorded by Wednesday night (30.10.2024).", [92]),
        ("On 3.11.2024 twelve people died.", [12]),
        ("Some 5.000 people died in the floods.", [5000]),
    ],
)
def test_a_date_in_figures_counts_nobody(text: str, told: list[float], parser: Parser, library: Library) -> None:
    """Day and month of a date with dots are no number of people; a thousand with a dot is."""
    figures = understand_one(Report(id="rpt-1", text=text), parser, library).value.figures
    assert [f.value for f in figures if f.measure == "killed"] == told
