"""Words that tell what became of those who were hit: `data/en/victims.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rashomon.knowledge.figure_words import any_of


@dataclass(frozen=True, slots=True)
class VictimWords:
    """The words of the data file by its names: sets, patterns over a sentence, counts and measures by word."""

    hit: frozenset[str]
    wounds: frozenset[str]
    lived: re.Pattern[str]
    died: re.Pattern[str]
    own_death: re.Pattern[str]
    attacker_dead: re.Pattern[str]
    carried: re.Pattern[str]
    ordinals: Mapping[str, float]
    anybody: frozenset[str]
    multiples: Mapping[str, float]
    deeds: Mapping[str, str]
    unclear: frozenset[str]
    several: re.Pattern[str]


def read_victim_words(table: dict[str, Any]) -> VictimWords:
    """The words of a table in the form of `en/victims.toml`."""
    attacker = "(?:" + "|".join(table["attacker"]["nouns"]) + ")"
    deeds = "(?:" + "|".join(table["several"]["deeds"]) + ")"
    several = [p.replace("DEEDS", deeds) for p in table["several"]["phrases"]]
    dead = [p.replace("ATTACKER", attacker) for p in table["attacker"]["dead"]]
    return VictimWords(
        hit=frozenset(table["hit"]["words"]),
        wounds=frozenset(table["hit"]["wounds"]),
        lived=any_of(table["fate"]["lived"]),
        died=any_of(table["fate"]["died"]),
        carried=any_of(table["fate"]["carried"]),
        ordinals={word: float(n) for word, n in table["ordinals"]["words"].items()},
        anybody=frozenset(table["ordinals"]["anybody"]),
        multiples={word: float(n) for word, n in table["multiple"]["counts"].items()},
        deeds={noun: measure for measure in ("killed", "injured") for noun in table["multiple"][measure]},
        unclear=frozenset(table["multiple"]["unclear"]),
        several=re.compile(r"\b(?:" + "|".join(several) + ")", re.IGNORECASE),
        own_death=re.compile(r"\b(?:" + "|".join(table["own_death"]["phrases"]) + ")", re.IGNORECASE),
        attacker_dead=re.compile(r"\b(?:" + "|".join(dead) + ")", re.IGNORECASE),
    )
