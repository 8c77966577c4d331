"""A store that fails under a writer: a StoreError that says what to do, and nothing lost that was acknowledged."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from benchmarks.postgres import Server, find_programs, server
from sqlalchemy import text
from tests.store.failing import INVENTED, REPORTS, add_some, check_nothing_lost, fill, held, in_child, mounted
from tests.store.worlds import CLASH, add

from rashomon.app.parts import shipped_parts
from rashomon.errors import StoreError
from rashomon.model.outcome import Outcome
from rashomon.project import add_reports, examine
from rashomon.run import Run
from rashomon.storage import Store, create_store, open_store


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that every user may look into."""
    made = Path(tempfile.mkdtemp())
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


def test_a_limit_on_the_files_size_is_said_and_loses_nothing(tmp_path: Path) -> None:
    """A file that may not grow gives a StoreError that speaks of the disk; with room again everything can be added."""
    address = str(tmp_path / "p.sqlite")
    create_store(address).close()

    def limited() -> str:
        size = os.path.getsize(address) + 150_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        return fill(address)

    *promised, said = in_child(limited).splitlines()
    assert "disk" in said
    assert "space" in said
    assert promised
    check_nothing_lost(address, promised)


def test_a_full_disk_is_said_and_loses_nothing(folder: Path) -> None:
    """On a disk that fills up the store says that it is full; with space again everything can be added."""
    disk = folder / "disk"
    disk.mkdir()
    if not mounted(disk, "8m"):
        pytest.skip("a disk can only be mounted by root")
    try:
        address = str(disk / "p.sqlite")
        create_store(address).close()
        stuffing = disk / "stuffing"
        stuffing.write_bytes(b"x" * (shutil.disk_usage(disk).free - 250_000))
        *promised, said = in_child(lambda: fill(address)).splitlines()
        assert "the disk is full" in said
        assert "Free some space" in said
        assert promised
        stuffing.unlink()
        check_nothing_lost(address, promised)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_of_a_server_is_said_and_loses_nothing(folder: Path) -> None:
    """A PostgreSQL database whose tablespace is full says so; with space again everything can be added."""
    if find_programs() is None:
        pytest.skip("PostgreSQL is not installed")
    disk = folder / "disk"
    disk.mkdir()
    if not mounted(disk, "16m"):
        pytest.skip("a disk can only be mounted by root")
    try:
        with server() as own:
            shutil.chown(disk, "postgres")
            address = own.new_database("full")
            with create_store(address) as store, store.engine.connect() as connection:
                outside = connection.execution_options(isolation_level="AUTOCOMMIT")
                outside.execute(text(f"CREATE TABLESPACE small LOCATION '{disk}'"))
                for table in ("reports", "products", "search_index", "marks"):
                    outside.execute(text(f"ALTER TABLE {table} SET TABLESPACE small"))
            stuffing = disk / "stuffing"
            stuffing.write_bytes(b"x" * (shutil.disk_usage(disk).free - 200_000))
            *promised, said = in_child(lambda: fill(address)).splitlines()
            assert "the disk is full" in said
            stuffing.unlink()
            check_nothing_lost(address, promised)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_file_that_may_only_be_read_is_said(folder: Path) -> None:
    """A writer without the right to write gets a StoreError that speaks of permissions, and nothing changes."""
    path = folder / "p.sqlite"
    with create_store(str(path)) as store:
        add(store, CLASH)
    path.chmod(0o444)
    folder.chmod(0o555)
    before = path.read_bytes()

    def as_nobody() -> str:
        if os.geteuid() == 0:
            os.setuid(65534)
        return fill(str(path))

    said = in_child(as_nobody)
    folder.chmod(0o755)
    assert "permissions" in said
    assert "read-only" in said or "cannot be opened" in said
    assert path.read_bytes() == before


def test_a_database_that_may_only_be_read_is_said(postgres: Server) -> None:
    """A PostgreSQL database set to reading gives a StoreError that speaks of permissions."""
    address = postgres.new_database("reading")
    with create_store(address) as store, store.engine.connect() as connection:
        connection.execute(text("ALTER DATABASE reading SET default_transaction_read_only = on"))
        connection.commit()
    with open_store(address) as store, pytest.raises(StoreError, match="read-only"):
        add_some(store, REPORTS)


def test_a_second_writer_waits_and_then_says_who_is_in_the_way(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """While one writes, another waits; after its patience it says so, may try again, and then everything is there."""
    monkeypatch.setattr("rashomon.storage.store.BUSY_SECONDS", 1)
    with open_store(store.address) as second:
        began = time.monotonic()
        with store.writing(), pytest.raises(StoreError, match="in use by another writer") as caught:
            add_some(second, REPORTS[:4])
        assert time.monotonic() - began > 0.9
        assert caught.value.passing
        add_some(second, REPORTS[:4])
        assert len(held(store)) == 4


def test_two_writers_at_once_are_one_after_the_other(store: Store) -> None:
    """Two processes add reports that overlap: each is there once, and all is what one writer would have made."""
    children = []
    for some in (REPORTS[:18], list(reversed(REPORTS[10:]))):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                with open_store(store.address) as own:
                    add_some(own, some)
                code = 0
            finally:
                os._exit(code)
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0, 0]
    assert sorted(held(store)) == sorted(r.id for r in REPORTS)
    check_nothing_lost(store.address, [r.id for r in REPORTS])


def test_a_server_that_restarts_between_and_inside_batches_loses_nothing(postgres: Server) -> None:
    """Crashed between two batches and inside one, the server is said not to answer; what was acknowledged is there."""
    address = postgres.new_database("restarting")
    create_store(address).close()
    promised: list[str] = []

    def crash_between(ids: Sequence[str]) -> None:
        promised.extend(ids)
        if len(promised) == 8:
            postgres.stop("immediate")

    with open_store(address) as store:
        with pytest.raises(StoreError, match="does not answer") as caught:
            add_some(store, REPORTS, crash_between)
        assert "Check that the server runs" in caught.value.suggestion
        assert caught.value.passing
        postgres.start()
        # The same open store goes on.
        assert set(held(store)) == set(promised)

        def crash_inside(*_: object) -> None:
            postgres.stop("immediate")

        with pytest.raises(StoreError, match="does not answer"):
            add_reports(store, Outcome(tuple(REPORTS[8:12])), INVENTED.parts, Run(lambda: 0.0), beside=crash_inside)
        postgres.start()
        assert set(held(store)) == set(promised)
    check_nothing_lost(address, promised)


def test_an_ended_session_is_said_and_the_store_goes_on(postgres: Server) -> None:
    """A session that an administrator ends in the middle of a batch is a passing StoreError; the next batch is stored."""
    address = postgres.new_database("ended")
    with create_store(address) as store, create_store(address) as other:

        def end_it(*_: object) -> None:
            with other.reading() as connection:
                connection.execute(
                    text(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'ended' AND pid <> pg_backend_pid()"
                    )
                )

        with pytest.raises(StoreError, match="does not answer") as caught:
            add_reports(store, Outcome(tuple(REPORTS[:4])), INVENTED.parts, Run(lambda: 0.0), beside=end_it)
        assert caught.value.passing
        assert held(store) == []
        add_some(store, REPORTS[:4])
        assert len(held(store)) == 4
        assert examine(store, shipped_parts().library).findings == ()
