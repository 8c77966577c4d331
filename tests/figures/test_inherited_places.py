"""Where a figure is whose own words name no place: its whole's place, its happening's, the area of the report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.adapters.spacy_parser import SpacyParser
from rashomon.extraction import extract_claims
from rashomon.knowledge.library import Library
from rashomon.model.claim import Figure
from rashomon.model.place import Place
from rashomon.model.report import Report

ReadFigures = Callable[[str, str | None], tuple[Figure, ...]]


@pytest.fixture
def placed(parser: SpacyParser, library: Library) -> ReadFigures:
    """The figures of a text, with its title, and all that a whole extraction knows of their places."""
    return lambda text, title=None: tuple(
        f
        for f in extract_claims(Report(id="rpt-1", text=text, title=title), parser, library).value.figures
        if f.field == "text"
    )


def _place(figure: Figure) -> Place:
    assert figure.place is not None
    return figure.place


def _words(figure: Figure) -> str:
    place = _place(figure)
    return (place.phrase or place).text


def test_a_part_is_where_its_whole_is(placed: ReadFigures) -> None:
    """ "Half of the evacuated" are of all of them, not of the town that the sentence between names."""
    found = placed(
        "A volcano in Ecuador forced 6,000 people from their homes, the risk agency said. Two people died in Baños. "
        "Half of the displaced are children.",
        None,
    )
    assert _place(found[-1]).text == "Ecuador"


def test_after_a_new_total_the_place_of_the_newest_dead_is_left(placed: ReadFigures) -> None:
    """What follows "one drowned in X, bringing the total to 31" is of the disaster, not of X."""
    found = placed(
        "Floods have hit Bangladesh for a week. A fisherman drowned in Khulna, bringing the total death toll to 31. "
        "Another 200 people were hurt.",
        "Bangladesh floods",
    )
    assert [_place(f).text for f in found[-2:]] == ["Bangladesh", "Bangladesh"]


def test_a_happening_told_just_before_has_the_figure(placed: ReadFigures) -> None:
    """The dead of a second blast are where the sentence before puts that blast, not where most bombs were."""
    found = placed(
        "Bombs went off in three Pakistani cities on Sunday. A blast in Quetta killed 12 people and a bomb in Quetta's "
        "bazaar wounded 30. Hours later a bomb exploded near a bus stop in Sukkur. Six people died.",
        "Bombs in Pakistan",
    )
    assert _place(found[-1]).text == "Sukkur"


def test_a_heading_is_no_lead(placed: ReadFigures) -> None:
    """Where a text opens with a heading, its first sentence behind it tells where the report is."""
    found = placed(
        "B. Overview\nA tropical storm made landfall off the coast of southern Madagascar on 3 March. "
        "The disaster office counted 44 deaths and 61,000 homeless people.",
        None,
    )
    assert all("Madagascar" in _place(f).text for f in found)


def test_the_country_of_a_people_is_the_last_resort(placed: ReadFigures) -> None:
    """A report that names only a people and its government counts in their country."""
    found = placed(
        "Bolivians blocked roads for weeks over the price of fuel. The Bolivian government sent soldiers. "
        "The clashes have left 17 people dead.",
        None,
    )
    assert _place(found[-1]).text.startswith("Bolivia")


def test_states_named_together_are_one_place(placed: ReadFigures) -> None:
    """A toll of a storm over three countries names all three."""
    found = placed(
        "Aid is still needed after the cyclone battered Tonga, Fiji and Samoa. More than 40 people died.",
        None,
    )
    assert _words(found[-1]) == "Tonga, Fiji and Samoa"


def test_a_count_beside_many_states_is_the_countrys(placed: ReadFigures) -> None:
    """A figure without a place, in a report over several states of a country, is the country's."""
    found = placed(
        "Cholera has made 9,000 people ill in Kano, Borno, Yobe, Sokoto and Bauchi since May. "
        "About 300 people have died.",
        "Nigeria: cholera situation report",
    )
    assert _place(found[-1]).text == "Nigeria"


def test_a_site_told_by_kind_keeps_its_words_and_takes_the_towns_name(placed: ReadFigures) -> None:
    """ "a dance hall in northern Peru" is the town that the report names for the fire."""
    found = placed(
        "At least 21 people died, nine of them teenagers, in a fire at a dance hall in northern Peru on Saturday. "
        "The fire in Chiclayo broke out at midnight.",
        "Fire in Peru",
    )
    assert _words(found[0]) == "a dance hall in northern Peru"


def test_the_hospital_that_the_hurt_are_flown_to_is_not_their_place(placed: ReadFigures) -> None:
    """ "airlifted to the military hospital in the capital, X" does not put the injured in X."""
    found = placed(
        "A boiler exploded at a sugar mill in Kisumu. "
        "Some 14 workers were injured and flown to the military hospital in the capital, Nairobi.",
        None,
    )
    assert _place(found[-1]).text == "Kisumu"


def test_the_whole_in_front_is_not_where_its_parts_are(placed: ReadFigures) -> None:
    """ "Of the 90 dead, 50 were in X" puts the 50 in X, not the 90."""
    found = placed(
        "An earthquake shook Nepal. Out of the 90 people known dead so far, 50 were in Gorkha, 38 in Dolakha and two in Rasuwa.",
        "Nepal earthquake",
    )
    assert _place(found[0]).text == "Nepal"


def test_reporters_go_where_it_happened(placed: ReadFigures) -> None:
    """The town of the dateline outranks the region of the lead where a part of the figures is there."""
    found = placed(
        "GARISSA, Kenya (AP) - Rescuers searched on Monday after a dam burst at a farm in eastern Kenya. "
        "Police said 45 people were working at the farm in Garissa and 12 of them had been rescued. "
        "Earlier the minister had put the number of injured at 80.",
        "Dam bursts in Kenya",
    )
    assert _place(found[-1]).text == "Garissa"


def test_each_of_a_row_is_beside_its_name(placed: ReadFigures) -> None:
    """In a row of names and numbers each number has the name before it, also one that no list holds."""
    found = placed(
        "Floods have killed 413 people in India since June. Kerala has reported 180 deaths, Karnataka 96, XKD 75 and "
        "Himachal Pradesh (HPR) 62.",
        None,
    )
    assert [_words(f) for f in found[-3:]] == ["Karnataka", "XKD", "Himachal Pradesh"]


def test_who_was_hurt_beside_a_row_of_the_dead_is_of_the_country(placed: ReadFigures) -> None:
    """ "75 died in X, 40 in Y, while 900 were injured" does not put the injured in X."""
    found = placed(
        "An earthquake has hit Peru. A total of 75 people died in Ica, 40 in Pisco and 12 in Chincha while 900 persons "
        "have been injured.",
        "Peru earthquake",
    )
    assert _place(found[-1]).text == "Peru"


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
def test_the_last_figure_is_there(placed: ReadFigures, text: str, title: str | None, place: str) -> None:
    """Officials of an area, a whole country, a mine's town, an attacked village, a directed country and a shore."""
    assert place in _place(placed(text, title)[-1]).text


def test_a_headlines_count_is_where_the_text_puts_it(placed: ReadFigures) -> None:
    """A count at the top that names no place of its own is where the text below tells the same count to be."""
    found = placed(
        "7 dead, 9 hurt as gunmen storm base in Mali\n\nUnidentified gunmen stormed a base of peacekeepers in Timbuktu "
        "on Monday, killing seven people and wounding nine others.",
        None,
    )
    assert _place(found[0]).name == "Timbuktu"


def test_a_happening_called_by_its_place_says_where_it_was(placed: ReadFigures) -> None:
    """ "Brumadinho dam collapse" puts the dead at that dam, and not in the country that the title names too."""
    found = placed(
        "So far nine people have been found dead in the mud.", "Brumadinho dam collapse: hope fades in Brazil"
    )
    assert "Brumadinho" in _place(found[0]).name


def test_the_town_of_the_dateline_that_the_text_names_again_is_where_it_happened(placed: ReadFigures) -> None:
    """A dateline's town counts as the event's where the report puts something there, and not where it only measures."""
    text = "MARIANA, Brazil (AP) - The death toll rose to 60. {} It rained."
    assert _place(placed(text.format("Crews worked in the old quarter of Mariana."))[0]).name.lower() == "mariana"
    assert _place(placed(text.format("The mine lies 50 miles south of Mariana."))[0]).name == "Brazil"


def test_a_university_is_the_one_that_the_report_names_later(placed: ReadFigures) -> None:
    """ "a university" takes the name of the only university that the report names."""
    found = placed(
        "Gunmen killed 40 people at a university on Friday. Students of Garissa University fled through the gates."
    )
    assert _place(found[0]).name == "Garissa University"


def test_the_only_place_of_a_report_is_where_its_figures_are(placed: ReadFigures) -> None:
    """A report that names one place again and again has its figures there, even where the place only names a body."""
    found = placed("The Civil Defence of Sonora lists the dead. It counted 107 deaths. Roads in Sonora are shut.")
    assert _place(found[0]).name == "Sonora"


def test_part_of_a_country_named_in_the_title_is_where_the_report_begins(placed: ReadFigures) -> None:
    """ "India's Kerala" is Kerala."""
    found = placed("It put the death toll at 324.", "More rain likely in India's Kerala")
    assert _place(found[0]).name == "Kerala"


def test_a_quakes_total_is_of_the_area_that_its_report_opens_with(placed: ReadFigures) -> None:
    """A quake is spread over an area: its total is no single town's, whatever town it was near."""
    found = placed(
        "Strong earthquakes in western Afghanistan on Saturday brought down hundreds of homes. One struck 30 km from "
        "Herat. The disaster agency said on Sunday that 1,200 people were dead.",
        None,
    )
    assert _place(found[-1]).text == "western Afghanistan"


def test_a_list_of_countries_holds_no_part_of_one(placed: ReadFigures) -> None:
    """An area that "and" sets beside countries is not where the rest of a report's figures are."""
    found = placed(
        "The search goes on in Nepal, India and Tibet after the earthquake. Around 8,300 people have been hurt since.",
        "Toll of Nepal earthquake rises",
    )
    assert _place(found[-1]).text == "Nepal"


def test_a_mine_without_a_name_is_in_the_town_named_later(placed: ReadFigures) -> None:
    """A site told by kind and country alone is in the town where the report then puts the same happening."""
    found = placed(
        "Rescuers raced to 200 miners trapped in a coal mine in the west of Turkey after an explosion. The shift was "
        "at work in Soma when the blast struck. Another 80 miners were injured.",
        None,
    )
    assert [_place(f).text for f in found] == ["Soma", "Soma"]


def test_there_is_the_place_named_last(placed: ReadFigures) -> None:
    """ "Brought down there" points to the place of the sentence before."""
    found = placed("On Mount Everest 18 climbers died in a slide. So far 13 bodies have been brought down there.", None)
    assert _place(found[-1]).text == "Mount Everest"


def test_an_earlier_happening_without_a_place_is_in_the_reports_country(placed: ReadFigures) -> None:
    """What is told of another year without a place was in the country that the report is of."""
    found = placed(
        "A blast in Sialkot in Pakistan killed 25 people on Friday. Ten years ago, suicide bombers killed 100 worshippers "
        "two separate attacks.",
        None,
    )
    assert (found[-1].realis, _place(found[-1]).text) == ("background", "Pakistan")


def test_a_wars_dead_are_of_the_country_named_before(placed: ReadFigures) -> None:
    """A whole war's dead are of the country that the sentence before puts it in, not of the one named most."""
    found = placed(
        "Refugees crossed to Chad. Chad has opened a camp, and Chad asks for help. In Sudan the army has fought "
        "a militia since 2023. The war has killed tens of thousands of people since then.",
        None,
    )
    assert _place(found[-1]).text == "Sudan"


def test_in_the_state_is_the_state_named_before(placed: ReadFigures) -> None:
    """ "In the state" and "in the enclave" point back to the area named last."""
    found = placed(
        "Gunmen killed 40 villagers in Kaduna State on Sunday. Police have recorded 300 killings in the state."
    )
    assert _place(found[-1]).text == "Kaduna State"


def test_a_state_of_the_opening_country_has_the_totals(placed: ReadFigures) -> None:
    """ "India's Kerala" in a title makes a flood's totals Kerala's."""
    found = placed("The rains go on. The chief minister put the death toll at 324.", "Floods in India's Kerala")
    assert _place(found[-1]).text == "Kerala"


def test_an_area_that_the_lead_counts_over_goes_on(placed: ReadFigures) -> None:
    """Totals of a flood are those of the provinces that the lead counts in, not of the country in the headline."""
    found = placed(
        "Floods have killed 19 people in the provinces of Zambezia, Sofala and Manica, officials said. Rain is "
        "forecast for the week. The disaster agency put the number of homes destroyed at 2,400.",
        "Mozambique: Flood toll climbs to 19",
    )
    assert _words(found[-1]) == "the provinces of Zambezia, Sofala and Manica"


def test_a_copy_of_the_headline_is_no_lead(placed: ReadFigures) -> None:
    """Where a text opens with its headline once more, the sentence behind that is its lead."""
    found = placed(
        "Floods kill 19 in three provinces\n\nFloods have killed 19 people in the provinces of Zambezia, Sofala and "
        "Manica in Mozambique. The disaster agency put the number of homes destroyed at 2,400.",
        "Floods kill 19 in three provinces",
    )
    assert "Zambezia, Sofala and Manica" in _words(found[-1])


def test_a_district_lies_in_a_state_that_no_noun_names(placed: ReadFigures) -> None:
    """A happening that a report puts into one district of a state is there."""
    found = placed(
        "A bus crash in Odisha has left 14 people dead. The accident happened in Balasore district at dawn. Rescuers "
        "worked all day. Officials said 30 people were hurt.",
        "Bus crash kills 14 in Odisha",
    )
    assert _place(found[-1]).text == "Balasore district"


def test_where_the_scene_is_the_happening_was(placed: ReadFigures) -> None:
    """ "At the scene near X" places what the lead told of a whole state."""
    found = placed(
        "A train collision in India's state of Odisha killed 90 people. Reporters at the scene near Balasore saw "
        "carriages on their sides. About 200 people were hurt.",
        "Trains collide in India",
    )
    assert _place(found[-1]).text == "Balasore"


def test_of_happenings_at_several_sites_the_lead_has_the_area(placed: ReadFigures) -> None:
    """Blasts in three towns are no one town's: later figures are the country's that the lead names for its own."""
    found = placed(
        "A string of blasts in Sri Lanka killed 120 people on Sunday. The bombs exploded in Colombo, and another blast "
        "struck a church in Negombo. A third explosion was reported in Batticaloa. No group has claimed them. Nine suspects have been arrested.",
        "Blasts kill 120",
    )
    assert _place(found[-1]).text == "Sri Lanka"


def test_a_sea_only_says_which_territory_is_meant(placed: ReadFigures) -> None:
    """ "The French Pacific territory" is the land named before, no place of its own."""
    found = placed(
        "Riots went on in New Caledonia on Sunday. Six people have been killed in the French Pacific territory.",
        "Riots go on",
    )
    assert _place(found[-1]).name == "New Caledonia"


def test_a_headlines_topic_yields_to_where_it_goes_on(placed: ReadFigures) -> None:
    """ "France: Concern at arrests in New Caledonia" is about New Caledonia."""
    found = placed(
        "Monitors voiced concern on Monday. More than 300 people have been arrested, they said.",
        "France: Concern at arrests in New Caledonia",
    )
    assert _place(found[-1]).text == "New Caledonia"


def test_where_people_flee_to_nobody_was_killed(placed: ReadFigures) -> None:
    """ "Fled towards districts across X" is where they went; the dead are of the town attacked."""
    found = placed(
        "The situation in Palma is tense. Clashes go on after the attack that killed dozens of people and forced many to "
        "flee towards several districts across Cabo Delgado Province.",
        "Attacks in Palma",
    )
    assert _place(found[0]).text == "Palma"


def test_a_capital_that_decides_is_not_where_it_happened(placed: ReadFigures) -> None:
    """A dateline's town that the text only names for its government has no figures."""
    text = (
        "Nairobi: Gunmen killed nine soldiers on a bus near the town of Garissa on Sunday. "
        "They did so because Nairobi refused to free their leaders. Six passengers were hurt, a doctor said."
    )
    assert "Nairobi" not in {_place(f).text for f in placed(text, None)}


def test_the_lead_says_where_in_the_country_of_the_headline(placed: ReadFigures) -> None:
    """Figures without a place are in the one province that the lead names inside the headline's country."""
    text = (
        "Soldiers have freed 104 passengers of a train that gunmen stopped in Pakistan's Balochistan province, "
        "officials said on Wednesday. Seventeen injured passengers are in hospital."
    )
    found = placed(text, "Pakistan train raid: 104 passengers freed")
    assert "Balochistan" in _words(found[-1])
