"""What very many reports are compared by, on disk: a few kilobytes each that memory need not hold."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from rashomon.errors import PartError
from rashomon.grouping import Sketch, unpack_sketch


class KeptSketches:
    """Packed sketches by their reports' ids, in a temporary file that is gone with this object."""

    def __init__(self, packed: Iterable[tuple[str, bytes]]) -> None:
        # A database without a name lies in memory while it is small, in a file of its own behind that.
        self._kept = sqlite3.connect("", isolation_level=None)
        self._kept.execute("PRAGMA journal_mode = OFF")
        self._kept.execute("CREATE TABLE sketches (report TEXT PRIMARY KEY, packed BLOB) WITHOUT ROWID")
        try:
            self._kept.execute("BEGIN")
            self._kept.executemany("INSERT OR IGNORE INTO sketches VALUES (?, ?)", packed)
        except sqlite3.OperationalError as error:
            raise PartError(
                f"What reports are compared by could not be kept on disk: {error}.",
                "Free some of the folder for temporary files, or name another one (TMPDIR).",
            ) from error

    def __call__(self, report: str) -> Sketch:
        """The sketch of the report of this id."""
        row = self._kept.execute("SELECT packed FROM sketches WHERE report = ?", (report,)).fetchone()
        return unpack_sketch(row[0])
