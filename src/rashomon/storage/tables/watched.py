"""What is watched, and where asking for it stands."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, String, Table

from rashomon.storage.tables.base import Key, metadata
from rashomon.storage.words import Words

#: What is watched: the entry of the sources file, and where its polling stands (JSON).
sources = Table(
    "sources",
    metadata,
    Column("address", Words, primary_key=True),
    Column("entry", Words, nullable=False),
    Column("state", Words, nullable=False),
    Column("due", String, index=True),
    Column("active", Boolean, nullable=False),
)

#: Pages that watched sources named, by canonical address: where their visits stand (JSON), `due` null for no more.
pages = Table(
    "pages",
    metadata,
    Column("address", Words, primary_key=True),
    Column("state", Words, nullable=False),
    Column("due", String, index=True),
)

#: The polls of a source that brought something or ended otherwise than the one before.
polls = Table(
    "polls",
    metadata,
    Column("seq", Key, primary_key=True, autoincrement=True),
    Column("address", Words, nullable=False, index=True),
    Column("at", String, nullable=False),
    Column("outcome", String, nullable=False),
    Column("added", Integer, nullable=False),
    Column("message", Words, nullable=False),
)
