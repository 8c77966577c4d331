"""Agencies and outlets that pass on what others said, and those with a count of their own."""

from __future__ import annotations

import pytest
from tests.attribution.conftest import Ask


def test_a_relaying_agency_alone_is_no_origin(who_says: Ask) -> None:
    """Where only a news agency is named, there is an agency and no origin."""
    text = "Reuters reported that 16 people drowned."
    assert who_says(text, "16")[1:] == (None, "Reuters")


def test_a_cited_source_is_the_origin_and_the_agency_relays_it(who_says: Ask) -> None:
    """In "X reported, citing Y", Y is the origin and X the agency."""
    text = "Reuters reported, citing two army officers, that 16 soldiers were killed."
    words, _, agency = who_says(text, "16")
    assert (words, agency) == ("two army officers", "Reuters")


def test_the_agency_that_was_told_relays(who_says: Ask) -> None:
    """In "X told AFP", X is the origin and AFP the agency."""
    text = "A port official told AFP that 9 dockers were missing."
    words, _, agency = who_says(text, "9")
    assert (words, agency) == ("A port official", "AFP")


def test_an_agency_with_a_count_of_its_own_is_the_origin(who_says: Ask) -> None:
    """An agency's own count makes the agency the origin."""
    assert who_says("AFP, by its own count, reported more than 100 deaths.", "100")[1] == "AFP"


def test_as_reported_by_vouches_for_the_sentence(who_says: Ask) -> None:
    """ "As reported by X" at the end of a sentence makes X the source of all of it."""
    text = "The flood displaced more than 9,000 people, half of them children, as reported by the relief agency."
    assert who_says(text, "9,000")[0] == "the relief agency"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The toll has risen to 195. This is according to the state's health commissioner.",
            "the state's health commissioner",
        ),
        ("Some 195 people were killed in the strike. Three shops burned. Source: Kotri Police.", "Kotri Police"),
        ("Dozens were wounded and 195 were killed, Doctors Without Borders said.", "Doctors Without Borders"),
        ("Latest reports put the number of dead at 195.", None),
    ],
)
def test_credits_behind_the_words_and_reports_of_nobody(who_says: Ask, text: str, words: str | None) -> None:
    """A line that only credits a source answers for what stands before it; bare reports name nobody."""
    assert who_says(text, "195")[0] == words


def test_an_agencys_tally_is_its_own_whatever_it_draws_on(who_says: Ask) -> None:
    """The origin of an agency's tally is the agency; what it draws on stays in its words."""
    words, origin, _ = who_says("An AFP tally based on figures from police and hospitals has 104 people dead.", "104")
    assert (words, origin) == ("An AFP tally based on figures from police and hospitals", "Agence France-Presse")
