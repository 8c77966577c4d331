"""Texts as groups of copies, of what is known of each two of them alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping


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
            group_of[at] = _group_to_join(links.get(at, {}), group_of, sizes, new=at)
            sizes[group_of[at]] += 1
    for at in range(count):
        members[group_of[equal.get(at, at)]].append(at)
    return list(members.values())


def _group_to_join(near: Mapping[int, float], group_of: Mapping[int, int], sizes: Counter[int], new: int) -> int:
    """The group with the strongest link whose first member, or more than half of it, is linked; or a new one.

    So a text that merges two wires does not make them one.
    """
    linked: Counter[int] = Counter(group_of[at] for at in near)
    strongest: dict[int, float] = {}
    for at, share in near.items():
        strongest[group_of[at]] = max(share, strongest.get(group_of[at], 0.0))
    fitting = [(-strongest[g], g) for g in linked if g in near or 2 * linked[g] > sizes[g]]
    return min(fitting)[1] if fitting else new
