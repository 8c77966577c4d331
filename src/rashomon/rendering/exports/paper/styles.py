"""How a Word document looks: A4, one family of type, the standing of the record on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

_FONT = "Arial"
#: Styles by name: the style they come of, size in points, bold, space before and after in points.
_PARAGRAPHS: dict[str, tuple[str | None, float, bool, float, float]] = {
    "Normal": (None, 10.5, False, 0, 6),
    "Title": (None, 19, True, 0, 8),
    "Heading 1": (None, 13, True, 14, 4),
    "Heading 2": (None, 11, True, 10, 3),
    "List Bullet": (None, 10.5, False, 0, 4),
    "Small": ("Normal", 8.5, False, 0, 4),
    "Cell": ("Normal", 9, False, 1, 1),
    "FootnoteText": ("Normal", 8, False, 0, 1),
}


def dress(document: Document, standing: str) -> None:
    """Set page, styles, and on every page a head with `standing` and a foot with the page's number."""
    from docx.shared import Cm

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2)
    _paragraph_styles(document)
    _note_mark(document)
    section.header.paragraphs[0].style = document.styles["Small"]
    section.header.paragraphs[0].add_run(standing)
    _page_number(section)


def _paragraph_styles(document: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name, (base, size, bold, before, after) in _PARAGRAPHS.items():
        style: Any = document.styles[name] if base is None else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if base is not None:
            style.base_style = document.styles[base]
        style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), bold
        style.font.color.rgb = RGBColor(0x19, 0x1B, 0x1D)
        fonts = style.element.rPr.rFonts
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _note_mark(document: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE

    style: Any = document.styles.add_style("FootnoteReference", WD_STYLE_TYPE.CHARACTER)
    style.font.superscript = True


def _page_number(section: Section) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = 2
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
