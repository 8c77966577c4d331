"""Where and when a happening took place: the nearest mention of its clause, else its sentence, else a neighbour's."""

from __future__ import annotations

import re
from typing import TypeVar

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.event_spotting import Spot
from rashomon.knowledge.actors import ActorLexicon
from rashomon.language.syntax import Parse
from rashomon.model.moment import When
from rashomon.model.passage import Mention
from rashomon.model.place import Place

_COMPARING = re.compile(r"\b(?:first|biggest|largest|worst|deadliest|bloodiest|heaviest|most)\b", re.IGNORECASE)
M = TypeVar("M", Place, When)


def place_of(spot: Spot, parse: Parse, analysis: Analysis, lexicon: ActorLexicon) -> Place | None:
    """The place of a spot with how it was known."""
    here = [
        p
        for p in analysis.places_in(spot.sentence.field, spot.sentence.start, spot.sentence.end)
        if _locates(p, spot, parse, lexicon)
    ]
    inside = _closest(here, spot, parse)
    if inside is not None:
        return msgspec.structs.replace(inside, how="clause")
    if here:
        return msgspec.structs.replace(_nearest(here, spot), how="sentence")
    return _neighbour(spot, analysis, lexicon)


def when_of(spot: Spot, parse: Parse, analysis: Analysis) -> When | None:
    """The time expression of a spot, from its clause or its sentence."""
    here = analysis.times_in(spot.sentence.field, spot.sentence.start, spot.sentence.end)
    if _COMPARING.search(spot.sentence.text):
        # "The first attack since 2016" does not say when it was.
        here = [t for t in here if not t.text.lower().startswith("since")]
    return _closest(here, spot, parse) or (_nearest(here, spot) if here else None)


def _locates(place: Place, spot: Spot, parse: Parse, lexicon: ActorLexicon) -> bool:
    """Whether a place mention says where, and is no part of an actor's name or adjective ("Syrian army")."""
    token = parse.at(place.end - 1 - spot.sentence.start)
    if token is None:
        return False
    known = lexicon.known(place.text)
    if known is not None and known.kind in {"people", "group"}:
        return False
    if token.dep in {"amod", "poss"} and place.kind in {"country", "other"}:
        return False
    return not (token.dep in {"nsubj", "agent"} and place.kind == "country")


def _steps(offset: int, spot: Spot, parse: Parse) -> int | None:
    """How many steps in the tree a word stands below the spot or its verb; null where it stands in another clause."""
    token = parse.at(offset)
    if token is None:
        return None
    for steps, up in enumerate([token, *parse.ancestors(token)]):
        if up.i == spot.token.i or (spot.predicate is not None and up.i == spot.predicate.i):
            return steps
        if up.dep in {"relcl", "ccomp", "advcl", "acl"}:
            return None
    return None


def _closest(mentions: list[M], spot: Spot, parse: Parse) -> M | None:
    """The mention of the spot's own clause that stands highest in the tree, then nearest."""
    ranked = [
        (steps, _gap(m, spot), m.start, m)
        for m in mentions
        if (steps := _steps(m.start - spot.sentence.start, spot, parse)) is not None
    ]
    return min(ranked, key=lambda r: r[:3])[3] if ranked else None


def _gap(mention: Mention, spot: Spot) -> int:
    """The distance in characters; what follows the spot is nearer than what stands before it."""
    gap = mention.start - spot.sentence.start - spot.end
    return gap if gap >= 0 else 30 - gap


def _nearest(mentions: list[M], spot: Spot) -> M:
    return min(mentions, key=lambda m: (_gap(m, spot), m.start))


def _neighbour(spot: Spot, analysis: Analysis, lexicon: ActorLexicon) -> Place | None:
    before = [
        p
        for p in analysis.places
        if p.field == spot.sentence.field and p.end <= spot.sentence.start and p.start >= spot.sentence.start - 400
    ]
    before = [p for p in before if (k := lexicon.known(p.text)) is None or k.kind == "nation"]
    if before:
        return msgspec.structs.replace(before[-1], how="neighbour")
    dateline = [
        p for s in analysis.sentences if s.block == "dateline" for p in analysis.places_in(s.field, s.start, s.end)
    ]
    return msgspec.structs.replace(dateline[0], how="dateline") if dateline else None
