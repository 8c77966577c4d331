"""Pronouns, surnames and short names of sources, and whom they mean."""

from __future__ import annotations

import pytest
from tests.attribution.conftest import Ask


def test_a_bare_surname_counts_where_it_was_named_before(who_says: Ask) -> None:
    """A surname that reports a number is a source once its bearer spoke before, and nobody else is."""
    text = "Governor Pavel Orlov said the river rose. On Monday Orlov reported 71 dead."
    assert who_says(text, "71")[0] == "Orlov"
    assert who_says("On Monday Orlov reported 71 dead.", "71")[0] is None


def test_a_pronoun_means_the_speaker_before(who_says: Ask) -> None:
    """ "It said" repeats the words of the body that spoke before."""
    text = "The health department confirmed 12 deaths. It said 40 others were in hospital."
    assert who_says(text, "40")[0] == "The health department"


def test_a_short_name_means_the_long_one(who_says: Ask) -> None:
    """ "The observatory" later in a report has the origin of its full name."""
    text = "The Syrian Observatory for Human Rights said 3 died. The Observatory said 9 more were wounded."
    assert "Syrian Observatory for Human Rights" in (who_says(text, "9")[1] or "")


@pytest.mark.parametrize(
    ("text", "number", "origin"),
    [
        (
            "The Harbour Safety Agency has issued no list since Friday. Then the agency said it had counted 83 dead.",
            "83",
            "The Harbour Safety Agency",
        ),
        (
            "The Kotri district administration confirmed 90 deaths. In a statement, it said 24 women had died.",
            "24",
            "The Kotri district administration",
        ),
        (
            'The toll is 90, Governor Lena Orlov said. "The coroner has told us that it is 90 and not 95." '
            "By Sunday 24 bodies had been buried, she said.",
            "24",
            "Governor Lena Orlov",
        ),
        (
            "The fire service reported two deaths. Some 24 barns were burned, Reuters quoted it as saying.",
            "24",
            "The fire service",
        ),
        (
            "Seven people died, Mayor Lena Orlov said. Twelve barns burned, she said, while 30 families were moved.",
            "30",
            "Mayor Lena Orlov",
        ),
    ],
)
def test_a_pronoun_finds_bodies_offices_and_who_speaks_outside_a_quotation(
    who_says: Ask, text: str, number: str, origin: str
) -> None:
    """ "It" is a body or an office named before; "she" is who quotes, not whom the quotation names."""
    assert who_says(text, number)[1] == origin


def test_a_pronoun_means_the_person_whose_name_opens_the_sentence_before(who_says: Ask) -> None:
    """ "He" behind a sentence that opens with a surname is that person, whoever else was cited since he spoke."""
    text = (
        "Governor Pavel Orlov put the toll at 71, down from the 80 given by the health minister. Orlov was visiting a "
        "hospital in the city. He said 284 people were injured."
    )
    assert who_says(text, "284")[1] == "Governor Pavel Orlov"


def test_the_army_is_the_states(who_says: Ask) -> None:
    """ "The army" is no party that calls itself an army, though that one spoke before."""
    text = "The National Liberation Army (ELN) said it had killed 30 soldiers. Four soldiers died, the army said."
    assert "Liberation" not in (who_says(text, "Four")[1] or "")
    assert "Liberation" in (who_says(text.replace("the army said", "the group said"), "Four")[1] or "")
