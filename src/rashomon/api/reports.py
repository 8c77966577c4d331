"""Reading: sources or records in, reports out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rashomon import app
from rashomon.api.frames import frame_of, table_of
from rashomon.model.issue import Issue
from rashomon.model.report import Report
from rashomon.settings import Fetching, Settings

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("id", "outlet", "published", "title", "lang", "read", "url", "words")


@dataclass(frozen=True, slots=True)
class Reports:
    """Reports in the order of publication, each once, and the issues met in reading."""

    reports: tuple[Report, ...]
    issues: tuple[Issue, ...] = ()

    def __len__(self) -> int:
        return len(self.reports)

    def __iter__(self) -> Iterator[Report]:
        return iter(self.reports)

    def __getitem__(self, number: int) -> Report:
        return self.reports[number]

    def frame(self) -> pd.DataFrame:
        """A row a report. Raises PartError where pandas is not installed."""
        return frame_of(self._rows(), COLUMNS)

    def _rows(self) -> list[dict[str, Any]]:
        return [
            {
                "id": r.id, "outlet": r.outlet, "published": r.published.earliest if r.published else None,
                "title": r.title, "lang": r.lang, "read": r.read, "url": r.url, "words": len(r.text.split()),
            }
            for r in self.reports
        ]  # fmt: skip

    def _repr_html_(self) -> str:
        return table_of(f"{len(self)} reports, {len(self.issues)} issues", self._rows(), COLUMNS[1:6])


def read(*sources: str, settings: Settings | None = None) -> Reports:
    """The reports of files, folders and addresses (of objects too), as `rashomon build` reads them.

    Raises SourceError where nothing could be opened.
    """
    outcome = app.read(sources, settings or Settings(fetching=Fetching(objects=True)))
    return Reports(outcome.value, outcome.issues)


def read_records(records: Iterable[Mapping[str, Any]]) -> Reports:
    """The reports of mappings with `text` and, where known, `id`, `title`, `url`, `outlet`, `published`, `lang`."""
    outcome = app.read_records(records)
    return Reports(outcome.value, outcome.issues)
