"""A report's text with its claims marked where they stand, each by its kind, and what was made of each beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from rashomon.model.claim import AnyClaim, Control, EventClaim, Figure, Statement
from rashomon.model.dossier import Dossier
from rashomon.rendering import wording
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its marked words, and a remark for each claim that begins in it."""

    text: Markup
    remarks: tuple[tuple[str, str, str], ...]


def marked_text(dossier: Dossier, report: str) -> list[Paragraph]:
    """The paragraphs of a report whose text the dossier holds, names masked as in it; none where it holds none."""
    text = (dossier.full_texts or {}).get(report, "")
    lookup = Lookup(dossier)
    claims = [c for c in dossier.claims if c.report == report and c.field == "text"]
    marks = sorted(((*_anchor(c), c) for c in claims), key=lambda m: (m[0], -m[1], m[2].id))
    return [_paragraph(text, start, end, marks, lookup) for start, end in _paragraphs(text)]


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
        remarks.append((claim.id, _kind(claim), remark(claim, lookup)))
        if first < at:
            out += Markup('<a id="{}" class="spot"></a>').format(claim.id)
            continue
        last = min(last, end)
        out += escape(clean(text[at:first]))
        out += Markup('<mark class="{}" id="{}" tabindex="-1">{}</mark>').format(
            _kind(claim), claim.id, clean(text[first:last])
        )
        at = last
    return Paragraph(out + escape(clean(text[at:end])), tuple(remarks))


def _anchor(claim: AnyClaim) -> tuple[int, int]:
    """The words that the claim hangs on: its number, its verb or noun, else its passage's first words."""
    if isinstance(claim, Figure):
        return claim.number_start, claim.number_end
    if isinstance(claim, EventClaim):
        return claim.anchor_start, claim.anchor_end
    first = getattr(claim, "verb_start", None) or getattr(claim, "anchor_start", None)
    last = getattr(claim, "verb_end", None) or getattr(claim, "anchor_end", None)
    return (first, last) if first is not None and last is not None else (claim.start, min(claim.end, claim.start + 1))


def _kind(claim: AnyClaim) -> str:
    return type(claim).__name__.removesuffix("Claim").lower()


def remark(claim: AnyClaim, lookup: Lookup) -> str:
    """What was made of a claim, in a few words."""
    root = lookup.root_of(claim)
    by = f", {root}" if root else ""
    place = getattr(claim, "place", None)
    where = f", {clean(place.name)}" if place is not None else ""
    if isinstance(claim, Figure):
        doubt = "" if claim.realis == "happened" else f" ({claim.realis})"
        return (
            f"{wording.stated(claim)} {clean(claim.population.group or '')} {claim.measure}{where}{by}{doubt}".replace(
                "  ", " "
            )
        )
    if isinstance(claim, EventClaim):
        return f"{claim.sub_type or claim.type or 'happening'}{where}{by}"
    if isinstance(claim, Statement):
        return f"{clean(claim.speaker)}: {claim.verb_class}"
    if isinstance(claim, Control):
        return f"{clean(claim.holder)} {claim.status}{where}"
    return f"{_kind(claim)}{by}"
