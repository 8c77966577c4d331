"""Grouping: which reports are one account, and which tell one story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rashomon import app
from rashomon.api.claims import Claims
from rashomon.api.frames import frame_of, table_of
from rashomon.model.grouping import CopyGroup, Story
from rashomon.model.report import Report

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("report", "outlet", "published", "title", "copy_group", "origin_report", "story")


@dataclass(frozen=True, slots=True)
class Groups:
    """Copy groups and stories; every report is in one of each."""

    copies: tuple[CopyGroup, ...]
    stories: tuple[Story, ...]
    reports: tuple[Report, ...]

    def frame(self) -> pd.DataFrame:
        """A row a report. Raises PartError where pandas is not installed."""
        return frame_of(self._rows(), COLUMNS)

    def _rows(self) -> list[dict[str, Any]]:
        copy_of = {r: c for c in self.copies for r in c.reports}
        story_of = {r: s.id for s in self.stories for r in s.reports}
        return [
            {
                "report": r.id, "outlet": r.outlet, "published": r.published.earliest if r.published else None,
                "title": r.title, "copy_group": copy_of[r.id].id,
                "origin_report": copy_of[r.id].origin_report if copy_of[r.id].origin_report != r.id else None,
                "story": story_of[r.id],
            }
            for r in self.reports
        ]  # fmt: skip

    def _repr_html_(self) -> str:
        told = f"{len(self.stories)} stories, {len(self.copies)} accounts, {len(self.reports)} reports"
        return table_of(told, self._rows(), ("outlet", "title", "copy_group", "story"))


def group(reports: Sequence[Report], claims: Claims) -> Groups:
    """The copy groups and stories of reports; the same set gives the same groups in whatever order."""
    given = tuple(reports)
    copies, stories = app.find_groups(given, claims.claims)
    return Groups(copies, stories, given)
