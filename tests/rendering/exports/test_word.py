"""The situation report: real footnotes, pictures with lettering, fixed bytes, and the rules that hold in every output."""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
import zipfile

import msgspec
import pytest
from docx import Document
from markupsafe import Markup
from tests.golden.readable import word_lines
from tests.rendering.fixtures import rich_dossier, tiny_dossier

from rashomon.errors import PartError
from rashomon.model.decision import Reviewed
from rashomon.model.dossier import Dossier
from rashomon.model.exported import Material
from rashomon.rendering.components.svg import element, picture
from rashomon.rendering.exports.paper.pictures import flat_styles, png
from rashomon.rendering.exports.word import write_word


def file_of(*dossiers: Dossier) -> bytes:
    """The first Word file of some dossiers."""
    return next(iter(write_word(Material(dossiers=dossiers)).files.values()))


def text_of(dossier: Dossier) -> str:
    """Everything that a dossier's report says."""
    return "\n".join(word_lines(file_of(dossier)))


def test_word_opens_it_and_every_mark_has_its_footnote() -> None:
    """python-docx reads the file, and the marks in the text are the footnotes 1, 2, 3 ... in order."""
    content = file_of(rich_dossier())
    assert Document(io.BytesIO(content)).paragraphs[0].text == rich_dossier().brief.headline.text
    lines = word_lines(content)
    notes = [line for line in lines if re.match(r"\[\^\d+\]:", line)]
    marks = [int(n) for line in lines if line not in notes for n in re.findall(r"\[\^(\d+)\]", line)]
    assert marks == list(range(1, len(notes) + 1))
    assert len(marks) > 5


def test_a_report_is_named_in_full_once() -> None:
    """A later footnote names the outlet, the day and the first note, whose number is smaller than its own."""
    notes = [line for line in word_lines(file_of(rich_dossier())) if line.startswith("[^")]
    titled = [t for n in notes for t in re.findall(r"“[^”]*”", n)]
    assert len(titled) == len(set(titled))
    repeats = [(int(n[2 : n.index("]")]), int(first)) for n in notes for first in re.findall(r"\(note (\d+)\)", n)]
    assert repeats
    assert all(first < own for own, first in repeats)


def test_web_addresses_are_links_and_nothing_else_is() -> None:
    """A footnote links to http addresses; an address of another kind is left out."""
    reports = tuple(msgspec.structs.replace(r, url="javascript:alert(1)") for r in rich_dossier().reports)
    bad = file_of(rich_dossier(reports=reports))
    for content, found in ((file_of(rich_dossier()), True), (bad, False)):
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            names = file.namelist()
            links = file.read("word/_rels/footnotes.xml.rels") if "word/_rels/footnotes.xml.rels" in names else b""
            assert (b'Target="https://news.example/' in links) is found
            assert b"javascript" not in b"".join(file.read(n) for n in names)


def test_an_open_top_stays_open_and_each_origin_has_its_as_of() -> None:
    """The table's ranges are the record's own words, and its voices end in an as-of."""
    rows = [line.split(" | ") for line in word_lines(file_of(rich_dossier())) if line.count(" | ") == 3]
    assert rows[0][1] == "Range"
    assert any(row[1].endswith("or more") for row in rows)
    assert all("as of" in row[2] for row in rows[1:])


def test_pictures_bear_lettering_and_a_description() -> None:
    """Chart and map are pictures with a description, and a drawing's words leave marks with no font of the system."""
    with zipfile.ZipFile(io.BytesIO(file_of(rich_dossier()))) as file:
        assert sum(n.startswith("word/media/") for n in file.namelist()) >= 2
    assert "(picture: Map of the places that the reports name:" in text_of(rich_dossier())
    assert "figures by origin over time" in text_of(rich_dossier())

    def drawn(words: str) -> bytes:
        return png(picture(80, 20, "x", [Markup(element("text", words, x=4, y=14))], "chart"))

    assert len({drawn(""), drawn("Kassala"), drawn("Łódź ≠ Київ"), drawn("Łódź ≠ Киев")}) == 4
    assert "var(" not in flat_styles()


def test_the_file_says_who_reviewed_it() -> None:
    """Head, text and properties say that nobody reviewed the record, or who did; so they do of names."""
    unseen = text_of(rich_dossier())
    assert "Machine-made, not reviewed. Private persons appear by role." in unseen
    reviewed = rich_dossier(reviewed=Reviewed(by="A. Editor", on=dt.date(2027, 3, 7)))
    about = Document(io.BytesIO(file_of(reviewed))).core_properties
    assert "Reviewed by A. Editor on 7 March 2027" in about.comments
    assert (about.author, about.created.isoformat()[:10]) == ("Rashomon", "2027-03-06")


def test_the_bytes_are_the_same_again() -> None:
    """The same dossiers give the same bytes, and no entry of the file has a date of the day."""
    material = Material(dossiers=(rich_dossier(), tiny_dossier()))
    files = write_word(material).files
    assert files == write_word(material).files
    assert set(files) == {"situation-report-st-kassala.docx", "situation-report-st-bus.docx"}
    for content in files.values():
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            assert {i.date_time for i in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_text_that_cannot_be_written_is_replaced() -> None:
    """Control characters and lone surrogates in titles come out as replacement characters; markup stays words."""
    report = msgspec.structs.replace(tiny_dossier().reports[0], title="Bus \ud800 <w:p/> over\x00turns", outlet="A & B")
    assert "A & B, “Bus � <w:p/> over�turns”" in text_of(tiny_dossier(reports=(report,)))


def test_a_record_without_figures_is_a_report_without_a_table() -> None:
    """A dossier that holds one event gives a report and says in the losses that no figure is written."""
    exported = write_word(Material(dossiers=(tiny_dossier(),)))
    assert (exported.report.offered, exported.report.written) == (0, 0)
    assert "What is counted" not in text_of(tiny_dossier())


@pytest.mark.parametrize("missing", ["docx", "resvg_py"])
def test_what_is_missing_is_named(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without python-docx or resvg-py the error names the extra."""
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(PartError) as caught:
        file_of(rich_dossier())
    assert "rashomon[word]" in caught.value.suggestion
