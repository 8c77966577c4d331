"""The sentences that the page rests on: one numbered note a sentence, with its numbers marked."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup, escape

from rashomon.model.claim import AnyClaim, Figure
from rashomon.model.dossier import Excerpt
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean

MOST_MARKS = 5


@dataclass(slots=True)
class Note:
    """One sentence of one report with the claims that rest on it; `linked` where a mark or a number leads to it."""

    number: int
    report: str
    excerpt: Excerpt | None
    linked: bool = False
    claims: list[AnyClaim] = field(default_factory=list)


class Notes:
    """Numbers the notes in the order in which the page first cites them."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._by_place: dict[tuple[str, str, int, int], Note] = {}
        self._by_claim: dict[str, Note] = {}

    def cite(self, claim_ids: tuple[str, ...] | list[str]) -> list[Note]:
        """The notes of some claims in the order of their numbers, each once; unknown ids are left out.

        Marks lead to the first of them.
        """
        found: dict[int, Note] = {}
        for claim_id in claim_ids:
            note = self._by_claim.get(claim_id) or self._add(claim_id)
            if note:
                found[note.number] = note
        cited = [found[n] for n in sorted(found)]
        for note in cited[:MOST_MARKS]:
            note.linked = True
        return cited

    def lead_to(self, claim_id: str) -> None:
        """Say that a number leads to a claim that was cited."""
        if claim_id in self._by_claim:
            self._by_claim[claim_id].linked = True

    def _add(self, claim_id: str) -> Note | None:
        claim = self._lookup.claims.get(claim_id)
        if claim is None:
            return None
        excerpt = self._lookup.excerpts.get(claim_id)
        start, end = (excerpt.sentence_start, excerpt.sentence_end) if excerpt else (claim.start, claim.end)
        place = (claim.report, claim.field, start, end)
        note = self._by_place.setdefault(place, Note(len(self._by_place) + 1, claim.report, excerpt))
        note.claims.append(claim)
        self._by_claim[claim_id] = note
        return note

    def all(self) -> list[Note]:
        """Every note that was cited, by number."""
        return sorted(self._by_place.values(), key=lambda n: n.number)


def marked_excerpt(excerpt: Excerpt, claims: list[AnyClaim], *, anchors: bool) -> Markup:
    """The sentence with its figures marked and a sentence either side in a quieter tone.

    With `anchors` each claim gets its id here, so that a link leads to the very number.
    """
    text, base = excerpt.text, excerpt.start
    first, last = max(0, excerpt.sentence_start - base), max(0, min(len(text), excerpt.sentence_end - base))
    spans: dict[tuple[int, int], list[str]] = {}
    loose: list[str] = []
    for claim in claims:
        if isinstance(claim, Figure) and claim.field == excerpt.field:
            span = (max(first, claim.number_start - base), min(last, claim.number_end - base))
            if span[0] < span[1]:
                spans.setdefault(span, []).append(claim.id)
                continue
        loose.append(claim.id)
    out, at = Markup(""), first
    for (start, end), ids in sorted(spans.items()):
        if start < at:
            loose += ids
            continue
        out += escape(clean(text[at:start])) + Markup("<mark{}>").format(_id(ids[0]) if anchors else "")
        out += _anchors(ids[1:], anchors) + escape(clean(text[start:end])) + Markup("</mark>")
        at = end
    out += escape(clean(text[at:last]))
    before, after = clean(text[:first]).strip(), clean(text[last:]).strip()
    sentence = Markup('<span class="sentence">{}{}</span>').format(_anchors(loose, anchors), out)
    return Markup('<blockquote dir="auto">{}{}{}</blockquote>').format(
        Markup('<span class="around">{}</span> ').format(before) if before else "",
        sentence,
        Markup(' <span class="around">{}</span>').format(after) if after else "",
    )


def _id(claim: str) -> Markup:
    return Markup(' id="{}" tabindex="-1"').format(clean(claim))


def _anchors(ids: list[str], wanted: bool) -> Markup:
    return (
        Markup("").join(Markup('<a id="{}" class="spot"></a>').format(clean(i)) for i in ids) if wanted else Markup("")
    )


def note_marks(notes: list[Note]) -> Markup:
    """The notes' numbers as small links; of many, the first few and how many more there are."""
    if not notes:
        return Markup("")
    links = [
        Markup('<a href="#note-{0}" aria-label="evidence {0}">{0}</a>').format(n.number) for n in notes[:MOST_MARKS]
    ]
    if len(notes) > MOST_MARKS:
        more = notes[MOST_MARKS]
        links.append(Markup('<a href="#note-{}">+{}</a>').format(more.number, len(notes) - MOST_MARKS))
    return Markup('<span class="refs">{}</span>').format(Markup(" ").join(links))
