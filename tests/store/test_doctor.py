"""A project checked: each invariant broken on purpose is found, and mended where it can be made anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import Connection, delete, func, insert, select, text, update
from tests.store.test_remove import ids, keep_dossiers, remove, stories_of
from tests.store.worlds import CLASH, FIRE, NOON, WORLD, add

from rashomon import app
from rashomon.app.parts import shipped_parts
from rashomon.model.decision import Decision
from rashomon.model.report import Report
from rashomon.model.watched import PageState, WatchedSource
from rashomon.project import make_decision, take_decision
from rashomon.project.faults import CHECKS, REPAIRED
from rashomon.project.watching_sources import take_sources
from rashomon.storage import Store, create_store, source_rows, tables
from rashomon.storage.packing import pack, unpack
from rashomon.storage.product_rows import Understood
from rashomon.storage.removal_rows import save_tombstone
from rashomon.storage.source_rows import StoredPage

PAGE = "https://harbour.example/fire"


@pytest.fixture
def desk(store: Store) -> Store:
    """A sound project with versions, a decision, a removal, a forced report and kept dossiers."""
    add(store, WORLD)
    add(
        store,
        [FIRE[0] | {"id": "fire-1b", "text": FIRE[0]["text"].replace("Four", "Five")}],
        NOON + dt.timedelta(hours=4),
    )
    remove(store, "flood-1")
    remove(store, "clash-1")
    add(store, CLASH, NOON + dt.timedelta(days=3), force=True)
    split = make_decision("split_stories", [ids(store)["fire-2"]], by="R. Desk", at=NOON)
    take_decision(store, split, shipped_parts().library)
    keep_dossiers(store)
    keep_watched(store)
    return store


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


def first(connection: Connection, column: Any) -> Any:
    """The first value of a column."""
    return connection.execute(select(column).order_by(column).limit(1)).scalar_one()


def change_record(change: Callable[[Report], Report]) -> Callable[[Connection], None]:
    """A fault: the first report's record changed without its id."""

    def spoil(connection: Connection) -> None:
        table = tables.reports
        body = first(connection, table.c.record)
        changed = pack(change(unpack(body, Report)))
        connection.execute(update(table).where(table.c.record == body).values(record=changed))

    return spoil


def change_product(change: Callable[[Understood], Understood]) -> Callable[[Connection], None]:
    """A fault: the claims of the clash changed without their rows."""

    def spoil(connection: Connection) -> None:
        table = tables.products
        for row in connection.execute(select(table)).all():
            found = unpack(row.body, Understood)
            if found.claims.figures:
                spoiled = pack(change(found))
                connection.execute(update(table).where(table.c.report == row.report).values(body=spoiled))
                return

    return spoil


def set_all(table: Any, **values: Any) -> Callable[[Connection], None]:
    """A fault: columns of every row overwritten."""
    return lambda connection: connection.execute(update(table).values(**values)) and None


def without(table: Any) -> Callable[[Connection], None]:
    """A fault: every row gone."""
    return lambda connection: connection.execute(delete(table)) and None


def outside(found: Understood) -> Understood:
    """Claims with a passage beyond the text."""
    figure = msgspec.structs.replace(found.claims.figures[0], end=10**6)
    claims = msgspec.structs.replace(found.claims, figures=(figure, *found.claims.figures[1:]))
    return msgspec.structs.replace(found, claims=claims)


def fewer(found: Understood) -> Understood:
    """Claims without the figures."""
    return msgspec.structs.replace(found, claims=msgspec.structs.replace(found.claims, figures=()))


def change_decision(connection: Connection) -> None:
    """A fault: a decision that says another person took it."""
    decision = unpack(first(connection, tables.decisions.c.body), Decision)
    changed = msgspec.structs.replace(decision, by="Someone Else")
    connection.execute(update(tables.decisions).values(body=pack(changed)))


def bury_live(connection: Connection) -> None:
    """A fault: a report that is there has a tombstone."""
    save_tombstone(connection, first(connection, tables.reports.c.id), "Gone.", NOON, "R. Desk")


def part_component(connection: Connection) -> None:
    """A fault: the last report of a component lies apart, under a number of its own."""
    reports = tables.reports
    wide = connection.execute(
        select(reports.c.component).group_by(reports.c.component).having(func.count() > 1).limit(1)
    ).scalar_one()
    last = connection.execute(select(func.max(reports.c.seq)).where(reports.c.component == wide)).scalar_one()
    connection.execute(update(reports).where(reports.c.seq == last).values(component=last))


def rename_component(connection: Connection) -> None:
    """A fault: a component is not named after its first report."""
    lone = first(connection, tables.reports.c.component)
    for table in (tables.reports, tables.stories):
        connection.execute(update(table).where(table.c.component == lone).values(component=10_000))


def add_row(table: Any, **values: Any) -> Callable[[Connection], None]:
    """A fault: a row of nothing."""
    return lambda connection: connection.execute(insert(table).values(**values)) and None


def empty_index(connection: Connection) -> None:
    """A fault: entries without words."""
    connection.execute(text("DELETE FROM search_index"))


def page_of_nothing(connection: Connection) -> None:
    """A fault: a page says that a report which never was stood there."""
    state = first(connection, tables.pages.c.state)
    connection.execute(update(tables.pages).values(state=state.replace('"report":"rpt-', '"report":"rpt-x')))


RETITLE = change_record(lambda r: msgspec.structs.replace(r, title="Another", title_span=None))
FAULTS: list[tuple[str, str, Callable[[Connection], None]]] = [
    ("undecodable report", "reports", set_all(tables.reports, record=b"x")),
    ("changed text", "reports", change_record(lambda r: msgspec.structs.replace(r, text=r.text + " More."))),
    ("changed lineage", "reports", change_record(lambda r: msgspec.structs.replace(r, lineage="lin-0"))),
    ("changed title", "columns", RETITLE),
    ("counting", "columns", set_all(tables.reports, counts_from="2001-01-01T00:00:00.000000+00:00")),
    ("content hash", "columns", set_all(tables.reports, content_hash="0")),
    ("no products", "products", without(tables.products)),
    ("undecodable product", "products", set_all(tables.products, body=b"x")),
    ("product of other content", "products", set_all(tables.products, key="v:0")),
    ("passage outside", "products", change_product(outside)),
    ("claims without rows", "products", change_product(fewer)),
    ("rows of no claims", "products", without(tables.claims)),
    ("no marks", "marks", without(tables.marks)),
    ("a mark too many", "marks", add_row(tables.marks, mark=7, report=1)),
    ("parted component", "components", part_component),
    ("misnamed component", "components", rename_component),
    ("no stories", "stories", without(tables.stories)),
    ("undecodable story", "stories", set_all(tables.stories, record=b"x")),
    ("stale story", "stories", set_all(tables.stories, state="0")),
    ("story of nothing", "stories", add_row(tables.stories, id="story-0", component=99, reports=1, state="0", record=b"x")),
    ("undecodable decision", "decisions", set_all(tables.decisions, body=b"x")),
    ("forged decision", "decisions", change_decision),
    ("removed report there", "tombstones", bury_live),
    ("no entries", "search", without(tables.search_entries)),
    ("no words", "search", empty_index),
    ("undecodable dossier", "dossiers", set_all(tables.dossiers, body=b"x")),
    ("dossier without notes", "dossiers", without(tables.dossier_reports)),
    ("notes without dossier", "dossiers", without(tables.dossiers)),
    ("undecodable source", "watching", set_all(tables.sources, state="x")),
    ("undecodable entry", "watching", set_all(tables.sources, entry="x")),
    ("source of another address", "watching", set_all(tables.sources, address="https://other.example/feed")),
    ("source never asked", "watching", set_all(tables.sources, due=None)),
    ("source due at no instant", "watching", set_all(tables.sources, due="soon")),
    ("undecodable page", "watching", set_all(tables.pages, state="x")),
    ("page of no report", "watching", page_of_nothing),
    ("orphan retrieval", "orphans", add_row(tables.retrievals, report="rpt-0", source="x")),
    ("orphan marks", "orphans", add_row(tables.marks, mark=7, report=9_999)),
]  # fmt: skip


@pytest.mark.parametrize("name", [name for name, *_ in FAULTS])
def test_a_broken_invariant_is_found_and_mended(tmp_path: Path, sound: Path, name: str) -> None:
    """Each fault is found by its check, with advice; what can be made anew is, and the project is what it was."""
    _, check, spoil = next(f for f in FAULTS if f[0] == name)
    path = tmp_path / "p.sqlite"
    path.write_bytes(sound.read_bytes())
    with create_store(str(path)) as store:
        _break_and_mend(store, check, spoil)


def test_repair_works_on_every_kind_of_store(desk: Store) -> None:
    """One fault of each check that is mended, one after the other, on each database."""
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
        add(store, WORLD)
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
