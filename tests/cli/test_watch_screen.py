"""What `watch` shows on a terminal, however many sources and however few lines there are."""

from __future__ import annotations

import datetime as dt
import sys

import pytest

from rashomon.app.watching import SourceLine
from rashomon.cli.watch_screen import fitting, watch_screen
from rashomon.errors import StoreError
from rashomon.model.watched import WatchNote

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


def source(name: str, asked: int | None = None, *, failures: int = 0, silent: bool = False) -> SourceLine:
    """A source of this name that was asked so many minutes after noon, if at all."""
    at = None if asked is None else NOON + dt.timedelta(minutes=asked)
    return SourceLine(
        address=f"https://{name}.example/feed", kind="feed", outlet=name, family=None, country=None, language=None,
        via=None, last_poll=at, last_new=None, due=NOON, interval_s=60.0, failures=failures, silent=silent,
        outcome="failed" if failures else "", reason="",
    )  # fmt: skip


def test_sources_that_fit_stand_in_their_order() -> None:
    """As many sources as there are rows are shown as they were listed, and none is left out."""
    listed = [source("b"), source("a", 5, failures=1), source("c", 9)]
    assert fitting(listed, 3) == (listed, 0)
    assert fitting(listed, -4) == (listed, 0)


def test_of_many_sources_those_in_trouble_come_first_then_those_asked_last() -> None:
    """Where rows are few, failing and silent sources are shown, then the ones asked last; the others are counted."""
    quiet = [source(f"quiet {n}", n) for n in range(20)]
    listed = [*quiet, source("deaf", 1, failures=2), source("still", 3, silent=True), source("never")]
    shown, left_out = fitting(listed, 6)
    assert [s.outlet for s in shown] == ["still", "deaf", "quiet 19", "quiet 18", "quiet 17"]
    assert left_out == len(listed) - 5


def test_the_table_and_what_happened_fit_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a terminal of 24 lines 40 sources are shown at once, the newest note below them, and nothing is cut."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    for name, value in (("TERM", "xterm"), ("COLUMNS", "100"), ("LINES", "24")):
        monkeypatch.setenv(name, value)
    listed = [source(f"outlet {n}", n) for n in range(40)]
    with watch_screen(lambda: listed) as tell:
        assert "outlet 39" in capsys.readouterr().out
        for n in range(12):
            address = f"https://outlet{n}.example/" + "x" * 150
            tell(WatchNote(at=NOON, what="polled", source=address, address=address, outcome="failed", reason="Shut."))
    last = capsys.readouterr().out.rsplit("\x1b[2K", 1)[-1]
    lines = [line for line in last.replace("\x1b[?25h", "").splitlines() if line.strip()]
    assert 18 < len(lines) <= 24
    assert "and 30 others" in last
    assert "https://outlet11.example" in lines[-1]


def test_a_store_that_does_not_answer_leaves_the_last_table(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """While the store does not answer, the table stays as it was and the note is told below it."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    answers = [[source("harbour", 1)]]

    def sources() -> list[SourceLine]:
        if not answers:
            raise StoreError("It does not answer.")
        return answers.pop()

    with watch_screen(sources) as tell:
        capsys.readouterr()
        tell(WatchNote(at=NOON, what="polled", source="", address="", outcome="failed", reason="It does not answer."))
    out = capsys.readouterr().out
    assert "harbour" in out
    assert "It does not answer." in out
