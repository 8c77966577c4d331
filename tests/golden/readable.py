"""What a binary export says, as text to read and compare."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree as ET

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_READ = (".md", ".csv")
_BEGINNING = 6_000


def readable(name: str, content: bytes) -> bytes | None:
    """A Word file's words with footnotes and descriptions of pictures; a zip's names, and how its pages begin."""
    if name.endswith(".docx"):
        return "\n".join(word_lines(content)).encode() + b"\n"
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(content)) as pack:
            parts = [
                f"=== {n}\n" + (pack.read(n).decode()[:_BEGINNING] if n.endswith(_READ) else "")
                for n in pack.namelist()
            ]
        return "\n".join(parts).encode()
    return None


def word_lines(content: bytes) -> list[str]:
    """The paragraphs and table rows of a Word file in order, then its footnotes."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        body = ET.fromstring(file.read("word/document.xml")).find(f"{_W}body")
        notes = ET.fromstring(file.read("word/footnotes.xml"))
    assert body is not None
    lines = []
    for block in body:
        if block.tag == f"{_W}tbl":
            lines += [" | ".join(_text(cell) for cell in row.iter(f"{_W}tc")) for row in block.iter(f"{_W}tr")]
        else:
            lines.append(_text(block))
    lines += [f"[^{n.get(f'{_W}id')}]:{_text(n)}" for n in notes if int(n.get(f"{_W}id") or 0) > 0]
    return [re.sub(r"\s+", " ", line).strip() for line in lines]


def _text(block: ET.Element) -> str:
    found = []
    for piece in block.iter():
        if piece.tag == f"{_W}t":
            found.append(piece.text or "")
        elif piece.tag == f"{_W}footnoteReference":
            found.append(f"[^{piece.get(f'{_W}id')}]")
        elif piece.tag == _DRAWN:
            found.append(f"(picture: {piece.get('descr')})")
    return "".join(found)
