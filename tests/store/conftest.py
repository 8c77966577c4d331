"""Stores to test on: SQLite always, PostgreSQL where it is installed."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.postgres import Server, find_programs, server

from rashomon.storage import Store, create_store


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server for this test session."""
    if find_programs() is None:
        pytest.skip("PostgreSQL is not installed")
    with server() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a project that is yet to be made, on each kind of store."""
    if request.param == "sqlite":
        return str(tmp_path / "project.sqlite")
    running: Server = request.getfixturevalue("postgres")
    return running.new_database(f"t{uuid.uuid4().hex[:12]}")


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """A new project on each kind of store."""
    with create_store(address) as made:
        yield made
