"""Where a figure is whose own words name no place: its whole's place, its neighbour's, its happening's."""

from __future__ import annotations

import pytest

from .conftest import PlaceFigures, place_of, place_words


def test_a_part_is_where_its_whole_is(placed: PlaceFigures) -> None:
    """ "Half of the evacuated" are of all of them, not of the town that the sentence between names."""
    found = placed(
        "A volcano in Ecuador forced 6,000 people from their homes, the risk agency said. Two people died in Baños. "
        "Half of the displaced are children.",
        None,
    )
    assert place_of(found[-1]).text == "Ecuador"


def test_after_a_new_total_the_place_of_the_newest_dead_is_left(placed: PlaceFigures) -> None:
    """What follows "one drowned in X, bringing the total to 31" is of the disaster, not of X."""
    found = placed(
        "Floods have hit Bangladesh for a week. A fisherman drowned in Khulna, bringing the total death toll to 31. "
        "Another 200 people were hurt.",
        "Bangladesh floods",
    )
    assert [place_of(f).text for f in found[-2:]] == ["Bangladesh", "Bangladesh"]


def test_a_happening_told_just_before_has_the_figure(placed: PlaceFigures) -> None:
    """The dead of a second blast are where the sentence before puts that blast, not where most bombs were."""
    found = placed(
        "Bombs went off in three Pakistani cities on Sunday. A blast in Quetta killed 12 people and a bomb in Quetta's "
        "bazaar wounded 30. Hours later a bomb exploded near a bus stop in Sukkur. Six people died.",
        "Bombs in Pakistan",
    )
    assert place_of(found[-1]).text == "Sukkur"


def test_a_site_told_by_kind_keeps_its_words_and_takes_the_towns_name(placed: PlaceFigures) -> None:
    """ "a dance hall in northern Peru" is the town that the report names for the fire."""
    found = placed(
        "At least 21 people died, nine of them teenagers, in a fire at a dance hall in northern Peru on Saturday. "
        "The fire in Chiclayo broke out at midnight.",
        "Fire in Peru",
    )
    assert place_words(found[0]) == "a dance hall in northern Peru"


def test_the_hospital_that_the_hurt_are_flown_to_is_not_theirplace_of(placed: PlaceFigures) -> None:
    """ "airlifted to the military hospital in the capital, X" does not put the injured in X."""
    found = placed(
        "A boiler exploded at a sugar mill in Kisumu. "
        "Some 14 workers were injured and flown to the military hospital in the capital, Nairobi.",
        None,
    )
    assert place_of(found[-1]).text == "Kisumu"


def test_the_whole_in_front_is_not_where_its_parts_are(placed: PlaceFigures) -> None:
    """ "Of the 90 dead, 50 were in X" puts the 50 in X, not the 90."""
    found = placed(
        "An earthquake shook Nepal. Out of the 90 people known dead so far, 50 were in Gorkha, 38 in Dolakha and two in Rasuwa.",
        "Nepal earthquake",
    )
    assert place_of(found[0]).text == "Nepal"


def test_each_of_a_row_is_beside_its_name(placed: PlaceFigures) -> None:
    """In a row of names and numbers each number has the name before it, also one that no list holds."""
    found = placed(
        "Floods have killed 413 people in India since June. Kerala has reported 180 deaths, Karnataka 96, XKD 75 and "
        "Himachal Pradesh (HPR) 62.",
        None,
    )
    assert [place_words(f) for f in found[-3:]] == ["Karnataka", "XKD", "Himachal Pradesh"]


@pytest.mark.parametrize(
    ("text", "title", "place"),
    [
        (
            "Most of the dead were in the province of Nangarhar, where a dam broke. The provincial governor said that "
            "57 people had been buried.",
            "Floods in Afghanistan",
            "Nangarhar",
        ),
        (
            "A blaze broke out in a shop in Cebu in the Philippines. Four people died in Cebu. "
            "Fires have killed 300 people nationwide, the fire bureau said.",
            None,
            "Philippines",
        ),
        (
            "An explosion at a coal mine in western Georgia trapped workers. The cause of the blast at a mine in the "
            "town of Tkibuli is not known. Officials said that 20 others were hurt.",
            "Blast in Georgian Coal Mine",
            "Tkibuli",
        ),
        (
            "Armed groups have fought over the gold fields of northern Mali for days. At noon the village of Kotarane was "
            "attacked. Five people were killed.",
            None,
            "Kotarane",
        ),
        ("Gunmen opened fire at a market in Sokoto, North-West Nigeria, killing nine traders.", None, "Sokoto"),
        ("A ferry with 200 people on board sank on the White Nile near Kosti, killing 38 of them.", None, "Kosti"),
    ],
)
def test_the_last_figure_is_there(placed: PlaceFigures, text: str, title: str | None, place: str) -> None:
    """Officials of an area, a whole country, a mine's town, an attacked village, a directed country and a shore."""
    assert place in place_of(placed(text, title)[-1]).text


def test_a_happening_called_by_its_place_says_where_it_was(placed: PlaceFigures) -> None:
    """ "Brumadinho dam collapse" puts the dead at that dam, and not in the country that the title names too."""
    found = placed(
        "So far nine people have been found dead in the mud.", "Brumadinho dam collapse: hope fades in Brazil"
    )
    assert "Brumadinho" in place_of(found[0]).name


def test_a_university_is_the_one_that_the_report_names_later(placed: PlaceFigures) -> None:
    """ "a university" takes the name of the only university that the report names."""
    found = placed(
        "Gunmen killed 40 people at a university on Friday. Students of Garissa University fled through the gates."
    )
    assert place_of(found[0]).name == "Garissa University"


def test_a_mine_without_a_name_is_in_the_town_named_later(placed: PlaceFigures) -> None:
    """A site told by kind and country alone is in the town where the report then puts the same happening."""
    found = placed(
        "Rescuers raced to 200 miners trapped in a coal mine in the west of Turkey after an explosion. The shift was "
        "at work in Soma when the blast struck. Another 80 miners were injured.",
        None,
    )
    assert [place_of(f).text for f in found] == ["Soma", "Soma"]


def test_there_is_the_place_named_last(placed: PlaceFigures) -> None:
    """ "Brought down there" points to the place of the sentence before."""
    found = placed("On Mount Everest 18 climbers died in a slide. So far 13 bodies have been brought down there.", None)
    assert place_of(found[-1]).text == "Mount Everest"


def test_where_the_scene_is_the_happening_was(placed: PlaceFigures) -> None:
    """ "At the scene near X" places what the lead told of a whole state."""
    found = placed(
        "A train collision in India's state of Odisha killed 90 people. Reporters at the scene near Balasore saw "
        "carriages on their sides. About 200 people were hurt.",
        "Trains collide in India",
    )
    assert place_of(found[-1]).text == "Balasore"


def test_where_people_flee_to_nobody_was_killed(placed: PlaceFigures) -> None:
    """ "Fled towards districts across X" is where they went; the dead are of the town attacked."""
    found = placed(
        "The situation in Palma is tense. Clashes go on after the attack that killed dozens of people and forced many to "
        "flee towards several districts across Cabo Delgado Province.",
        "Attacks in Palma",
    )
    assert place_of(found[0]).text == "Palma"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("KISUMU, Kenya (AP) - Crews dug in a hotel in this battered lakeside town, where 15 died.", "KISUMU"),
        (
            "Militants stormed Timbuktu. Images that the lab of Yale University read show graves. Yale saw 40 pits. "
            "Some 3,000 people fled from the city to Gao.",
            "Timbuktu",
        ),
        (
            "Shells fell on Maiduguri, the capital of Borno state. Aid came from Kano. About 900 people cannot get out of "
            "the capital and are trapped.",
            "Maiduguri",
        ),
        (
            "Landslides in the Mbale district of Uganda killed 30. Kampala sent help. Later 41 people were dead, said the "
            "spokesman of the country's prime minister.",
            "Mbale district",
        ),
        (
            "In Odisha, 300 people are in camps in Balasore district, while in the state as a whole 900 are staying in camps.",
            "Odisha",
        ),
        (
            "Attacks on offices killed dozens in Kenya. In Kisumu a hall burned. Radio, citing the city commandant's office, "
            "said that 35 officers had been hurt.",
            "Kisumu",
        ),
    ],
)
def test_words_that_point_back_find_the_place_that_they_mean(placed: PlaceFigures, text: str, place: str) -> None:
    """A town of the dateline, the town beside a body's name and a capital are pointed to; an office points to none."""
    assert place_of(placed(text)[-1]).name == place
