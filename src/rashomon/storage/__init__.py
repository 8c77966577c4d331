"""The store of a project: reports, claims, stories, decisions and sources, in SQLite or PostgreSQL."""

from rashomon.storage.opening import SCHEMA, create_store, is_store_address, open_store
from rashomon.storage.store import Store

__all__ = ["SCHEMA", "Store", "create_store", "is_store_address", "open_store"]
