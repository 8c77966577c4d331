"""Sources in brackets behind a number, as situation reports write them."""

from __future__ import annotations

import pytest
from tests.attribution.conftest import Ask


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("1,310 injuries recorded in Vester (MoH – March 2024)", "1,310", "MoH"),
        ("4,200 houses damaged in Vester (OCHA, 12 May)", "4,200", "OCHA"),
        ("18 people dead in Vester (source: Harbour Rescue)", "18", "Harbour Rescue"),
        ("14 houses burned (UNHCR) and 20 people fled (IOM, as of 3 May).", "14", "UNHCR"),
        ("14 houses burned (UNHCR) and 20 people fled (IOM, as of 3 May).", "20", "IOM"),
        ("A total of 61 people were injured (Ministry of Health, 3 June 2021).", "61", "Ministry of Health"),
        ("Of the displaced 61 are children (KTM Emergency Tracking, 17 May).", "61", "KTM Emergency Tracking"),
    ],
)
def test_a_bracket_names_the_source_of_what_stands_before_it(who_says: Ask, text: str, number: str, words: str) -> None:
    """A body in brackets behind a number answers for it, from the bracket before on."""
    assert who_says(text, number)[0] == words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("On Monday 12 people died (see map) in Vester.", "12"),
        ("Some 300 families (about 1,500 people) fled to the Harbour Office (HO).", "300"),
        ("The dead were 12 fighters of Hayat Tahrir al-Sham (HTS) and 19 soldiers.", "12"),
        ("The Black Lions (FC Vester, 1998) lost 12 players.", "12"),
        ("12 people in the care of the World Health Organization (WHO) died.", "12"),
    ],
)
def test_a_bracket_that_explains_names_no_source(who_says: Ask, text: str, number: str) -> None:
    """A short form behind its name, an aside and a club are nobody's word."""
    assert who_says(text, number)[0] is None


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("The Front said it was behind the blasts at the port, which killed 31 people.", "31", None),
        ("Police said they held 12 men over the attacks on two markets, which left 90 people dead.", "90", None),
        ("Officials said a bomb went off in a market, which killed 12 people.", "12", "Officials"),
        ("The ministry said the quake that struck at dawn killed 14 people.", "14", "The ministry"),
    ],
)
def test_what_only_recalls_a_known_happening_is_not_the_speakers(
    who_says: Ask, text: str, number: str, words: str | None
) -> None:
    """A toll in a relative clause behind a happening known already is the outlet's, behind a new one the speaker's."""
    assert who_says(text, number)[0] == words
