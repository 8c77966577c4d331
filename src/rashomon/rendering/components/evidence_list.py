"""The evidence of a page: every sentence that it cites, and what nothing on it leads to folded to a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from rashomon.rendering import wording
from rashomon.rendering.components.evidence import Note, Notes, marked_excerpt
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean, web_address

#: So many sentences in a row stand on a page though no mark leads to them; of more one line says how many they are.
_MOST_UNLINKED = 10


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One note: the sentence and where it stands."""

    number: int
    outlet: str
    title: str
    url: str | None
    published: str
    text: Markup
    figures: tuple[tuple[str, str], ...]
    claim: str


@dataclass(frozen=True, slots=True)
class Folded:
    """Notes in a row that stand on a page of their own, from the number of the first to that of the last."""

    number: int
    last: int


def evidence(lookup: Lookup, notes: Sequence[Note]) -> list[EvidenceLine]:
    """Cited sentences with links back to the figures that rest on them."""
    return [_line(note, lookup) for note in notes]


def folded_evidence(lookup: Lookup, notes: Notes) -> list[EvidenceLine | Folded]:
    """Every cited sentence, by number; many in a row that only a count of further ones leads to are folded."""
    found: list[EvidenceLine | Folded] = []
    for linked, run in groupby(notes.all(), key=lambda note: note.linked):
        some = list(run)
        if linked or len(some) <= _MOST_UNLINKED:
            found += evidence(lookup, some)
        else:
            found.append(Folded(some[0].number, some[-1].number))
    return found


def _line(note: Note, lookup: Lookup) -> EvidenceLine:
    report = lookup.reports.get(note.report)
    if note.excerpt:
        text = marked_excerpt(note.excerpt, note.claims, anchors=True)
    else:
        spots = Markup("").join(Markup('<a id="{}" class="spot"></a>').format(clean(c.id)) for c in note.claims)
        text = spots + Markup('<p class="quiet">The words are not kept in this dossier.</p>')
    blocks: dict[str, str] = {}
    for claim in note.claims:
        assessment = lookup.assessment_of.get(claim.id)
        if assessment:
            blocks[assessment.id] = lookup.counted(assessment)
    return EvidenceLine(
        note.number,
        lookup.outlet(note.report),
        clean(report.title or "") if report else "",
        web_address(report.url) if report else None,
        wording.instant(report.published if report else None),
        text,
        tuple(blocks.items()),
        note.claims[0].id,
    )
