"""Counts that somebody keeps, relays or only explains: own work, an agency's tag, lists that a sentence announces."""

from __future__ import annotations

import pytest
from tests.attribution.conftest import Ask


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("Police have arrested 60 people over the fire.", "60", "Police"),
        ("Since the raid the district clinic has cared for more than 600 sailors.", "600", "the district clinic"),
        ("Police arrested 60 people on Sunday.", "60", None),
        ("The storm has killed 60 people.", "60", None),
        ("A nurse who has treated 60 people was tired.", "60", None),
        ("Police have arrested 60 people, the mayor said.", "60", "the mayor"),
        ("Norland has arrested 60 people.", "60", None),
    ],
)
def test_a_body_answers_for_the_running_count_of_its_own_work(
    who_says: Ask, text: str, number: str, words: str | None
) -> None:
    """In the present perfect a body's count of its work is its own, unless somebody tells it; one deed is anybody's."""
    assert who_says(text, number)[0] == words


@pytest.mark.parametrize(
    ("text", "number", "origin"),
    [
        ("The health ministry counted 12 dead. Its spokesman said 30 were hurt.", "30", "The health ministry"),
        ("The Harbour Union lost 14 members, its chairwoman Lena Orlov said.", "14", "The Harbour Union"),
        ("The storm hit Arda. Its mayor said 30 were hurt.", "30", "Its mayor"),
    ],
)
def test_whose_spokesman_its_spokesman_is(who_says: Ask, text: str, number: str, origin: str) -> None:
    """ "Its" before a post is the body told of before, and no storm."""
    assert who_says(text, number)[1] == origin


def test_a_paper_that_reports_a_speaker_relays(who_says: Ask) -> None:
    """Who "reported" what another said in the same sentence is the agency of the other's words."""
    text = "Lena Orlov, the police spokeswoman, said that 40 riders are missing, the Arda Herald reported."
    assert who_says(text, "40") == ("Lena Orlov, the police spokeswoman", "the police", "the Arda Herald")


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("“It looks like then,” Mr Osei told AFP, referring to a flood which killed 6,300 people.", "6,300", None),
        ("“It looks bad,” Mr Osei told AFP, adding that 6,300 people had died.", "6,300", "Mr Osei"),
        ("I carried 44 children into the ward - Dr Langton", "44", "Dr Langton"),
        ("I carried 44 children into the ward - Old Harbour", "44", None),
        ("The toll, by unofficial figures, climbed to 300 dead.", "300", "unofficial figures"),
        ("The toll, by yearly figures, climbed to 300 dead.", "300", None),
        (
            "Early on Sunday Arda's civil protection agency had counted 724 dead.",
            "724",
            "Arda's civil protection agency",
        ),
        (
            "Official reports speak of 1,400 deaths, and more than 80 huts have been burned, the mayor said.",
            "80",
            "the mayor",
        ),
    ],
)
def test_explanations_tags_and_unowned_figures(who_says: Ask, text: str, number: str, words: str | None) -> None:
    """What an outlet explains is nobody's; a title names a person; figures may be official; a day is in no name."""
    assert who_says(text, number)[0] == words


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        (
            "Mayor Ada Moss spoke on Sunday of 90 dead. Moss shared the following breakdown:\n\nArda: 12\n\nTwo towns listed"
            " 31 deaths each.",
            "31",
            "Moss",
        ),
        ("Mayor Ada Moss spoke on Sunday of 90 dead. Moss shared a view of the sea:\n\nIn Arda 12 died.", "12", None),
        (
            "The dead were 90, the Norland Relief Council said.\n\nOnly 75 of these have been named.\n\nA total of 114 were"
            " hurt.\n\nAccording to the NRC, 900 fled.",
            "114",
            "the Norland Relief Council",
        ),
        (
            "At least 1,941 people died, according to the coroner. Most of the dead were in Arda, with 97 deaths, but Borl"
            " suffered too; the mayor of Borl counted 9.",
            "97",
            "the coroner",
        ),
    ],
)
def test_lists_and_totals_keep_their_source(who_says: Ask, text: str, number: str, words: str | None) -> None:
    """An announced breakdown, a total between two statements of one body, and the dead told of before keep theirs."""
    assert who_says(text, number)[0] == words


@pytest.mark.parametrize(
    ("text", "number", "origin"),
    [
        ("The coast guard said three sailors drowned. The agency's figures show 12 missing.", "12", "The coast guard"),
        ("Police said nine men died. The hospital's data show 31 wounded.", "31", "The hospital"),
        ("A woman of 90 died, according to a report from Kotri TV Channel 4.", "90", "Kotri TV Channel 4"),
        ("Fifteen guides died, data from the Avalanche Location & Event Data Project shows.", "Fifteen",
         "the Avalanche Location & Event Data Project"),
    ],
)  # fmt: skip
def test_whose_a_document_is(who_says: Ask, text: str, number: str, origin: str) -> None:
    """A document's owner is the body told of before that a bare noun means, or the whole name behind "from"."""
    assert who_says(text, number)[1] == origin


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("More than 900 were forced from their homes, by the charity's estimate.", "900", "the charity's estimate"),
        ("Deputy Mayor Ada Moss: “There are 14 graves.”", "14", "Deputy Mayor Ada Moss"),
        ("Old Harbour Street: “There are 14 graves.”", "14", None),
        ("Fourteen deaths were attributed to the heat by the clinic.", "Fourteen", "the clinic"),
        ("The judges ruled that 14 men had drowned.", "14", "The judges"),
        ("The judges ruled 14 villages.", "14", None),
        ("The charity estimated 900 people had fled.", "estimated 900", "The charity"),
    ],
)
def test_estimates_rulings_and_headings_with_a_post(who_says: Ask, text: str, number: str, words: str | None) -> None:
    """Estimates, what deaths are attributed to, rulings, and names with a post before a colon are somebody's word."""
    assert who_says(text, number)[0] == words


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("On Friday the ministry brought the toll down to 31.", "31", "the ministry"),
        ("The governor cut the number of dead to 31.", "31", "The governor"),
        ("The ministry broke the casualties down by region: 31 killed in the south and 12 dead in the north.", "31",
         "The ministry"),
        ("Two more deaths brought the toll to 31.", "31", None),
        ("The storm cut power to 31 homes.", "31", None),
        ("The army cut the road and 31 people died.", "31", None),
    ],
)  # fmt: skip
def test_who_changes_a_toll_answers_for_it(who_says: Ask, text: str, number: str, words: str | None) -> None:
    """Whoever brings a toll down, cuts it or breaks it down tells it; a death that raises it, and other cuts, do not."""
    assert who_says(text, number)[0] == words
