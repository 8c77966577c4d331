"""Texts as groups of copies, of what is known of each two of them alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from typing import Any


def join_copies(count: int, equal: Mapping[int, int], links: Mapping[int, Mapping[int, float]]) -> list[list[int]]:
    """Texts 0..count-1 (in the order of their publication) as groups of copies.

    `equal` names for a text the earliest one of the same words; `links` the shares that each other text has in common
    with earlier ones.
    """
    group_of: dict[int, int] = {}
    sizes: Counter[int] = Counter()
    members: dict[int, list[int]] = defaultdict(list)
    for at in range(count):
        if at not in equal:
            near = {other: (share, group_of[other]) for other, share in links.get(at, {}).items()}
            joined = group_to_join(near, sizes.__getitem__, int)
            group_of[at] = at if joined is None else joined
            sizes[group_of[at]] += 1
    for at in range(count):
        members[group_of[equal.get(at, at)]].append(at)
    return list(members.values())


def group_to_join(
    near: Mapping[int, tuple[float, int]], size_of: Callable[[int], int], order: Callable[[int], Any]
) -> int | None:
    """The group with the strongest link whose first member, or more than half of it, is linked; null where none is.

    `near` has for each linked text the share of words in common and its group, which goes by its first member; a group
    has so many earlier texts (`size_of`), and of equally strong links the one to the first group in `order` counts.
    So a text that merges two wires does not make them one.
    """
    linked: Counter[int] = Counter()
    strongest: dict[int, float] = {}
    for share, group in near.values():
        linked[group] += 1
        strongest[group] = max(share, strongest.get(group, 0.0))
    for group in sorted(linked, key=lambda group: (-strongest[group], order(group))):
        if group in near or 2 * linked[group] > size_of(group):
            return group
    return None
