"""Records as bytes in a store: MessagePack, deflated; the same record gives the same bytes."""

from __future__ import annotations

import datetime as dt
import hashlib
import zlib
from typing import Any, TypeVar

import msgspec

from rashomon.errors import StoreError

T = TypeVar("T")

_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_DECODERS: dict[Any, msgspec.msgpack.Decoder[Any]] = {}
#: The fast end of deflate: reports shrink to a third, and reading stays far cheaper than parsing.
_LEVEL = 1


def pack(value: Any) -> bytes:
    """The record's bytes."""
    return zlib.compress(_ENCODER.encode(value), _LEVEL)


def unpack(body: bytes, kind: type[T]) -> T:
    """The record of the bytes; raises StoreError where they are damaged or of another shape."""
    decoder = _DECODERS.get(kind)
    if decoder is None:
        decoder = _DECODERS[kind] = msgspec.msgpack.Decoder(kind)
    try:
        found: T = decoder.decode(zlib.decompress(body))
    except (zlib.error, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise StoreError(
            f"A {getattr(kind, '__name__', kind)} of the store is damaged: {error}.",
            "Run `rashomon doctor`; restore a backup if it says so.",
        ) from error
    return found


def hash_of(value: Any) -> str:
    """The SHA-256 of a record's content, as 32 hex digits."""
    return hashlib.sha256(_ENCODER.encode(value)).hexdigest()[:32]


def stamp(instant: dt.datetime | None) -> str | None:
    """An instant as it is stored: ISO 8601 in UTC with microseconds, so that text order is time order."""
    return None if instant is None else instant.astimezone(dt.UTC).isoformat(timespec="microseconds")


def instant(text: str | None) -> dt.datetime | None:
    """The instant of a stored stamp; raises StoreError where it is none."""
    try:
        return None if text is None else dt.datetime.fromisoformat(text)
    except ValueError as error:
        raise StoreError(f"An instant of the store is damaged: {error}.", "Run `rashomon doctor`.") from error
