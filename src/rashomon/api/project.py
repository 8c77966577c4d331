"""A project in Python: its stories, records as of any instant, searches, new reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rashomon import app
from rashomon.api.frames import frame_of, table_of
from rashomon.api.record import Record
from rashomon.model.decision import Decision
from rashomon.project import Added
from rashomon.settings import Fetching, PolicyName, Settings, parse_as_of

if TYPE_CHECKING:
    import pandas as pd

STORIES = ("id", "headline", "reports", "newest")
HITS = ("kind", "outlet", "published", "snippet", "title", "story", "report", "claim", "url")


@dataclass(frozen=True, slots=True)
class Project:
    """A project at a path or database address; each call opens it, so that several programs may use it."""

    address: str

    def add(self, *sources: str) -> Added:
        """Add the reports of sources; those it has change nothing. Raises SourceError, StoreError."""
        return app.add(self.address, sources, Settings(fetching=Fetching(objects=True)))

    def stories(self, limit: int = 50) -> pd.DataFrame:
        """A row a story, that with the newest report first. Raises PartError where pandas is not installed."""
        return frame_of(self._stories(limit), STORIES)

    def record(self, story: str, *, as_of: str | None = None, policy: PolicyName = "recommended") -> Record:
        """A story's record, now or as of an instant. Raises NotFoundError."""
        instant = parse_as_of(as_of) if as_of else None
        return Record(app.show(self.address, story, Settings(as_of=instant, policy=policy)))

    def search(self, words: str | None = None, *, limit: int = 50, **filters: Any) -> pd.DataFrame:
        """A row a hit; filters are those of `rashomon search`. Names in snippets are not masked."""
        found = app.search(self.address, words, limit=limit, **filters)
        return frame_of(({c: getattr(h, c) for c in HITS} for h in found.hits), HITS)

    def decide(self, kind: Any, targets: Sequence[str], *, by: str, why: str = "") -> Decision:
        """Take one decision, undone by another one. Raises UsageError, NotFoundError."""
        return app.decide(self.address, kind, targets, by=by, why=why)

    def _stories(self, limit: int) -> list[dict[str, Any]]:
        return [{c: getattr(line, c) for c in STORIES} for line in app.stories(self.address, limit=limit)]

    def _repr_html_(self) -> str:
        return table_of("Stories", self._stories(20), STORIES[1:])


def open_project(address: str) -> Project:
    """The project at a path or database address, made where there is none. Raises StoreError."""
    app.init(address)
    return Project(address)
