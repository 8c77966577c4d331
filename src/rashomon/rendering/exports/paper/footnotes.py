"""Real footnotes of a Word document, which python-docx does not write by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape

from rashomon.rendering.plain_text import clean

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_HYPERLINK = f"{_LINKS}/hyperlink"
#: The two lines that Word wants between a page's text and its footnotes.
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


class Words(NamedTuple):
    """Some words of a footnote; with `url` they are a link."""

    text: str
    url: str | None = None


class Footnotes:
    """Collects the footnotes of a document; their numbers go by the order in which they are added."""

    def __init__(self) -> None:
        self._notes: list[tuple[Words, ...]] = []

    def __len__(self) -> int:
        return len(self._notes)

    def add(self, words: Sequence[Words]) -> int:
        """Keep a footnote; gives its number."""
        self._notes.append(tuple(words))
        return len(self._notes)

    def attach(self, document: Document) -> None:
        """Put the footnotes' part into the document."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        part = Part(PackURI("/word/footnotes.xml"), _TYPE, b"", document.part.package)
        notes = "".join(self._note(n, words, part) for n, words in enumerate(self._notes, 1))
        part._blob = (  # the links' ids are known only once the part is there
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<w:footnotes xmlns:w="{_MAIN}" xmlns:r="{_LINKS}">{_SEPARATORS}{notes}</w:footnotes>'
        ).encode()
        document.part.relate_to(part, f"{_LINKS}/footnotes")

    def _note(self, number: int, words: tuple[Words, ...], part: Part) -> str:
        mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        runs = "".join(_run(w, part) for w in (Words(" "), *words))
        paragraph = f'<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{mark}{runs}</w:p>'
        return f'<w:footnote w:id="{number}">{paragraph}</w:footnote>'


def _run(words: Words, part: Part) -> str:
    run = f'<w:r><w:t xml:space="preserve">{escape(clean(words.text))}</w:t></w:r>'
    if words.url is None:
        return run
    link = part.relate_to(words.url, _HYPERLINK, is_external=True)
    return f'<w:hyperlink r:id="{link}">{run}</w:hyperlink>'
