"""Happenings of many places: figures that name no place are of the area that the lead or the headline puts them into."""

from __future__ import annotations

import pytest

from .conftest import PlaceFigures, place_of


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Swat mudslides: toll climbs", "Rescuers dug on Friday with their hands."),
        ("Toll climbs", "Mudslides in the Swat district of northern Pakistan cut off dozens of valleys."),
        ("Toll climbs", "A wave of explosions tore through markets in Swat district on Friday."),
    ],
)
def test_several_happenings_have_their_area(placed: PlaceFigures, title: str, lead: str) -> None:
    """A later total is of the area of "the X mudslides", not of the one town that one of them is told to have hit."""
    found = placed(
        f"{lead} A series of blows hit the hills of Mingora. Rain goes on. Officials put the dead at 60 so far.", title
    )
    assert "Swat" in place_of(found[-1]).text


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Blast in Swat district", "A blast rocked Mingora at noon. It rained. Officials put the dead at 60 so far."),
        ("Pakistani raids go on", "Raids flattened Mingora at noon. It rained. Officials put the dead at 60 so far."),
        (
            "Bombings in Swat district",
            "A bombing rocked Mingora at noon. It rained. Officials said the bombing killed 60 people.",
        ),
    ],
)
def test_one_happening_has_its_town(placed: PlaceFigures, title: str, text: str) -> None:
    """One happening is at its town, whatever area the headline names; whose raids they are is no area of theirs."""
    assert place_of(placed(text, title)[-1]).text == "Mingora"
