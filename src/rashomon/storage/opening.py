"""Stores made and opened: the address, the schema's version, what each database needs to be safe."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from rashomon.errors import PartError, StoreError, UsageError
from rashomon.storage import store as stores
from rashomon.storage.faults import told_as_store_errors
from rashomon.storage.holding import lent
from rashomon.storage.search_rebuilding import rebuild_search
from rashomon.storage.store import Store

#: The newest migration: what a store of this program's schema says it is.
SCHEMA = "0009"
#: The first schema with a search index: stores of older ones have theirs made when they are migrated.
_INDEXED = "0002"
_SQLITE_HEAD = b"SQLite format 3\x00"
_ADDRESS = re.compile(r"^(postgres(ql)?(\+psycopg)?|sqlite)://")


def is_store_address(text_given: str) -> bool:
    """True for a database address, or a file that is an SQLite database."""
    if _ADDRESS.match(text_given):
        return True
    try:
        with Path(text_given).open("rb") as file:
            return file.read(len(_SQLITE_HEAD)) == _SQLITE_HEAD
    except (OSError, ValueError):
        return False


def create_store(address: str) -> Store:
    """A new store, or the one that is there already, at this program's schema.

    Raises StoreError where the place cannot be written or holds something else.
    """
    engine = _engine(address)
    try:
        with told_as_store_errors(address):
            if not _is_sqlite(engine) or not Path(engine.url.database or "").exists():
                _migrate(engine)
    finally:
        engine.dispose()
    return open_store(address)


def open_store(address: str) -> Store:
    """The store at a path or database address, migrated to this program's schema.

    Raises StoreError where there is none, it cannot be opened, or a newer program wrote it.
    """
    if (held := lent(address)) is not None:
        return held
    engine = _engine(address)
    if _is_sqlite(engine) and not Path(engine.url.database or "").is_file():
        raise StoreError(f"There is no project at {address}.", "Make one with `rashomon init`, or give --store.")
    try:
        with told_as_store_errors(address):
            _bring_to_schema(engine, address)
    except BaseException:
        engine.dispose()
        raise
    return Store(address, engine)


def _bring_to_schema(engine: Engine, address: str) -> None:
    found = _schema_of(engine)
    if found is None:
        raise StoreError(f"{address} is a database, but no Rashomon project.", "Give the project's own file.")
    if found > SCHEMA:
        raise StoreError(
            f"{address} was written by a newer Rashomon (schema {found}; this program knows {SCHEMA}).",
            "Install the newer version.",
        )
    if found < SCHEMA:
        _migrate(engine, found)


def _engine(address: str) -> Engine:
    if _ADDRESS.match(address):
        try:
            url = make_url(re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", address))
        except (ArgumentError, ValueError) as error:
            raise UsageError(f"{address} is no database address.", "Write postgresql://user@host/name.") from error
    else:
        url = make_url("sqlite://").set(database=str(Path(address)))
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": stores.BUSY_SECONDS})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    try:
        return create_engine(url, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise PartError("PostgreSQL needs a driver.", "Install it: pip install 'rashomon[postgres]'.") from error


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    # SQLAlchemy begins transactions itself (below): Python's driver would begin them late, without the lock.
    connection.isolation_level = None
    # secure_delete: what `remove` erases must not linger in free pages.
    # cache_size: the pages of marks and links that are written lie all over the file (64 MB).
    pragmas = ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "cache_size=-65536")
    try:
        connection.execute(_patience(stores.BUSY_SECONDS))
        _log_ahead(connection)
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
    except UnicodeDecodeError as error:
        # What is wrong with a damaged schema is told in its own words, which the driver cannot read.
        raise sqlite3.DatabaseError("the database's schema is malformed") from error


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Have the store write ahead to a log, so that nobody who reads waits for who writes; the file remembers it."""
    try:
        connection.execute("PRAGMA journal_mode=WAL")
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise
        # A file without a log is being written (a copy, or a new one): asking for the log waits for nobody, this does.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
        connection.execute("PRAGMA journal_mode=WAL")


def _begin_sqlite(connection: Any) -> None:
    # A writer takes its lock at once: two writers wait for each other instead of failing half-way.
    seconds = connection.get_execution_options().get("writes")
    if seconds is None:
        connection.exec_driver_sql("BEGIN")
        return
    connection.exec_driver_sql(_patience(seconds))
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    finally:
        connection.exec_driver_sql(_patience(stores.BUSY_SECONDS))


def _patience(seconds: float) -> str:
    return f"PRAGMA busy_timeout={round(seconds * 1000)}"


def _is_sqlite(engine: Engine) -> bool:
    return engine.dialect.name == "sqlite"


def _schema_of(engine: Engine) -> str | None:
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _migrate(engine: Engine, found: str | None = None) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "rashomon.storage:migrations")
    with engine.connect().execution_options(writes=stores.BUSY_SECONDS) as connection:
        if not _is_sqlite(engine):
            # Several collectors may open a new schema at once: one migrates, the others wait.
            connection.execute(text("SELECT pg_advisory_lock(727166001)"))
        # One transaction: a kill leaves the older schema whole.
        if not connection.in_transaction():
            connection.begin()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if found is not None and found < _INDEXED:
            rebuild_search(connection)
        connection.commit()
        if not _is_sqlite(engine):
            connection.execute(text("SELECT pg_advisory_unlock(727166001)"))
            connection.commit()
