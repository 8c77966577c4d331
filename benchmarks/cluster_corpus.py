"""The corpus of `benchmarks.cluster`: a skewed world, a poisoned report, damaged lines; and what the world claims."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import msgspec
from evaluation.simulator import World, invent
from evaluation.simulator.claims import Invented, invent_reports
from evaluation.simulator.printing import as_line, print_report

from rashomon.knowledge.library import Library
from rashomon.model.claim import ReportClaims

REPORTS_A_STORY = 10
#: The word that the poisoned report holds and no other.
POISON = "Xyzzaport"
#: Lines that cannot be read. Their issues name them by their number, so they come first in whatever order.
DAMAGED = (b'{"id": "half", "text": "x\n', b'{"id": "mute"}\n')


def corpus(
    reports: int, seed: int, library: Library, claims: Path | None = None, largest: int | None = None
) -> list[bytes]:
    """Two damaged lines, then about so many invented reports, a third or so many of one story, and a poisoned one.

    With `claims` what the world says that they claim is kept in a new file there.
    """
    many = reports // 3 if largest is None else largest
    worlds = World(seed, 1, many), World(seed + 1, max(1, (reports - many) // REPORTS_A_STORY), reports - many)
    made = chain.from_iterable(_reports(world, number, library) for number, world in enumerate(worlds))
    if claims is None:
        lines = [line for line, _ in made]
    else:
        with sqlite3.connect(claims) as kept:
            kept.execute("CREATE TABLE claims (report TEXT PRIMARY KEY, claims BLOB)")
            lines = [_kept(kept, line, report) for line, report in made]
        kept.close()
    poisoned = {"id": "poisoned", "text": f"Shelling killed 12 people in {POISON} on Monday, the governor said."}
    return [*DAMAGED, *lines, json.dumps(poisoned).encode() + b"\n"]


def _reports(world: World, number: int, library: Library) -> Iterator[tuple[bytes, Invented]]:
    for story in invent(world):
        for made in invent_reports(story, library):
            row = {**print_report(made.telling)[0], "id": f"{number}-{made.telling.id}"}
            yield as_line(row).encode(), made


def _kept(kept: sqlite3.Connection, line: bytes, made: Invented) -> bytes:
    encoded = msgspec.msgpack.encode(made.claims)
    kept.execute("INSERT OR IGNORE INTO claims VALUES (?, ?)", (made.report.id, encoded))
    return line


def claims_in(path: Path, report: str) -> ReportClaims | None:
    """What the world of this file says that a report claims; null where it did not invent it."""
    kept = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        row = kept.execute("SELECT claims FROM claims WHERE report = ?", (report,)).fetchone()
    finally:
        kept.close()
    return msgspec.msgpack.decode(row[0], type=ReportClaims) if row else None
