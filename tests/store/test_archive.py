"""Backups and archives: what is written is read back to the same project, and what is damaged leaves nothing."""

from __future__ import annotations

import datetime as dt
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.store.conftest import Projects, Server
from tests.store.lives import ids, keep_dossiers, live_through_all, remove, stories_of
from tests.store.spoiled_archives import FAULTS
from tests.store.worlds import CLASH, NOON, WORLD, add, dossiers

from rashomon import app
from rashomon.app.parts import shipped_parts
from rashomon.errors import StoreError, UsageError
from rashomon.project import make_decision, take_decision
from rashomon.storage import Store, create_store, open_store
from rashomon.storage.removal_rows import all_tombstones


@pytest.fixture
def desk(kind: str, projects: Projects, tmp_path: Path) -> Iterator[Store]:
    """A project with versions, decisions, a merge, a removal and a report added again."""
    with projects.begun(kind, "desk", _live, tmp_path) as made:
        yield made


def _live(store: Store) -> None:
    live_through_all(store)
    known = ids(store)
    merge = make_decision("merge_stories", [known["clash-1"], known["fire-2"]], by="R. Desk", at=NOON)
    take_decision(store, merge, shipped_parts().library)
    grade = make_decision("grade_root", ["UN"], by="R. Desk", at=NOON, grade="B")
    take_decision(store, grade, shipped_parts().library)
    keep_dossiers(store)


def everything(store: Store) -> tuple[Any, ...]:
    """What two equal projects share: stories, dossiers as of several instants, decisions, tombstones, hits."""
    asked = [msgspec.json.encode(dossiers(store, as_of=NOON + dt.timedelta(days=d))) for d in (-5, 0, 1)]
    with store.reading() as connection:
        gone = all_tombstones(connection)
    hits = [(h.kind, h.report, h.claim) for h in app.search(store.address, "said", limit=999).hits]
    return (
        stories_of(store),
        msgspec.json.encode(dossiers(store)),
        asked,
        app.decisions(store.address),
        gone,
        sorted(map(str, hits)),
    )


@pytest.mark.parametrize("name", ["kept", "kept.zip"])
def test_an_archive_is_read_back_to_the_same_project(desk: Store, tmp_path: Path, name: str) -> None:
    """A folder or zip read into a new project gives the same stories, dossiers, decisions and removals."""
    path = str(tmp_path / name)
    written = app.archive(desk.address, path)
    other = str(tmp_path / "other.sqlite")
    assert app.unarchive(path, other) == written
    with open_store(other) as read_back:
        assert everything(read_back) == everything(desk)


def test_an_archive_moves_between_the_databases(tmp_path: Path, postgres: Server) -> None:
    """From SQLite to PostgreSQL and back, an archive's lines keep their bytes."""
    first, second = str(tmp_path / "a.sqlite"), postgres.new_database("moved")
    with create_store(first) as store:
        add(store, WORLD)
        remove(store, "flood-1")
    app.archive(first, str(tmp_path / "one.zip"))
    app.unarchive(str(tmp_path / "one.zip"), second)
    app.archive(second, str(tmp_path / "two.zip"))
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_backup_is_restored_to_the_same_project(desk: Store, tmp_path: Path) -> None:
    """A backup made while the project is open is restored to an equal one."""
    file = str(tmp_path / ("copy.sqlite" if desk.is_sqlite else "copy.zip"))
    other = str(tmp_path / "restored.sqlite")
    reports = app.backup(desk.address, file)
    assert app.restore(file, other) == reports
    with open_store(other) as restored:
        assert everything(restored) == everything(desk)


def test_nothing_is_overwritten(store: Store, tmp_path: Path) -> None:
    """Backup, restore, archive and unarchive refuse a place where something is."""
    add(store, CLASH)
    taken = tmp_path / "taken.zip"
    taken.write_bytes(b"mine")
    for command in (app.backup, app.archive):
        with pytest.raises(UsageError):
            command(store.address, str(taken))
    assert taken.read_bytes() == b"mine"
    app.archive(store.address, str(tmp_path / "a"))
    with pytest.raises(StoreError, match="not empty"):
        app.unarchive(str(tmp_path / "a"), store.address)
    if store.is_sqlite:
        app.backup(store.address, str(tmp_path / "b"))
        with pytest.raises(UsageError):
            app.restore(str(tmp_path / "b"), store.address)
    assert ids(store).keys() == {"clash-1"}


def test_a_backup_needs_a_project_and_a_sound_file(tmp_path: Path) -> None:
    """No project, a damaged backup and a database of another program are StoreErrors that leave no file behind."""
    with pytest.raises(StoreError):
        app.backup(str(tmp_path / "none.sqlite"), str(tmp_path / "b"))
    project = tmp_path / "p.sqlite"
    with create_store(str(project)) as store:
        add(store, WORLD)
    app.backup(str(project), str(tmp_path / "b"))
    content = bytearray((tmp_path / "b").read_bytes())
    content[8192:40000] = b"\x5a" * (40000 - 8192)
    (tmp_path / "bad").write_bytes(bytes(content))
    foreign = sqlite3.connect(tmp_path / "foreign")
    foreign.execute("CREATE TABLE stamps (id INTEGER)")
    foreign.close()
    for name in ("bad", "foreign"):
        with pytest.raises(StoreError):
            app.restore(str(tmp_path / name), str(tmp_path / "new.sqlite"))
        assert not list(tmp_path.glob("new.sqlite*"))
    with pytest.raises(StoreError):
        app.restore(str(tmp_path / "absent"), str(tmp_path / "new.sqlite"))


def test_a_damaged_or_hostile_archive_leaves_nothing(tmp_path: Path) -> None:
    """Each fault is a StoreError that names the file and line, and no project is left behind."""
    with create_store(str(tmp_path / "p.sqlite")) as store:
        add(store, WORLD)
        note = make_decision("grade_root", ["UN"], by="R. Desk", at=NOON, grade="B")
        take_decision(store, note, shipped_parts().library)
    for number, (spoil, said) in enumerate(FAULTS):
        folder = tmp_path / f"archive-{number}"
        app.archive(str(tmp_path / "p.sqlite"), str(folder))
        spoil(folder)
        with pytest.raises(StoreError, match=said):
            app.unarchive(str(folder), str(tmp_path / "new.sqlite"))
        assert not list(tmp_path.glob("new.sqlite*"))


def test_a_damaged_archive_leaves_a_made_project_empty(store: Store, tmp_path: Path) -> None:
    """Into a project that was there, empty, nothing half read goes; the sound archive is read after that."""
    with create_store(str(tmp_path / "p.sqlite")) as other:
        add(other, WORLD)
    app.archive(str(tmp_path / "p.sqlite"), str(tmp_path / "good"))
    app.archive(str(tmp_path / "p.sqlite"), str(tmp_path / "bad"))
    (tmp_path / "bad" / "polls.jsonl").write_bytes(b"{}\n")
    with pytest.raises(StoreError):
        app.unarchive(str(tmp_path / "bad"), store.address)
    assert stories_of(store) == []
    app.unarchive(str(tmp_path / "good"), store.address)
    assert len(ids(store)) == len(WORLD)


def test_a_hostile_zip_is_refused(tmp_path: Path) -> None:
    """A zip with a path trick, a member twice, a bomb or no end is a StoreError, and nothing is written anywhere."""
    with create_store(str(tmp_path / "p.sqlite")) as store:
        add(store, CLASH)
    app.archive(str(tmp_path / "p.sqlite"), str(tmp_path / "good.zip"))
    with zipfile.ZipFile(tmp_path / "good.zip") as good:
        members = {name: good.read(name) for name in good.namelist()}
    tricks: list[dict[str, bytes]] = [
        {"../evil.jsonl": b"x"}, {"/etc/evil": b"x"}, {"reports.jsonl/../../x": b"x"}, {"C:\\evil": b"x"},
        {"reports.jsonl": b" " * 200_000_000},
    ]  # fmt: skip
    for number, trick in enumerate(tricks):
        path = tmp_path / f"bad-{number}.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bad:
            for name, content in (members | trick).items():
                bad.writestr(name, content)
        with pytest.raises(StoreError):
            app.unarchive(str(path), str(tmp_path / "new.sqlite"))
    (tmp_path / "cut.zip").write_bytes((tmp_path / "good.zip").read_bytes()[:-40])
    with pytest.raises(StoreError):
        app.unarchive(str(tmp_path / "cut.zip"), str(tmp_path / "new.sqlite"))
    assert not list(tmp_path.glob("new.sqlite*"))
    assert not list(tmp_path.parent.glob("evil*"))
