"""Who answers where the words around a number name a source by its counts, its informants or what it found out."""

from __future__ import annotations

import pytest
from tests.attribution.conftest import Analyse, Ask


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        (
            "The ferry sank within minutes, drowning 31 passengers, police and rescue sources said, as divers and some"
            " fishing boats go on with the search.",
            "31",
            "police and rescue sources",
        ),
        (
            "The fire has so far destroyed 40 homes, Chief Warden Ada Moss said on Friday as she closed the roads, 12 lanes"
            " of which were cut.",
            "40",
            "Chief Warden Ada Moss",
        ),
        ("After the wall fell, the mayor said on Monday that 12 people had died.", "12", "the mayor"),
        ("The dam broke at dawn, the governor said: 12 people drowned.", "12", "the governor"),
        ("In all, 186 people died and there were 211 landslides, government data shows.", "186", "government data"),
    ],
)
def test_a_tag_behind_a_comma_answers_for_what_stands_before_it(
    who_says: Ask, text: str, number: str, words: str
) -> None:
    """A tag that a setting follows answers for the clause before it, and one that opens a clause for that clause."""
    assert who_says(text, number)[0] == words


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("The latest official estimate is that 90 herders drowned.", "90", "The latest official estimate"),
        ("A new estimate is that 90 herders drowned.", "90", None),
        (
            "The bridge killed 16 workers. The numbers are said to come from the Harbour Board.",
            "16",
            "the Harbour Board",
        ),
        (
            "The toll of the flood rose to 72. The new numbers from the Office of Civil Rescue follow an earlier count.",
            "72",
            "the Office of Civil Rescue",
        ),
        ("The storm wrecked 40 huts. The latest figures from the port authority show that nine sank.", "40", None),
    ],
)
def test_counts_are_of_whom_they_are_said_to_come_from(
    who_says: Ask, text: str, number: str, words: str | None
) -> None:
    """An official estimate, and numbers whose origin the next sentence tells, have their source; new figures have theirs."""
    assert who_says(text, number)[0] == words


def test_results_that_a_study_announces_are_its_makers(who_says: Ask) -> None:
    """The list behind "the results are as follows" is of whoever carried out the study, until somebody else speaks."""
    text = (
        "The provincial ombudsman carried out a survey of the burned villages. The findings are as follows:\n\n"
        "In Arda 12 huts were burned.\n\nIn Borl 37 sheep died, and 5 herders.\n\nIn Corl 22 fled.\n\nIn Darn 31 fled.\n\n"
        "In Erl 44 fled.\n\nIn Farn 51 fled.\n\nA rebel said that 90 huts stand."
    )
    assert who_says(text, "37")[0] == "The provincial ombudsman"
    assert who_says(text, "51")[0] == "The provincial ombudsman"
    assert who_says(text, "90")[0] == "A rebel"


def test_a_study_alone_answers_for_nothing_behind_it(who_says: Ask) -> None:
    """Who made a study is nobody's source where its results are not announced."""
    text = "The police carried out an investigation of the fire. In Arda 12 huts were burned."
    assert who_says(text, "12") == (None, None, None)


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("The mayor was informed by rescue officials of more than 200 bodies buried.", "200", "rescue officials"),
        ("From port officials it was learned that 26 divers were missing.", "26", "port officials"),
        ("The charity heard from villagers that 14 children had drowned.", "14", "villagers"),
        ("It is with alarm that the agency has learnt of the killing of 60 nurses.", "60", "the agency"),
        (
            "Researchers studying the raid have identified almost 300 people killed by soldiers.",
            "300",
            "Researchers studying the raid",
        ),
        ("Researchers have identified 12 of the dead.", "12", None),
        ("The captain later corrected the number of dead to 24.", "24", "The captain"),
        ("The captain corrected 24 pupils.", "24", None),
    ],
)
def test_who_informs_answers_and_who_only_finds_does_not(
    who_says: Ask, text: str, number: str, words: str | None
) -> None:
    """Informants, those who learn of deaths, who identify the killed and who correct a toll answer; finders do not."""
    assert who_says(text, number)[0] == words


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        (
            "That is at odds with two officials of the district of Borl, near the dam in Arda state, who said they had"
            " buried five men on Monday, nine on Sunday and six on Saturday.",
            "nine",
            "two officials of the district of Borl",
        ),
        ("The company in Arda state, which said 12 miners died, closed the pit.", "12", "The company in Arda state"),
        ("A clerk at the mill, who gave his name only as Hassan, said 17 men fell.", "17", "Hassan"),
        (
            "Figures from the Arda and Borl Valley (ABV) authorities indicate that 52 farms burned.",
            "52",
            "Figures from the Arda and Borl Valley (ABV) authorities",
        ),
    ],
)
def test_the_words_that_name_a_speaker(who_says: Ask, text: str, number: str, words: str) -> None:
    """ "Who" is no place, a name that somebody gives is theirs, and a bracketed short name does not cut a phrase."""
    assert who_says(text, number)[0] == words


def test_a_participle_after_the_list_is_not_the_speakers(analyse: Analyse) -> None:
    """A relative clause of speech ends with its comma where the main clause goes on behind it."""
    text = "The company, which said 12 miners died, lost 90 lorries."
    found = analyse(text).source_of("text", text.index("90"), text.index("90") + 2)
    assert found is None
