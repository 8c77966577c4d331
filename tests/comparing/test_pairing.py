"""One-to-one pairs: the sum of scores is the highest there is, and order changes nothing."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.comparing.tables.pairing import best_pairs, components

EDGES = st.dictionaries(
    st.integers(0, 4),
    st.dictionaries(st.integers(0, 4), st.integers(1, 20).map(lambda n: n / 20), min_size=1),
    max_size=5,
)


def best_sum(edges: dict[int, dict[int, float]]) -> float:
    """The highest sum of any one-to-one pairing, tried one by one."""
    lefts = sorted(edges)
    found = 0.0
    for rights in permutations([*range(5), *[None] * len(lefts)], len(lefts)):
        found = max(found, sum(edges[a].get(b, 0.0) for a, b in zip(lefts, rights, strict=True) if b is not None))
    return found


@given(EDGES)
@settings(max_examples=60, deadline=None)
def test_pairs_have_the_highest_sum(edges: dict[int, dict[int, float]]) -> None:
    """No event stands in two pairs, and no other pairing scores more."""
    pairs = best_pairs(edges)
    assert len(set(pairs.values())) == len(pairs)
    assert all(right in edges[left] for left, right in pairs.items())
    assert abs(sum(edges[a][b] for a, b in pairs.items()) - best_sum(edges)) < 1e-9


def test_a_pair_gives_way_to_two_better_ones() -> None:
    """The event that fits two rows takes the second where the first one's other event has no other."""
    assert best_pairs({0: {0: 0.9, 1: 0.8}, 1: {0: 0.7}}) == {0: 1, 1: 0}


def test_components_share_rows() -> None:
    """Events that share a row, directly or through others, are paired together; others apart."""
    assert components({0: {5: 1.0}, 1: {5: 1.0, 6: 1.0}, 2: {6: 1.0}, 3: {7: 1.0}}) == [[0, 1, 2], [3]]
