"""Twenty bad inputs: each leaves its issue, and the good report beside it still yields its dossier."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rashomon import app
from rashomon.errors import SourceError
from rashomon.reading import decoding
from rashomon.settings import Settings

GOOD = (
    "Flood kills 12 in Sindh\n\nDelta Courier\n3 May 2025\n\n"
    "Floods in the Pakistani province of Sindh have killed 12 people since Thursday, the provincial disaster authority "
    "said on Saturday. More than 4,000 people left their homes.\n"
)
PROSE = "A fire in the port of Karachi injured seven dock workers on Friday, police said. The cause was not known.\n"

#: name, file name, content, issue code (null where the input is read without one)
BAD: list[tuple[str, str, bytes, str | None]] = [
    ("empty file", "empty.txt", b"", "source_empty"),
    ("white space only", "blank.txt", b" \n\t\n \r\n", "source_empty"),
    ("binary", "binary.txt", bytes(range(256)) * 40, "binary_content"),
    ("picture under a text name", "photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(200)) * 9, "no_reader_for_format"),
    ("PDF", "page.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n", "pdf_damaged"),
    ("archive", "pages.zip", b"PK\x03\x04" + b"\x00" * 60, "archive_damaged"),
    ("Windows encoding", "cp1252.txt", "The mayor said “nine” homes burned – in Málaga.\n".encode("cp1252"), "encoding_guessed"),
    ("UTF-16 with a mark", "utf16.txt", PROSE.encode("utf-16"), None),
    ("byte-order mark", "bom.txt", b"\xef\xbb\xbf" + PROSE.encode(), None),
    ("Windows line ends", "crlf.txt", PROSE.replace("\n", "\r\n").encode(), None),
    ("half a character", "half.txt", PROSE.encode() + "ü".encode()[:1] + b" end.\n", "encoding_guessed"),
    ("half an HTML page", "half.html", b"<html><body><article><p>" + PROSE.encode() + b"<p>The por", None),
    ("HTML without text", "bare.html", b"<!DOCTYPE html><html><body><img src='a.png'></body></html>", "page_without_text"),
    ("hostile markup", "evil.html", b"<html><title><script>alert(1)</script></title><body><p onload=x>" + PROSE.encode() * 3, None),
    ("line that is no JSON", "bad.jsonl", b'{"text": "x"\n', "line_not_json"),
    ("line without text", "mute.jsonl", b'{"id": "a", "title": "t"}\n', "text_missing"),
    ("impossible date", "date.jsonl", json.dumps({"text": PROSE, "published": "2024-13-45"}).encode() + b"\n", "date_impossible"),
    ("date in words", "words.jsonl", json.dumps({"text": PROSE, "published": "the other day"}).encode() + b"\n", "date_unreadable"),
    ("date in the far future", "future.jsonl", json.dumps({"text": PROSE, "published": "2999-01-01"}).encode() + b"\n", "date_impossible"),
    ("repeated id", "twice.jsonl", b'{"id": "a", "text": "One body was found."}\n{"id": "a", "text": "Two were hurt."}\n', "given_id_repeated"),
    ("deep nesting", "deep.jsonl", b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n", "line_not_json"),
    ("language not read", "french.txt", ("Douze personnes sont mortes dans les inondations, selon les autorités de la province. " * 4).encode(), "language_not_read"),
    ("lone surrogate", "surrogate.jsonl", b'{"text": "Police said two people \\ud800 were hurt in the market on Friday."}\n', "characters_damaged"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "file_name", "content", "code"), BAD, ids=[b[0] for b in BAD])
def test_a_bad_input_leaves_its_issue_and_the_rest_goes_on(
    tmp_path: Path, name: str, file_name: str, content: bytes, code: str | None
) -> None:
    """The good report's figure is in the dossier, and the bad input's issue names it."""
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / file_name).write_bytes(content)
    built = app.build([str(tmp_path)], Settings(story="one"))
    dossier = json.loads(built.files["dossier.json"])
    killed = [c for c in dossier["claims"] if c["kind"] == "figure" and (c["measure"], c["value"]) == ("killed", 12)]
    assert killed
    if code is not None:
        found = [i for i in dossier["issues"] if i["code"] == code]
        assert found, sorted({i["code"] for i in dossier["issues"]})
        assert all(i["message"] for i in found)


def test_nothing_readable_is_a_source_error(tmp_path: Path) -> None:
    """A run none of whose sources can be read raises SourceError (exit 3)."""
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(SourceError) as caught:
        app.build([str(tmp_path)], Settings())
    assert caught.value.exit_code == 3


def test_a_missing_path_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    """A path that does not exist leaves an issue that names it."""
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    built = app.build([str(tmp_path / "good.txt"), str(tmp_path / "gone.txt")], Settings())
    (found,) = [i for i in built.issues if i.code == "path_not_found"]
    assert "gone.txt" in found.message


def test_a_long_report_is_read_up_to_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text over the limit is cut with an issue, and its start is read."""
    monkeypatch.setattr(decoding, "MAX_TEXT_CHARS", 20_000)
    (tmp_path / "long.txt").write_text(GOOD + "No more was known on Saturday. " * 1_000, encoding="utf-8")
    built = app.build([str(tmp_path)], Settings(story="one"))
    assert any(i.code == "text_too_long" for i in built.issues)
    assert b'"killed"' in built.files["dossier.json"]
