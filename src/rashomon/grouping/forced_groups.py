"""Groups as persons decided them: the machine's groups with members joined or taken apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from rashomon.model.decision import Forced

T = TypeVar("T")


def force_groups(groups: Sequence[list[T]], forced: Forced, name: Callable[[T], str]) -> list[list[T]]:
    """The groups after each decision in turn: some joined, some members parted from the rest.

    A decision on members that are not here changes nothing.
    """
    made = [list(group) for group in groups]
    for step in forced.steps:
        meant = [g for g in made if any(name(m) in step.members for m in g)]
        if not step.joins:
            taken = [m for g in meant for m in g if name(m) in step.members]
            rest = [[m for m in g if name(m) not in step.members] for g in made]
            made = [g for g in (*rest, taken) if g]
        elif len(meant) > 1:
            made = [*(g for g in made if g not in meant), [m for g in meant for m in g]]
    return made
