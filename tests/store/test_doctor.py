"""A project checked: each invariant broken on purpose is found, and mended where it can be made anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection
from tests.store.broken_records import (
    FAULTS,
    RETITLE,
)
from tests.store.conftest import Projects
from tests.store.lives import ids, keep_dossiers, live_through_all, remove, stories_of
from tests.store.worlds import CLASH, FIRE, NOON, WORLD, add

from rashomon import app
from rashomon.app.parts import shipped_parts
from rashomon.model.watched import PageState, WatchedSource
from rashomon.project import make_decision, take_decision
from rashomon.project.faults import CHECKS, REPAIRED
from rashomon.project.watching_sources import take_sources
from rashomon.storage import Store, create_store, source_rows
from rashomon.storage.source_rows import StoredPage

PAGE = "https://harbour.example/fire"


@pytest.fixture
def desk(kind: str, projects: Projects, tmp_path: Path) -> Iterator[Store]:
    """A sound project with versions, a decision, a removal, a forced report and kept dossiers."""
    with projects.begun(kind, "sound", _live, tmp_path) as made:
        yield made


def _live(store: Store) -> None:
    live_through_all(store)
    split = make_decision("split_stories", [ids(store)["fire-2"]], by="R. Desk", at=NOON)
    take_decision(store, split, shipped_parts().library)
    keep_dossiers(store)
    keep_watched(store)


def keep_watched(store: Store) -> None:
    """A source on the list, and a page of it that stands for the report of the fire."""
    take_sources(store, [WatchedSource(address="https://harbour.example/feed")], NOON)
    state = PageState(address=PAGE, source="https://harbour.example/feed", report=ids(store)["fire-1"])
    with store.writing() as connection:
        source_rows.insert_pages(connection, [StoredPage(PAGE, state, NOON)])


def checks(store: Store, **choices: Any) -> set[str]:
    """The checks that find something."""
    return {finding.check for finding in app.doctor(store.address, full=True, **choices).findings}


def test_a_sound_project_has_no_finding(desk: Store) -> None:
    """Neither adding, removing, deciding nor keeping dossiers breaks an invariant."""
    diagnosis = app.doctor(desk.address, full=True)
    assert diagnosis.findings == ()
    assert diagnosis.waiting == ()
    assert diagnosis.sampled == diagnosis.reports == len(WORLD)
    assert app.doctor(desk.address).findings == ()


def test_an_empty_project_is_sound(store: Store) -> None:
    """A project without a report has no finding."""
    assert app.doctor(store.address).findings == ()


def test_decisions_whose_report_is_gone_are_listed_as_waiting(desk: Store) -> None:
    """A decision on a removed report is no fault: it waits."""
    remove(desk, "fire-2")
    diagnosis = app.doctor(desk.address, full=True)
    assert diagnosis.findings == ()
    assert list(diagnosis.waiting) == [d.id for d in app.decisions(desk.address)]


@pytest.mark.parametrize("name", [name for name, *_ in FAULTS])
def test_a_broken_invariant_is_found_and_mended(tmp_path: Path, sound: Path, name: str) -> None:
    """Each fault is found by its check, with advice; what can be made anew is, and the project is what it was."""
    _, check, spoil = next(f for f in FAULTS if f[0] == name)
    path = tmp_path / "p.sqlite"
    path.write_bytes(sound.read_bytes())
    with create_store(str(path)) as store:
        _break_and_mend(store, check, spoil)


@pytest.mark.parametrize("kind", ["postgresql"], indirect=True)
def test_repair_works_on_a_server_too(desk: Store) -> None:
    """One fault of each check that is mended, one after the other, in PostgreSQL."""
    for check in sorted(REPAIRED):
        _break_and_mend(desk, check, next(spoil for _, c, spoil in FAULTS if c == check and spoil is not RETITLE))


def _break_and_mend(store: Store, check: str, spoil: Callable[[Connection], None]) -> None:
    before = state(store)
    with store.writing() as connection:
        spoil(connection)
    found = app.doctor(store.address, full=True).findings
    assert check in {f.check for f in found}
    assert all(f.advice and f.subjects and f.count for f in found)
    left = checks(store, mend=True)
    if check not in REPAIRED:
        assert check in left
    else:
        assert left == set()
        assert state(store) == before or spoil is RETITLE


def state(store: Store) -> Any:
    """The stories of a project, and how much a search finds."""
    return stories_of(store), len(app.search(store.address, "said", limit=999).hits)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a sound project."""
    path = tmp_path_factory.mktemp("sound") / "p.sqlite"
    with create_store(str(path)) as store:
        add(store, [*FIRE, *CLASH])
        add(
            store,
            [FIRE[0] | {"id": "fire-1b", "text": FIRE[0]["text"].replace("Four", "Five")}],
            NOON + dt.timedelta(hours=4),
        )
        split = make_decision("split_stories", [ids(store)["fire-2"]], by="R. Desk", at=NOON)
        take_decision(store, split, shipped_parts().library)
        keep_dossiers(store)
        keep_watched(store)
        store.scrub()
    return path


def test_every_check_has_a_broken_case() -> None:
    """Each check but that of the database's own pages is broken by a test."""
    assert {check for _, check, _ in FAULTS} == set(CHECKS) - {"database"}


def test_damaged_pages_are_found_and_nothing_is_mended(tmp_path: Path, sound: Path) -> None:
    """A file with overwritten pages is the database's fault: the advice is to restore, and repair leaves it alone."""
    content = bytearray(sound.read_bytes())
    page = 4096 * (len(content) // 4096 // 2)
    content[page : page + 3 * 4096] = b"\x5a" * (3 * 4096)
    path = tmp_path / "p.sqlite"
    path.write_bytes(bytes(content))
    (finding, *_) = app.doctor(str(path), mend=True).findings
    assert finding.check == "database"
    assert "backup" in finding.advice
