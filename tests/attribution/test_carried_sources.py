"""Sources that hold over more than their own clause: quotations, breakdowns, those counted before."""

from __future__ import annotations

import pytest
from tests.attribution.conftest import Ask


def test_a_quotation_keeps_its_speaker_over_sentences(who_says: Ask) -> None:
    """A sentence inside the same quotation has the quotation's speaker."""
    text = '"We found two houses burned," said Mayor Ilse Brandt. "There are 11 people missing."'
    assert "Brandt" in (who_says(text, "11")[0] or "")


def test_a_breakdown_of_the_toll_keeps_its_source(who_says: Ask) -> None:
    """A sentence that breaks down the toll before it carries that toll's source."""
    text = "The coroner confirmed 20 deaths. Of them, 8 were children."
    assert who_says(text, "8")[0] == "The coroner"


def test_nearness_alone_does_not_attribute(who_says: Ask) -> None:
    """A sentence that merely follows an attributed one has no source."""
    text = "The coroner confirmed 20 deaths. Protesters set fire to 14 cars in another city."
    assert who_says(text, "14") == (None, None, None)


def test_the_deceased_carry_a_count_on(who_says: Ask) -> None:
    """ "Among the deceased" goes on with the count of the sentence before."""
    text = "According to the agency, 411 people died. Among the deceased were 131 men, while 12 were hurt."
    assert who_says(text, "131")[0] == "the agency"


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("The relief office reports 570 deaths; 155 people missing, 70 injured and 829 houses damaged.", "829",
         "The relief office"),
        ("Some 42 fell in the raid, while the other 19 deaths were confirmed by witnesses.", "42", None),
        ("Some 42 fell in the raid, while the other 19 deaths were confirmed by witnesses.", "19", "witnesses"),
        ("In the north 374 people died, according to official figures.", "374", "official figures"),
        ("According to health officials the fire killed 92. Two nurses were among those who lost their lives.", "Two",
         "health officials"),
        ("Kotri command said 18 died and 83 were hurt. Those killed were five soldiers. The rest were civilians. "
         "Among the wounded were 16 troopers.", "16", "Kotri command"),
        ("The fire service notified that 85 people are injured.", "85", "The fire service"),
    ],
)  # fmt: skip
def test_lists_clauses_and_breakdowns_have_their_source(
    who_says: Ask, text: str, number: str, words: str | None
) -> None:
    """A list goes on behind semicolons, a clause of its own has its own source, a breakdown keeps that of its whole."""
    assert who_says(text, number)[0] == words


def test_a_statement_is_of_who_spoke_before(who_says: Ask) -> None:
    """ "The statement" with no maker of its own has the origin of the speaker before."""
    text = "The Norvale council said it met. “The toll has risen to 438,” reads part of the statement."
    assert who_says(text, "438")[1] == "The Norvale council"


@pytest.mark.parametrize(
    "behind",
    [
        "Nearly 17 of them are sailors.",
        "Another 17 drowned upstream.",
        "Of the 17 people in hospital, most are sailors.",
        "The dead include 17 sailors.",
    ],
)
def test_those_counted_before_keep_their_source(who_says: Ask, behind: str) -> None:
    """A sentence that opens with some of those counted before, or with others of them, has the source before it."""
    assert who_says(f"The coast guard counted 60 dead. {behind}", "17")[1] == "The coast guard"


@pytest.mark.parametrize(
    ("text", "number", "origin"),
    [
        (
            "The flood drowned 60 people, according to the Red Crescent. The latest figures were handed out on Friday. "
            "The river has reached 900 homes. It took 45 bridges.",
            "45",
            "the Red Crescent",
        ),
        (
            "The flood drowned 60 people, the Red Crescent said. More than 45 people are in hospital. "
            "The figures are not complete, the Red Crescent said.",
            "45",
            "the Red Crescent",
        ),
        ("The flood drowned 60 people, the Red Crescent said. The water took 45 bridges.", "45", None),
        ("Police in Kotri announced new arrests on Monday as the toll of the fire rose to 45.", "45", None),
    ],
)
def test_words_on_the_counts_as_a_whole_keep_their_source(
    who_says: Ask, text: str, number: str, origin: str | None
) -> None:
    """A sentence on "the figures" ties the counts around it to their source; what only stands beside one does not."""
    assert who_says(text, number)[1] == origin


def test_the_authorities_of_another_land_are_not_those_named_before(who_says: Ask) -> None:
    """ "In Mozambique, authorities said" tells of Mozambique's authorities, not of the Malawian ones told before."""
    text = "Malawian authorities said that 200 people were missing. In Mozambique, authorities said 53 had been killed."
    assert who_says(text, "53")[:2] == ("authorities", "authorities in Mozambique")
    assert who_says(text, "200")[1] == "Malawian authorities"


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("The governor said the storm killed 21 people. It had wrecked 604 houses.", "604", "The governor"),
        ("The governor said the storm killed 21 people. Days earlier a fire had killed 12 people.", "12", None),
        ("The governor said the storm killed 21 people. The sea wrecked 604 houses.", "604", None),
        ("At least 45 people died in Arba, the mayor said. There were another 67 dead in Bono.", "67", "the mayor"),
        (
            "Nine men died, the Norvalian Armed Forces said on Friday. Another 12 troops were hurt, it said.",
            "12",
            "the Norvalian Armed Forces",
        ),
        (
            "The agency said 700 people are displaced. Of this displaced population, 400 are in tents.",
            "400",
            "The agency",
        ),
        ("The agency said 700 people are displaced. Of this town, nothing stands, and 30 died.", "30", None),
        ("Of the injured the Ministry of Health counted 230.", "230", "the Ministry of Health"),
        ("At least 31 people died, according to media that cite the health ministry.", "31", "the health ministry"),
    ],
)
def test_what_was_said_goes_on(text: str, number: str, words: str | None, who_says: Ask) -> None:
    """Words in the pluperfect, further dead and "it said" keep their speaker; whom media cite answers for them."""
    assert who_says(text, number)[0] == words
