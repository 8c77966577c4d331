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
    assert "Balochistan" in place_words(found[-1])
