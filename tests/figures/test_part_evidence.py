"""What makes a count a part of another, and how little does not."""

from __future__ import annotations

import pytest
from tests.notation import make_report

from rashomon.adapters.spacy_parser import SpacyParser
from rashomon.knowledge.library import Library
from rashomon.pipeline import understand_one

from .conftest import PlaceFigures, ReadFigures, links_of


def test_one_total_is_divided_twice(figures_of: ReadFigures) -> None:
    """Rows that come out at a total are its parts, though a smaller count told between could hold some of them."""
    text = (
        "Overall, 21 farmers were hurt. 13 of the above were hurt at home, as barns were hit. 6 farmers were hurt on the "
        "road. 2 were hurt in other places.\n\nEight farmers were hurt in one valley; in the next it was one farmer in "
        "the town, 3 in the mill and 2 at the ford. In a third 5 farmers were hurt in the town and 2 in the port."
    )
    links = links_of(figures_of, text)
    assert [whole for _, whole in links] == [21] * 9


def test_a_row_far_behind_a_toll_needs_places(figures_of: ReadFigures) -> None:
    """A row by days that comes out at nothing is no part of a larger toll told sentences before it."""
    text = (
        "At least 40 bodies were found by the lake, three guides said. A doctor filmed the shore. The ministry called the "
        "films fakes. That is at odds with what two fishermen said. They had taken six bodies out of the water on Monday, "
        "nine on Sunday and four on Saturday."
    )
    assert links_of(figures_of, text) == []


def test_a_row_far_behind_a_toll_may_go_through_places(placed: PlaceFigures) -> None:
    """A row through three places or more divides a toll told sentences before it."""
    text = (
        "Floods killed 90 people in Kenya, the relief agency said. Roads were cut. Schools stayed shut on Monday. "
        "The president flew home. According to the agency, 12 people were killed in Nairobi, 11 in Kisumu, nine in "
        "Garissa and seven in Nakuru."
    )
    figures = placed(text, None)
    wholes = {f.value: next((w.value for w in figures if w.id == f.part_of), None) for f in figures}
    assert wholes == {90: None, 12: 90, 11: 90, 9: 90, 7: 90}


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("A raid killed at least 31 fighters and wounded dozens of them.", []),
        ("The raid wounded 30 nurses, three of whom died.", [(3, 30)]),
        ("The slide left 40 people missing. Twelve of them were found dead.", [(12, 40)]),
        ("The mine collapse trapped 18 men. Four of them were hurt.", [(4, 18)]),
    ],
)
def test_the_dead_hold_no_hurt(text: str, links: list[tuple[float, float]], figures_of: ReadFigures) -> None:
    """Some of the hurt, missing or trapped may be dead; none of the dead are hurt."""
    assert links_of(figures_of, text) == links


def test_fighters_behind_an_aside_are_no_civilians(figures_of: ReadFigures) -> None:
    """A dash closes the row that "including" opens between two dashes, and civilians hold no fighters."""
    text = "Clashes killed 23 civilians - including nine girls - and 16 fighters in the town."
    assert links_of(figures_of, text) == [(9, 23)]
    row = "A raid killed 60 soldiers: 12 in Arba, 20 in Bono and 28 in Cela, including nine civilians."
    assert (9, 60) not in links_of(figures_of, row)


@pytest.mark.parametrize(
    "text",
    [
        "Reports say that 2,046 people were hurt. Five clerks are among the dead, and 67 clerks and 10 guards were hurt.",
        "The storm killed 300 people last week. In one village a farmer and his son were killed by a tree.",
    ],
)
def test_a_larger_count_is_no_reason(text: str, figures_of: ReadFigures) -> None:
    """Two victims told one by one are no part of a count only because that is larger."""
    assert [w for _, w in links_of(figures_of, text) if w in (2046, 300)] == []


def test_counts_at_other_places_add_up_by_accident(placed: PlaceFigures) -> None:
    """What two towns lost is no division of what a third one lost, whatever it adds up to."""
    text = (
        "A raid on Nakuru killed 10 people on Tuesday. Gunmen killed eight people at a market in Kisumu. "
        "Two more people were killed in Garissa."
    )
    assert [f for f in placed(text, None) if f.part_of is not None] == []


def test_an_earlier_happening_holds_nothing_of_today(parser: SpacyParser, library: Library) -> None:
    """A toll of another year that today's counts happen to add up to is not theirs."""
    text = (
        "A fire killed 30 people in the old hall. Another fire killed 12 people in the mill. In 2009 a blast had killed "
        "42 people in the town."
    )
    figures = understand_one(make_report("Harbour Herald", "2025-03-04", text), parser, library).value.figures
    assert [f.value for f in figures if f.part_of is not None] == []


def test_places_of_several_kinds_divide_a_countrys_toll(placed: PlaceFigures) -> None:
    """A county, a town and a region are parts of their country's toll; a small share of it would not be."""
    text = (
        "Floods have killed 90 people in Kenya. Most of the victims were in Kisumu County, with 40 deaths. "
        "Twenty people died in Garissa. In Nakuru 12 people were killed."
    )
    figures = placed(text, None)
    wholes = {f.value: next((w.value for w in figures if w.id == f.part_of), None) for f in figures}
    assert wholes == {90: None, 40: 90, 20: 90, 12: 90}
    few = placed(text.replace("90 people", "9,000 people"), None)
    assert [f.value for f in few if f.part_of is not None] == []


def test_what_is_told_to_come_on_top_adds_up_from_afar(figures_of: ReadFigures) -> None:
    """Three and "two more" are the five of the first sentence, though sentences stand between."""
    text = (
        "Guards killed five people in the south. Drivers had gathered on a bridge, and guards fired at them and killed "
        "three. Doctors treated the others. Shops stayed shut. Two more people were killed near the port on Sunday."
    )
    assert links_of(figures_of, text) == [(3, 5), (2, 5)]
    assert links_of(figures_of, text.replace("Two more people", "Two people")) == []


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (
            "Raids killed 15 people and wounded 40. One raid killed nine people and wounded 25. Another killed six "
            "people and wounded 12.",
            [(9, 15), (25, 40), (6, 15), (12, 40)],
        ),
        (
            "Raids killed 15 people and wounded 20. One raid killed nine people and wounded 25. Another killed six "
            "people and wounded 12.",
            [(9, 15), (6, 15), (12, 20)],
        ),
        ("A raid killed 15 people and wounded 40. Three of the dead were nurses, and 12 shops were looted.", [(3, 15)]),
        ("A raid killed 15 people and wounded 40. Another raid killed nine people and wounded 25.", []),
    ],
)
def test_who_is_told_beside_a_part_is_of_those_beside_its_whole(
    text: str, links: list[tuple[float, float]], figures_of: ReadFigures
) -> None:
    """The hurt of an attack are among the hurt of all attacks where its dead are among the dead of all."""
    assert links_of(figures_of, text) == links


def test_among_names_the_whole_behind_its_parts(figures_of: ReadFigures) -> None:
    """What was told before holds none of those who were "among eight people killed"."""
    text = "Fighting killed 116 rebels. On Saturday two women and two children were among eight people killed in Arba."
    links = links_of(figures_of, text)
    assert {whole for _, whole in links} == {8}
    assert {part for part, _ in links} == {2}


def test_those_who_left_are_among_the_affected(figures_of: ReadFigures) -> None:
    """What "including" goes on may be those affected, of whom some are told by what they did."""
    text = "Some 780,000 people were affected, including more than 300,000 residents who had to be evacuated."
    assert links_of(figures_of, text) == [(300000, 780000)]
