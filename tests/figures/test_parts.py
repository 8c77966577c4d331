"""Which figure is a part of which, by words, by rows and by sums."""

from __future__ import annotations

import pytest

from .conftest import ReadFigures


def _links(figures_of: ReadFigures, text: str) -> list[tuple[float | None, float | None]]:
    """(part, whole) of each linked figure, in text order."""
    figures = figures_of(text)
    value = {f.id: f.value for f in figures}
    return [(f.value, value[f.part_of]) for f in figures if f.part_of is not None]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Of the 41 injured, 38 are from Delta state.", [(38, 41)]),
        ("Floods killed 12 people and injured 90, of whom 20 are in serious condition.", [(20, 90)]),
        ("The crash killed 5 people and injured 31, six critically.", [(6, 31)]),
        ("Among the nine dead were two nurses.", [(2, 9)]),
        (
            "Strikes killed 90 people. The toll includes 52 civilians, eight of whom were children and five women.",
            [(52, 90), (8, 52), (5, 52)],
        ),
        ("A landslide killed 14 people. All but three of the dead were pupils.", [(3, 14)]),
    ],
)
def test_words_point_at_the_whole(text: str, links: list[tuple[float, float]], figures_of: ReadFigures) -> None:
    """A part is tied to the count that its words name, not to the nearest figure."""
    assert _links(figures_of, text) == links


def test_the_dead_are_all_who_died(figures_of: ReadFigures) -> None:
    """ "Among the dead" goes back to the toll, past a smaller count told in between."""
    text = (
        "The blast at the market killed 63 people, police said. Three gunmen were killed when troops arrived. "
        "Shops stayed shut on Sunday. Two guards and four traders were among the dead."
    )
    assert _links(figures_of, text) == [(2, 63), (4, 63)]


def test_what_of_these_points_at_background_is_not_its_whole(figures_of: ReadFigures) -> None:
    """A larger toll of an earlier year holds none of today's dead."""
    text = (
        "In 2009 a fire in the same hall killed 80 people. Friday's fire killed 30 people. Ten of the dead were women."
    )
    assert (10, 80) not in _links(figures_of, text)


def test_a_row_that_ends_in_among_them_is_all_part_of_its_total(figures_of: ReadFigures) -> None:
    """ "Among them" at the end of a row ties every member of it to the total before the row."""
    text = "The number of protesters killed is now 20 people, seven in Kassala, eight in Gedaref and five in Sennar among them."
    assert _links(figures_of, text) == [(7, 20), (8, 20), (5, 20)]


def test_figures_that_add_up_to_a_total_told_before_are_its_parts(figures_of: ReadFigures) -> None:
    """Two counts of one measure that come to the total of the lead are its parts, whatever is counted between them."""
    text = (
        "Storms killed 21 people and injured 48 over the weekend. In Tamale 15 people were killed and 40 injured. "
        "Six people were killed and eight injured in Wa."
    )
    assert _links(figures_of, text) == [(15, 21), (40, 48), (6, 21), (8, 48)]


def test_some_members_of_a_longer_row_add_up_by_accident(figures_of: ReadFigures) -> None:
    """The first of a row is not the total of the next ones where the row goes on."""
    text = "Nine people are missing in Aden, five in Taiz, four in Ibb, three in Hajjah and two in Marib."
    assert _links(figures_of, text) == []


def test_fighters_are_no_part_of_a_count_of_civilians(figures_of: ReadFigures) -> None:
    """A sum that comes out by accident over other people makes no parts."""
    text = (
        "At least 19 civilians were killed. Eight civilians were killed near the bridge. Eleven soldiers were killed."
    )
    assert _links(figures_of, text) == []


def test_the_lightly_hurt_end_no_row(figures_of: ReadFigures) -> None:
    """Whom the row goes on with after "two seriously" is not among these two."""
    text = "Six drivers were wounded, two seriously, along with one guard."
    assert _links(figures_of, text)[0] == (2, 6)
    assert (1, 6) not in _links(figures_of, text)


def test_a_part_told_again_is_still_a_part(figures_of: ReadFigures) -> None:
    """A second telling of a part's number points at the same whole."""
    text = "The raids killed 30 people, 12 policemen among them. Officials confirmed that 12 policemen had been killed."
    assert _links(figures_of, text) == [(12, 30), (12, 30)]
