"""Which of many sets of keys share some: found by their rarer keys, and in a crowd by the next ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, combinations

#: The holders of a key that are all paired; of more, those that share a further key.
_CROWD = 24


def pairs_sharing(
    keys: Mapping[int, Collection[str]], least: int, asking: Collection[int] | None = None
) -> Iterator[tuple[int, int]]:
    """Every pair (lower, higher) of items that share at least `least` keys, perhaps more than once, and some others.

    With `asking`, only pairs of which one at least is of these. Which others come depends on how many hold a key: the
    caller asks each pair.
    """
    held = Counter(chain.from_iterable(keys.values()))
    rows = [(item, sorted(own, key=lambda key: (held[key], key))) for item, own in sorted(keys.items())]
    return _join(rows, least, asking)


def _join(
    rows: Sequence[tuple[int, Sequence[str]]], least: int, asking: Collection[int] | None
) -> Iterator[tuple[int, int]]:
    """Two that share so many keys have the first of them, in one order for all, before their last `least` - 1 keys."""
    holders: dict[str, list[tuple[int, Sequence[str], int]]] = defaultdict(list)
    for item, own in rows:
        for n in range(len(own) - least + 1):
            holders[own[n]].append((item, own, n + 1))
    for crowd in holders.values():
        if len(crowd) > _CROWD and least > 1:
            yield from _join([(item, own[behind:]) for item, own, behind in crowd], least - 1, asking)
        else:
            yield from _pairs([item for item, _, _ in crowd], asking)


def _pairs(items: Sequence[int], asking: Collection[int] | None) -> Iterator[tuple[int, int]]:
    if asking is None:
        yield from combinations(items, 2)
        return
    for one in items:
        if one in asking:
            yield from ((one, other) if one < other else (other, one) for other in items if other != one)
