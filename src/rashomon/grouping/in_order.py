"""Reports in the order of their publication, of which only ids and places are kept: they may lie on disk."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Sequence

from rashomon.model.report import Report


class InOrder:
    """Reports, each id once, by publication, then id; a report is read again each time that it is asked for."""

    def __init__(self, reports: Sequence[Report]) -> None:
        places = {report.id: (publication_key(report), place) for place, report in enumerate(reports)}
        ordered = sorted(places.values())
        self.ids = [key[-1] for key, _ in ordered]
        self._places = array("Q", [place for _, place in ordered])
        self._reports = reports

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, at: int) -> Report:
        return self._reports[self._places[at]]


def publication_key(report: Report) -> tuple[bool, dt.datetime, str]:
    """Sorts by earliest possible publication, undated last, then by id."""
    at = report.published.earliest if report.published else dt.datetime.max.replace(tzinfo=dt.UTC)
    return report.published is None, at, report.id
