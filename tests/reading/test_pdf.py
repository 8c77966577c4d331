"""PDF: text of all pages without what repeats on each; bombs, passwords and pictures leave issues."""

from __future__ import annotations

import io
import zlib

import pytest
from tests.reading.packing import BODY, SECOND, pdf
from tests.reading.page_reading import read_all, words_of

LINES = (
    "At least six villagers died when the dam above the plain gave way",
    "on Monday, the water ministry said. Crews were searching the lower",
    "fields for four others who had been missing since the early hours.",
)


def test_a_pdf_with_text_is_one_report() -> None:
    """Pages are joined, wrapped lines are one paragraph, and the title is the one that stands on the first page."""
    content = pdf(
        [["Dam fails above the plain", *LINES], [SECOND]],
        "/Title(Dam fails above the plain)/CreationDate(D:20250603093000Z)",
    )
    (report,), codes = read_all(content, "a.pdf")
    assert report.title == "Dam fails above the plain"
    assert " ".join(" ".join(words_of(report, "body")).split()) == f"{' '.join(LINES)} {SECOND}"
    assert report.published is not None
    assert report.published.earliest.date().isoformat() == "2025-06-03"
    assert not codes


def test_a_programs_title_is_not_the_reports() -> None:
    """A title in the file's properties that stands nowhere on the page is left out."""
    (report,), _ = read_all(pdf([["Dam fails above the plain", *LINES]], "/Title(Microsoft Word - x1.docx)"), "a.pdf")
    assert report.title == "Dam fails above the plain"


def test_what_repeats_at_head_and_foot_is_left_out() -> None:
    """A running head stands once, on the first page; page numbers and running feet nowhere."""
    pages = [
        ["Water ministry: situation report", BODY, f"Words of sheet {w} alone.", "Not for sale", f"Page {n} of 4"]
        for n, w in enumerate(("one", "two", "three", "four"), start=1)
    ]
    (report,), _ = read_all(pdf(pages), "a.pdf")
    assert report.text.count("situation report") == 1
    assert "Not for sale" not in report.text
    assert "Page" not in report.text
    assert "sheet four" in report.text


def test_a_scanned_pdf_is_named_as_such() -> None:
    """A PDF without text is no report, and the issue says what to do."""
    assert read_all(pdf([[], []]), "a.pdf") == ((), ["pdf_without_text"])


def test_a_pdf_under_a_password_is_named() -> None:
    """An encrypted PDF leaves an issue; one that any reader opens is read."""
    from pypdf import PdfReader, PdfWriter

    def locked(password: str) -> bytes:
        writer = PdfWriter(PdfReader(io.BytesIO(pdf([["Dam fails above the plain", BODY]]))))
        writer.encrypt(password, owner_password="o", algorithm="RC4-128")
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()

    assert read_all(locked("secret"), "a.pdf") == ((), ["encrypted"])
    assert BODY in read_all(locked(""), "a.pdf")[0][0].text


def test_a_page_that_is_a_bomb_costs_that_page_only() -> None:
    """A page that unfolds a thousand times is left out, the others are read."""
    good = pdf([["Dam fails above the plain", BODY], ["marker"]])
    start = good.index(b"<</Filter", good.index(b"<</Filter") + 1)
    end = good.index(b"endstream", start)
    packed = zlib.compress(b" " * 60_000_000)
    bomb = b"<</Filter/FlateDecode/Length %d>>stream\n%s\n" % (len(packed), packed)
    reports, codes = read_all(good[:start] + bomb + good[end:], "a.pdf")
    assert BODY in reports[0].text
    assert codes == ["pdf_damaged"]


def test_pages_behind_the_limit_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages behind the limit leave one issue, and so does drawing without end."""
    monkeypatch.setattr("rashomon.reading.pdf.MAX_PAGES", 2)
    reports, codes = read_all(pdf([[BODY], [SECOND], ["A third sheet."]]), "a.pdf")
    assert "third" not in reports[0].text
    assert codes == ["pages_cut"]
    monkeypatch.setattr("rashomon.reading.pdf.MAX_STEPS", 4)
    assert "pages_cut" in read_all(pdf([[BODY], [SECOND] * 20, ["A third sheet."]]), "a.pdf")[1]


@pytest.mark.parametrize("cut", [9, 60, 300, -40])
def test_a_truncated_pdf_leaves_an_issue_or_its_words(cut: int) -> None:
    """A PDF without its end never raises; what cannot be found in it is an issue."""
    reports, codes = read_all(pdf([["Dam fails above the plain", BODY]])[:cut], "a.pdf")
    assert reports or codes[0] in {"pdf_damaged", "pdf_without_text"}
