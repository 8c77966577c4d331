"""Words that tell what became of those who were hit: `data/en/victims.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.knowledge.figure_words import any_of


@dataclass(frozen=True, slots=True)
class VictimWords:
    """`hit` and `wounds` are lower case words; the others are patterns over a sentence."""

    hit: frozenset[str]
    wounds: frozenset[str]
    lived: re.Pattern[str]
    died: re.Pattern[str]
    own_death: re.Pattern[str]


def read_victim_words(table: Mapping[str, Mapping[str, Sequence[str]]] | dict[str, Any]) -> VictimWords:
    """The words of a table in the form of `en/victims.toml`."""
    return VictimWords(
        hit=frozenset(table["hit"]["words"]),
        wounds=frozenset(table["hit"]["wounds"]),
        lived=any_of(table["fate"]["lived"]),
        died=any_of(table["fate"]["died"]),
        own_death=re.compile(r"\b(?:" + "|".join(table["own_death"]["phrases"]) + ")", re.IGNORECASE),
    )
