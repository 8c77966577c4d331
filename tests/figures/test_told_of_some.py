"""Numbers beside which something is told of some of them only, of them as over, or of others."""

from __future__ import annotations

import pytest

from .conftest import PlaceFigures, ReadFigures, links_of


def _told(figures_of: ReadFigures, text: str) -> list[tuple[str, float | None]]:
    return [(f.measure, f.value) for f in figures_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Deputies found more than 100 people, many of whom were in shelters.",
        "Crews reached 40 villagers, most of whom were staying in a relief camp.",
        "Hundreds of people who had been listed as missing have since turned up.",
        "Sixty passengers who had been reported missing were located by evening.",
    ],
)
def test_what_is_told_of_some_or_as_over_is_no_count(text: str, figures_of: ReadFigures) -> None:
    """Those found are not displaced because many of them were in shelters, nor missing because they had been."""
    assert not figures_of(text)


def test_what_is_told_of_all_is_counted(figures_of: ReadFigures) -> None:
    """A relative clause about some leaves the main verb its count; who is missing still is."""
    assert _told(figures_of, "Thirty people, most of whom were children, were killed.") == [("killed", 30)]
    assert _told(figures_of, "Forty people who are missing live in the valley.") == [("missing", 40)]


def test_a_member_that_says_what_befell_it_goes_on_no_row(figures_of: ReadFigures) -> None:
    """Victims of violence and people who received blows are none of the dead that a list begins with."""
    text = "The group counted 10 deaths, 68 victims of physical violence and 8 people who received blows."
    assert _told(figures_of, text) == [("killed", 10)]
    assert _told(figures_of, "The group counted 10 deaths in Arba, 8 in Bono.") == [("killed", 10), ("killed", 8)]


@pytest.mark.parametrize(
    "text",
    [
        "The clashes left 19 dead (18 civilians and one policeman) and 800 injured.",
        "The clashes left 19 dead - 18 civilians and one policeman - and 800 injured.",
    ],
)
def test_an_aside_that_adds_up_divides_the_number_before_it(text: str, figures_of: ReadFigures) -> None:
    """Members of an aside have the measure before it, whatever is counted behind it, and give that no group."""
    assert links_of(figures_of, text) == [(18, 19), (1, 19)]
    last = figures_of(text)[-1]
    assert (last.measure, last.value, last.population.category) == ("injured", 800, "people")


def test_an_aside_that_does_not_add_up_divides_nothing(figures_of: ReadFigures) -> None:
    """The number before brackets is no whole of numbers in them that do not add up to it."""
    text = "The clashes left 19 dead (12 soldiers and 30 fighters fought there) and 800 injured."
    assert 19 not in [whole for _, whole in links_of(figures_of, text)]


def test_reports_that_could_not_be_checked_are_unverified(figures_of: ReadFigures) -> None:
    """A count whose teller has not been able to verify it carries that."""
    (told,) = figures_of("Her office had received reports of 20 deaths but had not yet been able to verify them.")
    assert {c.kind for c in told.caveats} == {"unverified"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gunmen began on Monday to attack the town, which hosts 2,000 displaced people.", None),
        ("Clerks said 12 were unaccounted for since the fire razed the mill, the largest there, on Monday.", None),
        ("The fire killed 9 people on Monday, who live in the town.", "Monday"),
        ("Twelve people have been missing since Monday.", "since Monday"),
    ],
)
def test_a_day_of_another_clause_is_not_the_counts(text: str, day: str | None, placed: PlaceFigures) -> None:
    """Whom a town hosts now is not dated by an attack on it, nor those missing by what they are missing since."""
    (told,) = placed(text, None)
    assert (told.when.text if told.when else None) == day


def test_a_sum_of_bodies_and_parts_of_them_is_no_toll(figures_of: ReadFigures) -> None:
    """What two numbers add up to counts nobody where one of them counts no people."""
    told = "The river brought 75 bodies and 142 body parts, 217 in all."
    assert _told(figures_of, told) == [("killed", 75)]
    assert ("killed", 50) in _told(figures_of, "The flood killed 20 men and 30 women, 50 in all.")


def test_each_deed_keeps_its_own_day(placed: PlaceFigures) -> None:
    """Those taken on one day and freed on another were taken on the first."""
    text = "Over 300 pupils abducted from a school in Farholm last Friday and released on Thursday night came home."
    (told,) = placed(text, None)
    assert told.when is not None
    assert told.when.text == "last Friday"
