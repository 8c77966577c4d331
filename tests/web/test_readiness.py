"""What the instants of a large story share is made ready behind the pages, once."""

from __future__ import annotations

import datetime as dt
import threading

import pytest

from rashomon import app
from rashomon.errors import NotFoundError
from rashomon.web import readiness
from rashomon.web.readiness import Readiness


def _moments(*counts: int) -> tuple[app.Moment, ...]:
    """Moments a day apart at which so many reports came."""
    first = dt.datetime(2025, 5, 1, tzinfo=dt.UTC)
    return tuple(
        app.Moment(at=first + dt.timedelta(days=n), reports=tuple(f"rpt-{n}-{k}" for k in range(count)))
        for n, count in enumerate(counts)
    )


def test_a_large_story_is_composed_once_as_of_the_instant_before_its_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """Opened twice it is composed once, again after a report came, and a small story never."""
    monkeypatch.setattr(readiness, "_LARGE", 3)
    composed: list[tuple[str, dt.datetime]] = []
    done = threading.Semaphore(0)

    def compose(story: str, at: dt.datetime) -> None:
        composed.append((story, at))
        done.release()

    ready = Readiness(compose)
    some, more = _moments(2, 1), _moments(2, 1, 1)
    for moments, expected in ((some, 1), (some, 1), (more, 2), (_moments(1, 1), 2)):
        ready.ask("story-1", moments)
        while len(composed) < expected:
            assert done.acquire(timeout=20)
    ready.end()
    assert composed == [("story-1", some[-2].at), ("story-1", more[-2].at)]


def test_a_story_that_cannot_be_composed_keeps_no_other_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where composing fails as the page itself would, the next large story that is opened is made ready all the same."""
    monkeypatch.setattr(readiness, "_LARGE", 1)
    composed = threading.Event()

    def compose(story: str, _at: dt.datetime) -> None:
        if story == "story-gone":
            raise NotFoundError("There is no story story-gone.", "See `rashomon stories`.")
        composed.set()

    ready = Readiness(compose)
    ready.ask("story-gone", _moments(1, 1))
    for _ in range(200):
        ready.ask("story-2", _moments(1, 1))
        if composed.wait(0.1):
            break
    ready.end()
    assert composed.is_set()
