"""A Word document built top to bottom: headings, paragraphs with footnotes, tables, pictures with a description."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from rashomon.errors import PartError
from rashomon.rendering.exports.paper.footnotes import Footnotes, Words
from rashomon.rendering.exports.paper.styles import dress
from rashomon.rendering.plain_text import clean

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

#: The earliest date a zip can hold: files get no clock's.
_NO_DATE = (1980, 1, 1, 0, 0, 0)


class Run(NamedTuple):
    """Some words; `note` is a footnote behind them."""

    text: str
    note: tuple[Words, ...] = ()
    bold: bool = False


Cell = str | Sequence[Run]


class Sheet:
    """One document. `day` is the date that its properties bear. Raises PartError where python-docx is missing."""

    def __init__(self, title: str, standing: str, day: dt.date) -> None:
        self._document = _docx().Document()
        self._notes = Footnotes()
        dress(self._document, clean(standing))
        about = self._document.core_properties
        about.title, about.comments = clean(title), clean(standing)
        about.author = about.last_modified_by = "Rashomon"
        about.created = about.modified = dt.datetime.combine(day, dt.time())
        about.revision, about.language, about.keywords = 1, "en-GB", ""

    @property
    def next_note(self) -> int:
        """The number that the next footnote will have."""
        return len(self._notes) + 1

    def heading(self, words: Cell, level: int = 1) -> None:
        """A heading; level 0 is the title."""
        self._fill(self._document.add_heading("", level), words)

    def paragraph(self, words: Cell, style: str | None = None) -> None:
        """A paragraph; `style` is one of Word's ("List Bullet") or `styles.dress`'s ("Small")."""
        self._fill(self._document.add_paragraph(style=style), words)

    def table(self, widths: Sequence[float], rows: Sequence[Sequence[Cell]]) -> None:
        """A table of columns of these widths in cm; the first row is its head, which every page repeats."""
        from docx.oxml import OxmlElement
        from docx.shared import Cm

        table = self._document.add_table(rows=len(rows), cols=len(widths), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for number, (cells, row) in enumerate(zip(rows, table.rows, strict=True)):
            rules = row._tr.get_or_add_trPr()
            rules.append(OxmlElement("w:cantSplit"))
            if number == 0:
                rules.append(OxmlElement("w:tblHeader"))
            for words, cell, width in zip(cells, row.cells, widths, strict=True):
                cell.width = Cm(width)
                cell.paragraphs[0].style = "Cell"
                self._fill(cell.paragraphs[0], words)
        self._document.add_paragraph(style="Small")

    def picture(self, png: bytes, width: float, description: str) -> None:
        """A picture of this width in cm; `description` is what a screen reader says of it."""
        from docx.shared import Cm

        shape = self._document.add_picture(io.BytesIO(png), width=Cm(width))
        about = shape._inline.docPr
        about.set("descr", clean(description))
        about.set("name", f"Picture {about.get('id')}")
        self._document.paragraphs[-1].paragraph_format.keep_with_next = True

    def page_break(self) -> None:
        """What follows begins a new page."""
        self._document.add_page_break()

    def content(self) -> bytes:
        """The file; the same sheet gives the same bytes."""
        self._notes.attach(self._document)
        saved, out = io.BytesIO(), io.BytesIO()
        self._document.save(saved)
        with zipfile.ZipFile(saved) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
            for entry in made.infolist():
                kept.writestr(zipfile.ZipInfo(entry.filename, _NO_DATE), made.read(entry), zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def _fill(self, paragraph: Paragraph, words: Cell) -> None:
        for run in (Run(words),) if isinstance(words, str) else words:
            made = paragraph.add_run(clean(run.text))
            made.bold = True if run.bold else None
            if run.note:
                self._mark(paragraph, self._notes.add(run.note))

    def _mark(self, paragraph: Paragraph, number: int) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        run = paragraph.add_run(style="FootnoteReference")
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(number))
        run._r.append(reference)


def _docx() -> Any:
    try:
        import docx
    except ImportError as error:
        raise PartError("Word documents need python-docx.", "Install it: pip install 'rashomon[word]'.") from error
    return docx
