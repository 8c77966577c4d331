"""What a terminal shows of a run that goes on."""

from __future__ import annotations

import io
import sys

import pytest

from rashomon.adapters import clock
from rashomon.adapters.terminal import TerminalProgress, time_left


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def screened(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Standard error as a terminal, on which each look at the clock finds two seconds more gone."""
    screen, seconds = Screen(), iter(range(0, 10_000, 2))
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(clock, "seconds", lambda: float(next(seconds)))
    return screen


@pytest.mark.parametrize(
    ("elapsed", "done", "total", "said"),
    [
        (2.0, 100, 200, None),
        (60.0, 4, 200, None),
        (30.0, 10, 20, "about 30 s"),
        (31.0, 10, 20, "about 35 s"),
        (60.0, 10, 40, "about 3 min"),
        (600.0, 100, 10_000, "about 17 h"),
    ],
)
def test_the_rest_is_told_at_the_pace_so_far(elapsed: float, done: int, total: int, said: str | None) -> None:
    """Nothing is said before the pace is known; then the rest at that pace, rounded up and never down."""
    assert time_left(elapsed, done, total) == said


def test_batches_are_told_as_parts_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second batch of two goes on where the first ended, and the time told is that of all reports."""
    screen = screened(monkeypatch)
    progress = TerminalProgress()
    assert list(progress.track(range(10), 0, 20)) + list(progress.track(range(10), 10, 20)) == [*range(10)] * 2
    lines = [line.strip() for line in screen.getvalue().split("\r")]
    assert [line for line in lines if " 10/20, about 25 s left" in line]
    assert not any("of this step" in line for line in lines)


def test_a_step_of_unknown_whole_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a known whole the time is said to be this step's."""
    screen = screened(monkeypatch)
    list(TerminalProgress().track(range(10)))
    assert "9/10, about 5 s left of this step" in screen.getvalue()
