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


def test_the_speakers_place_is_not_the_figures(placed: ReadFigures) -> None:
    """ "police in X said" tells where the police are."""
    found = placed("The number of people killed by floods in Malawi has reached 41, police in Blantyre said.")
    assert _place(found[0]) == "Malawi"


def test_whom_one_fights_is_no_place(placed: ReadFigures) -> None:
    """A land behind "fighting with" is a side, and no clause puts the dead there; "fighting in" one does."""
    for link, told in [("with", "event"), ("in", "clause")]:
        (figure,) = placed(f"Some 41 soldiers were killed in fighting {link} Tajikistan.")
        assert figure.place is not None
        assert figure.place.how == told


def test_an_unnamed_facility_carries_its_town(placed: ReadFigures) -> None:
    """A market in a town is placed in that town, whatever adjective stands between."""
    found = placed("A bomb exploded at a market in the Nigerian city of Maiduguri, killing 13 people.")
    assert found[0].place is not None
    assert found[0].place.town == "Maiduguri"


def test_a_direction_belongs_to_the_phrase(placed: ReadFigures) -> None:
    """The side of a town is part of the place's words."""
    found = placed("At least 25 civilians were killed in strikes across the rebel-held east of Aleppo.")
    assert _place(found[0]) == "the rebel-held east of Aleppo"


def test_in_the_city_is_the_city_named_before(placed: ReadFigures) -> None:
    """ "in the city" points back to the town named last, for an earlier event too."""
    found = placed("Two people died in a blast in Quetta on Friday. In 2014 a bombing killed 26 people in the city.")
    assert [f.place.text for f in found if f.place] == ["Quetta", "Quetta"]


def test_an_unnamed_town_is_the_one_that_the_report_names_for_its_event(placed: ReadFigures) -> None:
    """ "a town in northern X" keeps its words and takes the name that the report gives the blast's place later."""
    found = placed(
        "A car bomb killed 19 people in a mostly Kurdish town in northern Syria on Monday, doctors said. "
        "The explosion hit a crowd in Qamishli, near the Turkish border."
    )
    assert found[0].place is not None
    assert found[0].place.text == "Qamishli"
    assert _place(found[0]).startswith("a mostly Kurdish town")


def test_what_says_where_a_place_lies_is_no_place_of_the_event(placed: ReadFigures) -> None:
    """Of "X, west of Y" the blast was in X, whatever figure comes later."""
    found = placed("A blast tore through a depot in Afrin, west of Aleppo. Rescuers said that 14 people were killed.")
    assert found[-1].place is not None
    assert (found[-1].place.text, _place(found[-1])) == ("Afrin", "a depot in Afrin")


def test_where_victims_come_from_is_not_where_they_were_killed(placed: ReadFigures) -> None:
    """Of "people from several towns of X were killed in Y" the figure is at Y."""
    found = placed("At least 17 traders from the eastern towns of Gode and Kebri Dahar were killed in Harar on Sunday.")
    assert _place(found[0]) == "Harar"


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


def test_who_attacked_is_no_place(placed: ReadFigures) -> None:
    """A name that only describes the attack is no place of its dead; one that describes a junction is."""
    (figure,) = placed("Nine people died in Zarwan raid on Monday, police said.")
    assert figure.place is None
    (figure,) = placed("A blast at Kudra junction killed nine people, police said.")
    assert figure.place is not None
    assert figure.place.text == "Kudra junction"


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


def test_where_the_hurt_are_brought_is_not_where_they_were_hurt(placed: ReadFigures) -> None:
    """People wounded in one town and evacuated to another were wounded in the first."""
    found = placed("A blast hit a bus in Quetta on Monday. Police said 12 wounded people had been taken to Karachi.")
    assert found[-1].place is not None
    assert found[-1].place.text == "Quetta"


def test_a_report_of_many_sites_counts_over_its_area(placed: ReadFigures) -> None:
    """A total without a place of its own is the lead's country where three towns have their own figures."""
    found = placed(
        "Landslides across Nepal have killed dozens of people. Police said 11 died in Kavre. Four died in Jhapa. "
        "Three died in Dhading. Power lines were cut for hours. The army said on Sunday that soldiers rescued 900 people."
    )
    assert found[-1].place is not None
    assert found[-1].place.text == "Nepal"


def test_the_same_province_is_the_last_one_called_so(placed: ReadFigures) -> None:
    """ "across the province" means the area named with that noun, not the district named after it."""
    found = placed(
        "A flood hit West Sulawesi Province on Monday, and roads were cut in Majene district. "
        "Some 300 people were killed across the province."
    )
    assert found[-1].place is not None
    assert found[-1].place.text == "West Sulawesi Province"


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


def test_where_somebody_is_from_is_no_place_of_the_event(placed: ReadFigures) -> None:
    """ "Ali Khan, 36, of X" names the home of a victim."""
    found = placed("Two men, among them Ali Khan, 36, of Lahore, were killed when a roof collapsed in Multan.")
    assert found[0].place is not None
    assert found[0].place.text == "Multan"


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


def test_the_place_of_the_newest_dead_is_not_the_tolls(placed: ReadFigures) -> None:
    """ "Four died in X, bringing the toll to 90" does not put the 90 in X."""
    found = placed("A storm hit Malawi. Four more people died in Zomba, bringing the total death toll to 90.")
    assert found[-1].place is None or found[-1].place.how != "clause"


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


@pytest.mark.parametrize(
    "sentence",
    [
        "About 40,000 people fled the city on the Sea of Azov.",
        "About 40,000 people have left the city for other parts of Ukraine.",
    ],
)
def test_who_leaves_the_city_leaves_the_one_named_before(placed: ReadFigures, sentence: str) -> None:
    """ "the city" that people leave is the town named before, whatever sea it lies on and wherever they go."""
    found = placed(f"Shelling killed 12 people in Mariupol. {sentence}")
    assert found[-1].place is not None
    assert found[-1].place.name == "Mariupol"


def test_an_earlier_happening_in_the_same_forest_is_at_the_place_of_this_one(placed: ReadFigures) -> None:
    """ "in the same forest" puts what happened years ago where the report's own happening is."""
    found = placed("A fire killed 18 people in Evros on Friday. In 2003 a fire in the same forest killed 20 people.")
    assert [f.place.text for f in found if f.place] == ["Evros", "Evros"]


def test_what_lies_behind_a_border_is_not_where_it_happened(placed: ReadFigures) -> None:
    """ "90 miles from the border with X" puts nobody into X."""
    found = placed(
        "Two guards were killed at the school in Garissa. A boy and 4 men died 90 miles from the border with Somalia."
    )
    assert all(f.place is None or f.place.name != "Somalia" for f in found)


def test_the_country_of_a_dateline_is_not_where_its_sentence_happened(placed: ReadFigures) -> None:
    """The country behind a dateline's town only says where that town lies."""
    found = placed("MALMO, Sweden - An avalanche killed 6 climbers in Nepal on Friday, guides said. It rose to 9 dead.")
    assert _place(found[0]) == "Nepal"


def test_the_items_of_a_list_have_their_own_places(placed: ReadFigures) -> None:
    """Each number of an item is at the place that heads it, or that closes it behind "and"."""
    found = placed("Islamabad has had only one death, Punjab 22 deaths and 5 injuries.")
    assert [_place(f) for f in found] == ["Islamabad", "Punjab", "Punjab"]
    found = placed("Three children died in Panjgur, 1 man and 1 child in Quetta, 3 men and 2 children in Sukkur.")
    assert [_place(f) for f in found][-4:] == ["Quetta", "Quetta", "Sukkur", "Sukkur"]


def test_a_place_before_another_number_is_that_numbers(placed: ReadFigures) -> None:
    """In "in X the dead are 263 and the injured 166, in Y 44", the 166 are not Y's."""
    found = placed("In Balochistan the dead are 263 and the injured 166, in Punjab 44 and 21.")
    assert [_place(f) for f in found][:2] == ["Balochistan", "Balochistan"]


def test_where_the_speaker_works_is_not_the_figures_place(placed: ReadFigures) -> None:
    """A hospital told of in a clause about the speaker says nothing of where people died."""
    found = placed(
        "An air strike hit a house in Arhab. According to a doctor who runs the Saada hospital, six women died."
    )
    assert _place(found[-1]) == "a house in Arhab"


def test_a_sources_name_gives_no_place(placed: ReadFigures) -> None:
    """Neither "Chinese state media" nor the embassy by whose account it is told is where people died."""
    found = placed("In Tibet there were 25 deaths, by the account of Chinese state media.")
    assert _place(found[0]) == "Tibet"
    found = placed("A quake hit Nepal. By the account of the Indian embassy in Kathmandu, two Indians died.")
    assert _place(found[-1]) == "Nepal"


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


def test_a_counted_place_is_no_speakers(placed: ReadFigures) -> None:
    """In "190 in X, 183 in Y, officials and the agency said" each place has its own number."""
    found = placed("The dead number 407 in Kerala, 190 in Assam and 11 in Goa, officials and the Press Trust said.")
    assert [_place(f) for f in found] == ["Kerala", "Assam", "Goa"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "A bomb hit Peshawar. Ali Khan, a spokesman for the Lady Tulle Hospital, said 53 injured people were being treated. "
            "The blast killed 40, Khan said.",
            ["Lady Tulle Hospital", "Peshawar"],
        ),
        (
            "Floods hit Malawi. Queen Tulle Central Hospital alone has reported 220 casualties.",
            ["Queen Tulle Central Hospital"],
        ),
        (
            "A quake shook Nepal. It killed 21 children at the Ana Tullen school. Four adults died at the school. Eleven people "
            "were pulled out there.",
            ["the Ana Tullen school", "the school", "the school"],
        ),
    ],
)
def test_a_named_hospital_or_school_is_taken_up(placed: ReadFigures, text: str, places: list[str]) -> None:
    """Whom a hospital's spokesman says that it treats is there, what it killed is not; "at the school" and "there" are
    the school named last."""
    assert [_place(f) for f in placed(text)] == places
