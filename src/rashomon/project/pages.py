"""The pages of some reports: all versions of each, which one is live, and from when each counts."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection

from rashomon.model.grouping import Story
from rashomon.project.sightings import comebacks
from rashomon.storage import node_rows, report_rows
from rashomon.storage.node_rows import Node
from rashomon.storage.packing import hash_of
from rashomon.storage.story_rows import StoredStory
from rashomon.timeframe import latest_instants, select_live

#: States are as long as the hashes that they sum up.
_STATES = 1 << 128


class Pages:
    """Pages by their lineages. `versions` are all reports of them by number, `live` the numbers of those that stand."""

    def __init__(self, connection: Connection, lineages: Iterable[str]) -> None:
        self.versions = node_rows.lineage_nodes(connection, lineages)
        self.live: set[int] = set()
        self._of_page: dict[str, list[Node]] = defaultdict(list)
        self._page_of: dict[str, str] = {}
        self._counts_from: dict[str, dt.datetime | None] = {}
        for node in self.versions.values():
            self._of_page[node.lineage].append(node)
            self._page_of[node.id] = node.lineage
        # A page of one version is live by it: only the others' records are read.
        several = [n for nodes in self._of_page.values() if len(nodes) > 1 for n in nodes]
        reports = [s.report for s in report_rows.reports_at(connection, [n.seq for n in several])]
        self._back = comebacks(connection, reports)
        stand = {r.id for r in select_live(reports, None, seen=True, back=self._back).live}
        instants = latest_instants(reports, self._back)
        for node in self.versions.values():
            alone = len(self._of_page[node.lineage]) == 1
            self._counts_from[node.id] = node.counts_from if alone else instants[node.id]
            if alone or node.id in stand:
                self.live.add(node.seq)

    def stored(self, story: Story, component: int) -> StoredStory:
        """A story of live reports of these pages as the store keeps it."""
        return StoredStory(
            story=story, component=component, newest=self._newest(story.reports), state=self._state(story.reports)
        )

    def joined(self, stored: StoredStory, reports: tuple[str, ...], new: Sequence[str]) -> StoredStory:
        """A kept story with live reports of these pages that joined it: `new`, which stand among its `reports` now."""
        newest = max(filter(None, (stored.newest, self._newest(new))), default=None)
        story = msgspec.structs.replace(stored.story, reports=reports)
        return StoredStory(story, stored.component, newest, _sum([stored.state, self._state(new)]))

    def _newest(self, reports: Sequence[str]) -> dt.datetime | None:
        return max((i for r in reports if (i := self._counts_from[r]) is not None), default=None)

    def _state(self, reports: Sequence[str]) -> str:
        """What tells of these reports and their pages' versions, whatever their order: what a story's state sums up."""
        # Versions that are not live stand in the state too: an as-of before the newest one needs them.
        versions = [n for r in reports for n in self._of_page[self._page_of[r]]]
        said = [*reports, *(n.content_hash for n in versions)]
        said += [hash_of([n.id, list(self._back[n.id])]) for n in versions if n.id in self._back]
        return _sum(hash_of(one) for one in said)


def _sum(hashes: Iterable[str]) -> str:
    """The sum of hashes, which another one can be added to."""
    return f"{sum(int(one, 16) for one in hashes) % _STATES:032x}"
