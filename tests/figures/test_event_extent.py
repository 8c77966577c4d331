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


def test_a_new_teller_counts_over_the_area(placed: PlaceFigures) -> None:
    """Where several happenings are told of, the next sentence stays at a neighbour's town only if it goes on with it."""
    found = placed(
        "Attacks in Mali have killed 60 people this week. In Gao 12 traders were killed, the army said. It added that 5 "
        "were wounded. In Mopti 8 people died. The health ministry put the wounded at 70. In Timbuktu 4 people died. The "
        "attacks also wounded 9 people.",
        "Gunmen strike again",
    )
    assert [place_of(f).text for f in found] == ["Mali", "Gao", "Gao", "Mopti", "Mali", "Timbuktu", "Mali"]


def test_one_place_alone_is_not_all(placed: PlaceFigures) -> None:
    """ "In X alone" says that there were more places: what follows is not X's."""
    found = placed(
        "The ministry lowered the toll to 253. In Batticaloa alone 13 children died. Police arrested 60 people.",
        "Sri Lanka counts its dead",
    )
    assert [place_of(f).text for f in found] == ["Sri Lanka", "Batticaloa", "Sri Lanka"]


def test_regions_without_names_are_no_town(placed: PlaceFigures) -> None:
    """ "In various regions" is not in the town named before; counties of a country are that country's."""
    found = placed("Gunmen killed 13 in Almaty. In various regions the turmoil left 900 people hurt.")
    assert place_of(found[-1]).name == "various regions"
    found = placed("Floods have killed 13 people in Kenya. In several provinces they destroyed 900 homes.")
    assert place_of(found[-1]).name == "Kenya"


def test_a_lead_at_one_town_is_of_that_town(placed: PlaceFigures) -> None:
    """What the headline tells of a whole land is of the town where the lead has it, unless the lead names several."""
    title, rest = "Riots in Indonesia", "Stocks fell. Officials counted 60 injured so far."
    assert place_of(placed(f"Riots in the city of Surabaya have killed 4 people. {rest}", title)[-1]).text == "Surabaya"
    both = placed(f"Riots in Surabaya and Malang have killed 4 people. {rest}", title)
    assert place_of(both[-1]).text == "Indonesia"
    hotel = "Gunmen stormed a hotel in Mogadishu, killing 12 people. Nine others were hurt, police said."
    assert place_of(placed(hotel, "Attacks in Somalia go on")[-1]).text == "Mogadishu"
