"""Figures below a heading that is only a place, or in a paragraph that opens with one."""

from __future__ import annotations

import pytest

from .conftest import PlaceFigures, place_of, place_words

PROVINCES = (
    "Heavy rain has fallen on the coast of Peru since the first days of March, and rivers left their beds in many places.\n"
    "PIURA\nThe river broke its dykes on Monday. At least 12 people have died and 4,300 homes were destroyed.\n"
    "A further 900 people are sheltering in schools.\n"
    "LAMBAYEQUE\nTwo people drowned. Officials counted 1,200 damaged houses.\n"
    "Needs\nTents for 3,000 families are wanted.\n"
)
SITES = (
    "Bombs went off at three sites in Colombo on Sunday, police said, and the hospitals of the city were full.\n"
    "The Grand Kandara Hotel\nA man set off his vest at breakfast. Eleven people were killed and 20 others were hurt.\n"
    "St Anthony Church\nThe blast came during mass. At least 40 worshippers died.\n"
    "Reactions\nThe president spoke of 51 dead.\n"
)
ITEMS = (
    "Floods in Pakistan have affected millions since June, and relief teams cannot reach every valley, the agency said.\n"
    "• In Sindh:\n• At least 120 people have died, most of them in roof collapses.\n• 4,000 houses were destroyed.\n"
    "• In Balochistan:\n• 35 people have died.\n"
    "Funding\n• Nearly 900 people have died in all.\n"
)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (ITEMS, ["Sindh", "Sindh", "Balochistan", "Pakistan"]),
        (PROVINCES, ["PIURA", "PIURA", "PIURA", "LAMBAYEQUE", "LAMBAYEQUE"]),
        (
            SITES,
            ["Grand Kandara Hotel", "Grand Kandara Hotel", "St Anthony Church", "three sites in Colombo"],
        ),
    ],
)
def test_a_heading_that_is_a_place_places_what_stands_below(
    read_and_placed: PlaceFigures, text: str, places: list[str]
) -> None:
    """Paragraphs and rows below a province or a site are there up to the next heading, which need not be a place."""
    found = [f for f in read_and_placed(text, None) if not f.measure.startswith("other")]
    assert [place_words(f) for f in found] == places


def test_a_town_named_below_a_heading_stays(read_and_placed: PlaceFigures) -> None:
    """What a section's own sentence puts into a town, and what goes on with it, is there."""
    text = PROVINCES.replace("Two people drowned.", "Two people drowned in Chiclayo. Another three were hurt.")
    assert [place_of(f).name for f in read_and_placed(text, None)][3:5] == ["Chiclayo", "Chiclayo"]


def test_a_dateline_above_the_text_is_no_heading(read_and_placed: PlaceFigures) -> None:
    """The town above a report, and a land's name below it, place nothing."""
    found = read_and_placed(
        "VALPARAÍSO\nA storm killed 12 people on the coast of Chile on Sunday, and the fire service had no rest.\n"
        "Another 30 were hurt, the mayor of a village said on the radio in the evening.\nSyria",
        "Storm kills 12 in Chile",
    )
    assert [place_of(f).name for f in found] == ["Chile", "Chile"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "The storm crossed the Philippines on Tuesday with rain and wind of rare force, officials said.\n"
            "Bohol — Twelve people died. Another 40 were hurt when a gym fell in.\n"
            "Cebu — Three people drowned. Some 2,000 houses were destroyed.\n",
            ["Bohol", "Bohol", "Cebu", "Cebu"],
        ),
        (
            "Gunmen attacked a row of places in Nantes.\n"
            "20:20 GMT: LE TULLEN and LA KOTRA A bar and its neighbour came under fire; around 14 people were killed.\n"
            "20:40 GMT: STADE DE LA RIVE Outside the gates two bombs went off. Four people were killed.\n"
            "21:10 GMT: LA BELLE TULLE Gunfire swept the terrace of this cafe, killing 19 people.\n",
            ["LE TULLEN and LA KOTRA", "STADE DE LA RIVE", "LA BELLE TULLE"],
        ),
        (
            "A storm killed 30 people in Ohio on Sunday, and many of the dead were at a fair near Dayton.\n"
            "Anna Miller The mother of two was at the fair. She saved 14 people.\n"
            "John Crane The teacher drove a bus. He saved 20 children.\n",
            ["Ohio", "Ohio", "Ohio"],
        ),
    ],
)
def test_a_heading_runs_into_its_paragraph(read_and_placed: PlaceFigures, text: str, places: list[str]) -> None:
    """Paragraphs made alike that open with a place and a dash, or with a site's name and a new capital, are there;
    such that open with persons are not."""
    found = [
        f
        for f in read_and_placed(text, "A dark day")
        if f.measure in ("killed", "injured", "buildings_destroyed", "rescued")
    ]
    assert [place_words(f) for f in found] == places
