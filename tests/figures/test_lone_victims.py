"""A report of a shooting that counts nobody still has its one victim; a report of anything else has none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.model.claim import Figure

ReadFigures = Callable[[str], tuple[Figure, ...]]


def _told(figures: tuple[Figure, ...]) -> dict[str, list[float | None]]:
    found: dict[str, list[float | None]] = {}
    for figure in figures:
        found.setdefault(figure.measure, []).append(figure.value)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Gunfire broke out behind the bus depot. The boy was shot and killed, police said.",
        "A gunman fired at a car. The victim, 27, was pronounced dead at the scene.",
        "Detectives are investigating the fatal shooting of a 2-year-old near the canal.",
    ],
)
def test_one_victim_told_without_a_number_is_one_dead(figures_of: ReadFigures, text: str) -> None:
    """A victim told with an article, an age or a fixed word is one dead."""
    assert _told(figures_of(text)).get("killed") == [1]


def test_one_wounded_without_a_number_is_one_injured(figures_of: ReadFigures) -> None:
    """Where nobody is dead, the person shot is one injured."""
    told = _told(figures_of("Police said the teenager was shot in the leg. The shooting is under investigation."))
    assert told.get("injured") == [1]
    assert "killed" not in told


def test_a_counted_toll_leaves_no_lone_victim(figures_of: ReadFigures) -> None:
    """Where the dead are counted, a victim told by role is no second figure."""
    told = _told(figures_of("Three people were killed in a shooting. The victim was shot in a parked car."))
    assert told.get("killed") == [3]


def test_a_death_without_arms_is_no_figure(figures_of: ReadFigures) -> None:
    """A death of age in a report without arms gives nothing."""
    assert figures_of("The novelist died in her sleep. Her last book won a prize.") == ()


def test_no_one_is_zero(figures_of: ReadFigures) -> None:
    """ "No one was injured" is zero injured, never one."""
    assert _told(figures_of("No one was injured in the blast.")).get("injured") == [0]


def test_an_age_behind_a_name_is_no_figure(figures_of: ReadFigures) -> None:
    """An age between a name and a full stop or semicolon counts nobody."""
    told = _told(figures_of("The dead are Aldo Marek, 31; Ruta Vesely, 47; and Pell Corin, 23."))
    assert not {31, 47, 23} & {v for values in told.values() for v in values}
