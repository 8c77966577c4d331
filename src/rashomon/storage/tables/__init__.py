"""The tables of a store, the same on SQLite and PostgreSQL. A change here needs a migration beside it."""

from __future__ import annotations

from rashomon.storage.tables.base import metadata
from rashomon.storage.tables.persons import accounts, audit, decisions, looks, sessions
from rashomon.storage.tables.reports import (
    claims,
    facts,
    products,
    reports,
    retrievals,
    search_entries,
    source_issues,
    tombstones,
)
from rashomon.storage.tables.stories import (
    chances,
    claim_support,
    dossier_reports,
    dossiers,
    links,
    marks,
    places,
    stories,
    summaries,
)
from rashomon.storage.tables.watched import pages, polls, sources

__all__ = [
    "accounts",
    "audit",
    "chances",
    "claim_support",
    "claims",
    "decisions",
    "dossier_reports",
    "dossiers",
    "facts",
    "links",
    "looks",
    "marks",
    "metadata",
    "pages",
    "places",
    "polls",
    "products",
    "reports",
    "retrievals",
    "search_entries",
    "sessions",
    "source_issues",
    "sources",
    "stories",
    "summaries",
    "tombstones",
]
