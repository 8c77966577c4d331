"""Imperfect input: an issue with its code each, and the rest goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.page_reading import LEARNED, LIBRARY, read_all, read_page, read_record

from rashomon.adapters.files import read_sources
from rashomon.errors import SourceError
from rashomon.model.fetched import Fetch
from rashomon.model.source import RawSource
from rashomon.reading import read_lines, read_reports
from rashomon.reading.codes import READING_CODES, issue
from rashomon.reading.decoding import MAX_TEXT_CHARS

BODY = "At least six villagers died when the dam above the plain gave way on Monday, the water ministry said."
FOREIGN = (
    "Al menos seis aldeanos murieron cuando la presa situada sobre la llanura cedió el lunes, informó el "
    "ministerio del agua, y decenas de familias pasaron la noche al raso en las colinas cercanas."
)

CASES = [
    (b"", "a.txt", "source_empty"),
    (b" \r\n\t ", "a.txt", "source_empty"),
    (b"\x89PNG ...", "a.png", "no_reader_for_format"),
    (b"PK\x03\x04rest", "a.docx", "no_reader_for_format"),
    (b"\x00\x01\x02\x03" * 200, "a.txt", "binary_content"),
    (f"{BODY} Caf\xe9 owners helped.".encode("cp1252"), "a.txt", "encoding_guessed"),
    ("Dam fails\n\n{BODY} Caf\xe9".encode() + b" \xff \xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9", "a.txt", "characters_damaged"),
    (f"Dam fails\n\n{BODY}\x07\n".encode(), "a.txt", "control_characters"),
    (b"<html><body><script>1</script></body></html>", "a.html", "page_without_text"),
    (f"<html><body><p>{BODY}</p><!--{'-' * 3_000_000}--></body></html>".encode(), "a.html", "markup_cut"),
    (b'{"text": "unfinished', "a.jsonl", "line_not_json"),
    (b"[1, 2]\n", "a.jsonl", "line_not_json"),
    (b"\n{}\n", "a.jsonl", "line_empty"),
    (b"[" * 100_000, "a.jsonl", "line_not_json"),
    (b'{"id": "x"}\n', "a.jsonl", "text_missing"),
    (b'{"text": 7}\n', "a.jsonl", "text_missing"),
    (b'{"text": " \\n "}\n', "a.jsonl", "text_missing"),
    (json.dumps({"text": BODY, "title": 7}).encode(), "a.jsonl", "field_not_used"),
    (json.dumps({"text": BODY, "url": "ftp://x"}).encode(), "a.jsonl", "address_unreadable"),
    (json.dumps({"text": BODY, "published": "2024-13-45"}).encode(), "a.jsonl", "date_impossible"),
    (json.dumps({"text": BODY, "published": "99999-01-01"}).encode(), "a.jsonl", "date_impossible"),
    (json.dumps({"text": BODY, "published": "soon"}).encode(), "a.jsonl", "date_unreadable"),
    (json.dumps({"text": BODY, "published": "2031-01-01"}).encode(), "a.jsonl", "date_in_future"),
    (json.dumps({"text": BODY, "published": "03/04/2025"}).encode(), "a.jsonl", "date_ambiguous"),
    (json.dumps({"text": FOREIGN}).encode(), "a.jsonl", "language_not_read"),
    (json.dumps({"text": BODY, "lang": "fr"}).encode(), "a.jsonl", "language_contradicted"),
    (json.dumps({"text": f"{BODY} {BODY}\n\n{FOREIGN}"}).encode(), "a.jsonl", "language_mixed"),
    (json.dumps({"text": "Six died."}).encode(), "a.jsonl", "language_unsure"),
    (b'{"text": "Six villagers died \\ud83d there."}', "a.jsonl", "characters_damaged"),
    (("word " * (MAX_TEXT_CHARS // 5 + 10)).encode(), "a.txt", "text_too_long"),
    (
        b'{"id": "a", "text": "Six villagers died."}\n{"id": "a", "text": "Nine villagers died."}',
        "a.jsonl",
        "given_id_repeated",
    ),
]


@pytest.mark.parametrize(("content", "name", "code"), CASES, ids=[f"{c[2]}-{n}" for n, c in enumerate(CASES)])
def test_bad_input_leaves_its_issue_and_the_others_are_read(content: bytes, name: str, code: str) -> None:
    """A bad source leaves an issue with its code, message and suggestion, and the good one beside it is read."""
    good = RawSource(name="good.txt", content=f"Dam fails\n\n{BODY}\n".encode(), learned_at=LEARNED)
    bad = RawSource(name=name, content=content, learned_at=LEARNED)
    outcome = read_reports([bad, good], LIBRARY)
    assert code in [i.code for i in outcome.issues]
    assert all(i.message and i.suggestion and i.report for i in outcome.issues)
    assert any(r.source == "good.txt" and r.read for r in outcome.value)


def test_a_line_over_the_limit_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line longer than the limit leaves an issue, and the next line is read."""
    monkeypatch.setattr("rashomon.reading.jsonl.MAX_LINE_BYTES", 200)
    long = json.dumps({"text": BODY * 3})
    lines = read_lines("in.jsonl", f"{long}\n{json.dumps({'text': BODY})}".encode(), LIBRARY)
    assert [i.code for i in lines[0].issues] == ["line_too_long"]
    assert lines[1].report is not None


def test_a_page_that_cannot_be_taken_apart_leaves_an_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure inside the extraction of a page costs that page only."""

    def fail(markup: str) -> None:
        raise RecursionError(len(markup))

    monkeypatch.setattr("rashomon.reading.html._extract", fail)
    assert read_all(f"<html><p>{BODY}</p></html>", "a.html") == ((), ["page_damaged"])


def test_every_code_of_reading_has_a_case() -> None:
    """Each code of reading is made by a case above, by a path, by a limit too large for a test, or by a named test."""
    made = {code for *_, code in CASES} | {"path_not_found", "line_too_long", "page_damaged"}
    folder = Path(__file__).parent
    others = "".join(
        (folder / name).read_text("utf-8")
        for name in ("test_listing.py", "test_listing_limits.py", "test_archives.py", "test_mail.py", "test_pdf.py")
    )
    made |= {code for code in READING_CODES if f'"{code}"' in others}
    assert made == set(READING_CODES)


def test_an_unknown_code_is_refused() -> None:
    """An issue with a code that is not listed cannot be made."""
    with pytest.raises(KeyError):
        issue("no_such_code", "note", "a", "b")


def test_unread_language_is_kept_and_not_read() -> None:
    """A report in a language that is not read stays in the result, marked as not read."""
    report, _ = read_record(text=FOREIGN)
    assert report is not None
    assert (report.lang, report.read) == ("es", False)


def test_adding_a_report_twice_leaves_no_issue() -> None:
    """The same line twice is one report and no repeated id."""
    line = json.dumps({"id": "a", "text": BODY}).encode()
    reports, codes = read_all(line + b"\n" + line, "a.jsonl")
    assert len({r.id for r in reports}) == 1
    assert not codes


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_encodings_with_and_without_marks_give_one_text(encoding: str) -> None:
    """The byte-order mark goes, and the text is that of the file."""
    page = f"Dam fails above the plain\n\n{BODY} Café owners helped.\n"
    assert read_page(page.encode(encoding)).text == page


def test_line_ends_stay() -> None:
    """Windows line ends stay in the text, so that offsets hold."""
    page = f"Dam fails above the plain\r\n\r\n{BODY}\r\n"
    report = read_page(page)
    assert report.text == page
    assert report.title == "Dam fails above the plain"


def test_a_line_of_json_gives_one_answer_each_even_where_bad() -> None:
    """Each line, an empty one too, has one answer, in order, with the id it gives."""
    good = json.dumps({"id": "g", "text": BODY})
    lines = read_lines("in.jsonl", f'{good}\nnot json\n\n{{"id": "n"}}\n{good}\n'.encode(), LIBRARY)
    assert [(line.number, line.given_id, line.report is None) for line in lines] == [
        (1, "g", False),
        (2, None, True),
        (3, None, True),
        (4, "n", True),
        (5, "g", False),
    ]


def test_a_lone_surrogate_keeps_the_offsets() -> None:
    """A lone surrogate becomes one replacement character."""
    raw = b'{"text": "Six \\ud83d villagers died in the flood."}'
    (line,) = read_lines("in.jsonl", raw, LIBRARY)
    assert line.report is not None
    assert line.report.text == "Six \ufffd villagers died in the flood."


def test_folders_are_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    """The files of a folder come in sorted order by their path below it; hidden ones stay out."""
    for name in ("b.txt", "a/z.txt", "a/.hidden", ".git/config"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(BODY)
    outcome = read_sources([str(tmp_path)], LEARNED, no_fetch)
    assert [s.name for s in outcome.value] == ["a/z.txt", "b.txt"]


def no_fetch() -> Fetch:
    """Stands where no address is among the sources, so that nothing may be fetched."""
    raise AssertionError("files and folders need no network")


def test_a_missing_path_is_an_issue_beside_others_and_an_error_alone(tmp_path: Path) -> None:
    """A path that does not exist costs an issue; where nothing else can be opened it is a SourceError."""
    (tmp_path / "a.txt").write_text(BODY)
    outcome = read_sources([str(tmp_path / "a.txt"), str(tmp_path / "none.txt")], LEARNED, no_fetch)
    assert [i.code for i in outcome.issues] == ["path_not_found"]
    with pytest.raises(SourceError):
        read_sources([str(tmp_path / "none.txt")], LEARNED, no_fetch)


@settings(max_examples=120, deadline=None)
@given(st.one_of(st.text(max_size=400), st.text(alphabet="ab .\n-–#*()0123456789:/,A\r\t", max_size=400)))
def test_any_text_is_read_without_error_and_blocks_lie_inside_it_in_order(text: str) -> None:
    """No text makes reading fail, and the blocks are ordered, apart, and inside the text."""
    report, _ = read_record(text=text, title="Dam fails above the plain")
    if report is None:
        return
    ends = [0, *[b.end for b in report.blocks]]
    assert all(low <= b.start < b.end <= len(report.text) for low, b in zip(ends, report.blocks, strict=False))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html", "a.jsonl", "a"]))
def test_any_bytes_are_read_without_error(content: bytes, name: str) -> None:
    """No bytes make reading fail, whatever the name says."""
    read_all(content, name)
