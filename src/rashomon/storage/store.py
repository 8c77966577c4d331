"""The store: one address, read and write transactions; what is done inside them lies in a module a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from rashomon.errors import StoreError
from rashomon.storage.faults import told_as_store_errors

#: How long a writer waits for another one before it gives up.
BUSY_SECONDS = 30
#: How long a reader does, who has something to keep that can be made again.
KEEPING_SECONDS = 2


class Store:
    """An open store. Several processes may read and write one store at a time; writers wait for each other."""

    def __init__(self, address: str, engine: Engine) -> None:
        self.address = address
        self.engine = engine

    @property
    def is_sqlite(self) -> bool:
        """True on SQLite, false on PostgreSQL."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A read transaction: one consistent state of the store. Raises StoreError."""
        with told_as_store_errors(self.address), self.engine.connect() as connection:
            if not self.is_sqlite:
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self, seconds: float | None = None) -> Iterator[Connection]:
        """A write transaction: all of it is kept when the block ends, or nothing. One writer at a time; StoreError.

        Whoever writes meanwhile is waited for so long (`BUSY_SECONDS`).
        """
        seconds = BUSY_SECONDS if seconds is None else seconds
        with (
            told_as_store_errors(self.address),
            self.engine.connect().execution_options(writes=seconds) as connection,
            connection.begin(),
        ):
            if not self.is_sqlite:
                # One writer at a time, as on SQLite: regrouping reads what another writer may be adding.
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{max(1, round(seconds * 1000))}ms'")
                connection.exec_driver_sql("SELECT pg_advisory_xact_lock(727166002)")
            yield connection

    def keep(self, write: Callable[[Connection], object]) -> bool:
        """Write what a reader made and others may make again; false where the store cannot be written just now.

        Who only reads is answered all the same, while another one writes for long or the disk is full. Raises
        StoreError for what does not pass by itself.
        """
        try:
            with self.writing(KEEPING_SECONDS) as connection:
                write(connection)
        except StoreError as error:
            if not error.passing:
                raise
            return False
        return True

    def scrub(self) -> bool:
        """Let nothing that was deleted linger in the log or in dead rows; false where another user holds them open.

        On SQLite the log is emptied into the file; on PostgreSQL dead rows are given back. StoreError.
        """
        with told_as_store_errors(self.address):
            if self.is_sqlite:
                held = self.engine.raw_connection()
                try:
                    cursor = held.cursor()
                    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                    row = cursor.fetchone()
                    return row is not None and bool(row[0] == 0)
                finally:
                    held.close()
            with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.exec_driver_sql("VACUUM")
        return True

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()
