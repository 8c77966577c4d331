"""Counts in brackets behind the count that they divide."""

from __future__ import annotations

import pytest

from .conftest import ReadFigures, links_of


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (
            "Displaced people number 7,800 (3,700 men, 4,100 women, 90 people with disabilities and 420 older people).",
            [(3700, 7800), (4100, 7800), (90, 7800), (420, 7800)],
        ),
        (
            "The flood left more than 130,000 people displaced across Arba (109,000 people), Bono (14,000 people) and "
            "Cela (7,600 people).",
            [(109000, 130000), (14000, 130000), (7600, 130000)],
        ),
        ("Two deaths were reported in Arba (1 death) and Bono (1 death).", [(1, 2), (1, 2)]),
        ("A blast killed 30 people and hurt 90 (60 men and 30 women).", [(60, 90), (30, 90)]),
        ("Gunmen killed 40 people in Arba (12 farmers and 20 herders died in Bono).", []),
        ("The raid killed 40 people (up from 30).", []),
        ("The quake killed 12 people in Arba (and another 15 in Bono).", []),
        ("Three people are missing - one each in Arba, Bono and Cela.", [(1, 3)]),
        ("Five people are missing in Arba, and two each in Bono and Cela.", []),
    ],
)
def test_brackets_divide_the_count_before_them(
    text: str, links: list[tuple[float, float]], figures_of: ReadFigures
) -> None:
    """Groups in one bracket, and places with a number each, are parts; an older state and other harms are none."""
    assert links_of(figures_of, text) == links
