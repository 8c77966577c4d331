"""Extracting: reports in, claims out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rashomon import app
from rashomon.api.frames import frame_of, table_of
from rashomon.model.claim import EventClaim, Figure, ReportClaims
from rashomon.model.issue import Issue
from rashomon.model.report import Report

if TYPE_CHECKING:
    import pandas as pd

FIGURES = (
    "report", "words", "measure", "value", "low", "high", "qualifier", "unit", "category", "group", "place", "root",
    "as_of", "counting", "realis", "sentence", "id",
)  # fmt: skip
EVENTS = ("report", "type", "sub_type", "plover", "place", "start_date", "realis", "actors", "sentence", "id")


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of reports, in their order, and the issues met. Names are not masked: this is your working data."""

    claims: tuple[ReportClaims, ...]
    reports: tuple[Report, ...]
    issues: tuple[Issue, ...] = ()

    def __len__(self) -> int:
        return len(self.claims)

    def __iter__(self) -> Iterator[ReportClaims]:
        return iter(self.claims)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure, in the order of reports and of their numbers."""
        return tuple(f for c in self.claims for f in c.figures)

    @property
    def events(self) -> tuple[EventClaim, ...]:
        """Every event claim, in the order of reports."""
        return tuple(e for c in self.claims for e in c.events)

    def frame(self) -> pd.DataFrame:
        """A row a figure. Raises PartError where pandas is not installed."""
        return frame_of(self._figures(), FIGURES)

    def events_frame(self) -> pd.DataFrame:
        """A row an event claim. Raises PartError where pandas is not installed."""
        return frame_of(self._events(), EVENTS)

    def _figures(self) -> list[dict[str, Any]]:
        texts = {r.id: r for r in self.reports}
        return [
            {
                "report": f.report, "words": texts[f.report].field_text(f.field)[f.number_start : f.number_end],
                "measure": f.measure, "value": f.value, "low": f.low, "high": f.high, "qualifier": f.qualifier,
                "unit": f.unit, "category": f.population.category, "group": f.population.group,
                "place": f.place.name if f.place else None,
                "root": (f.attribution.origin or f.attribution.agency) if f.attribution else None,
                "as_of": f.as_of.end if f.as_of else None, "counting": f.counting, "realis": f.realis,
                "sentence": texts[f.report].field_text(f.field)[f.start : f.end], "id": f.id,
            }
            for f in self.figures
        ]  # fmt: skip

    def _events(self) -> list[dict[str, Any]]:
        texts = {r.id: r for r in self.reports}
        return [
            {
                "report": e.report, "type": e.type, "sub_type": e.sub_type, "plover": e.plover,
                "place": e.place.name if e.place else None, "start_date": e.when.start_date if e.when else None,
                "realis": e.realis, "actors": [a.name for a in e.actors],
                "sentence": texts[e.report].field_text(e.field)[e.start : e.end], "id": e.id,
            }
            for e in self.events
        ]  # fmt: skip

    def _repr_html_(self) -> str:
        columns = ("words", "measure", "place", "root", "as_of", "sentence")
        return table_of(f"{len(self.figures)} figures in {len(self)} reports", self._figures(), columns)


def extract(reports: Sequence[Report], *, jobs: int = 1) -> Claims:
    """The claims of each report: figures, events, statements, accusations, relations, control of places."""
    given = tuple(reports)
    outcome = app.understand(given, jobs)
    return Claims(outcome.value, given, outcome.issues)
