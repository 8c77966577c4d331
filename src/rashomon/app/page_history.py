"""The use cases that show the versions of a page."""

from __future__ import annotations

import msgspec

from rashomon.app.parts import shipped_parts
from rashomon.composing.masking import Protector
from rashomon.errors import NotFoundError
from rashomon.model.record import Record
from rashomon.model.version import Version
from rashomon.project.story_names import stories_of_reports
from rashomon.project.versions import versions as versions_of
from rashomon.storage import open_store
from rashomon.storage.node_rows import lineage_nodes, named_nodes
from rashomon.storage.report_rows import find_reports


class VersionText(Record, frozen=True, kw_only=True):
    """A version of a page with its text."""

    version: Version
    text: str


def versions(address: str, name: str) -> tuple[Version, ...]:
    """The versions of a report's page, or of the page at an address, first seen first; raises NotFoundError."""
    with open_store(address) as store:
        return versions_of(store, name, shipped_parts())


def page_versions(address: str, story: str, report: str, protector: Protector) -> tuple[VersionText, ...]:
    """The versions of the page of a story's report with their texts, names masked; raises NotFoundError."""
    with open_store(address) as store:
        with store.reading() as connection:
            if stories_of_reports(connection, [report]).get(report) != story:
                raise NotFoundError("This story has no such report.", "Go back to its sources.")
        found = versions_of(store, report, shipped_parts())
        with store.reading() as connection:
            texts = find_reports(connection, {v.report for v in found})
    return tuple(
        VersionText(version=_masked(v, protector), text=protector.mask_report(texts[v.report].report).text)
        for v in found
    )


def count_versions(address: str, report: str) -> int:
    """How many versions of a report's page the project holds; 0 where it has no such report."""
    with open_store(address) as store, store.reading() as connection:
        pages = {n.lineage for n in named_nodes(connection, [report]).values()}
        return len(lineage_nodes(connection, pages))


def _masked(version: Version, protector: Protector) -> Version:
    told = tuple(msgspec.structs.replace(c, text=protector.mask(c.text)) for c in version.changes)
    title, note = (protector.mask(words) if words else words for words in (version.title, version.note))
    return msgspec.structs.replace(version, title=title, note=note, changes=told)
