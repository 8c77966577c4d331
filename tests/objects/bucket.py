"""A server on loopback that speaks as much of S3 as reading and writing objects takes; its objects are a dict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from threading import Thread
from typing import IO
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

_WHEN = "Sat, 03 May 2025 10:00:00 GMT"


class Bucket:
    """A bucket named `desk`: its objects by key, and the requests that came."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}
        self.asked: list[str] = []
        self.port = 0

    def address(self, key: str) -> str:
        """An object's or prefix's address, with keys of access in it."""
        return f"s3://access:secret@desk/{key}?scheme=http&region=x&endpoint_override=127.0.0.1:{self.port}"


@contextmanager
def serving() -> Iterator[Bucket]:
    """A bucket that answers until the block ends."""
    bucket = Bucket()
    parts: dict[str, bytes] = {}

    class Answers(BaseHTTPRequestHandler):
        """One request after another."""

        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

        def asked(self) -> tuple[str, dict[str, list[str]], bytes]:
            """The key, the query and the body of the request."""
            bucket.asked.append(f"{self.command} {self.path}")
            parsed = urlsplit(self.path)
            if self.headers.get("Transfer-Encoding") == "chunked":
                body = _dechunked(self.rfile)
            else:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            # The client's own chunks lie inside those of HTTP.
            if self.headers.get("Content-Encoding") == "aws-chunked":
                body = _dechunked(BytesIO(body))
            key = unquote(parsed.path).removeprefix("/desk").lstrip("/")
            return key, parse_qs(parsed.query, keep_blank_values=True), body

        def tell(self, code: int, body: bytes = b"", length: int | None = None, **headers: str) -> None:
            """Answer; `length` is that of a body which is not sent."""
            self.send_response(code)
            self.send_header("Content-Length", str(len(body) if length is None else length))
            self.send_header("Last-Modified", _WHEN)
            self.send_header("ETag", '"x"')
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            self.wfile.write(body)

        def do_HEAD(self) -> None:
            """Whether an object is there."""
            found = bucket.objects.get(self.asked()[0])
            self.tell(404 if found is None else 200, length=0 if found is None else len(found))

        def do_GET(self) -> None:
            """A listing, or an object or a range of it."""
            key, query, _ = self.asked()
            if "list-type" in query:
                self.tell(200, _listing(bucket, query["prefix"][0]), Content_Type="application/xml")
                return
            found = bucket.objects.get(key)
            wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range") or "")
            if found is None:
                self.tell(404)
            elif wanted:
                start, end = int(wanted[1]), min(int(wanted[2] or len(found)), len(found) - 1)
                self.tell(206, found[start : end + 1], Content_Range=f"bytes {start}-{end}/{len(found)}")
            else:
                self.tell(200, found)

        def do_PUT(self) -> None:
            """A part of an upload, or a whole object."""
            key, query, body = self.asked()
            if "partNumber" in query:
                parts[key] = parts.get(key, b"") + body
            else:
                bucket.objects[key] = body
            self.tell(200)

        def do_POST(self) -> None:
            """The begin and the end of an upload in parts: only then is the object there."""
            key, query, _ = self.asked()
            if key.startswith("forbidden"):
                self.tell(403)
            elif "uploads" in query:
                self.tell(200, _xml("InitiateMultipartUploadResult", "<UploadId>u</UploadId>"))
            else:
                bucket.objects[key] = parts.pop(key, b"")
                self.tell(200, _xml("CompleteMultipartUploadResult", '<ETag>"x"</ETag>'))

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    bucket.port = server.server_port
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield bucket
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _dechunked(stream: IO[bytes]) -> bytes:
    """What chunks hold, up to the end of what trails behind the last one."""
    found = b""
    while size := int(stream.readline().split(b";")[0] or b"0", 16):
        found += stream.read(size)
        stream.readline()
    while stream.readline().strip():
        pass
    return found


def _listing(bucket: Bucket, prefix: str) -> bytes:
    entries = "".join(
        f"<Contents><Key>{escape(key)}</Key><Size>{len(content)}</Size>"
        "<LastModified>2025-05-03T10:00:00.000Z</LastModified></Contents>"
        for key, content in sorted(bucket.objects.items())
        if key.startswith(prefix)
    )
    return _xml("ListBucketResult", f"<IsTruncated>false</IsTruncated>{entries}")


def _xml(name: str, inside: str) -> bytes:
    return f"<{name}>{inside}</{name}>".encode()
