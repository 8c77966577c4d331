"""The words of a figure's place: the site, the area around it, what a list or a bracket names."""

from __future__ import annotations

import pytest

from .conftest import PlaceFigures, place_of, place_words


def test_an_events_place_has_the_site_that_the_lead_tells(placed: PlaceFigures) -> None:
    """A later figure is at the site of the lead, in the lead's words."""
    found = placed(
        "A rocket hit a market in Mykolaiv, killing three people. Rescuers said that 14 others were wounded.",
        None,
    )
    assert (place_of(found[1]).name, place_words(found[1])) == ("Mykolaiv", "a market in Mykolaiv")


def test_an_events_place_has_the_area_that_it_lies_in(placed: PlaceFigures) -> None:
    """Of "a quake in X, Y" the place is X and its words say Y too."""
    found = placed(
        "The agency supports families struck by the earthquake in Sucre, Chuquisaca. By Monday 31 people had died.",
        None,
    )
    assert (place_of(found[0]).name, place_words(found[0])) == ("Sucre", "Sucre, Chuquisaca")


def test_an_area_that_only_holds_the_town_is_not_the_area_of_the_count(placed: PlaceFigures) -> None:
    """A quake in "X, Y" counts in X, though quakes are spread over areas."""
    found = placed(
        "After the earthquake that hit Sucre, Chuquisaca, 11 people have not been found.\n\nThe number of the dead "
        "stands at 29.",
        "The earthquake in Sucre",
    )
    assert place_of(found[-1]).name == "Sucre"


def test_a_count_in_brackets_is_at_the_name_before_them(placed: PlaceFigures) -> None:
    """Each bracket of a list counts at its own name, known or not; the total before the list is at none of them."""
    found = placed(
        "Police arrested 40 people in Ecuador, among them in Quito (21), Otavalcu (3) and Cuenca (16).", None
    )
    assert [place_of(f).text for f in found[1:]] == ["Quito", "Otavalcu", "Cuenca"]
    assert place_of(found[0]).text == "Ecuador"


def test_the_ages_of_victims_name_no_places(placed: PlaceFigures) -> None:
    """A number in brackets behind a person is at the place of the sentence."""
    found = placed("Two people were killed in Quito: Juan Paz (two children) and Ana Rey (one child).", None)
    assert {place_of(f).text for f in found} == {"Quito"}


def test_rows_are_at_the_names_that_head_them(placed: PlaceFigures) -> None:
    """Where one row is headed by a known place, the others are at the names that head them."""
    found = placed(
        "The floods killed dozens in Bolivia. Deaths by town:\n- Sucre: 12\n- Yamparaez Viejo: 6\n- Potosí: 4", None
    )
    assert [place_of(f).text for f in found[-3:]] == ["Sucre", "Yamparaez Viejo", "Potosí"]


def test_rows_of_people_are_at_no_names(placed: PlaceFigures) -> None:
    """Rows headed by kinds of people are where the report's event was."""
    found = placed("The floods killed dozens in Bolivia. Deaths by age:\n- Children: 12\n- Women: 6\n- Men: 4", None)
    assert {place_of(f).text for f in found} == {"Bolivia"}


def test_an_attack_on_the_city_points_back_to_it(placed: PlaceFigures) -> None:
    """ "The attack on the city" is at the city named before, in these words."""
    found = placed(
        "Shells fell on Kharkiv and Poltava for hours. Officials in Poltava spoke of calm. The attack on the city killed "
        "41 people.",
        None,
    )
    assert (place_of(found[0]).name, place_words(found[0])) == ("Poltava", "the city")


def test_the_city_is_not_where_the_report_was_filed(placed: PlaceFigures) -> None:
    """ "The city" is the town that the sentence's speakers are of before the dateline's."""
    found = placed(
        "ERBIL - Health sources in Karbala said that the morgue of the city had taken in 20 bodies. Protests went on "
        "in many other towns of the country on Monday night.",
        None,
    )
    assert place_of(found[0]).name == "Karbala"


def test_people_in_hospitals_are_there_in_the_events_town(placed: PlaceFigures) -> None:
    """ "In hospitals" are a place's words; its name is the town of the event."""
    found = placed("A bomb went off in Quetta on Friday. In hospitals there are 28 injured.", None)
    assert (place_of(found[0]).name, place_words(found[0])) == ("Quetta", "hospitals")


def test_another_count_at_the_same_place_is_where_the_one_before_was(placed: PlaceFigures) -> None:
    """ "At the same spot" takes up the place of the figure before."""
    found = placed(
        "Battles went on in Port Sudan. Soldiers buried 37 bodies in Kassala on Monday. A day later another 50 bodies "
        "were buried at the same spot.",
        None,
    )
    assert place_of(found[-1]).name == "Kassala"


def test_a_deed_told_behind_a_land_says_where_in_it(placed: PlaceFigures) -> None:
    """ "In X when ...", "in X in a crash near Y" are where the deed was."""
    found = placed("At least 18 people were killed in Peru in a bus crash in Arequipa.", None)
    assert place_of(found[0]).name == "Arequipa"
    apart = placed("At least 18 people were killed in Peru in protests, three of them in Arequipa.", None)
    assert place_of(apart[0]).name == "Peru"


def test_a_land_that_attacks_is_no_place(placed: PlaceFigures) -> None:
    """Of "X's attack on a house in Y" the dead are in Y; X's quake is in X."""
    found = placed("Twelve people were killed in Eritrea's attack of 14 January on a house in Mekelle.", None)
    assert place_of(found[0]).name == "Mekelle"
    assert place_of(placed("Chile's earthquake killed 30 people.", None)[0]).name == "Chile"


def test_what_a_land_owns_is_where_it_stands(placed: PlaceFigures) -> None:
    """ "X's ministry in Y" is in Y."""
    found = placed("Two car bombs exploded at Yemen's oil ministry in Aden on Saturday.", None)
    assert place_of(found[0]).name == "Aden"


def test_a_town_of_no_list_is_where_its_streets_are(placed: PlaceFigures) -> None:
    """ "The streets of X after the attack" name the town that the lead only told by kind."""
    found = placed(
        "An attack on a small town in central Haiti killed at least 70 people, the office said.\n\nBodies lay on the "
        "streets of Pont-Marzelle after Thursday's attack.\n\nThe dead included 10 women.",
        None,
    )
    assert place_of(found[-1]).name == "Pont-Marzelle"


def test_happenings_called_by_their_town_are_there(placed: PlaceFigures) -> None:
    """ "The X explosions" were in X, whatever land the headline opens with."""
    found = placed("The Valparaiso explosions shook the coast. At least 15 schools were damaged.", "Chile: the blasts")
    assert place_of(found[0]).name == "Valparaiso"


def test_the_part_that_a_town_owns_belongs_to_its_words(placed: PlaceFigures) -> None:
    """ "A mosque in X's Y area" is told with the area."""
    found = placed("An explosion ripped through a mosque in Peshawar's Old Gate area, killing 59 people.", None)
    assert "Old Gate area" in place_words(found[0])


def test_a_facility_stands_in_the_larger_one(placed: PlaceFigures) -> None:
    """ "A mosque inside the X barracks" is told with both."""
    text = "The toll of the attack at a mosque inside the Peshawar police headquarters climbed to 83 on Friday."
    found = placed(text, None)
    assert place_words(found[0]) == "a mosque inside the Peshawar police headquarters"


def test_where_all_happened_in_one_town_its_counts_are_there(placed: PlaceFigures) -> None:
    """In a report of protests whose happenings are all in one town a count is there, one of all weeks in the land."""
    text = (
        "Police opened fire on a crowd in Kisumu on Monday.\n\nThe attack in Kisumu came at dawn. The Kisumu shooting was "
        "condemned by lawyers.\n\nA rights group said that 14 had been killed.\n\nThe group counts 250 dead since the "
        "protests began in June."
    )
    found = placed(text, "Kenya protests: police fire on crowd in Kisumu")
    assert [place_of(f).name for f in found] == ["Kisumu", "Kenya"]


def test_items_of_a_list_do_not_go_on_with_one_anothers_place(placed: PlaceFigures) -> None:
    """A count in a bullet of its own is at the report's event, not where the bullet before was."""
    found = placed(
        "The bombings in Sri Lanka killed hundreds.\n\n• Six blasts in Negombo killed 101 people\n• 290 dead in all\n",
        "Sri Lanka bombings",
    )
    assert place_of(found[-1]).name == "Sri Lanka"


def test_a_quarter_on_the_outskirts_of_the_town_is_where_it_happened(placed: PlaceFigures) -> None:
    """The one quarter that the report puts its blast into, told after the count, is the count's place."""
    found = placed(
        "A bomber hit a bus convoy outside Kunduz on Saturday. Police put the death toll at 24.\n\nThe blast hit buses "
        "in the Chardara area on the edge of Kunduz.",
        None,
    )
    assert place_of(found[0]).name == "Chardara area"


def test_nationwide_without_a_land_is_in_no_town(placed: PlaceFigures) -> None:
    """A count of a land that nobody names is not put into the town before."""
    found = placed("In Nampula three protesters were killed. Nationwide 110 people have been killed.", None)
    assert found[-1].place is None


def test_a_town_told_in_an_apposition_is_finer_than_its_state(placed: PlaceFigures) -> None:
    """ "A market in X, a town in Y's Z state" is in X."""
    found = placed(
        "Gunmen attacked a market in Zurmi, a town in Nigeria's Zamfara state, on Saturday and killed at least 18 traders.",
        None,
    )
    assert place_of(found[0]).name == "Zurmi"


def test_another_figures_town_that_opens_with_in_is_not_the_first_figures(placed: PlaceFigures) -> None:
    """ "In X nine died, and in Y alone 120 are treated": the nine are in X."""
    found = placed("In Copperbelt province nine people have died, and in Kitwe alone 120 were wounded.", None)
    assert "Copperbelt" in place_of(found[0]).name


def test_a_separate_attack_is_not_where_the_first_was(placed: PlaceFigures) -> None:
    """A town of "a separate attack" takes no counts of the report's own."""
    found = placed(
        "Militants stormed a checkpoint in the Mastung district of Balochistan overnight. Twelve attackers were killed "
        "when the army struck back.\n\nIn a separate attack a roadside bomb killed two policemen in Bannu.",
        None,
    )
    assert "Mastung" in place_of(found[0]).name


def test_the_land_of_those_who_fled_is_the_country(placed: PlaceFigures) -> None:
    """ "Across the country" is the report's land, not the one that people fled to."""
    found = placed(
        "Fighting in South Sudan has driven 50,000 people from Nasir. Many fled to Ethiopia. Across the country, 2.2 "
        "million people are displaced.",
        None,
    )
    assert place_of(found[-1]).name == "South Sudan"


def test_people_sheltering_where_they_fled_are_there(placed: PlaceFigures) -> None:
    """ "Fled to X, where 6,400 shelter in a former school" is in X."""
    found = placed("Fighting hit Nasir. Others fled to Malakal, where 6,400 are sheltering in a former school.", None)
    assert place_of(found[0]).name == "Malakal"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "At least 17 people were killed on Monday in Juliaca in the southern region of Puno.",
            "Juliaca in the southern region of Puno",
        ),
        (
            "The quake which hit Al Haouz province in central Morocco killed 2,681 people.",
            "Al Haouz province in central Morocco",
        ),
        ("Attacks in Niger's Kotrabery and Tahoua regions killed 60 soldiers.", "Kotrabery and Tahoua regions"),
        (
            "In Sindh, Khyber Pakhtunkhwa (KP) and Balochistan 637,000 people live in relief camps.",
            "Sindh, Khyber Pakhtunkhwa (KP) and Balochistan",
        ),
        (
            "A missile hit an apartment block in Dnipro city, killing at least 29 people.",
            "an apartment block in Dnipro city",
        ),
    ],
)
def test_a_places_words_hold_what_it_lies_in_and_what_stands_beside_it(
    placed: PlaceFigures, text: str, words: str
) -> None:
    """The wider area behind "in", names that share a plural noun and names parted by initials belong to the words."""
    assert place_words(placed(text, None)[0]) == words


def test_towns_of_one_dateline_are_no_places_of_harm(placed: PlaceFigures) -> None:
    """Of "QUETTA/PESHAWAR/MULTAN:" no town has the dead of a whole country."""
    found = placed(
        "QUETTA/PESHAWAR/MULTAN: Rain and floods took another 36 lives in 24 hours across the provinces of Pakistan, "
        "officials said late on Tuesday.",
        "Floods in Pakistan",
    )
    assert place_of(found[0]).name not in ("Multan", "MULTAN", "PESHAWAR", "QUETTA")
