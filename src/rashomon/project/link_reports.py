"""A new report joined with the component of reports that it is linked with, without looking at all others."""

from __future__ import annotations

from collections import OrderedDict

from sqlalchemy import Connection

from rashomon.grouping import Comparable, comparable, linked, marks_of
from rashomon.grouping.neighbours import SHARED_MARKS
from rashomon.knowledge.library import Library
from rashomon.model.report import Report
from rashomon.storage import mark_rows, report_rows

#: Reports kept ready for comparison in a process: those of the stories that are being told now.
_KEPT = 5_000


class Linker:
    """Joins reports into components; keeps what it has made ready for comparison, up to a bound."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._ready: OrderedDict[int, Comparable] = OrderedDict()

    def join(self, connection: Connection, seq: int, report: Report) -> set[int]:
        """Store the report's marks and join it with all that it is linked to.

        Returns every component number that this changed or made obsolete.
        """
        here = self._keep(seq, comparable(report, self._library))
        marks = marks_of(here)
        near = mark_rows.sharers(connection, seq, marks, SHARED_MARKS)
        mark_rows.save_marks(connection, seq, marks)
        joined = {seq}
        components = report_rows.components_of(connection, near)
        for other in near:
            # One link is enough to join a component: its other members need not be asked.
            if components[other] not in joined and linked(here, self._comparable(connection, other)):
                joined.add(components[other])
        report_rows.join_components(connection, joined)
        return joined

    def _comparable(self, connection: Connection, seq: int) -> Comparable:
        known = self._ready.get(seq)
        if known is not None:
            self._ready.move_to_end(seq)
            return known
        stored = report_rows.reports_at(connection, [seq])[0]
        return self._keep(seq, comparable(stored.report, self._library))

    def _keep(self, seq: int, ready: Comparable) -> Comparable:
        self._ready[seq] = ready
        if len(self._ready) > _KEPT:
            self._ready.popitem(last=False)
        return ready
