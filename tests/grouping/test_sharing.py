"""Pairs that share keys, found without asking every pair."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.grouping import sharing
from rashomon.grouping.sharing import pairs_sharing


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    sets=st.lists(st.frozensets(st.sampled_from("abcdefgh")), max_size=12),
    least=st.integers(1, 4),
    crowd=st.integers(1, 4),
    asking=st.none() | st.frozensets(st.integers(0, 11)),
)
def test_every_pair_that_shares_enough_is_found(
    monkeypatch: pytest.MonkeyPatch, sets: list[frozenset[str]], least: int, crowd: int, asking: frozenset[int] | None
) -> None:
    """Whatever counts as a crowd, every pair asked for that shares enough keys is found, the lower item first."""
    monkeypatch.setattr(sharing, "_CROWD", crowd)
    found = set(pairs_sharing(dict(enumerate(sets)), least, asking))
    wanted = {(i, j) for (i, a), (j, b) in combinations(enumerate(sets), 2) if len(a & b) >= least}
    assert found >= {pair for pair in wanted if asking is None or asking.intersection(pair)}
    assert all(low < high and (asking is None or asking.intersection((low, high))) for low, high in found)


def test_a_key_that_all_hold_pairs_nobody_by_itself() -> None:
    """Items that share only what all share are not paired where two keys are asked for."""
    sets = {n: {"all", f"{n} one", f"{n} two"} for n in range(500)}
    assert list(pairs_sharing(sets, 2)) == []
