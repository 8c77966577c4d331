"""An invented world on disk: its reports in the order of their publication, and their claims, read one at a time."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import overload

import msgspec
from evaluation.simulator import World, invent
from evaluation.simulator.claims import invent_reports

from rashomon.knowledge.library import Library
from rashomon.model.claim import ReportClaims
from rashomon.model.report import Report

#: Behind every instant, so that undated reports come last.
_UNDATED = "~"


class KeptWorld(Sequence[Report]):
    """The reports of a world, each once, by publication, then id; each is its own page's only version."""

    def __init__(self, path: Path) -> None:
        self._made = sqlite3.connect(path)
        rows = self._made.execute("SELECT rowid FROM made ORDER BY published, id")
        self._rows = array("Q", (row for (row,) in rows))
        self._report = msgspec.msgpack.Decoder(Report)
        self._claims = msgspec.msgpack.Decoder(ReportClaims)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Report: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Report]: ...
    def __getitem__(self, at: int | slice) -> Report | Sequence[Report]:
        """The report at a place, read anew each time."""
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        row = self._made.execute("SELECT report FROM made WHERE rowid = ?", (self._rows[at],)).fetchone()
        return self._report.decode(row[0])

    def of(self, report: str) -> tuple[Report, ReportClaims]:
        """The report of this id and its claims."""
        row = self._made.execute("SELECT report, claims FROM made WHERE id = ?", (report,)).fetchone()
        return self._report.decode(row[0]), self._claims.decode(row[1])


def kept_world(folder: Path, reports: int, stories: int, seed: int, library: Library) -> KeptWorld:
    """The world of this seed in this folder: invented, where it is not there."""
    path = folder / f"world-{seed}-{stories}-{reports}.sqlite"
    if not path.exists():
        begun = path.with_suffix(".begun")
        begun.unlink(missing_ok=True)
        _invent(begun, World(seed, stories, reports), library)
        begun.rename(path)
    return KeptWorld(path)


def _invent(path: Path, world: World, library: Library) -> None:
    made = sqlite3.connect(path)
    made.execute("CREATE TABLE made (id TEXT UNIQUE, published TEXT, report BLOB, claims BLOB)")
    made.executemany("INSERT OR IGNORE INTO made VALUES (?, ?, ?, ?)", _rows(world, library))
    made.commit()
    made.close()


def _rows(world: World, library: Library) -> Iterator[tuple[str, str, bytes, bytes]]:
    encode = msgspec.msgpack.Encoder().encode
    for story in invent(world):
        for made in invent_reports(story, library):
            published = made.report.published
            at = published.earliest.isoformat() if published else _UNDATED
            yield made.report.id, at, encode(made.report), encode(made.claims)
