"""An answer's body, decoded as it comes and never beyond a limit: a bomb costs no more memory than a page."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Protocol

from rashomon.adapters.fetching.codes import Failed

#: What we say we can decode.
ACCEPTED = "gzip, deflate, br"


class _Decoder(Protocol):
    def feed(self, chunk: bytes, room: int) -> bytes:
        """What a chunk decodes to, up to about `room` bytes."""

    def whole(self) -> bool:
        """Whether the end of the encoded data was seen."""


def read_body(chunks: Iterable[bytes], encoding: str, limit: int) -> tuple[bytes, bool]:
    """The decoded body up to `limit` bytes, and whether there was more.

    The encoded bytes are held to the same limit. Raises Failed where the encoding is unknown or the bytes are damaged.
    """
    decoder = _decoder_for(encoding)
    body = bytearray()
    came = 0
    try:
        for chunk in chunks:
            came += len(chunk)
            body += decoder.feed(chunk, limit + 1 - len(body))
            if len(body) > limit or came > limit:
                return bytes(body[:limit]), True
    except _errors() as error:
        raise Failed("The compressed page is damaged.", retryable=True) from error
    if came and not decoder.whole():
        raise Failed("The compressed page ends early.", retryable=True)
    return bytes(body), False


def _decoder_for(encoding: str) -> _Decoder:
    # Encodings upon encodings are how small bombs are made; no honest server nests them.
    name = encoding.strip().lower()
    if name in {"", "identity"}:
        return _Plain()
    if name in {"gzip", "x-gzip"}:
        return _Zlib(zlib.MAX_WBITS | 16)
    if name == "deflate":
        return _Zlib(zlib.MAX_WBITS)
    if name == "br":
        return _Brotli()
    raise Failed("The page is compressed in a way that is not read.")


def _errors() -> tuple[type[Exception], ...]:
    import brotli

    return (zlib.error, brotli.error)


class _Plain:
    def feed(self, chunk: bytes, room: int) -> bytes:
        return chunk[:room]

    def whole(self) -> bool:
        return True


class _Zlib:
    """gzip and deflate; a deflate body may come without its zlib header, as old servers send it."""

    def __init__(self, window: int) -> None:
        self._inflate = zlib.decompressobj(window)
        self._head: bytes | None = b"" if window == zlib.MAX_WBITS else None

    def feed(self, chunk: bytes, room: int) -> bytes:
        if self._head is not None:
            # The two bytes of the header, or of what stands in its place, may come one by one.
            chunk = self._head = self._head + chunk
            if len(chunk) < 2:
                return b""
            self._head = None
            if chunk[0] & 0x0F != 8 or (chunk[0] << 8 | chunk[1]) % 31:
                self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        return self._inflate.decompress(chunk, room)

    def whole(self) -> bool:
        return self._inflate.eof


class _Brotli:
    def __init__(self) -> None:
        import brotli

        self._inflate = brotli.Decompressor()

    def feed(self, chunk: bytes, room: int) -> bytes:
        out = bytearray(self._inflate.process(chunk, output_buffer_limit=room))
        while not self._inflate.can_accept_more_data() and len(out) < room:
            out += self._inflate.process(b"", output_buffer_limit=room - len(out))
        return bytes(out)

    def whole(self) -> bool:
        return bool(self._inflate.is_finished())
