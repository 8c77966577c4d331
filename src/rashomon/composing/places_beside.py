"""The second place of a count of two: "killed in Syria and Turkey"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.composing.ledger import Ledger
from rashomon.composing.naming import Naming
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses
from rashomon.model.claim import Figure


@dataclass(frozen=True, slots=True)
class PlaceJoins(WordClasses):
    """Words between two places of which neither lies in the other."""

    source: ClassVar[str] = "en/words/briefs.toml#place_joins"

    joins: frozenset[str]


def place_beside(figure: Figure, ledger: Ledger, naming: Naming, library: Library) -> str | None:
    """ " and Turkey" where a count is of two places; null where it is of more; "" for "Itaewon, Seoul"."""
    others, place = figure.other_places, figure.place
    if place is None or not others:
        return ""
    words = ledger.words(figure, min(place.start, *(p.start for p in others)), max(p.end for p in others))
    if library.words.of(PlaceJoins).joins.isdisjoint(words.casefold().split()):
        return ""  # one of them lies in the other
    name = naming.place(others[0])
    return f" and {name}" if len(others) == 1 and name is not None else None
