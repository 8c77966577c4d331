"""Numbers of headlines and short rows, of sentences that open with whom they tell of, and of those with a gap."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.model.claim import Figure

ReadFigures = Callable[..., tuple[Figure, ...]]


def _told(figures: tuple[Figure, ...]) -> list[tuple[str, float | None]]:
    return [(f.measure, f.value) for f in figures]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dead 14; Injured 35; Missing 6", [("killed", 14), ("injured", 35), ("missing", 6)]),
        ("Death toll 18, injured 45", [("killed", 18), ("injured", 45)]),
        ("Quake toll crosses 2,000; 10,000 homeless", [("killed", 2000), ("homeless", 10000)]),
        ("- Rescued: 850+ (mostly by boat)", [("rescued", 850)]),
        ("300+ killed (33 miners, 2 drivers)", [("killed", 300), ("killed", 33), ("killed", 2)]),
        ("23 gunned down in protests against the bill", [("killed", 23)]),
        ("Four burnt alive, 11 rescued as bus catches fire", [("killed", 4), ("rescued", 11)]),
        ("45 Norvale villagers, 76 soldiers killed on the border", [("killed", 45), ("killed", 76)]),
        ("Nine guards, 35 spies and 164 people killed: council", [("killed", 9), ("killed", 35), ("killed", 164)]),
    ],
)
def test_rows_and_headlines_without_a_verb(text: str, told: list[tuple[str, float]], figures_of: ReadFigures) -> None:
    """Each number of a row or a headline has the label beside it or the participle behind its list."""
    assert _told(figures_of(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ten people died, including six men and four boys, and an untold number more are missing.",
            [("killed", 10), ("killed", 6), ("killed", 4)],
        ),
        (
            "Those killed include one clerk, one guard and five attackers.",
            [("killed", 1), ("killed", 1), ("killed", 5)],
        ),
        ("Among those arrested are three lawyers.", [("detained", 3)]),
        ("Four died at the scene and three later in hospital.", [("killed", 4), ("killed", 3)]),
        ("Twelve died on Monday and 33 the next day.", [("killed", 12), ("killed", 33)]),
        (
            "The fires have killed 49 people, and have forced thousands of guests to flee.",
            [("killed", 49), ("displaced", None)],
        ),
        ("Thirteen bodies were found and 23 girls have not been accounted for.", [("killed", 13), ("missing", 23)]),
        ("Of the 815 students in the college, 500 were rescued.", [("rescued", 500)]),
        ("The number of bodies rose to 78. The number of passengers was 750.", [("killed", 78)]),
        ("The crash killed all but two of the 48 passengers.", [("killed", None)]),
        ("Fourteen officers were sentenced to death.", []),
        ("The blast was the deadliest since one that killed 40 in Norvale.", [("killed", 40)]),
    ],
)
def test_what_a_clause_tells_is_told_of_its_own(
    text: str, told: list[tuple[str, float | None]], figures_of: ReadFigures
) -> None:
    """A predicate is told of its own subject, and of those that a gap or an opening gives it."""
    assert _told(figures_of(text)) == told


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Over seventy-nine (79) persons were killed.", [("more_than", 79)]),
        ("At least (20) people were killed today.", [("at_least", 20)]),
        ("By noon 60 were dead and by July 26 to 80 people were dead.", [("exact", 60), ("exact", 80)]),
        ("Between 20 and 40 people died.", [("range", None)]),
        ("Norvale Death Toll Up To 2,036", [("exact", 2036)]),
        ("There were 60 deaths and a case fatality rate of 3.9%.", [("exact", 60)]),
        ("There were 114 deaths (CFR 1.6%).", [("exact", 114)]),
    ],
)
def test_numbers_are_read_once(text: str, values: list[tuple[str, float | None]], figures_of: ReadFigures) -> None:
    """A number with its repetition in brackets is one, a day of a month begins no range, and a rate counts nobody."""
    assert [(f.qualifier, f.value) for f in figures_of(text)] == values


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("Of the 148 dead, 142 were students and 3 were soldiers.", ["people", "civilians", "combatants"]),
        (
            "The blast killed 14 people: nine were farmers and five were soldiers.",
            ["people", "civilians", "combatants"],
        ),
        ("Of the 30 wounded, 12 were in soldiers' barracks.", ["people", "people"]),
    ],
)
def test_a_number_alone_is_who_it_is_said_to_be(text: str, categories: list[str], figures_of: ReadFigures) -> None:
    """What the members of a whole are said to be is their population, and where they were is not."""
    assert [f.population.category for f in figures_of(text)] == categories
