"""Totals that are told behind their parts, and what the words around a part say of its whole."""

from __future__ import annotations

import pytest

from .conftest import PlaceFigures, ReadFigures, links_of


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("A total of 70 people are missing, 40 in Arba and the rest in Bono.", [(40, 70)]),
        ("Police arrested 90 people, 30 in Arba, 20 in Bono and the remainder in Cela.", [(30, 90), (20, 90)]),
        ("The clinic said at least 68 people were hurt, but that the total number hurt was above 100.", [(68, 100)]),
        ("Six people were killed in Arba, and the total cost is 40 million.", []),
        ("Some 100 children have died, or 37 per cent of the total of 272 people killed.", [(100, 272)]),
        ("The flood killed 12 people, and 37 per cent of the 300 homes that it destroyed were new.", []),
        ("Twelve people died in the north. In all, 40 people were killed.", [(12, 40)]),
        ("Twelve people died in the north. On Monday 40 people were killed in the south.", []),
        (
            "A further 23 soldiers have died, the ministry said. So, by updated data, 104 soldiers have died since May.",
            [(23, 104)],
        ),
        ("Another 23 soldiers died on Friday. On Monday 104 miners died.", []),
    ],
)
def test_a_total_is_told_behind_its_parts(text: str, links: list[tuple[float, float]], figures_of: ReadFigures) -> None:
    """The rest, a share, "the total number", "in all" and a count that goes on tell the whole of what stands before."""
    assert links_of(figures_of, text) == links


def test_two_voices_make_no_total(placed: PlaceFigures) -> None:
    """ "Overall" of another source is no total of what the first one counted."""
    text = "The Arba Police Office said that 12 people died. Overall, 40 people were killed, the Red Cross said."
    assert [f.value for f in placed(text, None) if f.part_of is not None] == []


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("The raid left 56 dead and 30 others hurt, three of whom later died in hospital.", [(3, 30)]),
        ("About 268 deaths were recorded, of which the office has named only 122.", [(122, 268)]),
        ("Some 300 people were killed. There are many more, but of these 190 we know the name.", []),
        ("Some 300 people were killed. Of these 190 were children.", [(190, 300)]),
        ("He buried 10 bodies. Fishers told him that another 28 were recovered, including seven on Monday.", []),
        (
            "Some 900 people fled. Half of those who fled are children, including 200 orphans.",
            [(None, 900), (200, None)],
        ),
        (
            "Some 620 houses are damaged, of which 270 houses badly, 130 houses moderately and 220 houses slightly.",
            [(270, 620), (130, 620), (220, 620)],
        ),
        (
            "More than 900 people have died in the floods. The dead number 407 in Kerala, 390 in Assam and 123 in Bihar.",
            [(407, 900), (390, 900), (123, 900)],
        ),
        ("Some 620 houses are damaged. Infrastructure: damage to 38 schools, 16 clinics and 14 churches.", []),
        (
            "Some 620 buildings are damaged. Infrastructure: damage to 38 schools, 16 clinics and 14 churches.",
            [(38, 620), (16, 620), (14, 620)],
        ),
    ],
)
def test_the_words_around_a_part_choose_its_whole(
    text: str, links: list[tuple[float, float]], figures_of: ReadFigures
) -> None:
    """A clause of those before it, the pronoun's own number, what "including" goes on and the nouns decide."""
    assert links_of(figures_of, text) == links
