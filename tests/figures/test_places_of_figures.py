"""Where a figure is: where it happened, not where the speaker is, nor where people come from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.adapters.spacy_parser import SpacyParser
from rashomon.extraction import extract_claims
from rashomon.knowledge.library import Library
from rashomon.model.claim import Figure
from rashomon.model.report import Report

ReadFigures = Callable[[str], tuple[Figure, ...]]


@pytest.fixture
def placed(parser: SpacyParser, library: Library) -> ReadFigures:
    """The figures of a text with all that a whole extraction knows of its places."""
    return lambda text: extract_claims(Report(id="rpt-1", text=text), parser, library).value.figures


def _place(figure: Figure) -> str:
    assert figure.place is not None
    return (figure.place.phrase or figure.place).text


def test_an_unnamed_facility_carries_its_town(placed: ReadFigures) -> None:
    """A market in a town is placed in that town, whatever adjective stands between."""
    found = placed("A bomb exploded at a market in the Nigerian city of Maiduguri, killing 13 people.")
    assert found[0].place is not None
    assert found[0].place.town == "Maiduguri"


def test_a_direction_belongs_to_the_phrase(placed: ReadFigures) -> None:
    """The side of a town is part of the place's words."""
    found = placed("At least 25 civilians were killed in strikes across the rebel-held east of Aleppo.")
    assert _place(found[0]) == "the rebel-held east of Aleppo"


def test_an_unnamed_town_is_the_one_that_the_report_names_for_its_event(placed: ReadFigures) -> None:
    """ "a town in northern X" keeps its words and takes the name that the report gives the blast's place later."""
    found = placed(
        "A car bomb killed 19 people in a mostly Kurdish town in northern Syria on Monday, doctors said. "
        "The explosion hit a crowd in Qamishli, near the Turkish border."
    )
    assert found[0].place is not None
    assert found[0].place.text == "Qamishli"
    assert _place(found[0]).startswith("a mostly Kurdish town")


def test_places_side_by_side_are_one_phrase(placed: ReadFigures) -> None:
    """A figure of "X and Y" keeps both names in its place's words."""
    found = placed("At least 31 people were killed in rocket attacks on Aleppo and Homs on Tuesday.")
    assert _place(found[0]) == "Aleppo and Homs"


def test_other_cities_belong_to_the_words_of_a_place(placed: ReadFigures) -> None:
    """Places without names that "and" ties to one are told with it; people beside a place are not."""
    assert (
        _place(placed("Floods killed 30 in Lahore and several other cities.")[0]) == "Lahore and several other cities"
    )
    assert _place(placed("Nine were killed in Lahore and other officials were hurt.")[0]) == "Lahore"


def test_the_inner_of_two_places_is_the_figures(placed: ReadFigures) -> None:
    """Of "X district, Y state" a figure takes X."""
    found = placed("A train left the rails in the Jalpaiguri district, West Bengal state, killing three people.")
    assert _place(found[0]).startswith("the Jalpaiguri district")


def test_a_parts_place_is_not_the_wholes(placed: ReadFigures) -> None:
    """ "273, including 137 in Puebla" does not put the 273 in Puebla."""
    found = placed("The death toll from the quake in Mexico has risen to 273, including 137 in Puebla.")
    assert [_place(f) for f in found] == ["Mexico", "Puebla"]


def test_each_of_a_row_takes_its_own_place(placed: ReadFigures) -> None:
    """In a row of numbers with places each number has the place behind it, the last one too."""
    found = placed("At least 168 were arrested in Gazipur, 75 in Rangpur and 60 in Barisal, officials said.")
    assert [_place(f) for f in found] == ["Gazipur", "Rangpur", "Barisal"]


def test_an_attacked_name_that_no_list_holds_is_a_place(placed: ReadFigures) -> None:
    """ "attacked X in Y district" makes X the place, whether the gazetteer has it or not."""
    found = placed("Gunmen attacked Goran Tulle in the Maradun area of Zamfara State, killing four people.")
    assert found[0].place is not None
    assert found[0].place.name == "Goran Tulle"


def test_a_place_at_the_head_of_a_sentence_holds_for_all_of_it(placed: ReadFigures) -> None:
    """ "In X, the police said that ..." puts what is told in X."""
    found = placed(
        "In Mykolaiv, the emergency service reported that a house was hit by a drone, with five people injured."
    )
    assert _place(found[0]) == "Mykolaiv"


def test_what_a_hospital_received_is_there(placed: ReadFigures) -> None:
    """A hospital that speaks of the bodies it received places them."""
    found = placed("A doctor at the Kunduz Provincial Hospital said the facility had received the bodies of 35 people.")
    assert _place(found[0]) == "the Kunduz Provincial Hospital"


def test_an_officials_area_is_the_site_that_the_report_names(placed: ReadFigures) -> None:
    """Where a report counts at several sites, the head of one of them speaks of that one."""
    found = placed(
        "Two people were killed in the Sumy region and three in the Odesa region. "
        "Later the Odesa regional head, a former mayor, stated that seven people were injured."
    )
    assert _place(found[-1]) == "the Odesa region"


def test_a_factory_fire_is_no_factory(placed: ReadFigures) -> None:
    """A facility that only says what kind of fire it was is not where people were killed."""
    found = placed("At least 16 people were killed in a factory fire in Karachi.")
    assert _place(found[0]) == "Karachi"


def test_the_subject_of_the_record_has_the_figure(placed: ReadFigures) -> None:
    """ "X province, where Y lies, recorded 40 deaths" counts in X."""
    found = placed("Bagmati Province, where Kathmandu lies, recorded 40 deaths, the police said.")
    assert _place(found[0]) == "Bagmati Province"


def test_a_figure_told_with_several_sites_is_of_the_area_around_them(placed: ReadFigures) -> None:
    """A whole divided by a dash into the dead of two towns is at neither, nor is what is told after them."""
    found = placed(
        "A strong earthquake struck Sumatra on Friday. "
        "At least 50 people were killed by the quake - 40 in Padang and 10 in Pariaman - while 3 remain missing."
    )
    assert [_place(f) for f in found[1:3]] == ["Padang", "Pariaman"]
    assert _place(found[0]) == "Sumatra"


def test_a_place_told_by_kind_alone_keeps_its_words_and_takes_the_name_beside_it(placed: ReadFigures) -> None:
    """ "In X, three students died at a training camp" is in X, and its words are the camp."""
    found = placed("In Makwanpur, three students were killed by a landslide at a training camp.")
    assert found[0].place is not None
    assert found[0].place.text == "Makwanpur"
    assert _place(found[0]) == "a training camp"


def test_a_report_of_many_sites_counts_over_its_area(placed: ReadFigures) -> None:
    """A total without a place of its own is the lead's country where three towns have their own figures."""
    found = placed(
        "Landslides across Nepal have killed dozens of people. Police said 11 died in Kavre. Four died in Jhapa. "
        "Three died in Dhading. Power lines were cut for hours. The army said on Sunday that soldiers rescued 900 people."
    )
    assert found[-1].place is not None
    assert found[-1].place.text == "Nepal"


def test_an_unlisted_name_beside_a_place_belongs_to_it(placed: ReadFigures) -> None:
    """Of "X and Y" the second, which no list holds, is part of the place's words."""
    found = placed("Gunmen killed 96 people in an attack on farms in Maradun and Barakotri in Zamfara State.")
    assert _place(found[0]) == "Maradun and Barakotri in Zamfara State"


def test_a_part_that_an_area_owns_is_a_place(placed: ReadFigures) -> None:
    """ "a church in Rwanda's Nyakotri district" is in that district, listed or not."""
    found = placed("Twelve people were killed by lightning at a church in Rwanda's Nyakotri district.")
    assert found[0].place is not None
    assert found[0].place.name == "Nyakotri"


def test_a_facility_lies_in_the_village_behind_it(placed: ReadFigures) -> None:
    """ "a Catholic church in the village of X" keeps its words and is in X."""
    found = placed("At least 15 worshippers were killed in an attack on a Catholic church in the village of Kotrikane.")
    assert found[0].place is not None
    assert found[0].place.name == "Catholic church in Kotrikane"
    assert _place(found[0]) == "a Catholic church in the village of Kotrikane"


def test_the_inner_of_a_chain_of_areas_is_meant(placed: ReadFigures) -> None:
    """ "the town of X in Mexico's southern state of Y" is X."""
    found = placed(
        "A bus fell into a ravine near Chilpancingo in Mexico's southern state of Guerrero, killing 14 people."
    )
    assert found[0].place is not None
    assert found[0].place.text == "Chilpancingo"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "MANILA, Philippines - The death toll from the typhoon in the Philippines has passed 400. "
            "Reported deaths had reached 405, the disaster agency said.",
            "the Philippines",
        ),
        (
            "In Geneva, Switzerland, a spokesman said that 3,300 people had fled after gunmen raided Dori in Burkina Faso.",
            "Dori",
        ),
        (
            "The toll of the violence between the Kuki and Meitei communities in Manipur rose to 62 on Monday.",
            "Manipur",
        ),
        (
            "Protests across Kazakhstan turned violent. Cars burned in Almaty, where 12 officers died in clashes. "
            "Later the ministry counted its cells. About 5,800 people have been detained, the ministry said.",
            "Kazakhstan",
        ),
        (
            "A collision of two trains in Tempe, located on the outskirts of Larissa, has left 32 people dead.",
            "Tempe",
        ),
    ],
)
def test_the_last_figure_is_where_it_happened(placed: ReadFigures, text: str, place: str) -> None:
    """Datelines, seats of speakers and names of peoples are not where a total is of."""
    assert place in _place(placed(text)[-1])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Shells killed 9 people in the rebel-held part of Aleppo.", "the rebel-held part of Aleppo"),
        ("Some 90 houses were flooded on the west bank of the Dnipro River in Kherson Oblast.",
         "the west bank of the Dnipro River in Kherson Oblast"),
        ("More than 200 rescue workers were sent from Leon to Mexico City.", "Mexico City"),
    ],
)  # fmt: skip
def test_a_portion_a_bank_and_a_goal_are_the_places_of_their_figures(
    placed: ReadFigures, text: str, words: str
) -> None:
    """The part of a place belongs to its words, a river lies in its province, and rescuers are where they are sent."""
    assert _place(placed(text)[0]) == words


def test_the_items_of_a_list_have_their_own_places(placed: ReadFigures) -> None:
    """Each number of an item is at the place that heads it, or that closes it behind "and"."""
    found = placed("Islamabad has had only one death, Punjab 22 deaths and 5 injuries.")
    assert [_place(f) for f in found] == ["Islamabad", "Punjab", "Punjab"]
    found = placed("Three children died in Panjgur, 1 man and 1 child in Quetta, 3 men and 2 children in Sukkur.")
    assert [_place(f) for f in found][-4:] == ["Quetta", "Quetta", "Sukkur", "Sukkur"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Mozambique, authorities said that 53 people had died.", "Mozambique"),
        ("In Mozambique, President Nyusi said that 53 people had died.", "Mozambique"),
        ("In Aleppo, medics said that 53 people had died.", "Aleppo"),
        ("In Geneva, the United Nations said that 53 people had died in Chad.", "Chad"),
    ],
)
def test_a_place_that_opens_a_sentence_is_where_its_own_people_count(
    placed: ReadFigures, text: str, place: str
) -> None:
    """What a land's or town's own officials say there is of it, and a body's seat is not where people died."""
    cyclone = "A cyclone struck Malawi on Monday, and 300 people died in Malawi. "
    figure = placed(cyclone + text)[-1]
    assert figure.place is not None
    assert figure.place.name == place
