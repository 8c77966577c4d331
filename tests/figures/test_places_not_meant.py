"""Places that a figure's sentence names and that are not the figure's: the speaker's, the victims' home, a neighbour's."""

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


def test_what_says_where_a_place_lies_is_no_place_of_the_event(placed: ReadFigures) -> None:
    """Of "X, west of Y" the blast was in X, whatever figure comes later."""
    found = placed("A blast tore through a depot in Afrin, west of Aleppo. Rescuers said that 14 people were killed.")
    assert found[-1].place is not None
    assert (found[-1].place.text, _place(found[-1])) == ("Afrin", "a depot in Afrin")


def test_where_victims_come_from_is_not_where_they_were_killed(placed: ReadFigures) -> None:
    """Of "people from several towns of X were killed in Y" the figure is at Y."""
    found = placed("At least 17 traders from the eastern towns of Gode and Kebri Dahar were killed in Harar on Sunday.")
    assert _place(found[0]) == "Harar"


def test_who_attacked_is_no_place(placed: ReadFigures) -> None:
    """A name that only describes the attack is no place of its dead; one that describes a junction is."""
    (figure,) = placed("Nine people died in Zarwan raid on Monday, police said.")
    assert figure.place is None
    (figure,) = placed("A blast at Kudra junction killed nine people, police said.")
    assert figure.place is not None
    assert figure.place.text == "Kudra junction"


def test_where_the_hurt_are_brought_is_not_where_they_were_hurt(placed: ReadFigures) -> None:
    """People wounded in one town and evacuated to another were wounded in the first."""
    found = placed("A blast hit a bus in Quetta on Monday. Police said 12 wounded people had been taken to Karachi.")
    assert found[-1].place is not None
    assert found[-1].place.text == "Quetta"


def test_where_somebody_is_from_is_no_place_of_the_event(placed: ReadFigures) -> None:
    """ "Ali Khan, 36, of X" names the home of a victim."""
    found = placed("Two men, among them Ali Khan, 36, of Lahore, were killed when a roof collapsed in Multan.")
    assert found[0].place is not None
    assert found[0].place.text == "Multan"


def test_the_place_of_the_newest_dead_is_not_the_tolls(placed: ReadFigures) -> None:
    """ "Four died in X, bringing the toll to 90" does not put the 90 in X."""
    found = placed("A storm hit Malawi. Four more people died in Zomba, bringing the total death toll to 90.")
    assert found[-1].place is None or found[-1].place.how != "clause"


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


def test_a_counted_place_is_no_speakers(placed: ReadFigures) -> None:
    """In "190 in X, 183 in Y, officials and the agency said" each place has its own number."""
    found = placed("The dead number 407 in Kerala, 190 in Assam and 11 in Goa, officials and the Press Trust said.")
    assert [_place(f) for f in found] == ["Kerala", "Assam", "Goa"]
