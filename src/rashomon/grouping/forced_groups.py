"""Groups as persons decided them: the machine's groups with members joined or taken apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from rashomon.model.decision import Forced

T = TypeVar("T")


def force_groups(groups: Sequence[list[T]], forced: Forced, name: Callable[[T], str]) -> list[list[T]]:
    """The groups, first joined where members are decided to be one, then parted where some stand by themselves.

    A decision on members that are not here changes nothing.
    """
    made = [list(group) for group in groups]
    for together in forced.together:
        meant = [g for g in made if any(name(m) in together for m in g)]
        if len(meant) > 1:
            made = [g for g in made if g not in meant]
            made.append([m for g in meant for m in g])
    for apart in forced.apart:
        taken = [m for g in made for m in g if name(m) in apart]
        rest = [[m for m in g if name(m) not in apart] for g in made]
        made = [g for g in (*rest, taken) if g]
    return made
