"""What is found of words that spell a place's name, and how many people make a place known by its name."""

from __future__ import annotations

from typing import Literal

import msgspec

from rashomon.extraction.english.place_matches import Match

#: `place`; `describes` something else (Syrian army); `weak`, to be confirmed by the rest of the report; `person`;
#: `namesake`, a storm or vessel of that name, in the whole report; `no`.
Finding = Literal["place", "describes", "weak", "person", "namesake", "no"]
#: Towns of this many people are known by their bare name; smaller ones need a word that places them.
KNOWN_TOWN = 100_000
#: A country, or a city of this many people, may stand before a title or a body: "Chicago Mayor", "Iran Air".
WELL_KNOWN = 400_000


class Verdict(msgspec.Struct, frozen=True, gc=False):
    """A finding, and whether it rests on a word that places the name, so that it may confirm other mentions."""

    finding: Finding
    firm: bool = False


def is_known(match: Match, population: int) -> bool:
    """Whether a name is a country's or a region's, or a place of so many people has it."""
    kinds = match.standing.kinds
    return bool(kinds & {"country", "region"}) or match.standing.population >= population
