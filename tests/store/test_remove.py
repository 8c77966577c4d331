"""Reports erased from a project, on every kind of store."""

from __future__ import annotations

import datetime as dt
import itertools
import zlib
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from tests.store.conftest import Projects
from tests.store.lives import LATER, ids, keep_dossiers, remove, stories_of
from tests.store.worlds import CLASH, FIRE, FLOOD, NOON, WORLD, add, dossiers

from rashomon import app
from rashomon.app.parts import shipped_parts
from rashomon.errors import NotFoundError, UsageError
from rashomon.project import make_decision, take_decision
from rashomon.storage import Store, create_store, tables
from rashomon.storage.removal_rows import all_tombstones, tombstones
from rashomon.storage.report_rows import every_report

_NAMES = itertools.count()


@pytest.mark.parametrize("gone", ["fire-1", "flood-1", "clash-1"])
def test_a_project_without_a_report_is_one_that_never_had_it(world: Store, tmp_path: Path, gone: str) -> None:
    """After removing a report the dossiers and stories are those of a project of the others, byte for byte."""
    keep_dossiers(world)
    remove(world, gone)
    with create_store(str(tmp_path / "never.sqlite")) as never:
        add(never, [row for row in WORLD if row["id"] != gone])
        assert msgspec.json.encode(dossiers(world)) == msgspec.json.encode(dossiers(never))
        assert stories_of(world) == stories_of(never)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gone=st.sets(st.sampled_from([row["id"] for row in WORLD]), min_size=1, max_size=len(WORLD) - 1))
def test_removing_any_reports_gives_the_project_of_the_others(
    projects: Projects, tmp_path: Path, gone: set[str]
) -> None:
    """Whatever reports go, the stories and dossiers are those of the reports that stay."""
    folders = [tmp_path / f"{next(_NAMES)}" for _ in range(2)]
    for folder in folders:
        folder.mkdir()
    with (
        projects.of_world("sqlite", folders[0]) as some,
        projects.begun("sqlite", "empty", lambda _: None, folders[1]) as rest,
    ):
        for given_id in sorted(gone):
            remove(some, given_id)
        add(rest, [row for row in WORLD if row["id"] not in gone])
        assert stories_of(some) == stories_of(rest)
        assert msgspec.json.encode(dossiers(some)) == msgspec.json.encode(dossiers(rest))


def test_a_component_falls_apart_where_the_link_went(store: Store, tmp_path: Path) -> None:
    """Two stories merged by a person stay merged while both reports are there, and part when one goes."""
    add(store, [*FIRE[:1], *CLASH])
    merge = make_decision("merge_stories", list(ids(store).values()), by="R. Desk", at=NOON)
    take_decision(store, merge, shipped_parts().library)
    assert len(stories_of(store)) == 1
    removed = remove(store, "fire-1")
    assert [d.id for d in removed.decisions] == [merge.id]
    with store.reading() as connection:
        (left,) = every_report(connection)
    assert left.component == left.seq
    assert len(stories_of(store)) == 1


def test_nothing_of_a_removed_report_is_in_any_table(world: Store) -> None:
    """No table but that of tombstones and decisions names a removed report or its claims."""
    keep_dossiers(world)
    gone = ids(world)["fire-1"]
    with world.reading() as connection:
        seq = connection.execute(select(tables.reports.c.seq).where(tables.reports.c.id == gone)).scalar_one()
    remove(world, "fire-1")
    with world.reading() as connection:
        for table in tables.metadata.sorted_tables:
            if "report" in table.c and table.name != "tombstones":
                named = seq if table.name == "marks" else gone
                if table.c.report.type.python_type is type(named):
                    assert not connection.execute(select(table).where(table.c.report == named)).all(), table.name
        held = connection.execute(select(tables.dossiers.c.body)).scalars().all()
    assert not [body for body in held if gone.encode() in zlib.decompress(body)]
    assert not [h for h in app.search(world.address, "smoke").hits if h.report == gone]


def test_the_erased_words_are_in_no_byte_of_the_files(tmp_path: Path) -> None:
    """After removing a report of a unique sentence neither it nor its unique words are in the store's files."""
    words = ["Zwartkopvink", "Ongelukskraal", "quibblewort"]
    text = f"Four people were killed in Durban on Thursday, {' '.join(words)} officials said. " * 3
    path = tmp_path / "p.sqlite"
    with create_store(str(path)) as store:
        add(store, [*WORLD, FIRE[0] | {"id": "secret", "url": "https://harbour.example/s", "text": text}])
        keep_dossiers(store)
        before = b"".join(p.read_bytes() for p in tmp_path.iterdir())
        assert b"zwartkopvink" in before
        assert b"Zwartkopvink" in before
        assert remove(store, "secret").scrubbed
        after = b"".join(p.read_bytes() for p in tmp_path.iterdir()).lower()
    for word in words:
        assert word.lower().encode() not in after
    assert b"were killed in durban on thursday, z" not in after


def test_an_open_reader_is_said_to_hold_the_log(tmp_path: Path) -> None:
    """While a reader holds an older state, removing succeeds and says that the log is not yet empty."""
    path = str(tmp_path / "p.sqlite")
    with create_store(path) as store:
        add(store, CLASH)
        with create_store(path) as other, other.reading() as connection:
            connection.execute(select(tables.reports)).all()
            store.engine.dispose()
            assert not remove(store, "clash-1").scrubbed
        assert store.scrub()


def test_a_removed_report_stays_out_until_it_is_forced(store: Store) -> None:
    """Adding it again is refused; with force it is there again, and its tombstone stays readable."""
    add(store, [*CLASH, *FIRE])
    gone = remove(store, "clash-1").report
    assert add(store, CLASH).refused == (gone,)
    assert "clash-1" not in ids(store)
    again = LATER + dt.timedelta(days=1)
    assert add(store, CLASH, again, force=True).new == (gone,)
    with store.reading() as connection:
        assert tombstones(connection) == {}
        (kept,) = all_tombstones(connection)
    assert (kept.report, kept.reason, kept.removed_by) == (gone, "The family asked.", "R. Desk")
    assert kept.forced_at is not None
    assert kept.forced_at.startswith("2025-05-13")
    assert add(store, CLASH).again == (gone,)
    remove(store, "clash-1", reason="Once more.")
    assert add(store, CLASH).refused == (gone,)


def test_decisions_copies_and_versions_are_listed(world: Store) -> None:
    """A decision on the report's claim is listed and kept; reports with the same text or page are named."""
    edited = FIRE[0] | {"id": "fire-1b", "text": FIRE[0]["text"].replace("Four", "Five")}
    add(world, [edited], NOON + dt.timedelta(hours=4))
    known = ids(world)
    claim = next(
        h.claim for h in app.search(world.address, "six", kinds=["figure"]).hits if h.report == known["fire-2"]
    )
    assert claim is not None
    decision = take_decision(world, make_decision("reject", [claim], by="R. Desk", at=NOON), shipped_parts().library)
    removed = remove(world, "fire-2")
    assert [d.id for d in removed.decisions] == [decision.id]
    assert removed.copies == (known["fire-copy"],)
    assert remove(world, "fire-1").versions == (known["fire-1b"],)
    assert [d.id for d in app.decisions(world.address)] == [decision.id]


def test_the_next_version_counts_from_its_publication_once_the_first_is_gone(store: Store, tmp_path: Path) -> None:
    """Without the first version of a page the second is the first, as in a project that knew no other."""
    edited = FIRE[0] | {"id": "fire-1b", "text": FIRE[0]["text"].replace("Four", "Five")}
    add(store, FIRE[:1], NOON)
    add(store, [edited], NOON + dt.timedelta(hours=4))
    remove(store, "fire-1")
    with create_store(str(tmp_path / "never.sqlite")) as never:
        add(never, [edited], NOON + dt.timedelta(hours=4))
        assert msgspec.json.encode(dossiers(store)) == msgspec.json.encode(dossiers(never))


def test_what_cannot_be_removed_is_said(store: Store) -> None:
    """An unknown report is a NotFoundError, one removed before says when and why, and no reason is wrong use."""
    add(store, [*CLASH, *FLOOD])
    with pytest.raises(NotFoundError, match="holds no"):
        app.remove(store.address, "rpt-0000000000000000", reason="x", by="R. Desk")
    with pytest.raises(UsageError):
        app.remove(store.address, ids(store)["clash-1"], reason=" ", by="R. Desk")
    gone = remove(store, "clash-1").report
    with pytest.raises(NotFoundError, match=r"removed before: The family asked\."):
        app.remove(store.address, gone, reason="x", by="R. Desk")
    assert [t.report for t in app.removals(store.address)] == [gone]
