"""Stores that cannot be used as asked: a clear StoreError each."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.store.worlds import CLASH, FIRE, add

from rashomon.errors import StoreError, UsageError
from rashomon.storage import create_store, is_store_address, open_store


def test_a_project_that_is_not_there_is_said(tmp_path: Path) -> None:
    """Opening a path without a file names the path and the command that makes a project."""
    with pytest.raises(StoreError, match=r"no project at .*none\.sqlite"):
        open_store(str(tmp_path / "none.sqlite"))


def test_making_a_project_twice_keeps_it(address: str) -> None:
    """Making a project where one is keeps its reports."""
    with create_store(address) as first:
        add(first, CLASH)
    with create_store(address) as second:
        assert add(second, CLASH).again


def test_a_newer_schema_is_refused(address: str) -> None:
    """A store that a newer program wrote is left alone."""
    store = create_store(address)
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    with pytest.raises(StoreError, match="newer"):
        open_store(address)


def test_a_foreign_database_is_refused(tmp_path: Path) -> None:
    """An SQLite file of another program is named as one."""
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE stamps (id INTEGER)")
    other.close()
    with pytest.raises(StoreError, match="no Rashomon project"):
        open_store(str(path))


def test_a_damaged_file_is_said(tmp_path: Path) -> None:
    """A file whose pages are overwritten gives a StoreError, not a crash."""
    path = tmp_path / "project.sqlite"
    store = create_store(str(path))
    add(store, FIRE)
    store.close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\x5a" * (len(content) - 4096)
    path.write_bytes(bytes(content))
    with pytest.raises(StoreError, match="damaged"), open_store(str(path)) as damaged:
        add(damaged, CLASH)


def test_a_locked_store_says_who_is_in_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another program holds the file for writing, a writer waits and then says that it is in use."""
    path = tmp_path / "project.sqlite"
    create_store(str(path)).close()
    monkeypatch.setattr("rashomon.storage.store.BUSY_SECONDS", 0)
    store = open_store(str(path))
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(StoreError, match="in use"):
            add(store, CLASH)
    finally:
        holder.close()
    assert add(store, CLASH).new
    store.close()


def test_an_address_is_told_from_a_file_of_reports(tmp_path: Path) -> None:
    """Database addresses and SQLite files are stores; other files, even named like one, are not."""
    reports = tmp_path / "reports.sqlite"
    reports.write_text("Four people were killed.", encoding="utf-8")
    made = tmp_path / "made"
    create_store(str(made)).close()
    assert is_store_address("postgresql://desk@db/crisis")
    assert is_store_address(str(made))
    assert not is_store_address(str(reports))
    assert not is_store_address("https://harbour.example/fire")


def test_a_database_that_does_not_answer_is_said() -> None:
    """A PostgreSQL address where nothing listens gives a StoreError without the password."""
    with pytest.raises(StoreError) as caught:
        create_store("postgresql://desk:secret@127.0.0.1:1/crisis")
    assert "secret" not in caught.value.message


def test_a_crooked_address_is_wrong_use() -> None:
    """An address that no database has is a UsageError."""
    with pytest.raises(UsageError):
        create_store("postgresql://desk@host:notaport/x")
