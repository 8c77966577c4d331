"""Figures that name no place, in reports of an area: a country, states, a district, what a lead counts over."""

from __future__ import annotations

import pytest

from .conftest import PlaceFigures, place_of, place_words


def test_the_country_of_a_people_is_the_last_resort(placed: PlaceFigures) -> None:
    """A report that names only a people and its government counts in their country."""
    found = placed(
        "Bolivians blocked roads for weeks over the price of fuel. The Bolivian government sent soldiers. "
        "The clashes have left 17 people dead.",
        None,
    )
    assert place_of(found[-1]).text.startswith("Bolivia")


def test_states_named_together_are_oneplace_of(placed: PlaceFigures) -> None:
    """A toll of a storm over three countries names all three."""
    found = placed(
        "Aid is still needed after the cyclone battered Tonga, Fiji and Samoa. More than 40 people died.",
        None,
    )
    assert place_words(found[-1]) == "Tonga, Fiji and Samoa"


def test_a_count_beside_many_states_is_the_countrys(placed: PlaceFigures) -> None:
    """A figure without a place, in a report over several states of a country, is the country's."""
    found = placed(
        "Cholera has made 9,000 people ill in Kano, Borno, Yobe, Sokoto and Bauchi since May. "
        "About 300 people have died.",
        "Nigeria: cholera situation report",
    )
    assert place_of(found[-1]).text == "Nigeria"


def test_who_was_hurt_beside_a_row_of_the_dead_is_of_the_country(placed: PlaceFigures) -> None:
    """ "75 died in X, 40 in Y, while 900 were injured" does not put the injured in X."""
    found = placed(
        "An earthquake has hit Peru. A total of 75 people died in Ica, 40 in Pisco and 12 in Chincha while 900 persons "
        "have been injured.",
        "Peru earthquake",
    )
    assert place_of(found[-1]).text == "Peru"


def test_a_quakes_total_is_of_the_area_that_its_report_opens_with(placed: PlaceFigures) -> None:
    """A quake is spread over an area: its total is no single town's, whatever town it was near."""
    found = placed(
        "Strong earthquakes in western Afghanistan on Saturday brought down hundreds of homes. One struck 30 km from "
        "Herat. The disaster agency said on Sunday that 1,200 people were dead.",
        None,
    )
    assert place_of(found[-1]).text == "western Afghanistan"


def test_a_list_of_countries_holds_no_part_of_one(placed: PlaceFigures) -> None:
    """An area that "and" sets beside countries is not where the rest of a report's figures are."""
    found = placed(
        "The search goes on in Nepal, India and Tibet after the earthquake. Around 8,300 people have been hurt since.",
        "Toll of Nepal earthquake rises",
    )
    assert place_of(found[-1]).text == "Nepal"


def test_an_earlier_happening_without_a_place_is_in_the_reports_country(placed: PlaceFigures) -> None:
    """What is told of another year without a place was in the country that the report is of."""
    found = placed(
        "A blast in Sialkot in Pakistan killed 25 people on Friday. Ten years ago, suicide bombers killed 100 worshippers "
        "two separate attacks.",
        None,
    )
    assert (found[-1].realis, place_of(found[-1]).text) == ("background", "Pakistan")


def test_a_wars_dead_are_of_the_country_named_before(placed: PlaceFigures) -> None:
    """A whole war's dead are of the country that the sentence before puts it in, not of the one named most."""
    found = placed(
        "Refugees crossed to Chad. Chad has opened a camp, and Chad asks for help. In Sudan the army has fought "
        "a militia since 2023. The war has killed tens of thousands of people since then.",
        None,
    )
    assert place_of(found[-1]).text == "Sudan"


def test_in_the_state_is_the_state_named_before(placed: PlaceFigures) -> None:
    """ "In the state" and "in the enclave" point back to the area named last."""
    found = placed(
        "Gunmen killed 40 villagers in Kaduna State on Sunday. Police have recorded 300 killings in the state."
    )
    assert place_of(found[-1]).text == "Kaduna State"


def test_a_state_of_the_opening_country_has_the_totals(placed: PlaceFigures) -> None:
    """ "India's Kerala" in a title makes a flood's totals Kerala's."""
    found = placed("The rains go on. The chief minister put the death toll at 324.", "Floods in India's Kerala")
    assert place_of(found[-1]).text == "Kerala"


def test_an_area_that_the_lead_counts_over_goes_on(placed: PlaceFigures) -> None:
    """Totals of a flood are those of the provinces that the lead counts in, not of the country in the headline."""
    found = placed(
        "Floods have killed 19 people in the provinces of Zambezia, Sofala and Manica, officials said. Rain is "
        "forecast for the week. The disaster agency put the number of homes destroyed at 2,400.",
        "Mozambique: Flood toll climbs to 19",
    )
    assert place_words(found[-1]) == "the provinces of Zambezia, Sofala and Manica"


def test_a_district_lies_in_a_state_that_no_noun_names(placed: PlaceFigures) -> None:
    """A happening that a report puts into one district of a state is there."""
    found = placed(
        "A bus crash in Odisha has left 14 people dead. The accident happened in Balasore district at dawn. Rescuers "
        "worked all day. Officials said 30 people were hurt.",
        "Bus crash kills 14 in Odisha",
    )
    assert place_of(found[-1]).text == "Balasore district"


def test_of_happenings_at_several_sites_the_lead_has_the_area(placed: PlaceFigures) -> None:
    """Blasts in three towns are no one town's: later figures are the country's that the lead names for its own."""
    found = placed(
        "A string of blasts in Sri Lanka killed 120 people on Sunday. The bombs exploded in Colombo, and another blast "
        "struck a church in Negombo. A third explosion was reported in Batticaloa. No group has claimed them. Nine suspects have been arrested.",
        "Blasts kill 120",
    )
    assert place_of(found[-1]).text == "Sri Lanka"


def test_a_sea_only_says_which_territory_is_meant(placed: PlaceFigures) -> None:
    """ "The French Pacific territory" is the land named before, no place of its own."""
    found = placed(
        "Riots went on in New Caledonia on Sunday. Six people have been killed in the French Pacific territory.",
        "Riots go on",
    )
    assert place_of(found[-1]).name == "New Caledonia"


def test_the_land_that_strikes_is_not_where_it_struck(placed: PlaceFigures) -> None:
    """A toll without a place is of the land whose ministry tells it, not of the one whose air strikes it is of."""
    found = placed(
        "The Lebanese health ministry reported a rise in deaths from the Israeli campaign. Israeli air strikes killed "
        "28 people on Tuesday, the ministry said, as Israeli jets flew low.",
        None,
    )
    assert {place_of(f).name[:5] for f in found} == {"Leban"}


def test_counted_targets_are_no_place_of_the_event(placed: PlaceFigures) -> None:
    """A toll stays the country's where the one finer place of the report is a number of sites."""
    found = placed(
        "The number killed in strikes on Lebanon has gone up to 490. The attacks hurt 5,000 more, the ministry said. "
        "The army says that it struck over 300 militia sites.",
        None,
    )
    assert [place_of(f).name for f in found if f.value == 5000] == ["Lebanon"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A further 25 were killed in other provinces.", "other provinces"),
        ("Nine more died in three other towns.", "three other towns"),
        ("For the whole nation the ministry counts 40 dead.", "the whole nation"),
        ("He expects 2,500 dead across the country.", "the country"),
    ],
)
def test_other_places_and_the_whole_country_are_not_the_last_place(placed: PlaceFigures, text: str, words: str) -> None:
    """What died "in other provinces" or "for the whole nation" is not at the town of the sentence before."""
    found = placed(f"A Mediterranean storm hit Derna in Libya on Monday and killed 12 people. {text}", None)
    assert place_words(found[-1]) == words
    assert place_of(found[-1]).name not in ("Derna", "Mediterranean")


def test_the_one_town_of_a_countrys_report_has_its_figures(placed: PlaceFigures) -> None:
    """A report whose headline names a country alone is of the one town in which it puts the deed."""
    found = placed(
        "Until now 57 of the girls are home and 219 are missing, the army said. On April 14 gunmen stormed a school in "
        "the village of Maradun, in Nigeria, and took them.",
        "Nigeria says girls still missing",
    )
    assert {place_of(f).name for f in found} == {"Maradun"}


def test_the_school_is_the_one_named_before(placed: PlaceFigures) -> None:
    """ "At the school" is the school that the report named; "doctors at the hospital said" places nobody there."""
    found = placed(
        "Gunmen attacked Kotri Memorial School in Bunia on Monday. Four teachers were killed at the school. Doctors at "
        "the hospital said 20 people were hurt.",
        None,
    )
    assert [place_of(f).name for f in found] == ["Kotri Memorial School", "Kotri Memorial School"]


@pytest.mark.parametrize(
    ("teller", "place"),
    [
        ("The Gaza Ministry of Health reported that", "Gaza"),
        ("The Gaza hospitals said", "Gaza"),
        ("The Gaza-based monitor said", "Palestinian"),
        ("An office in Geneva said", "Palestinian"),
        ("The Geneva authorities said", "Palestinian"),
    ],
)
def test_an_areas_own_ministry_counts_there(placed: PlaceFigures, teller: str, place: str) -> None:
    """Where a report says no more than a country, a ministry behind its area's name counts in that area."""
    found = placed(f"Palestinian rockets flew for a week. {teller} 198 people died.", None)
    assert place_of(found[0]).name == place


def test_officials_of_an_area_count_there(placed: PlaceFigures) -> None:
    """Where a report is of two countries, a toll that the officials of a state "put" is that state's."""
    found = placed(
        "Floods in western Germany and Belgium have killed at least 110 people, officials said. State officials of "
        "neighbouring Bavaria put their dead at 43.",
        None,
    )
    assert place_of(found[1]).name == "Bavaria"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "There is unrest in Pakistan's Balochistan. Rebels in the restive province killed 12 soldiers.",
            "Balochistan",
        ),
        ("Rain fell on Kerala in southern India. Some 900 died in the flood-hit state.", "Kerala"),
        (
            "Storms hit Hesse state and, further east, Thuringia. Two firefighters died in that state on Sunday.",
            "Thuringia",
        ),
    ],
)
def test_a_described_area_is_the_one_named_before(placed: PlaceFigures, text: str, place: str) -> None:
    """ "The restive province", "the flood-hit state" and "that state" are the area of the kind that was named last."""
    assert place in place_of(placed(text, None)[-1]).name
