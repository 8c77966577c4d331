"""What all tables share.

Instants are ISO 8601 strings in UTC with microseconds, so that they sort as text on both databases. Records are packed
bytes (`packing.py`). `seq` numbers rise in the order in which reports were first stored and never enter an output.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Integer, MetaData

#: SQLite numbers rows by itself only for INTEGER keys.
Key = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData()
