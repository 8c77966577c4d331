"""Search hits as the page prints them: the words that matched, and the way to where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup, escape

from rashomon.project import SearchHit
from rashomon.rendering import wording
from rashomon.rendering.lookup import MASK
from rashomon.rendering.plain_text import clean

#: What a hit's kind is called, and its decision.
KINDS = {
    "report": "Report", "figure": "Figure", "event": "Event", "statement": "Statement",
    "responsibility": "Accusation", "relation": "Tie between actors", "control": "Who holds a place",
}  # fmt: skip
_DECIDED = {
    "accept": "accepted by a person", "correct": "corrected by a person", "reject": "rejected by a person",
    "recommend": "set as best figure by a person", "note": "noted by a person",
}  # fmt: skip
#: A few words from the match on, of one line: by them a browser finds the place in a page.
_POINT = re.compile(r"[^\s█…]+(?: [^\s█…]+){0,3}")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in the words of a hit: its kind, the machine's reading, the decision that stands on it."""

    address: str
    kind: str
    reading: str
    decided: str


@dataclass(frozen=True, slots=True)
class FoundLine:
    """The hits of one stretch of words: the words with the matches marked, where they are read, what was read there."""

    words: Markup
    address: str
    outlet: str
    title: str
    day: str
    readings: tuple[Reading, ...]


def found_lines(hits: Sequence[SearchHit]) -> list[FoundLine]:
    """The hits of a search whose names are masked already, in their order; those of the same words as one."""
    same: dict[tuple[str, str], list[SearchHit]] = {}
    for hit in hits:
        same.setdefault((hit.report, hit.snippet), []).append(hit)
    return [_line(some) for some in same.values()]


def _line(hits: list[SearchHit]) -> FoundLine:
    hit = hits[0]
    return FoundLine(
        words=marked(hit.snippet, hit.matches),
        address=address_of(hit),
        outlet=clean(hit.outlet or "outlet not named"),
        title=clean(hit.title or "") if hit.title != hit.snippet else "",
        day=wording.instant(hit.published.isoformat() if hit.published else None),
        readings=tuple(_reading(h) for h in hits if h.claim is not None),
    )


def _reading(hit: SearchHit) -> Reading:
    decided = _DECIDED.get(hit.decided or "", "")
    if decided and hit.corrected:
        decided += f": {clean(hit.corrected)}"
    return Reading(
        address_of(hit), KINDS.get(hit.kind, hit.kind), clean((hit.reading or "").replace("_", " ")), decided
    )


def marked(text: str, spans: tuple[tuple[int, int], ...]) -> Markup:
    """The text with these spans marked."""
    out, at = Markup(""), 0
    for start, end in sorted(spans):
        if start >= at:
            out += escape(clean(text[at:start])) + Markup("<mark>{}</mark>").format(clean(text[start:end]))
            at = end
    return out + escape(clean(text[at:]))


def address_of(hit: SearchHit) -> str:
    """Its report in the reader: at the claim's marked words, or at the words that matched, which browsers light."""
    place = f"/stories/{hit.story}/reports/{hit.report}"
    if hit.claim is not None:
        return f"{place}#{hit.claim}"
    first = min(hit.matches, default=None)
    if first is None or MASK in hit.snippet[slice(*first)]:
        return place
    point = _POINT.match(hit.snippet, first[0])
    # A hyphen means something of its own in this part of an address, and `quote` leaves it.
    return place if point is None else f"{place}#:~:text={quote(point[0], safe='').replace('-', '%2D')}"
