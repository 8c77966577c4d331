"""Counts told without a verb of their own: by "so did", by "those of", by a preposition, a strength or what is theirs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.model.claim import Figure

ReadFigures = Callable[[str], tuple[Figure, ...]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Forty miners died in the shaft, and so did at least a dozen guards.", [("killed", 40), ("killed", 12)]),
        ("Nine nurses were wounded, as were two of the doctors.", [("injured", 9), ("injured", 2)]),
        ("The raid led to dozens of deaths, those of 18 officers included.", [("killed", None), ("killed", 18)]),
        ("Apart from the 12 killed another 53 guards had been hurt.", [("killed", 12), ("injured", 53)]),
        ("On Monday the ministry had put the civilian dead at 26.", [("killed", 26)]),
        ("The agency puts the houses destroyed in the valley at some 3,700.", [("buildings_destroyed", 3700)]),
        ("The army sent a search and rescue team, 65 strong, to the island.", [("rescuers", 65)]),
        ("A 2,500-strong force has arrived to keep order.", [("troops", 2500)]),
        ("They fear for 300 civilians of the town whose whereabouts are not known.", [("missing", 300)]),
        ("Aid went to 4,000 people whose houses had collapsed.", [("homeless", 4000)]),
        ("An assessment showed damage to 94 out of 255 schools.", [("buildings_damaged", 94)]),
        ('The "around 40" people arrested are all locals.', [("detained", 40)]),
        ('He said 26 "armed criminals" had been "liquidated" by troops.', [("killed", 26)]),
    ],
)
def test_a_count_is_told_without_a_verb_of_its_own(
    text: str, expected: list[tuple[str, float | None]], figures_of: ReadFigures
) -> None:
    """A count takes the measure of the verb or noun that its words stand for, or that stands beside it in quotes."""
    assert [(f.measure, f.value) for f in figures_of(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Eight ministers resigned, and so did 12 deputies.",
        "Apart from the 12 hired another 30 workers were trained.",
        "The bank puts the people employed in farming at 4 million.",
        "A 65-strong choir sang, and a team, 25 strong, came second.",
        "Some 300 guests whose fate is in the hands of the jury waited.",
        "Over 200 pilgrims whose whereabouts were known came back.",
        "Thousands of people whose houses overlook the bay came.",
        "The museum showed works to 94 out of 255 schools.",
        'Around 40 "premium" seats were sold.',
        "The river split in two and the road was buried in mud.",
        "The ministry denied the report, an official told Radio 24, and three roads were blocked.",
        "The surgeons fought for the lives of 12 patients.",
        "Families moved to the Kanzi 1 and Kanzi 2 sites, where they are displaced.",
    ],
)
def test_the_same_words_about_something_else_make_no_figure(text: str, figures_of: ReadFigures) -> None:
    """Where the verb, noun or clause tells no harm, what stands for it tells none either."""
    assert figures_of(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The quake brought down thousands of homes.", [("buildings_destroyed", None)]),
        ("Police shot dead dozens of armed men.", [("killed", None)]),
        ("Hundreds of children have come to a displacement camp alone.", [("displaced", None)]),
        ("Dozens of churches, hotels and schools were badly damaged.", [("buildings_damaged", None)]),
        ("Scores of soldiers moved forward in the dark.", [("troops", None)]),
    ],
)
def test_vague_numbers_are_governed_like_their_nouns(
    text: str, expected: list[tuple[str, float | None]], figures_of: ReadFigures
) -> None:
    """ "Dozens of men" stand to a verb as "24 men" do."""
    assert [(f.measure, f.value) for f in figures_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Officials listed two Poles, two Danes and one Swiss among the dead.", [2, 2, 1]),
        (
            "Officials listed three Germans, three Britons, two people from Peru and one Swiss among the dead.",
            [3, 3, 2, 1],
        ),
        ("The blast killed 215 people, three doctors included, officials said.", [215, 3]),
        ("Over 1,500 people, volunteers and nurses among them, were injured.", [1500]),
    ],
)
def test_rows_of_the_dead_are_told_at_their_end(text: str, values: list[float], figures_of: ReadFigures) -> None:
    """Each member of a row that ends in "among the dead" is counted, and "included" makes its members a part."""
    assert [f.value for f in figures_of(text)] == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 500 people were hurt, and the dead include 35 tourists.", [("injured", 500), ("killed", 35)]),
        ("Dozens of women who had found refuge in the camp have lost their lives.", [("killed", None)]),
        ("Doctors fought for the lives of hundreds of injured people.", [("injured", None)]),
        ("Some 50 people were taken into a private medical college.", [("injured", 50)]),
    ],
)
def test_a_count_is_told_by_its_own_clause(
    text: str, expected: list[tuple[str, float | None]], figures_of: ReadFigures
) -> None:
    """The verb or state of a count's own clause tells it, not that of a clause beside it or inside its phrase."""
    assert [(f.measure, f.value) for f in figures_of(text)] == expected


def test_those_included_are_a_part_of_the_count_before_them(figures_of: ReadFigures) -> None:
    """ "Three doctors included" are some of those told before."""
    whole, part = figures_of("The blast killed 215 people, three doctors included, officials said.")
    assert part.part_of == whole.id
