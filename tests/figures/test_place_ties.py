"""Places that grammar ties to a figure, or keeps from it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parser
from rashomon.model.report import Report
from rashomon.pipeline import understand_one

from .conftest import ReadFigures

Places = Callable[[str], dict[tuple[str, float | None], str | None]]


@pytest.fixture
def places(parser: Parser, library: Library) -> Places:
    """The place name of each figure of a text, by measure and value."""

    def read(text: str) -> dict[tuple[str, float | None], str | None]:
        figures = understand_one(Report(id="rpt-1", text=text), parser, library).value.figures
        assert all(f.place is None or f.place.role == "at" for f in figures if f.measure in ("killed", "injured"))
        return {(f.measure, f.value): f.place.name if f.place else None for f in figures}

    return read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "From Kenya the storm moved on to Uganda, where 13 people died and 40 were hurt, officials said.",
            {("killed", 13.0): "Uganda", ("injured", 40.0): "Uganda"},
        ),
        (
            "The storm left 45 people dead in Kenya (37 in Kisumu and 8 in Nakuru), 493 injured and 9,000 homeless.",
            {("killed", 45.0): "Kenya", ("injured", 493.0): "Kenya", ("homeless", 9000.0): "Kenya"},
        ),
        (
            "A train crash in Nakuru killed 28 people. “So far 13 bodies of passengers from Mombasa have been identified,” "
            "the minister said.",
            {("killed", 28.0): "Nakuru", ("killed", 13.0): "Nakuru"},
        ),
        (
            "A train crash in Nakuru killed 28 people. “We counted 13 injured,” she said at a briefing in Mombasa.",
            {("killed", 28.0): "Nakuru", ("injured", 13.0): "Nakuru"},
        ),
        (
            "A quake struck Haiti. Sixty of them died in Jacmel and four in Jérémie and three in Gonaïves, while nine people "
            "are still missing. The quake injured 540 people.",
            {("missing", 9.0): "Haiti", ("injured", 540.0): "Haiti"},
        ),
    ],
)
def test_ties_of_grammar(text: str, told: dict[tuple[str, float | None], str], places: Places) -> None:
    """A clause of "where", a coordination around brackets, an origin and a place of speaking are told apart."""
    found = places(text)
    assert {key: found.get(key) for key in told} == told


@pytest.mark.parametrize(
    "dateline",
    [
        "Mombasa: ",
        "Mombasa (Wire) - ",
        "Mombasa, Kenya – ",
        "MOMBASA: ",
        "MOMBASA\n",
        "Mombasa/Nairobi, Mar 12 (Wire) ",
        "(Mombasa) – ",
        "(Mombasa, March 12) ",
    ],
)
def test_where_a_report_was_filed_is_no_place_of_harm(dateline: str, places: Places) -> None:
    """A dateline in small letters or capitals gives its figures no place where the lead names one."""
    text = (
        f"{dateline}Three teams of rescuers have been sent to Nakuru after a bus crash that killed 28 people on Monday."
    )
    assert places(text)[("killed", 28.0)] == "Nakuru"


def test_a_row_is_no_dateline(places: Places) -> None:
    """A place before a colon and a number keeps the number."""
    assert places("Mombasa: 28 people were killed in the blast on Monday, the county police said in a statement.") == {
        ("killed", 28.0): "Mombasa"
    }


def test_what_a_places_own_council_reports_is_there(places: Places) -> None:
    """ "In X, the council reports" puts what it reports into X: the council is that place's."""
    found = places("Floods hit Malawi. In Thyolo District, the council reports that 11 people drowned.")
    assert found["killed", 11.0] == "Thyolo District"


def test_an_office_is_no_place(places: Places) -> None:
    """What somebody heads is not where those were hurt of whom they tell."""
    hit = "Bombs hit markets in Aleppo. Dr Anna Roy, director of the Central Hospital, counted 12 dead."
    assert places(hit) == {("killed", 12.0): "Aleppo"}


def test_one_each_from_several_lands_were_hurt_in_none(places: Places) -> None:
    """Origins that a row shares ("one each from Spain, Italy and Chile") are nobody's place of harm."""
    found = places("A blast in Lahore killed four Indians, three Britons and one each from Spain, Italy and Chile.")
    assert set(found.values()) == {"Lahore"}
    found = places(
        "A blast in Lahore killed two people from Spain and one Briton, and 35 tourists, from Italy and Chile."
    )
    assert set(found.values()) == {"Lahore"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Floods in Sindh hurt 300 people, most of them in Hyderabad.", "Sindh"),
        ("Floods in Sindh hurt 300 people. Then 80 more were hurt, all of them in Karachi.", "Karachi"),
        ("A train crash in Nakuru killed 9. Two hospitals in Kisumu have reported 65 injuries.", "Kisumu"),
        ("UNICEF had counted 28 raids on schools in Mali since May, with at least 40 deaths among pupils.", "Mali"),
        (
            "The riots in Chad killed 60. Police arrested 900 people in the poorest land of the region, a nation in Africa.",
            "Chad",
        ),
    ],
)
def test_where_some_were_counted_and_what_came_of_a_happening(text: str, told: str, places: Places) -> None:
    """Where "most of them" were is not where all were; hospitals count where they are; "with 40 deaths" is the raids'."""
    assert told in (list(places(text).values())[-1] or "")


def test_what_says_who_was_counted_says_where(places: Places) -> None:
    """The place of "displaced by slides at X" is that of the people told so, over the households between."""
    found = places("Officials took 328 people from 78 families, displaced by the slides at Jaral, to nine camps.")
    assert found["displaced", 328.0] == "Jaral"


def test_what_a_border_parts_is_not_on_this_side(places: Places) -> None:
    """ "Across the border from X" and "the X border" put nobody into X."""
    assert places("Across the border from Kisumu, five people were killed in Busia.") == {("killed", 5.0): "Busia"}
    assert places("In Busia, a town on the Kenya border, five people were killed.") == {("killed", 5.0): "Busia"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In Kotwari, Jaralpur and Tulleabad the floods affected 4,800 people.", "Kotwari, Jaralpur and Tulleabad"),
        ("In Kotwari, Jaral said, 480 people died.", "Kotwari"),
    ],
)
def test_a_list_of_names_that_no_list_holds(text: str, words: str, figures_of: ReadFigures) -> None:
    """All names of a list that "and" closes are places where its first is; who speaks is none."""
    place = figures_of(text)[0].place
    assert place is not None
    assert (place.phrase or place).text == words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Floods hit Uganda on Friday. Giving an update at a briefing in Goma, capital of North Kivu province, Bisimwa "
            "said that 53 people had been hurt.",
            {("injured", 53.0): "Uganda"},
        ),
        (
            "Describing the shelling of Aleppo, the mayor said that 12 people were killed.",
            {("killed", 12.0): "Aleppo"},
        ),
        (
            "Storms hit Guatemala and Honduras in Central America. Guatemala was hit hardest, registering 31 deaths. "
            "Honduras was spared the worst and recorded 14 deaths.",
            {("killed", 31.0): "Guatemala", ("killed", 14.0): "Honduras"},
        ),
        (
            "A bomb killed 20 people in Quetta. The attack, one of Pakistan's bloodiest in years, left 35 people injured.",
            {("killed", 20.0): "Quetta", ("injured", 35.0): "Quetta"},
        ),
        (
            "Kenya's worst floods in years have killed 90 people, officials said.",
            {("killed", 90.0): "Kenya"},
        ),
        (
            "Gov. Ana Reyes of Bohol province in the central Philippines said 72 people died there.",
            {("killed", 72.0): "Bohol"},
        ),
    ],
)
def test_seats_records_and_superlatives(text: str, told: dict[tuple[str, float | None], str], places: Places) -> None:
    """Where something is told is no figure's place; a land that counts its dead, or a governor's, is."""
    found = places(text)
    assert {key: found.get(key) for key in told} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The army said that 120 rebels were killed in the besieged city of Goma. Another 39 soldiers died in the largely "
            "deserted city on Lake Kivu.",
            {("killed", 39.0): "Goma"},
        ),
        (
            "Troops killed 12 remnants of the pro-Islamic State (IS) fighters in Marawi after the deaths of three commanders.",
            {("killed", 12.0): "Marawi", ("killed", 3.0): "Marawi"},
        ),
    ],
)
def test_words_that_point_back(text: str, told: dict[tuple[str, float | None], str], places: Places) -> None:
    """A city told by kind is the one named before, whatever it lies on, and a movement's name is no land."""
    found = places(text)
    assert {key: found.get(key) for key in told} == told
