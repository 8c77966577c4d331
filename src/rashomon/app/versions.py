"""The use case that shows the versions of a page."""

from __future__ import annotations

from rashomon.app.parts import shipped_parts
from rashomon.model.version import Version
from rashomon.project.versions import versions as versions_of
from rashomon.storage import open_store


def versions(address: str, name: str) -> tuple[Version, ...]:
    """The versions of a report's page, or of the page at an address, first seen first; raises NotFoundError."""
    with open_store(address) as store:
        return versions_of(store, name, shipped_parts())
