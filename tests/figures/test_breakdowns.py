"""Lists and breakdowns: counts in brackets, counts that share a predicate, tolls told place by place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.adapters.spacy_parser import SpacyParser
from rashomon.extraction import extract_claims
from rashomon.knowledge.library import Library
from rashomon.model.claim import Figure
from rashomon.model.report import Report

ReadFigures = Callable[[str], tuple[Figure, ...]]


@pytest.fixture(scope="module")
def figures_at_places(parser: SpacyParser, library: Library) -> ReadFigures:
    """Figures of a text whose places are found too."""

    def read(text: str) -> tuple[Figure, ...]:
        return extract_claims(Report(id="rpt-1", text=text), parser, library).value.figures

    return read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Police made 15 arrests. The others were in Garissa (1), Kisumu (3) and Nakuru (2).",
            [("detained", 15), ("detained", 1), ("detained", 3), ("detained", 2)],
        ),
        ("Deaths were reported in Garissa (4) and Kisumu (3).", [("killed", 4), ("killed", 3)]),
        ("The goals came from Moss (2) and Hale (3).", []),
        ("He was buried in Norvale (3).", []),
    ],
)
def test_counts_in_brackets_are_what_their_sentence_lists(
    text: str, expected: list[tuple[str, float]], figures_of: ReadFigures
) -> None:
    """Numbers in brackets behind the names of a list count what the sentence names, or what "the others" goes on."""
    assert [(f.measure, f.value) for f in figures_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "According to Vice President Ana Moss, 10,000 soldiers and 3,500 police officers have been sent to the border.",
            [("troops", 10000), ("troops", 3500)],
        ),
        (
            "The quake struck at dawn, causing dozens of homes, hotels and three mosques to collapse.",
            [("buildings_destroyed", None), ("buildings_destroyed", 3)],
        ),
        ("Ten people were injured while four died.", [("injured", 10), ("killed", 4)]),
        ("The army killed 30 militants and captured seven.", [("killed", 30), ("detained", 7)]),
        ("Two buses and 12 people were hurt.", [("injured", 12)]),
    ],
)
def test_counts_that_share_a_predicate_share_its_measure(
    text: str, expected: list[tuple[str, float]], figures_of: ReadFigures
) -> None:
    """Counts of one class joined to the subject of a predicate have its measure; those with a verb of their own do not."""
    assert [(f.measure, f.value) for f in figures_of(text)] == expected


def test_a_toll_told_province_by_province_has_its_provinces_as_parts(figures_at_places: ReadFigures) -> None:
    """Three provinces' counts behind a country's toll that can hold them are its parts; two are left alone."""
    toll = "The floods in Pakistan have killed 1,355 people, the agency said. "
    three = "There were 542 deaths in Sindh. Punjab province had 191 deaths. In Balochistan 263 people were killed."
    figures = figures_at_places(toll + three)
    assert [f.part_of for f in figures] == [None, *[figures[0].id] * 3]
    two = "There were 542 deaths in Sindh. Punjab province had 191 deaths."
    assert [f.part_of for f in figures_at_places(toll + two)] == [None] * 3


def test_rows_that_come_out_at_a_total_are_its_parts(figures_of: ReadFigures) -> None:
    """The members of a row are parts of the total that they add up to, and the first is the whole of the others."""
    figures = figures_of("Floods have killed 1,355 people. The dead are by now 601 men, 273 women and 481 children.")
    assert [f.part_of for f in figures] == [None, *[figures[0].id] * 3]
    figures = figures_of("So far 13 bodies have been found, those of nine Nepalis and four foreigners.")
    assert [f.part_of for f in figures] == [None, figures[0].id, figures[0].id]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By figures of the police, 42 people died.", ["people"]),
        ("Police named 20 suspects, 15 of whom had been detained.", ["other"]),
        ("Of the soldiers, three died.", ["combatants"]),
        ("The blast killed 40, three of them its own fighters.", ["people", "combatants"]),
        ("About 1,100 soldiers are searching for survivors.", ["combatants"]),
    ],
)
def test_whom_a_count_speaks_of_says_who_they_are(text: str, expected: list[str], figures_of: ReadFigures) -> None:
    """A pronoun and a fronted noun say whom a count is of; who made the count is nobody counted."""
    assert [f.population.category for f in figures_of(text)] == expected


def test_a_bare_number_right_behind_its_whole_is_a_part(figures_of: ReadFigures) -> None:
    """A number alone that opens the next sentence, or is named for most of a whole, is a part of it; farther off, or said
    to be something else, it is no figure."""
    figures = figures_of("Thirty-one people died in the crash. Twenty were from one village.")
    assert [(f.measure, f.value, f.part_of) for f in figures[1:]] == [("killed", 20, figures[0].id)]
    figures = figures_of("The floods killed 64 people. Most of the dead, 41, lived in the capital.")
    assert [(f.measure, f.value, f.part_of) for f in figures[1:]] == [("killed", 41, figures[0].id)]
    assert len(figures_of("Thirty-one people died. The road was closed. Twenty were from one village.")) == 1
    assert len(figures_of("Thirty-one people died in the crash. Twenty was too many.")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("None of the 9 people aboard survived.", [("killed", 9)]),
        ("There were no survivors among the 132 passengers.", [("killed", 132)]),
        ("The virus has claimed a further 12 victims.", [("killed", 12)]),
        ("Dozens of marchers were hurt, 14 of them by rubber bullets.", [("injured", None), ("injured", 14)]),
        ("The country has 900 troops in the region.", [("troops", 900)]),
        ("Looters set fire to eleven shops.", [("buildings_damaged", 11)]),
    ],
)
def test_what_is_said_of_nobody_or_by_a_form_of_two_uses_is_read(
    text: str, expected: list[tuple[str, float | None]], figures_of: ReadFigures
) -> None:
    """ "None survived" tells the dead, and "hurt" is a participle where its sentence makes it one."""
    assert [(f.measure, f.value) for f in figures_of(text)] == expected


def test_families_in_brackets_divide_no_number_of_people(figures_of: ReadFigures) -> None:
    """Households behind a count of people are no parts of it."""
    figures = figures_of(
        "In total, 11,585 people (1,655 families) were affected in Arba (1,320 families), Bono (150 families) and Cela."
    )
    people = next(f for f in figures if f.value == 11585)
    assert all(f.part_of != people.id for f in figures)
