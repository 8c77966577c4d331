"""What this version of the program made of reports: read from the store, made anew where another version did it."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from rashomon import pipeline
from rashomon.adapters.package_data import program_version
from rashomon.knowledge.library import Library
from rashomon.model.issue import Issue
from rashomon.model.report import Report
from rashomon.project.add_reports import understand
from rashomon.project.settle_claims import settle_claims
from rashomon.project.take_decisions import standing_decisions
from rashomon.reading.codes import READING_CODES
from rashomon.run import Run
from rashomon.storage import Store, product_rows, report_rows
from rashomon.storage.product_rows import Understood


class KeptClaims:
    """The claims of reports that were asked for, each read or made once, in whichever thread; `anew` are those that no
    store holds yet.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._known: dict[str, Understood] = {}
        self._anew: list[tuple[Report, Understood]] = []

    def of(
        self, connection: Connection, reports: Sequence[Report], parts: pipeline.Parts, run: Run
    ) -> tuple[Understood, ...]:
        """What was understood of each of these reports, in their order."""
        if any(r.id not in self._known for r in reports):
            # Two pages that tell one story at once would both make its claims, and keep them twice.
            with self._turn:
                unknown = [r for r in reports if r.id not in self._known]
                if unknown:
                    self._learn(connection, unknown, parts, run)
        return tuple(self._known[r.id] for r in reports)

    def keep_anew(self, store: Store, library: Library) -> None:
        """Store what was made anew, so that nobody makes it again; where others write too long, the next call does."""
        with self._turn:
            anew, self._anew = self._anew, []
        if anew and not store.keep(lambda connection: save_anew(connection, anew, library)):
            with self._turn:
                self._anew += anew

    def _learn(self, connection: Connection, unknown: Sequence[Report], parts: pipeline.Parts, run: Run) -> None:
        kept = product_rows.find_understood(connection, unknown, program_version())
        missing = [r for r in unknown if r.id not in kept]
        met = [i for r in missing for i in issues_of_reading(connection, r)]
        made = understand(missing, met, parts, run)
        self._known.update({**kept, **made})
        # What a language model read is no work of the program alone.
        if parts.second_reader is None:
            self._anew += [(r, made[r.id]) for r in missing]


def save_anew(connection: Connection, anew: Sequence[tuple[Report, Understood]], library: Library) -> int:
    """Keep what was made of reports that are still stored as they were; how many these are."""
    there = report_rows.find_reports(connection, [r.id for r, _ in anew])
    # It may have been removed, or completed, since.
    same = [(r, found) for r, found in anew if r.id in there and there[r.id].report == r]
    product_rows.save_understood(connection, program_version(), same)
    settle_claims(connection, {there[r.id].seq for r, _ in same}, standing_decisions(connection), library)
    return len(same)


def issues_of_reading(connection: Connection, report: Report) -> Iterable[Issue]:
    """The issues that were met when the report was read: its bytes are gone, so they are kept."""
    made = product_rows.products_of(connection, report)
    return [i for _, found in made for i in found.issues if i.code in READING_CODES]
