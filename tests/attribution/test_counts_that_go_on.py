"""Counts that stand right behind what a source told, and go on with it."""

from __future__ import annotations

import pytest
from tests.attribution.conftest import Ask

_TOLD = "Health director Ada Brook said 51 people were treated in Vester. "


@pytest.mark.parametrize(
    ("behind", "number"),
    [
        ("Three injured patients remain in Ostrel Hospital.", "Three"),
        ("Nine people are in intensive care.", "Nine"),
        ("In all 595 people were hurt, and 59 are still being treated.", "59"),
        ("At least 8 villagers are still missing.", "8"),
        ("The number of wounded has gone up to 70.", "70"),
        ("The death toll stands at 14.", "14"),
        ("That brings the total of those hurt to 90.", "90"),
        ("They are among some 400 people hurt in the province.", "400"),
        ("In hospital are 22 people.", "22"),
    ],
)
def test_how_a_count_stands_is_told_by_who_counted(who_says: Ask, behind: str, number: str) -> None:
    """A state of people, a number gone up and a sum right behind a source's count are that source's."""
    assert who_says(_TOLD + behind, number)[0] == "Health director Ada Brook"


@pytest.mark.parametrize(
    ("behind", "number"),
    [
        ("More than 2,000 people have been arrested.", "2,000"),
        ("A total of 39 policemen have been killed since May.", "39"),
        ("Reports indicate that 46 people are missing.", "46"),
        ("The storm killed 31 people in 2019.", "31"),
        ("The figure is far above the 12 of an earlier storm.", "12"),
        ("The roads are closed. Nine people are in intensive care.", "Nine"),
    ],
)
def test_another_count_is_nobody_s(who_says: Ask, behind: str, number: str) -> None:
    """What was done, what reports say and what stands further off is not the source's."""
    assert who_says(_TOLD + behind, number)[0] is None


def test_who_is_named_behind_comes_before_who_spoke_before(who_says: Ask) -> None:
    """A count between two sources is of the one that the next sentence leans on it."""
    text = _TOLD + "At least 375 people were killed and 56 are missing. More than 500 were hurt, police said."
    assert who_says(text, "56")[0] == "police"


def test_the_same_source_is_the_one_that_spoke_last(who_says: Ask) -> None:
    """ "The same source said" gives a count to whoever spoke before it."""
    text = "The Vester police said 12 people had died. In the east 29 are missing, the same source said."
    assert who_says(text, "29")[1] == who_says(text, "12")[1]


def test_who_gives_none_tells_nothing_of_what_stands_behind(who_says: Ask) -> None:
    """ "Gave no warning" makes its subject no source of the numbers in the rest of the sentence."""
    text = "The Vester army gave no warning before the strikes, which levelled six houses near the port."
    assert who_says(text, "six")[0] is None


def test_a_short_name_that_closes_a_row_is_its_source(who_says: Ask) -> None:
    """An unknown short name in brackets at a sentence's end is its source, unless it abbreviates what stands before."""
    assert who_says("Some 6,400 people are sheltering in schools (DRM).", "6,400")[0] == "DRM"
    assert who_says("Nine people were hurt by a lorry of the coal company (VCC).", "Nine")[0] is None
