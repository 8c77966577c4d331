"""When sources and pages are asked next."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.watched import SourceState, WatchedSource
from rashomon.project import watching_times as times

NOON = dt.datetime(2025, 5, 10, 12, tzinfo=dt.UTC)
FEED = WatchedSource(address="https://harbour.example/feed.xml")


@given(st.lists(st.booleans(), max_size=60))
def test_the_interval_stays_within_its_bounds(brought: list[bool]) -> None:
    """Whatever polls bring, the interval lies between the source's bounds."""
    least, most = times.bounds_of(FEED)
    interval: float | None = None
    for each in brought:
        interval = times.next_interval(FEED, interval, brought=each)
        assert least <= interval <= most


def test_a_source_that_brings_is_asked_more_often_than_one_that_does_not() -> None:
    """Ten polls that bring something lead to the least interval, twenty that do not to the most."""
    busy: float | None = None
    quiet: float | None = None
    for _ in range(20):
        busy = times.next_interval(FEED, busy, brought=True)
        quiet = times.next_interval(FEED, quiet, brought=False)
    assert (busy, quiet) == times.bounds_of(FEED)


def test_a_source_with_bounds_of_its_own_keeps_them() -> None:
    """Bounds from the list of sources win over the kind's."""
    source = WatchedSource(address="https://x.example/", at_least_s=60, at_most_s=120)
    assert times.bounds_of(source) == (60, 120)
    assert times.next_interval(source, None, brought=True) == 120


@given(
    failures=st.integers(1, 500),
    chance=st.floats(0, 1, exclude_max=True),
    asked=st.none() | st.floats(0, 1e12),
)
def test_after_failures_the_wait_grows_to_a_day_and_obeys_the_server(
    failures: int, chance: float, asked: float | None
) -> None:
    """The wait is never shorter than asked for (up to a week), nor longer than a day and its jitter otherwise."""
    wait = (times.due_after_failure(NOON, 600, failures, asked, chance) - NOON).total_seconds()
    assert wait >= min(asked or 0, 7 * times.DAY) - 1e-6
    assert wait <= max(times.DAY * 1.1, min(asked or 0, 7 * times.DAY)) + 1e-6
    if failures < 7 and not asked:
        assert wait >= 600 * 2**failures - 1e-6


def test_chance_spreads_equal_sources() -> None:
    """Two draws give two instants, at most a tenth of the interval apart."""
    one, other = times.due_after(NOON, 1000, 0.0), times.due_after(NOON, 1000, 0.99)
    assert 0 < (other - one).total_seconds() <= 100


def test_a_page_is_looked_at_with_growing_gaps_for_a_week() -> None:
    """Each gap is longer than the one before; after a week without an edit there is no further look."""
    looks = [NOON]
    while (due := times.next_look(looks[-1], NOON, 0.0)) is not None:
        looks.append(due)
    gaps = [b - a for a, b in itertools.pairwise(looks)]
    assert gaps[1:] == sorted(gaps[1:])
    assert 8 <= len(gaps) <= 12
    assert looks[-1] - NOON >= dt.timedelta(days=7)


def test_a_page_that_fails_is_left_in_the_end() -> None:
    """After six failures in a row a page is not asked for again."""
    assert times.look_after_failure(NOON, 5, None, 0.5) is not None
    assert times.look_after_failure(NOON, 6, None, 0.5) is None


@pytest.mark.parametrize(
    ("usual", "hours", "silent"),
    [
        (3600.0, 5, False),
        (3600.0, 25, True),
        (86400.0, 90, False),
        (86400.0, 97, True),
        (None, 70, False),
        (None, 73, True),
    ],
)
def test_a_source_is_silent_after_far_longer_than_usual(usual: float | None, hours: int, silent: bool) -> None:
    """Four usual gaps, and a day at least, make silence; three days where no gap is known."""
    state = SourceState(first_poll=NOON, last_new=NOON, usual_gap_s=usual)
    assert times.is_silent(state, NOON + dt.timedelta(hours=hours)) is silent
