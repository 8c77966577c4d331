"""A report's text with its claims marked where they stand, each by its kind, and what was made of each beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import takewhile

from markupsafe import Markup, escape

from rashomon.model.claim import AnyClaim
from rashomon.model.dossier import Dossier
from rashomon.model.passage import Field
from rashomon.rendering.lookup import Lookup, lookup_of
from rashomon.rendering.plain_text import clean
from rashomon.web.anchors import anchor
from rashomon.web.remarks import Remark, kind_of, remark_of

#: Where a claim's own words stand (half-open), and the claim.
Mark = tuple[int, int, AnyClaim]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its marked words, and a remark for each claim that begins in it."""

    text: Markup
    remarks: tuple[Remark, ...]


def marked_text(dossier: Dossier, report: str) -> list[Paragraph]:
    """The paragraphs of a report whose text the dossier holds, names masked as in it; none where it holds none."""
    text = (dossier.full_texts or {}).get(report, "")
    lookup = lookup_of(dossier)
    marks = _marks(dossier, report, "text", text)
    return [_paragraph(text, start, end, marks, lookup) for start, end in _paragraphs(text)]


def marked_title(dossier: Dossier, report: str) -> Paragraph:
    """A report's title with its claims marked; empty where it has none."""
    lookup = lookup_of(dossier)
    found = lookup.reports.get(report)
    title = (found.title if found is not None else None) or ""
    return _paragraph(title, 0, len(title), _marks(dossier, report, "title", title), lookup)


def _marks(dossier: Dossier, report: str, field: Field, text: str) -> list[Mark]:
    claims = [c for c in dossier.claims if c.report == report and c.field == field]
    return sorted(((*anchor(c, text), c) for c in claims), key=lambda m: (m[0], -m[1], m[2].id))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at, at + len(line.rstrip())
        at += len(line)


def _paragraph(text: str, start: int, end: int, marks: Sequence[Mark], lookup: Lookup) -> Paragraph:
    here = [m for m in marks if start <= m[0] < end]
    return Paragraph(marked(text, start, end, here), tuple(remark_of(claim, lookup) for _, _, claim in here))


def marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> Markup:
    """The words from start to end with these marks, which begin there, in order: a number within an event's words has
    its own; what has the very same words as another claim, or runs on beyond them, is a spot where it begins.
    """
    out, at, n = Markup(""), start, 0
    while n < len(marks):
        first, last, claim = marks[n]
        last = min(last, end)
        inside = list(takewhile(partial(_begins_before, last), marks[n + 1 :]))
        within = [m for m in inside if m[1] <= last and (m[0], m[1]) != (first, last)]
        spots = [m[2].id for m in inside if m not in within]
        out += escape(clean(text[at:first]))
        out += Markup("").join(Markup('<a id="{}" class="spot"></a>').format(i) for i in spots)
        out += Markup('<mark class="{}" id="{}" tabindex="-1">{}</mark>').format(
            kind_of(claim), claim.id, marked(text, first, last, within)
        )
        at, n = last, n + 1 + len(inside)
    return out + escape(clean(text[at:end]))


def _begins_before(end: int, mark: Mark) -> bool:
    return mark[0] < end
