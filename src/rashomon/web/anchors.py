"""The words that a claim hangs on: its number, its verb, the place or party that it is about."""

from __future__ import annotations

import re

from rashomon.model.claim import AnyClaim, Control, EventClaim, Figure, Relation, Responsibility, Statement

_WORD = re.compile(r"\w[\w'’-]*")


def anchor(claim: AnyClaim, text: str) -> tuple[int, int]:
    """Where in the claim's field its own words stand; those are the first word of its passage where none is known."""
    if isinstance(claim, Figure):
        return claim.number_start, claim.number_end
    if isinstance(claim, EventClaim):
        return claim.anchor_start, claim.anchor_end
    found = None
    if isinstance(claim, Statement):
        found = _verb(claim, text)
    elif isinstance(claim, Control):
        found = _said(claim, text, claim.place.name) or _said(claim, text, claim.holder)
    elif isinstance(claim, Relation):
        found = _said(claim, text, claim.to_actor) or _said(claim, text, claim.from_actor)
    elif isinstance(claim, Responsibility):
        found = _said(claim, text, claim.act_text) or _said(claim, text, claim.accused)
    return found or _first_word(claim, text)


def _verb(claim: Statement, text: str) -> tuple[int, int] | None:
    """The statement's verb: outside what is said where it stands there, nearest to the speaker."""
    spans = _all(claim, text, claim.verb)
    outside = [s for s in spans if not claim.content_start <= s[0] < claim.content_end]
    return min(outside or spans, key=lambda s: abs(s[0] - claim.speaker_end), default=None)


def _said(claim: AnyClaim, text: str, words: str) -> tuple[int, int] | None:
    """Where the claim's passage says these words, else the last of them (a short name); null where it does not."""
    for wanted in (words, *words.split()[-1:]):
        spans = _all(claim, text, wanted)
        if spans:
            return spans[0]
    return None


def _all(claim: AnyClaim, text: str, words: str) -> list[tuple[int, int]]:
    if not words.strip():
        return []
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
    return [m.span() for m in pattern.finditer(text, claim.start, claim.end)]


def _first_word(claim: AnyClaim, text: str) -> tuple[int, int]:
    found = _WORD.search(text, claim.start, claim.end)
    return found.span() if found is not None else (claim.start, min(claim.end, claim.start + 1))
