"""Figures that name no place: what the headline, the lead and the dateline say of where it was."""

from __future__ import annotations

from .conftest import PlaceFigures, place_of, place_words


def test_a_heading_is_no_lead(placed: PlaceFigures) -> None:
    """Where a text opens with a heading, its first sentence behind it tells where the report is."""
    found = placed(
        "B. Overview\nA tropical storm made landfall off the coast of southern Madagascar on 3 March. "
        "The disaster office counted 44 deaths and 61,000 homeless people.",
        None,
    )
    assert all("Madagascar" in place_of(f).text for f in found)


def test_reporters_go_where_it_happened(placed: PlaceFigures) -> None:
    """The town of the dateline outranks the region of the lead where a part of the figures is there."""
    found = placed(
        "GARISSA, Kenya (AP) - Rescuers searched on Monday after a dam burst at a farm in eastern Kenya. "
        "Police said 45 people were working at the farm in Garissa and 12 of them had been rescued. "
        "Earlier the minister had put the number of injured at 80.",
        "Dam bursts in Kenya",
    )
    assert place_of(found[-1]).text == "Garissa"


def test_a_headlines_count_is_where_the_text_puts_it(placed: PlaceFigures) -> None:
    """A count at the top that names no place of its own is where the text below tells the same count to be."""
    found = placed(
        "7 dead, 9 hurt as gunmen storm base in Mali\n\nUnidentified gunmen stormed a base of peacekeepers in Timbuktu "
        "on Monday, killing seven people and wounding nine others.",
        None,
    )
    assert place_of(found[0]).name == "Timbuktu"


def test_the_town_of_the_dateline_that_the_text_names_again_is_where_it_happened(placed: PlaceFigures) -> None:
    """A dateline's town counts as the event's where the report puts something there, and not where it only measures."""
    text = "MARIANA, Brazil (AP) - The death toll rose to 60. {} It rained."
    assert place_of(placed(text.format("Crews worked in the old quarter of Mariana."))[0]).name.lower() == "mariana"
    assert place_of(placed(text.format("The mine lies 50 miles south of Mariana."))[0]).name == "Brazil"


def test_the_only_place_of_a_report_is_where_its_figures_are(placed: PlaceFigures) -> None:
    """A report that names one place again and again has its figures there, even where the place only names a body."""
    found = placed("The Civil Defence of Sonora lists the dead. It counted 107 deaths. Roads in Sonora are shut.")
    assert place_of(found[0]).name == "Sonora"


def test_part_of_a_country_named_in_the_title_is_where_the_report_begins(placed: PlaceFigures) -> None:
    """ "India's Kerala" is Kerala."""
    found = placed("It put the death toll at 324.", "More rain likely in India's Kerala")
    assert place_of(found[0]).name == "Kerala"


def test_a_copy_of_the_headline_is_no_lead(placed: PlaceFigures) -> None:
    """Where a text opens with its headline once more, the sentence behind that is its lead."""
    found = placed(
        "Floods kill 19 in three provinces\n\nFloods have killed 19 people in the provinces of Zambezia, Sofala and "
        "Manica in Mozambique. The disaster agency put the number of homes destroyed at 2,400.",
        "Floods kill 19 in three provinces",
    )
    assert "Zambezia, Sofala and Manica" in place_words(found[-1])


def test_a_headlines_topic_yields_to_where_it_goes_on(placed: PlaceFigures) -> None:
    """ "France: Concern at arrests in New Caledonia" is about New Caledonia."""
    found = placed(
        "Monitors voiced concern on Monday. More than 300 people have been arrested, they said.",
        "France: Concern at arrests in New Caledonia",
    )
    assert place_of(found[-1]).text == "New Caledonia"


def test_a_capital_that_decides_is_not_where_it_happened(placed: PlaceFigures) -> None:
    """A dateline's town that the text only names for its government has no figures."""
    text = (
        "Nairobi: Gunmen killed nine soldiers on a bus near the town of Garissa on Sunday. "
        "They did so because Nairobi refused to free their leaders. Six passengers were hurt, a doctor said."
    )
    assert "Nairobi" not in {place_of(f).text for f in placed(text, None)}


def test_the_lead_says_where_in_the_country_of_the_headline(placed: PlaceFigures) -> None:
    """Figures without a place are in the one province that the lead names inside the headline's country."""
    text = (
        "Soldiers have freed 104 passengers of a train that gunmen stopped in Pakistan's Balochistan province, "
        "officials said on Wednesday. Seventeen injured passengers are in hospital."
    )
    found = placed(text, "Pakistan train raid: 104 passengers freed")
    assert "Balochistan" in place_of(found[-1]).name
    assert place_words(found[-1]) == "hospital"


def test_a_deck_below_the_headline_is_no_lead(read_and_placed: PlaceFigures) -> None:
    """What the first paragraph says of the area outranks the wider one of the lines above it."""
    found = read_and_placed(
        "Scores dead in Brazil floods\n\nToll from rain in southern Brazil rises, with many missing\n\n"
        "Rescuers hurried on Tuesday to people stranded by floods across the state of Bahia.\n\n"
        "The agency said 131 people remained unaccounted for.",
        "Scores dead in Brazil floods",
    )
    assert place_of(found[-1]).name == "Bahia"


def test_the_state_of_a_flood_outranks_the_country_of_the_headline(read_and_placed: PlaceFigures) -> None:
    """Where no figure names a place, a flood's totals are of the one state that the opening names."""
    found = read_and_placed(
        "India: Kerala floods final report\n\nVery heavy rain fell on the State of Kerala in August and brought floods.\n\n"
        "It is estimated that 230,000 people were affected in total.",
        "India: Kerala floods final report",
    )
    assert place_of(found[-1]).name == "Kerala"


def test_a_place_named_in_passing_is_not_where_a_quake_counts(read_and_placed: PlaceFigures) -> None:
    """The area that a quake was felt over keeps its count where the text goes on to say where its centre was."""
    found = read_and_placed(
        "Quake deaths in Turkey pass 12,000\n\nIn Turkey the number of people killed by the earthquake has risen to "
        "12,391. The injured number 6,291.\n\nThe earthquake struck the country at night, with its epicentre in the province of Adana, 30 km from the city.",
        "Quake deaths in Turkey pass 12,000",
    )
    assert all("Turkey" in place_of(f).name for f in found)


def test_what_a_market_in_a_village_suffered_was_in_the_village(read_and_placed: PlaceFigures) -> None:
    """The place of the subject of a passive attack is where it happened, however far its verb."""
    found = read_and_placed(
        "A busy market in Togoga, a village in northern Ethiopia, was hit by an airstrike on Tuesday, according to "
        "health workers. Dozens of people were killed, they said.",
        "Airstrike in Ethiopia kills dozens",
    )
    assert place_of(found[-1]).name == "Togoga"


def test_the_deaths_of_many_towns_are_the_country_s(read_and_placed: PlaceFigures) -> None:
    """A report filed from a capital that counts town by town gives its total at no one of the towns."""
    found = read_and_placed(
        "BAGHDAD, Jan 22 (Reuters) - The commission for human rights said on Wednesday that 10 protesters were killed in two "
        "days of protests.\n\n"
        "In Baghdad four protesters were killed. In Basra, three protesters were killed. In Karbala, two Iraqi protesters "
        "were killed. In Nasiriyah one protester was killed.",
        "Ten Iraqi protesters killed in two days",
    )
    assert place_of(found[0]).text.startswith("Iraq")


def test_a_clause_of_how_it_came_says_more_than_a_country(read_and_placed: PlaceFigures) -> None:
    """The town of the clause behind "when" is where those were killed whom the main clause puts into a country."""
    (figure,) = read_and_placed(
        "At least 18 people were killed in Iraq when forces opened fire on a crowd in Karbala.", None
    )
    assert place_of(figure).name == "Karbala"
