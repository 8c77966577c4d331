"""What a number is told to be by words that stand further off: awaited deeds, lists, states and clauses of a group."""

from __future__ import annotations

import pytest

from .conftest import ReadFigures


def _told(text: str, figures_of: ReadFigures) -> list[tuple[str, float | None]]:
    return [(f.measure, f.value) for f in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("About 300 families have yet to be rescued.", [("trapped", 300)]),
        ("There are 150 herders waiting to be rescued.", [("trapped", 150)]),
        ("Up to 700 people need to be rescued, the mayor said.", [("trapped", 700)]),
        ("Another 800 people had to be rescued from rooftops.", [("rescued", 800)]),
        ("More than 60 victims were waiting to be buried.", []),
        ("Some 300 villagers awaited rescue on islands in the river.", [("trapped", 300)]),
    ],
)
def test_those_who_wait_to_be_rescued_are_trapped(
    text: str, told: list[tuple[str, float | None]], figures_of: ReadFigures
) -> None:
    """Nobody is rescued, and nobody is dead, of whom it is said that it has yet to be done."""
    assert _told(text, figures_of) == told


def test_a_move_that_has_to_be_made_is_planned(figures_of: ReadFigures) -> None:
    """People who must be evacuated have not been, and those who had to be have."""
    first, second = figures_of("Some 4,000 villagers must be evacuated, and 120 people had to be evacuated overnight.")
    assert (first.realis, second.realis) == ("planned", "happened")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The dead number 40 in Arba, 19 in Bono and 11 in Calla.", [("killed", 40), ("killed", 19), ("killed", 11)]),
        ("The injured, according to the ministry, number 6,290.", [("injured", 6290)]),
        ("Eight people were killed, and 1500 were wounded.", [("killed", 8), ("injured", 1500)]),
        ("In 1987 were built the first dams.", []),
        ("(74) people were killed on Monday.", [("killed", 74)]),
        ("The fund is only 31 per cent covered, and 12 people died.", [("killed", 12)]),
        ("There is no exact number of people trapped.", []),
    ],
)
def test_a_number_beside_a_state_or_in_brackets_is_a_count(
    text: str, told: list[tuple[str, float | None]], figures_of: ReadFigures
) -> None:
    """A number of a state is a count, and one of money or a year is none."""
    assert _told(text, figures_of) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Some 112 houses were damaged: destroyed (62), partially destroyed (34) or flooded (16).",
            [
                ("buildings_damaged", 112),
                ("buildings_destroyed", 62),
                ("buildings_damaged", 34),
                ("buildings_damaged", 16),
            ],
        ),
        ("The ministry counts its losses: killed (12), wounded (30).", [("killed", 12), ("injured", 30)]),
        (
            "Infrastructure: damage to 398 schools, 14 clinics and 16 office buildings.",
            [("buildings_damaged", 398), ("buildings_damaged", 14), ("buildings_damaged", 16)],
        ),
        ("The council runs 30 schools, 12 clinics.", []),
        (
            "70 people died in Arba, where the quake was centred, 20 in Bono and 18 in Calla.",
            [("killed", 70), ("killed", 20), ("killed", 18)],
        ),
        (
            "Nine soldiers, 35 guards and 164 villagers were killed.",
            [("killed", 9), ("killed", 35), ("killed", 164)],
        ),
    ],
)
def test_members_of_a_list_are_what_the_list_is_told_to_be(
    text: str, told: list[tuple[str, float | None]], figures_of: ReadFigures
) -> None:
    """Each member has the measure of its own word, else that of the list."""
    assert _told(text, figures_of) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The storm destroyed or damaged 40 schools.", [("buildings_damaged", 40)]),
        ("The blaze burned down 40 schools.", [("buildings_destroyed", 40)]),
        ("Some 24 homes had fallen or were heavily damaged.", [("buildings_damaged", 24)]),
        ("At least 15,000 people were displaced or otherwise affected.", [("affected", 15000)]),
    ],
)
def test_one_or_the_other_is_what_holds_of_both(
    text: str, told: list[tuple[str, float | None]], figures_of: ReadFigures
) -> None:
    """Of things that were destroyed or damaged it is only known that they were damaged."""
    assert _told(text, figures_of) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The raid killed 12 people. The number of Ruritanians who have left their country has passed 20,000.",
            [("killed", 12), ("displaced", 20000)],
        ),
        (
            "The raid killed 12 people. The number of visitors who bought a ticket has passed 20,000.",
            [("killed", 12)],
        ),
    ],
)
def test_the_number_of_a_group_is_told_by_the_group_s_own_clause(
    text: str, told: list[tuple[str, float | None]], figures_of: ReadFigures
) -> None:
    """A number of people with a clause of their own goes on no toll that was told before."""
    assert _told(text, figures_of) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("At least 28 ethnic Arbans were executed.", [("killed", 28)]),
        ("At least 87 civilians were put in a mass grave.", [("killed", 87)]),
        ("Another 56 people were buried on Friday.", [("killed", 56)]),
        ("Several thousand fighters attacked the town.", [("troops", None)]),
        ("Two soldiers attacked the mayor.", []),
        ("The fighting left two residents of villages near the border dead.", [("killed", 2)]),
        ("The army has liberated 183 previously occupied settlements.", [("settlements_captured", 183)]),
        ("About 12,000 people live in Zanbar camp.", [("displaced", 12000)]),
        ("Some 1,200 soldiers live in Zanbar camp.", []),
    ],
)
def test_who_is_meant_is_found_by_class_and_clause(
    text: str, told: list[tuple[str, float | None]], figures_of: ReadFigures
) -> None:
    """What was done to people is read where their noun is a name or their state stands far off."""
    assert _told(text, figures_of) == told


def test_bodies_are_not_added_to_somebody_of_another_noun(figures_of: ReadFigures) -> None:
    """Whoever was laid beside other bodies makes no sum with them."""
    figures = figures_of("He buried his father, who was shot dead, together with 107 other bodies.")
    assert all(f.value != 108 for f in figures)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("More than 200 people were left dead and over 5,000 injured.", [("killed", 200), ("injured", 5000)]),
        ("Another 120 schools, attended by 50,000 children, were damaged.", [("buildings_damaged", 120)]),
        (
            "The blast killed 12 people. The number of damaged public schools has reached 178.",
            [("killed", 12), ("buildings_damaged", 178)],
        ),
        (
            "The blast injured 12 people. Of 300 families that were contacted, over 60 per cent said they needed help.",
            [("injured", 12)],
        ),
        (
            "The blast injured 12 people. Aid is on its way, including 35,000 masks and 1,700 blankets.",
            [("injured", 12)],
        ),
        ("The deaths have reached one hundred, and 130 people are missing.", [("killed", 100), ("missing", 130)]),
        ("At least 45 homes and 34 cars were set on fire.", [("buildings_damaged", 45), ("other:vehicles", 34)]),
        ("Missing are 127 people, and another 806 are injured.", [("missing", 127), ("injured", 806)]),
        ("Militants took about 800 people hostage at a theatre.", [("abducted", 800)]),
        (
            "Another 79 were injured, including 16 children, and 39 people, 6 of them children, were rescued.",
            [("injured", 79), ("injured", 16), ("rescued", 39), ("rescued", 6)],
        ),
        (
            "Some 132 houses were completely damaged and 40 slightly damaged.",
            [("buildings_destroyed", 132), ("buildings_damaged", 40)],
        ),
        ("Of 184 patients, 47 had burns.", [("injured", 47)]),
        ("Another 25 people are still in hospitals.", [("injured", 25)]),
    ],
)
def test_what_is_told_of_others_is_not_told_of_these(
    text: str, told: list[tuple[str, float | None]], figures_of: ReadFigures
) -> None:
    """A count has the measure of its own clause and class, never that of things or people beside it."""
    assert _told(text, figures_of) == told


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Some 53,000 people fled in the weeks between March 8 and 27.", [53000]),
        ("At least 127 people were killed between December 6 and 8 in the north.", [127]),
        ("Two children died. The word stands under numbers 122, 123 and 124.", [2]),
        ("The toll rose to 12. It is well above that one.", [12]),
        ("The number of dead is up by more than 50 percent on the quarter before.", []),
        ("The toll was up to 90 by Monday.", [90]),
        ("He went over the 12 deaths one by one.", [12]),
        ("They hid behind one another when 12 people were shot dead.", [12]),
        ("The quake killed 12 people. The plan leaves a gap of US$69.3 million (74 per cent).", [12]),
        ("Some 160 people felt the shaking (MMI 6+) and 12 died.", [12]),
        ("By the flash update # 3 an estimated 12,110 people were affected.", [12110]),
    ],
)
def test_days_names_pronouns_and_changes_count_nobody(text: str, values: list[float], figures_of: ReadFigures) -> None:
    """The last day of a stretch, a row of names, "that one" and a change in percent are no figures."""
    assert [f.value for f in figures_of(text)] == values
