"""Who only reads is answered while others write, and two who read one story at once are in nobody's way."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any

import pytest
from tests.store.worlds import FIRE, add, quiet

from rashomon import app, pipeline
from rashomon.app.parts import shipped_parts
from rashomon.errors import StoreError
from rashomon.model.claim import ReportClaims
from rashomon.model.dossier import Dossier
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.project import kept_claims, kept_story_dossier, story_dossiers
from rashomon.storage import Store, create_store, open_store, product_rows, report_rows, story_rows, summary_rows
from rashomon.storage import store as stores

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"


@pytest.fixture
def older(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A project of one story whose claims another version of the program made."""
    add(store, FIRE)
    for module in (kept_claims, story_dossiers):
        monkeypatch.setattr(module, "program_version", lambda: "another")
    return store


def test_two_who_ask_for_one_story_at_once_make_its_claims_once(older: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """While one reader extracts a story's reports a second one asks for it: both are answered, of one extraction."""
    asked: list[str] = []
    understood = pipeline.understood
    second: list[Future[Dossier]] = []
    with ThreadPoolExecutor(1) as pool:

        def interrupted(reports: Sequence[Report], *rest: Any) -> list[Outcome[ReportClaims]]:
            asked.extend(r.id for r in reports)
            if not second:
                second.append(pool.submit(_told, older))
                # It waits for this very work, which it must not do a second time.
                wait(second, 1)
            return understood(reports, *rest)

        monkeypatch.setattr(pipeline, "understood", interrupted)
        first = _told(older)
        assert second[0].result() == first
    assert len(asked) == len(set(asked)) > 1
    assert _is_kept(older)


def test_a_story_is_told_while_another_one_writes(older: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A story that must be told anew is told while the store is held for writing, and kept when it is asked for next."""
    monkeypatch.setattr(stores, "KEEPING_SECONDS", 0)
    with open_store(older.address) as other, other.writing():
        told = _told(older)
    assert not _is_kept(older)
    assert _told(older) == told
    assert _is_kept(older)


def test_how_far_somebody_saw_a_story_holds_up_nobody(older: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A look at a story is not kept while the store is held for writing, and kept the next time."""
    monkeypatch.setattr(stores, "KEEPING_SECONDS", 0)
    story = _story(older).story.id
    seen = app.standing_at(older.address, story)
    with open_store(older.address) as other, other.writing():
        app.look(older.address, "ines", story, seen)
    assert app.looks(older.address, "ines", [story]) == {}
    app.look(older.address, "ines", story, seen)
    assert app.looks(older.address, "ines", [story]) == {story: seen}


def test_what_a_reader_cannot_keep_for_good_is_told(store: Store) -> None:
    """What is wrong with the store and does not pass by itself is a StoreError for a reader too."""

    def broken(_connection: object) -> None:
        raise StoreError("It is damaged.")

    with pytest.raises(StoreError, match="damaged"):
        store.keep(broken)


def test_a_connections_patience_is_lent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After one who waited for nobody, in vain or not, an SQLite connection waits as long as every writer does."""
    monkeypatch.setattr(stores, "KEEPING_SECONDS", 0)
    address = str(tmp_path / "p.sqlite")
    with create_store(address) as store, open_store(address) as other:
        with other.writing():
            assert not store.keep(lambda _connection: None)
        for _ in range(2):
            with store.reading() as connection:
                assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == stores.BUSY_SECONDS * 1000
            assert store.keep(lambda _connection: None)


def test_a_file_without_a_log_is_opened_after_its_writer(tmp_path: Path) -> None:
    """Who opens a project that was copied as one file, while somebody writes to that, waits as writers do."""
    address = tmp_path / "p.sqlite"
    shutil.copyfile(FIXTURES / "store-0007.sqlite", address)
    other = sqlite3.connect(address, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.3, other.rollback)
    release.start()
    with open_store(str(address)) as store, store.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    release.join()
    other.close()


def _story(store: Store) -> story_rows.StoredStory:
    with store.reading() as connection:
        return story_rows.list_stories(connection)[0]


def _told(store: Store) -> Dossier:
    return kept_story_dossier(store, _story(store), shipped_parts(), quiet())


def _is_kept(store: Store) -> bool:
    """Whether the store holds the claims and the line of its story as this version makes them."""
    stored = _story(store)
    with store.reading() as connection:
        reports = [s.report for s in report_rows.every_report(connection)]
        made = product_rows.find_understood(connection, reports, "another")
        current = summary_rows.is_current(connection, stored.story.id, stored.state, "another")
    assert current == (len(made) == len(reports))
    return current
