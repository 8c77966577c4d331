"""Those who leave home: who are driven out, told to go, who go by themselves, and where they live then."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.model.claim import Figure

from .conftest import links_of

ReadFigures = Callable[[str], tuple[Figure, ...]]

#: A sentence by which a report tells of flight, without a number.
_FLIGHT = "Residents fled the shelling. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 2,000 people have been forced to move into relief camps.", [("displaced", 2000)]),
        ("More than 300 families were driven from their villages.", [("displaced", 300)]),
        ("About 9,000 residents were told by the council to get to higher ground.", [("evacuated", 9000)]),
        ("The governor ordered 24,000 people to leave.", [("evacuated", 24000)]),
        ("The mayor asked 24,000 people to stay.", []),
    ],
)
def test_who_is_driven_out_is_displaced_and_who_is_told_to_go_is_evacuated(
    text: str, expected: list[tuple[str, float]], figures_of: ReadFigures
) -> None:
    """Force makes people displaced, an order to go makes them evacuated, and an order to stay makes no figure."""
    assert [(f.measure, f.value) for f in figures_of(text)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Some 90,000 people have left the city.", [("displaced", 90000)]),
        ("Another 40,000 have exited since then.", [("displaced", 40000)]),
        ("Some 90,000 people have been able to leave the town.", [("displaced", 90000)]),
        ("About 5,000 people ran from the attacks.", [("displaced", 5000)]),
        ("About 2,000 people moved to Norvale in search of safety.", [("displaced", 2000)]),
        ("Some 9 people left the town.", []),
        ("Some 400 delegates left the hall.", []),
        ("Some 400 soldiers left the town.", []),
    ],
)
def test_a_crowd_that_leaves_a_town_is_displaced_in_a_report_of_flight(
    sentence: str, expected: list[tuple[str, float]], figures_of: ReadFigures
) -> None:
    """A crowd of residents that leaves a settlement is displaced; a few, soldiers, or those who leave a hall are not."""
    assert [(f.measure, f.value) for f in figures_of(_FLIGHT + sentence)] == expected


def test_who_leaves_a_town_where_nobody_flees_is_no_figure(figures_of: ReadFigures) -> None:
    """People who leave a town are no figure in a report that tells of no flight."""
    assert figures_of("The fair closed on Sunday. Some 90,000 people have left the town.") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More than 1 million people have packed relief camps.", [("displaced", 1000000)]),
        ("The state is feeding 18,000 people inside relief camps.", [("displaced", 18000)]),
        ("In the district 58 relief camps serve 11,600 people.", [("displaced", 11600)]),
        ("More than 8,000 people remain in hundreds of evacuation centres.", [("evacuated", 8000)]),
        ("Some 300 people are living in detention centres.", []),
        ("Some 300 people stay at a training camp.", []),
        ("Some 40 volunteers stay in the relief camps.", []),
        ("About 100 survivors were taken to a shelter.", [("rescued", 100)]),
    ],
)
def test_who_lives_in_a_place_of_refuge_is_counted_by_what_it_is_for(
    text: str, expected: list[tuple[str, float]], figures_of: ReadFigures
) -> None:
    """Camps hold the displaced, evacuation centres the evacuated; other camps, and those who help in them, count nobody."""
    assert [(f.measure, f.value) for f in figures_of(text)] == expected


def test_the_displaced_stay_displaced_in_a_centre(figures_of: ReadFigures) -> None:
    """Those of a displaced population who are in evacuation centres are displaced, a part of as many of their unit."""
    text = (
        "The flood displaced 700 families (2,800 people). Of this displaced population, 400 families "
        "(1,600 people) are in evacuation centres."
    )
    assert [(f.measure, f.value) for f in figures_of(text)][2:] == [("displaced", 400), ("displaced", 1600)]
    assert links_of(figures_of, text)[0] == (400, 700)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 2,000 residents ran into the forest as gunmen attacked.", [("displaced", 2000)]),
        ("Thousands of fans ran into the stadium, and 30 runners ran for the title.", []),
        ("The navy flew 280 people out of Palma.", [("evacuated", 280)]),
        ("Soldiers got 80 people out of the hotel.", [("evacuated", 80)]),
        ("The grant got 80 people out of poverty.", []),
        ("Divers pulled 12 people out of the rubble.", [("rescued", 12)]),
    ],
)
def test_who_runs_into_the_wilds_is_displaced_and_who_is_brought_out_evacuated(
    text: str, expected: list[tuple[str, float]], figures_of: ReadFigures
) -> None:
    """The bush, the hills and a place under siege tell of flight and evacuation; poverty and a stadium do not."""
    assert [(f.measure, f.value) for f in figures_of(text)] == expected
