"""How much a number says: exact counts, bounds, ranges, shares and what is converted."""

from __future__ import annotations

import pytest

from .conftest import ReadFigures


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("At least 27 people died.", (27, None, "at_least")),
        ("More than 40 people died.", (40, None, "more_than")),
        ("Up to 90 people died.", (None, 90, "up_to")),
        ("About 50 people died.", (50, 50, "approx")),
        ("Between 20 and 30 people died.", (20, 30, "range")),
        ("Dozens of people died.", (None, None, "vague")),
        ("A hundred or so people died.", (100, 100, "approx")),
        ("The UN estimates 600 people died.", (600, 600, "approx")),
        ("It gave an estimate of 600 dead.", (600, 600, "approx")),
        ("The toll did not exceed 46.", (None, 46, "up_to")),
        ("The toll has exceeded 46.", (46, None, "more_than")),
        ("The death toll climbs past 250.", (250, None, "more_than")),
        ("The number of displaced has gone over the 2.8 million mark.", (2_800_000, None, "more_than")),
        ("He went over the 12 deaths.", (12, 12, "exact")),
    ],
)
def test_hedges_give_the_bounds(
    text: str, bounds: tuple[float | None, float | None, str], figures_of: ReadFigures
) -> None:
    """The bounds are those that the hedge states and no more."""
    (figure,) = figures_of(text)
    assert (figure.low, figure.high, figure.qualifier) == bounds


def test_a_share_has_derived_bounds_and_shows_its_calculation(figures_of: ReadFigures) -> None:
    """Half of an open base is open, and the sum is shown."""
    whole, share = figures_of("More than 14,000 people were displaced, nearly half of them children.")
    assert (share.low, share.high, share.value, share.derived) == (7000, None, None, True)
    assert share.part_of == whole.id
    assert "14,000" in (share.calculation or "")


def test_people_converted_from_households_are_linked_to_them(figures_of: ReadFigures) -> None:
    """A stated conversion makes one linked pair."""
    households, people = figures_of("More than 3,000 families (about 15,000 people) were displaced.")
    assert households.unit == "household"
    assert people.converted_from == households.id


def test_a_bound_of_age_stays_with_those_whom_it_bounds(figures_of: ReadFigures) -> None:
    """Children under an age are no figure of all children."""
    figures = figures_of("The raid killed 11 children under the age of eight and 14 women over 60.")
    assert [f.population.group for f in figures] == ["children under the age of eight", "women over 60"]


def test_an_announced_range_reaches_over_an_aside(figures_of: ReadFigures) -> None:
    """The ends of a range of accounts are one figure."""
    (figure,) = figures_of("Activists gave death tolls ranging from about 500 to - by one account - some 1,300.")
    assert (figure.low, figure.high, figure.qualifier) == (500, 1300, "range")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Both the rebels and the army were killed in the ambush.", []),
        ("Both soldiers and villagers were killed in the ambush.", []),
        ("Both soldiers were killed in the ambush.", [2]),
    ],
)
def test_both_counts_two_of_one_kind_alone(figures_of: ReadFigures, text: str, values: list[float]) -> None:
    """ "Both X and Y" names two parties and counts nobody; "both soldiers" are two."""
    assert [f.value for f in figures_of(text)] == values


def test_leaders_at_the_top_are_as_many_as_are_told(figures_of: ReadFigures) -> None:
    """ "The top two leaders" are two, and no more."""
    assert [f.qualifier for f in figures_of("The top two commanders of the group were killed.")] == ["exact"]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Soldiers killed dozens, if not hundreds, of villagers.", ("vague", None, None)),
        ("The quake injured 60, perhaps 70 people.", ("range", 60, 70)),
    ],
)
def test_what_a_number_may_come_to_is_no_second_number(
    text: str, bounds: tuple[str, float | None, float | None], figures_of: ReadFigures
) -> None:
    """A higher number behind "if not" or "perhaps" is the far end of one quantity."""
    assert [(f.qualifier, f.low, f.high) for f in figures_of(text)] == [bounds]
