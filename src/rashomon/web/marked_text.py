"""A report's text with its claims marked where they stand, each by its kind, and what was made of each beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from rashomon.model.claim import AnyClaim
from rashomon.model.dossier import Dossier
from rashomon.model.passage import Field
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean
from rashomon.web.anchors import anchor
from rashomon.web.remarks import Remark, kind_of, remark_of


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its marked words, and a remark for each claim that begins in it."""

    text: Markup
    remarks: tuple[Remark, ...]


def marked_text(dossier: Dossier, report: str) -> list[Paragraph]:
    """The paragraphs of a report whose text the dossier holds, names masked as in it; none where it holds none."""
    text = (dossier.full_texts or {}).get(report, "")
    lookup = Lookup(dossier)
    marks = _marks(dossier, report, "text", text)
    return [_paragraph(text, start, end, marks, lookup) for start, end in _paragraphs(text)]


def marked_title(dossier: Dossier, report: str) -> Paragraph:
    """A report's title with its claims marked; empty where it has none."""
    lookup = Lookup(dossier)
    found = lookup.reports.get(report)
    title = (found.title if found is not None else None) or ""
    return _paragraph(title, 0, len(title), _marks(dossier, report, "title", title), lookup)


def _marks(dossier: Dossier, report: str, field: Field, text: str) -> list[tuple[int, int, AnyClaim]]:
    claims = [c for c in dossier.claims if c.report == report and c.field == field]
    return sorted(((*anchor(c, text), c) for c in claims), key=lambda m: (m[0], -m[1], m[2].id))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at, at + len(line.rstrip())
        at += len(line)


def _paragraph(
    text: str, start: int, end: int, marks: Sequence[tuple[int, int, AnyClaim]], lookup: Lookup
) -> Paragraph:
    out, at, remarks = Markup(""), start, []
    for first, last, claim in marks:
        if not start <= first < end:
            continue
        remarks.append(remark_of(claim, lookup))
        if first < at:
            out += Markup('<a id="{}" class="spot"></a>').format(claim.id)
            continue
        last = min(last, end)
        out += escape(clean(text[at:first]))
        out += Markup('<mark class="{}" id="{}" tabindex="-1">{}</mark>').format(
            kind_of(claim), claim.id, clean(text[first:last])
        )
        at = last
    return Paragraph(out + escape(clean(text[at:end])), tuple(remarks))
