"""Counts that enter a toll, and members of a whole that its next sentences go on with."""

from __future__ import annotations

import pytest

from .conftest import ReadFigures, links_of


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Nine more miners were found dead, which brings the death toll to 61.", [(9, 61)]),
        ("Four people died in a fire at a mill, which took the death toll in the riots to 12.", [(4, 12)]),
        ("The flood has now claimed 33 lives, after two more of the injured died in hospital.", [(2, 33)]),
        (
            "Officials say 140 people died in the unrest, after adding five who died in custody to the tally.",
            [(5, 140)],
        ),
        (
            "The quake killed 50 people. Of the dead, 12 are from Kotri and 20 from Jaral. Another 7 have not been named.",
            [(12, 50), (20, 50)],
        ),
    ],
)
def test_what_a_toll_takes_up_is_part_of_it(
    text: str, links: list[tuple[float, float]], figures_of: ReadFigures
) -> None:
    """A count that a sentence says to have entered a toll is a part of that toll."""
    assert links_of(figures_of, text) == links


def test_another_count_goes_on_a_list_of_parts(figures_of: ReadFigures) -> None:
    """ "Another 7 bodies" behind a list of the dead are the next of them, while they fit."""
    text = (
        "The quake killed 50 people. Of the dead, 12 are from Kotri and 20 from Jaral. Another {} bodies are unnamed."
    )
    assert (7, 50) in links_of(figures_of, text.format(7))
    assert (40, 50) not in links_of(figures_of, text.format(40))


def test_others_than_those_told_are_no_part_of_them(figures_of: ReadFigures) -> None:
    """ "With 300 more slightly damaged" counts houses beside those just told."""
    text = "The storm left 900 houses heavily damaged, with 300 more moderately and 80 slightly damaged."
    assert (300, 900) not in links_of(figures_of, text)
