"""Places that a figure's sentence takes up: "the city", "the same forest", "at the school"."""

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


def test_in_the_city_is_the_city_named_before(placed: ReadFigures) -> None:
    """ "in the city" points back to the town named last, for an earlier event too."""
    found = placed("Two people died in a blast in Quetta on Friday. In 2014 a bombing killed 26 people in the city.")
    assert [f.place.text for f in found if f.place] == ["Quetta", "Quetta"]


def test_the_same_province_is_the_last_one_called_so(placed: ReadFigures) -> None:
    """ "across the province" means the area named with that noun, not the district named after it."""
    found = placed(
        "A flood hit West Sulawesi Province on Monday, and roads were cut in Majene district. "
        "Some 300 people were killed across the province."
    )
    assert found[-1].place is not None
    assert found[-1].place.text == "West Sulawesi Province"


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
