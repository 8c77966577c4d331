"""Dated marks of who is said to hold a place, each with who says so."""

from __future__ import annotations

from rashomon.composing.dates import of_when
from rashomon.composing.phrases import joined, sentence
from rashomon.composing.words import Words
from rashomon.model.claim import Control
from rashomon.model.dossier import ControlMark

VERBS = {
    "seized": "took {place}",
    "entered": "entered {place}",
    "contested": "fought for {place}",
    "besieged": "besieged {place}",
    "withdrew": "withdrew from {place}",
    "holds": "held {place}",
    "lost": "lost {place}",
    "attempted": "tried to take {place}",
}


def control_marks(claims: list[Control], words: Words) -> list[ControlMark]:
    """One mark for each place, holder, status and day, in the order first told; denied and planned ones stay out."""
    groups: dict[tuple[str, str, str, str], list[Control]] = {}
    for claim in claims:
        if claim.realis not in ("happened", "claimed"):
            continue
        day = str(claim.when.start_date) if claim.when else ""
        groups.setdefault((claim.place.name, claim.holder, claim.status, day), []).append(claim)
    return [mark for some in groups.values() if (mark := _mark(some, words)) is not None]


def is_told(claim: Control, words: Words) -> bool:
    """Whether a brief may tell it as news: told as fact or claim, of these days, and by more than a headline."""
    if claim.place.kind == "country":
        return False
    ended = (claim.when.end_date or claim.when.start_date) if claim.when else None
    return claim.realis in ("happened", "claimed") and not words.is_old(ended) and not words.ledger.in_headline(claim)


def clause(claim: Control, words: Words, with_year: bool = False) -> str | None:
    """ "insurgents took Saraqab on 28 November"; null where a name cannot be printed."""
    holder, place = words.naming.organisation(claim.holder), words.naming.place(claim.place)
    if holder is None or place is None:
        return None
    date = words.dates.when(of_when(claim.when), with_year)
    said = VERBS[claim.status].format(place=place)
    return f"{holder} {said} {date}".rstrip()


def sources(claims: list[Control], words: Words) -> str:
    """Who says so: the named roots, else the outlets."""
    named = list(dict.fromkeys(n for c in claims if (n := words.naming.source(c.attribution))))
    return joined(named) if named else words.naming.tellers([c.id for c in claims])


def _mark(claims: list[Control], words: Words) -> ControlMark | None:
    first = claims[0]
    said = clause(first, words)
    if said is None:
        return None
    told = of_when(first.when)
    return ControlMark(
        place=first.place,
        holder=first.holder,
        status=first.status,
        date=told.start if told else None,
        precision=told.precision if told else "unknown",
        by=tuple(dict.fromkeys((c.attribution.origin or c.attribution.text) for c in claims if c.attribution)),
        text=sentence(f"{said}, according to {sources(claims, words)}"),
        claims=tuple(c.id for c in claims),
    )
