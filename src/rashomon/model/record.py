"""The base of every record: frozen, typed, compared by value, JSON in and out."""

from __future__ import annotations

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A frozen value; a correction is a new record (`msgspec.structs.replace`).

    A record is made of values that were there before it, so that none is part of a cycle: the collector need not walk
    through the hundred thousands of them that a large story holds.
    """
