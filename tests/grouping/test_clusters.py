"""Stories joined in a table of sums: the same as joined pair by pair."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.grouping.alike import pairs_of
from rashomon.grouping.cluster_stories import average_linkage, clusters_of, in_a_table

_LEAST = 0.4


@st.composite
def _chances(draw: st.DrawFn) -> dict[tuple[int, int], float]:
    """Chances of some pairs of up to 14 items, few values so that many are equal."""
    count = draw(st.integers(2, 14))
    pairs = [(i, j) for i in range(count) for j in range(i + 1, count)]
    values = st.sampled_from([0.1, 0.3, 0.4, 0.5, 0.9, 1 / 3])
    return draw(st.dictionaries(st.sampled_from(pairs), values, min_size=1))


@settings(max_examples=300, deadline=None)
@given(_chances())
def test_a_table_gives_the_stories_that_pairs_give(chances: dict[tuple[int, int], float]) -> None:
    """Whatever the chances, and however many are equal, both ways of joining give the same clusters in one order."""
    members = sorted({item for pair in chances for item in pair})
    assert in_a_table(members, pairs_of(chances), _LEAST) == average_linkage(members, pairs_of(chances), _LEAST)


def test_a_large_happening_is_joined_in_its_component() -> None:
    """Sixty reports, each like all others, and two that are like each other alone are two stories."""
    chances = {(i, j): 0.5 for i in range(60) for j in range(i + 1, 60)} | {(60, 61): 0.5, (3, 60): 0.1}
    assert clusters_of(62, pairs_of(chances), _LEAST) == [list(range(60)), [60, 61]]
