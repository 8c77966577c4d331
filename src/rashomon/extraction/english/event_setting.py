"""Where and when a happening took place: the nearest mention of its clause, else its sentence, else a neighbour's."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.event_spotting import Spot
from rashomon.language.syntax import Parse, Token
from rashomon.model.moment import When
from rashomon.model.place import Place

M = TypeVar("M", Place, When)


def place_of(spot: Spot, parse: Parse, analysis: Analysis) -> Place | None:
    """The place of a spot with how it was known."""
    here = [
        p
        for p in analysis.places_in(spot.sentence.field, spot.sentence.start, spot.sentence.end)
        if _locates(p, spot, parse)
    ]
    inside = [p for p in here if _below(p.start - spot.sentence.start, spot, parse)]
    if inside:
        return msgspec.structs.replace(_nearest(inside, spot), how="clause")
    if here:
        return msgspec.structs.replace(_nearest(here, spot), how="sentence")
    return _neighbour(spot, analysis)


def when_of(spot: Spot, parse: Parse, analysis: Analysis) -> When | None:
    """The time expression of a spot, from its clause or its sentence."""
    here = analysis.times_in(spot.sentence.field, spot.sentence.start, spot.sentence.end)
    inside = [t for t in here if _below(t.start - spot.sentence.start, spot, parse)]
    return _nearest(inside or here, spot) if here else None


def _locates(place: Place, spot: Spot, parse: Parse) -> bool:
    """Whether a place mention says where, and is no part of an actor's name or adjective ("Syrian army")."""
    token = parse.at(place.end - 1 - spot.sentence.start)
    if token is None:
        return False
    if token.dep in {"amod", "poss"} and place.kind in {"country", "other"}:
        return False
    return not (token.dep in {"nsubj", "agent"} and place.kind == "country")


def _below(offset: int, spot: Spot, parse: Parse) -> bool:
    """Whether a word of the sentence hangs below the spot, or below its verb in the same clause."""
    token = parse.at(offset)
    if token is None:
        return False
    for up in [token, *parse.ancestors(token)]:
        if up.i == spot.token.i:
            return True
        if spot.predicate is not None and up.i == spot.predicate.i:
            return True
        if up.dep in {"relcl", "ccomp", "advcl", "acl"} and up.i != spot.token.i:
            return False
    return False


def _nearest(mentions: list[M], spot: Spot) -> M:
    """The mention closest to the spot; one behind it before one in front."""
    at = spot.sentence.start + spot.end

    def distance(mention: M) -> tuple[int, int]:
        gap = mention.start - at
        return (gap if gap >= 0 else 30 - gap, mention.start)

    return min(mentions, key=distance)


def _neighbour(spot: Spot, analysis: Analysis) -> Place | None:
    before = [
        p
        for p in analysis.places
        if p.field == spot.sentence.field and p.end <= spot.sentence.start and p.start >= spot.sentence.start - 400
    ]
    if before:
        return msgspec.structs.replace(before[-1], how="neighbour")
    dateline = [
        p for s in analysis.sentences if s.block == "dateline" for p in analysis.places_in(s.field, s.start, s.end)
    ]
    return msgspec.structs.replace(dateline[0], how="dateline") if dateline else None


def head_of_clause(token: Token, parse: Parse) -> Token:
    """The verb of the clause that a word stands in."""
    for up in parse.ancestors(token):
        if up.pos in {"VERB", "AUX"}:
            return up
    return token
