"""The base of every record: frozen, typed, compared by value, JSON in and out."""

from __future__ import annotations

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen value; a correction is a new record (`msgspec.structs.replace`)."""
