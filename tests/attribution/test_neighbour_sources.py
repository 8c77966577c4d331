"""Sources of the sentences around: counts place by place, hearsay, a number that leans on the sentence before."""

from __future__ import annotations

import pytest
from tests.attribution.conftest import Ask

_ARDA = "The mayor said 24 huts had burned on the coast.\n\nIn Arda, 67 huts burned. In the old port of Borl, 15 sheds fell.\n\n"


def test_counts_place_by_place_between_two_statements_are_the_speakers(who_says: Ask) -> None:
    """Sentences that each open with a place and stand between two statements of one speaker are the speaker's."""
    text = _ARDA + "“A hundred huts are gone in all,” said the mayor."
    assert who_says(text, "67")[0] == who_says(text, "15")[0] == "The mayor"


@pytest.mark.parametrize(
    "text",
    [
        _ARDA + "“A hundred huts are gone in all,” said the governor.",
        _ARDA + "Nobody could be reached in the hills.",
        _ARDA.replace("24 huts had burned", "the sea was rough") + "“All is gone,” said the mayor.",
        _ARDA.replace("In Arda, 67 huts burned", "Some 67 huts burned") + "“All is gone,” said the mayor.",
    ],
)
def test_counts_place_by_place_are_nobodys_where_no_one_speaker_encloses_them(who_says: Ask, text: str) -> None:
    """Another speaker, none, one who tells no number, or a sentence that opens with no place leaves them unsourced."""
    assert who_says(text, "67") == (None, None, None)


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        (
            "The coast guard counted 268 dead. About 80 were reported hurt and 51 are still missing.",
            "80",
            "The coast guard",
        ),
        (
            "The coast guard counted 268 dead. The number of drowned has reportedly climbed to 80.",
            "80",
            "The coast guard",
        ),
        ("The coast guard said the sea was calm. About 80 were reported hurt.", "80", None),
        ("The coast guard counted 268 dead. About 80 are believed to have fled.", "80", None),
    ],
)
def test_hearsay_goes_on_with_the_counts_before_it(who_says: Ask, text: str, number: str, words: str | None) -> None:
    """What is said or reported to be so is of whoever told a count in the sentence before."""
    assert who_says(text, number)[0] == words


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("At least 375 riders fell and 56 are missing. More than 500 were hurt, police said.", "375", "police"),
        ("The storm left 900 farms dry. Almost 400 of them are in Arda, the governor said.", "900", "the governor"),
        ("Guards fetched six divers. Some 40 sailors are missing, the Red Cross said.", "six", None),
        ("At least 375 riders fell, a nurse told AFP. More than 500 were hurt, police said.", "375", "a nurse"),
    ],
)
def test_a_number_without_a_noun_takes_the_sentence_before_along(
    who_says: Ask, text: str, number: str, words: str | None
) -> None:
    """Who tells of "more than 500" or of "400 of them" told of those counted before, where nobody else did."""
    assert who_says(text, number)[0] == words


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("The dead number 40 in Arda and 19 in Borl, officials and the Press Trust of Arda said.", "19",
         "officials and the Press Trust of Arda"),
        ("Gunmen shot two officials and the mayor said 14 were hurt.", "14", "the mayor"),
        ("“There are 150 people on the roofs,” lamented a group of riders.", "150", "a group of riders"),
        ("Of the injured the clinic counted 230, half of them in Arda; more than 80 are in danger.", "80", "the clinic"),
        ("The clinic counted 230; more than 80 barns were burned by rebels.", "80", None),
        ("The report came after the district government published its own findings, which gave a toll of 107.", "107",
         "the district government"),
    ],
)  # fmt: skip
def test_who_speaks_in_a_sentence(who_says: Ask, text: str, number: str, words: str | None) -> None:
    """Joint speakers, one named behind a quotation, one whose list goes on, and the owner of findings answer."""
    assert who_says(text, number)[0] == words


def test_people_counted_in_words_break_off_what_was_told_before(who_says: Ask) -> None:
    """ "Two of them" are of the five of the sentence before, not of whoever spoke earlier."""
    text = "The board said 12 gates were open. The bodies of five men were taken out of a house. Two of them were 60."
    assert who_says(text, "Two of") == (None, None, None)


def test_the_dead_are_not_of_whoever_counted_things(who_says: Ask) -> None:
    """ "Among the dead" goes on with a count of the dead, and not with one of schools."""
    told = "{} Eighteen pupils are among the dead, and 26 were hurt."
    assert who_says(told.format("A survey by the clinic shows that 45 schools cracked."), "26") == (None, None, None)
    assert who_says(told.format("The clinic counted 45 deaths."), "26")[0] == "The clinic"
