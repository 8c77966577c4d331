"""Stores to test on: SQLite always, PostgreSQL where it is installed."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from benchmarks.postgres import Server, find_programs, server
from tests.store.worlds import WORLD, add

from rashomon.storage import Store, create_store, open_store


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server for this test session."""
    if find_programs() is None:
        pytest.skip("PostgreSQL is not installed")
    with server(durable=False) as running:
        yield running


class Projects:
    """Projects that tests begin with, each made once a session and copied for every test."""

    def __init__(self, request: pytest.FixtureRequest, folder: Path) -> None:
        self._request, self._folder = request, folder
        self._made: dict[tuple[str, str], str] = {}

    def place(self, kind: str, folder: Path, like: str | None = None) -> str:
        """The address of a project that is yet to be made, or of a copy of one."""
        if kind == "sqlite":
            path = folder / "project.sqlite"
            if like is not None:
                path.write_bytes(Path(like).read_bytes())
            return str(path)
        running: Server = self._request.getfixturevalue("postgres")
        return running.new_database(f"t{uuid.uuid4().hex[:12]}", like and like.rpartition("/")[2])

    def begun(self, kind: str, name: str, fill: Callable[[Store], object], folder: Path) -> Store:
        """A copy of the project of this name; `fill` makes the first."""
        if (kind, name) not in self._made:
            own = self._folder / f"{kind}-{name}"
            own.mkdir()
            first = self.place(kind, own)
            with create_store(first) as store:
                fill(store)
            self._made[kind, name] = first
        return open_store(self.place(kind, folder, like=self._made[kind, name]))

    def of_world(self, kind: str, folder: Path) -> Store:
        """A project with the reports of the world."""
        return self.begun(kind, "world", lambda made: add(made, WORLD), folder)


@pytest.fixture(scope="session")
def projects(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Projects:
    """The projects that tests begin with."""
    return Projects(request, tmp_path_factory.mktemp("projects"))


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """Each kind of store."""
    return str(request.param)


@pytest.fixture
def address(kind: str, projects: Projects, tmp_path: Path) -> str:
    """The address of a project that is yet to be made, on each kind of store."""
    return projects.place(kind, tmp_path)


@pytest.fixture
def store(kind: str, projects: Projects, tmp_path: Path) -> Iterator[Store]:
    """A new project on each kind of store."""
    with projects.begun(kind, "empty", lambda _: None, tmp_path) as made:
        yield made


@pytest.fixture
def world(kind: str, projects: Projects, tmp_path: Path) -> Iterator[Store]:
    """A project with the reports of the world, on each kind of store."""
    with projects.of_world(kind, tmp_path) as made:
        yield made
