"""Bytes of packed and wrapped formats, written by the tests themselves."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence

BODY = "At least six villagers died when the dam above the plain gave way on Monday, the water ministry said."
SECOND = "Crews were searching the lower fields for four others who had been missing since the early morning."
PAGE = (
    f"<!DOCTYPE html><html lang='en'><head><title>Dam fails above the plain</title></head><body><article>"
    f"<h1>Dam fails above the plain</h1><p>{BODY}</p><p>{SECOND}</p><p>{BODY.replace('six', 'seven')}</p>"
    "</article></body></html>"
).encode()
TEXT = f"Dam fails above the plain\n\n{BODY}\n\n{SECOND}\n".encode()


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of the members, in the order given."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return out.getvalue()


def answer(
    address: str, body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", more: str = ""
) -> bytes:
    """A response record of a web archive."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2025-06-03T09:30:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{zlib.crc32(http):032x}>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def pdf(pages: Sequence[Sequence[str]], info: str = "") -> bytes:
    """A PDF whose pages hold lines of text, one below the other."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for lines in pages:
        words = [line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") for line in lines]
        drawn = "BT /F1 11 Tf 14 TL 60 780 Td " + " ".join(f"({w}) Tj T*" for w in words) + " ET"
        packed = zlib.compress(drawn.encode("latin-1"))
        objects.append(b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed))
        number = len(objects)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
            % number
        )
        kids.append(number + 1)
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % k for k in kids))
    objects.append(f"<<{info}>>".encode("latin-1"))
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % o for o in offsets)
    trailer = b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        len(objects),
        len(out),
    )
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer


def mail(body: str = TEXT.decode(), **headers: str) -> bytes:
    """A mail of one plain part."""
    known = {
        "From": "The Plain Gazette <desk@gazette.example>",
        "Date": "Tue, 03 Jun 2025 09:30:00 +0200",
        "Subject": "Fwd: Dam fails above the plain",
        "Message-ID": "<1@gazette.example>",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
    } | {name.replace("_", "-"): value for name, value in headers.items()}
    return "".join(f"{name}: {value}\n" for name, value in known.items()).encode() + b"\n" + body.encode()


def parted(*parts: str, kind: str = "mixed", mark: str = "cut") -> bytes:
    """A mail of several parts, each with its own header."""
    body = "".join(f"--{mark}\n{part}\n" for part in parts) + f"--{mark}--\n"
    return mail(body, Content_Type=f'multipart/{kind}; boundary="{mark}"')
