"""Demonstrations: peaceful, met by force, or violent, by what the words say that the crowd and the forces did."""

from __future__ import annotations

import re

from rashomon.extraction.english.event_arguments import Parties
from rashomon.extraction.english.event_spotting import Spot

_STATE = frozenset({"state forces", "government", "political militia", "rebel group"})
_CROWD = frozenset({"protesters", "rioters"})
#: Words behind which another day is told.
_OTHER_DAY = re.compile(r"\b(?:(?:a )?(?:days?|weeks?|months?) after|last (?:week|month|year)|since)\b", re.IGNORECASE)


def _any_of(*phrases: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(phrases) + r")\b", re.IGNORECASE)


_FORCES = _any_of("police", "troops", "soldiers", "army", "forces", "officers", "security", "guards", "military")
_LETHAL = _any_of(
    "live fire", "live rounds", "live ammunition", "live bullets", "opened fire", "open fire", "gunned down",
    r"fired (?:on|at|into)", r"shot (?:dead|and killed|at)",
    r"beat(?:en)? (?:\w+ ){0,3}(?:protesters|demonstrators|students)",
)  # fmt: skip
_BY_CROWD = _any_of(
    r"(?:threw|throwing|hurled|hurling|pelted|pelting) (?:\w+ ){0,4}(?:stones?|rocks?|bricks?|bottles|bombs|molotov)",
    "stone-throwing", "torched", r"set (?:\w+ ){0,4}(?:on fire|ablaze|alight)", r"vandali[sz]ed", "looted", "stormed",
    r"burn(?:ed|ing|t) (?:\w+ ){0,2}(?:tyres|tires|cars|buses)", r"rampag\w+",
    r"clash(?:ed|es|ing)? with (?:\w+ ){0,2}(?:police|security|troops|soldiers)",
)  # fmt: skip
_BROKEN_UP = _any_of(
    "tear ?gas", "water cannons?", "rubber bullets", "batons?", r"dispers\w+", "broke up", "break up", r"arrest\w*",
    r"detain\w*", "pepper spray", "stun grenades", "pushed back", "charged",
)  # fmt: skip
_MOB = _any_of("mob", r"lynch\w*", "vigilantes?", "communal", "sectarian")
_LYNCHED = _any_of(r"lynch\w*", "beaten to death by", "vigilantes?")
_DEADLY = _any_of("killed", "dead", "died", "deaths?", "shot", "lives", "toll")


def protest_type(spot: Spot) -> tuple[str | None, str | None]:
    """ACLED's type and sub-type of a protest, riot or crowd control."""
    frame = spot.frame
    if frame.type is None:
        return None, None
    if frame.type == "Riots":
        mob = frame.id == "mob" or _MOB.search(spot.sentence.text) is not None
        return "Riots", "Mob violence" if mob else "Violent demonstration"
    text = _OTHER_DAY.split(spot.sentence.text)[0]
    forces = _FORCES.search(text) is not None
    if forces and _LETHAL.search(text):
        return "Protests", "Excessive force against protesters"
    if _BY_CROWD.search(text):
        return "Riots", "Violent demonstration"
    if frame.id == "crowdcontrol" or (forces and _BROKEN_UP.search(text)):
        return "Protests", "Protest with intervention"
    return frame.type, frame.sub_type


def with_crowd(spot: Spot, parties: Parties) -> tuple[str, str]:
    """Violence around a demonstration: by the forces against it, or by it."""
    struck = {a.sector for a in parties.recipients} & _CROWD
    state = any(a.sector in _STATE for a in parties.actors)
    clash = spot.frame.id in {"clash", "fighting"}
    if (struck and state and spot.frame.group == "attack") or (
        clash and state and _DEADLY.search(spot.sentence.text) is not None
    ):
        return "Protests", "Excessive force against protesters"
    if any(_MOB.search(a.text) for a in parties.actors) or _LYNCHED.search(spot.sentence.text):
        return "Riots", "Mob violence"
    if clash or not struck:
        return "Riots", "Violent demonstration"
    return "Protests", "Excessive force against protesters"
