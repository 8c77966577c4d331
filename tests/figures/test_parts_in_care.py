"""Parts of the hurt who are still cared for, rows beside each other, and counts that belong to a whole in front."""

from __future__ import annotations

import pytest

from .conftest import ReadFigures


def _parts(text: str, figures_of: ReadFigures) -> list[tuple[str, float | None, float | None]]:
    figures = figures_of(text)
    values = {f.id: f.value for f in figures}
    return [(f.measure, f.value, values.get(f.part_of or "")) for f in figures]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The police said 113 officers were injured in recent days, and four are still in hospital.",
            [("injured", 113, None), ("injured", 4, 113)],
        ),
        (
            "The blast wounded 40 people. Twelve remain hospitalised.",
            [("injured", 40, None), ("injured", 12, 40)],
        ),
        (
            "At least 51 people were treated in Arba and discharged. Three people are still in hospital in Bono.",
            [("injured", 51, None), ("injured", 3, None)],
        ),
        (
            "The blast wounded 40 people. Another 12 people arrived at the clinic with burns.",
            [("injured", 40, None), ("injured", 12, None)],
        ),
    ],
)
def test_those_still_in_care_are_some_of_the_hurt(
    text: str, parts: list[tuple[str, float | None, float | None]], figures_of: ReadFigures
) -> None:
    """Whoever is still in hospital is one of the hurt just told, unless these have left or others are meant."""
    assert _parts(text, figures_of) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Six died at the trauma centre, three at Civil Hospital and three at Arba Hospital. A doctor said four more "
            "marchers had died.",
            [("killed", 6, None), ("killed", 3, None), ("killed", 3, None), ("killed", 4, None)],
        ),
        (
            "The dead number 40: 20 in Arba and another 20 in Bono.",
            [("killed", 40, None), ("killed", 20, 40), ("killed", 20, 40)],
        ),
        (
            "Fifteen new deaths were recorded, including four children, bringing the total number of deaths to 101.",
            [("killed", 15, 101), ("killed", 4, 15), ("killed", 101, None)],
        ),
        (
            "Some 285 people were affected, of whom 133 died.",
            [("affected", 285, None), ("killed", 133, 285)],
        ),
        (
            "Of 184 victims taken to the clinic, 47 had gunshot wounds and 87 were admitted to the ward.",
            [("injured", 184, None), ("injured", 47, 184), ("injured", 87, 184)],
        ),
        (
            "Twelve villagers, one of them a 15-year-old girl, have been killed.",
            [("killed", 12, None), ("killed", 1, 12)],
        ),
        (
            "The toll has reached 1,000. Of these, 336 of the victims were fighters and 298 were farmers.",
            [("killed", 1000, None), ("killed", 336, 1000), ("killed", 298, 1000)],
        ),
        (
            "Police say 16 people were killed, including one of the gunmen, and at least 40 others were hurt.",
            [("killed", 16, None), ("killed", 1, 16), ("injured", 40, None)],
        ),
        (
            "The storm destroyed 80 homes in the town, where 10 of the 20 people killed were children.",
            [("buildings_destroyed", 80, None), ("killed", 10, 20), ("killed", 20, None)],
        ),
        (
            "The coroner said five of the deaths were linked to the fire, while 11 were attributed to the smoke. The fire "
            "had 16 dead.",
            [("killed", 5, 16), ("killed", 11, 16), ("killed", 16, None)],
        ),
    ],
)
def test_who_stands_beside_whom_and_who_is_part_of_whom(
    text: str, parts: list[tuple[str, float | None, float | None]], figures_of: ReadFigures
) -> None:
    """Members of one row at several houses stand beside each other; those of a count told in front are its parts."""
    assert _parts(text, figures_of) == parts


def test_rows_add_up_to_the_count_that_they_break_down(figures_of: ReadFigures) -> None:
    """Announced rows are parts of the count that they come out at, though a larger one was told first."""
    text = (
        "Officials confirmed 62 deaths. Seven of these deaths are being examined.\n\n"
        "The deaths under study are in these towns:\n\n• Arba: 1\n\n• Bono: 2\n\n• Calla: 4"
    )
    assert _parts(text, figures_of)[-3:] == [("killed", 1, 7), ("killed", 2, 7), ("killed", 4, 7)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The blast killed three of the 12 officers.", [("killed", 3, None)]),
        ("Four of the city's 12 clinics were destroyed.", [("buildings_destroyed", 4, None)]),
        ("There were no deaths among the 300 evacuees.", [("killed", 0, None), ("evacuated", 300, None)]),
        ("The floods caused 12 deaths among refugees.", [("killed", 12, None)]),
        (
            "Five people, including a nine-year-old child, lost their lives.",
            [("killed", 5, None), ("killed", 1, 5)],
        ),
        (
            "About 200 people were hurt, with 41 sustaining severe injuries.",
            [("injured", 200, None), ("injured", 41, 200)],
        ),
        ("Heat killed 40 percent of the reef's corals.", []),
        ("The army launched 476 strike and decoy drones.", [("other:munitions", 476, None)]),
    ],
)
def test_what_is_told_of_some_is_not_told_of_all(
    text: str, parts: list[tuple[str, float | None, float | None]], figures_of: ReadFigures
) -> None:
    """The deed is done to the part that the number before "of" tells, and not to the whole; shares of things are none."""
    assert _parts(text, figures_of) == parts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The inferno forced out 3,000 people.", [("displaced", 3000)]),
        ("The board forced out 12 directors.", []),
        ("The two armies exchanged 390 prisoners on Friday.", [("other:released", 390)]),
        ("About 2,000 runners found shelter in tents at the finish.", []),
        ("The siege left about 3,000 people without medical care.", [("affected", 3000)]),
        ("Nine of the victims were buried by a landslide.", [("killed", 9)]),
    ],
)
def test_people_driven_out_swapped_or_left_in_want(
    text: str, told: list[tuple[str, float | None]], figures_of: ReadFigures
) -> None:
    """People forced out are displaced, those exchanged released, those left without care affected."""
    assert [(f.measure, f.value) for f in figures_of(text)] == told
