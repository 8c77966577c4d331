"""Towns where a toll was told or filed, and those that only say where the site lies or who the counted are."""

from __future__ import annotations

import pytest

from .conftest import PlaceFigures, place_of


def test_there_is_not_the_town_that_only_says_where_the_site_lies(placed: PlaceFigures) -> None:
    """After "in Erftstadt, southwest of Cologne", "there" is Erftstadt."""
    found = placed(
        "In Erftstadt, southwest of Cologne, the ground gave way. Police said seven people died there.", None
    )
    assert place_of(found[-1]).name == "Erftstadt"


@pytest.mark.parametrize(
    "telling", ["the minister told a press conference in Nairobi", "a spokesman said at a briefing in Nairobi"]
)
def test_where_a_toll_was_told_is_not_where_people_died(placed: PlaceFigures, telling: str) -> None:
    """A press conference in a capital does not move the dead there, nor does the dateline of that capital."""
    found = placed(
        f"NAIROBI: A raid in northern Mozambique cost at least 31 lives, officials said. Some 340 people were freed, {telling}.",
        None,
    )
    assert [place_of(f).name for f in found] == ["northern Mozambique"] * 2


def test_a_sentence_that_begins_with_a_number_can_have_a_dateline(placed: PlaceFigures) -> None:
    """A town and a colon before a long first sentence are where it was filed, also before a number."""
    found = placed(
        "Karachi: 50 people whom the group had held in a train since Tuesday evening have been killed, its spokesman is "
        "said to have claimed on Thursday.\nRebels stopped the train near Sibi.",
        None,
    )
    assert place_of(found[0]).name != "Karachi"


def test_those_who_lived_somewhere_are_counted_there(placed: PlaceFigures) -> None:
    """Of a state's dead, "12 who lived in a home in the town of X" are in that town, not those "who served in Iraq"."""
    text = "63 people died in the state of Hesse, including 12 who {}."
    home = placed(text.format("lived in a care home in the town of Marburg"), None)
    away = placed(text.format("served in Iraq"), None)
    assert place_of(home[1]).name == "Marburg"
    assert place_of(away[1]).name == "Hesse"


def test_a_briefing_is_no_place_of_the_dead_told_there(placed: PlaceFigures) -> None:
    """Where a speaker told a briefing in a town, the dead are where the fighting is."""
    found = placed(
        "Fighting went on in Tripoli before dawn. A week of it has left 75 people dead, Ada Moss, the envoy, told a "
        "briefing in Geneva.",
        None,
    )
    assert place_of(found[0]).name == "Tripoli"


def test_a_day_and_a_year_can_end_a_dateline(placed: PlaceFigures) -> None:
    """ "New York, April 20, 2018–At least nine" was filed in New York, and happened elsewhere."""
    found = placed(
        "New York, April 20, 2018–At least nine journalists have been hurt in Nicaragua, where protests against the "
        "reform of pensions go on, according to news reports.",
        None,
    )
    assert place_of(found[0]).name == "Nicaragua"
