"""Of whom most of a count are said to be, and whom a count without a group of its own counts."""

from __future__ import annotations

import pytest
from tests.figures.conftest import ReadFigures


@pytest.mark.parametrize(
    ("text", "mostly"),
    [
        ("The fighting left 140 individuals dead, predominantly combatants.", "combatants"),
        ("Shelling killed 32 people, most of them women and children, in the port.", "women and children"),
        ("The flood killed 40 people, the majority of them elderly residents.", "elderly residents"),
        ("The strike killed 12 people, mainly in the northern hills.", None),
        ("A landslide killed 19 people on a mostly empty road.", None),
    ],
)
def test_most_of_a_count_are_whom_the_text_says(figures_of: ReadFigures, text: str, mostly: str | None) -> None:
    """What most of the counted are is the text's own phrase of people, set off behind the count, or nothing."""
    assert figures_of(text)[0].mostly == mostly


def test_each_count_has_its_own(figures_of: ReadFigures) -> None:
    """Words behind one count are not told of the count before them."""
    found = figures_of("The blast killed 9 people and wounded 30 others, mostly pupils.")
    assert [f.mostly for f in found] == [None, "pupils"]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("The number of peacekeepers killed this year has risen to nine.", "combatants"),
        ("The number of victims among the protesters is now 30.", "civilians"),
        ("The army carried out a massacre of civilians, claiming the lives of at least 32 people.", "civilians"),
        ("The number of people killed this year has risen to nine.", "people"),
        ("An attack on civilians was condemned while 12 soldiers were killed.", "combatants"),
        ("The clinic confirmed another five deaths of children.", "civilians"),
        ("More than 200 unarmed citizens were killed.", "civilians"),
        ("Thirteen law enforcement officials were killed.", "combatants"),
        ("Troops killed 30 rioters.", "other"),
    ],
)
def test_a_clause_tells_whom_a_count_counts(figures_of: ReadFigures, text: str, category: str) -> None:
    """The group of a toll and the target of an attack are whom it counts, unless its own words name others."""
    assert [f.population.category for f in figures_of(text)] == [category]


@pytest.mark.parametrize(
    ("text", "group", "category"),
    [
        ("Rebels took over 50 towns and villages on Friday.", "towns and villages", "other"),
        ("The quake killed 20 men and women in Gorkha.", "men and women", "people"),
        ("Militants killed 12 soldiers and civilians.", "soldiers and civilians", "people"),
        ("The blast killed nine soldiers and civilians fled.", "soldiers", "combatants"),
        ("The raid killed nine soldiers and members of a militia.", "soldiers", "combatants"),
    ],
)
def test_a_number_counts_both_nouns_behind_it(figures_of: ReadFigures, text: str, group: str, category: str) -> None:
    """Two nouns joined behind a number are its group; fighters and civilians together are people."""
    found = figures_of(text)[0].population
    assert (found.group, found.category) == (group, category)
