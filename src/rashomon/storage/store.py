"""The store: one address, read and write transactions; what is done inside them lies in a module a table."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from rashomon.storage.faults import told_as_store_errors

#: How long a writer waits for another one before it gives up.
BUSY_SECONDS = 30


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
    def writing(self) -> Iterator[Connection]:
        """A write transaction: all of it is kept when the block ends, or nothing. One writer at a time; StoreError."""
        with (
            told_as_store_errors(self.address),
            self.engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            if not self.is_sqlite:
                # One writer at a time, as on SQLite: regrouping reads what another writer may be adding.
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_SECONDS}s'")
                connection.exec_driver_sql("SELECT pg_advisory_xact_lock(727166002)")
            yield connection

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
