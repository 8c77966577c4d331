"""Counts that put another one right, and totals that a sentence moves from one number to the next."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.model.claim import Figure

ReadFigures = Callable[[str], tuple[Figure, ...]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Parents said that 52, not 30 pupils were abducted.", [(52, "happened"), (30, "denied")]),
        ("The blast killed 27 people, not 30, the ministry said.", [(27, "happened"), (30, "denied")]),
        ("Twelve, not 15, people were injured.", [(12, "happened"), (15, "denied")]),
        ("Police killed four men rather than three.", [(4, "happened"), (3, "denied")]),
    ],
)
def test_a_count_put_right_is_denied(text: str, expected: list[tuple[float, str]], figures_of: ReadFigures) -> None:
    """The number behind "not" is denied, and the one before it is told by the same predicate."""
    assert [(f.value, f.realis) for f in figures_of(text)] == expected


def test_not_a_single_one_puts_no_count_right(figures_of: ReadFigures) -> None:
    """In "12 people and not a single soldier" nobody is put right."""
    assert [f.value for f in figures_of("The team won 12, not 15, games.")] == []
    assert figures_of("The blast killed 12 people and not a single soldier.")[0].realis == "happened"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("That takes the abducted from 8 to 11.", [("abducted", 8), ("abducted", 11)]),
        ("This brought the number of missing from 20 to 31.", [("missing", 20), ("missing", 31)]),
        ("It puts the dead since 14 June at 1,033 and the injured at 1,527.", [("killed", 1033), ("injured", 1527)]),
    ],
)
def test_a_total_is_moved_from_one_number_to_the_next(
    text: str, expected: list[tuple[str, float]], figures_of: ReadFigures
) -> None:
    """What takes a total from one number to another tells two totals, each of the state before it."""
    assert [(f.measure, f.value) for f in figures_of(text)] == expected
