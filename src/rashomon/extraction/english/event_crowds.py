"""Demonstrations: peaceful, met by force, or violent, by what the words say that the crowd and the forces did."""

from __future__ import annotations

from rashomon.extraction.english.event_arguments import Parties
from rashomon.extraction.english.event_spotting import Spot
from rashomon.knowledge.events import EventLexicon

_STATE = frozenset({"state forces", "government", "political militia", "rebel group"})
_CROWD = frozenset({"protesters", "rioters"})


def protest_type(spot: Spot, lexicon: EventLexicon) -> tuple[str | None, str | None]:
    """ACLED's type and sub-type of a protest, riot or crowd control."""
    frame, words = spot.frame, lexicon.crowds
    if frame.type is None:
        return None, None
    if frame.type == "Riots":
        mob = frame.id == "mob" or words["mob"].search(spot.sentence.text) is not None
        return "Riots", "Mob violence" if mob else "Violent demonstration"
    text = words["other_day"].split(spot.sentence.text)[0]
    forces = words["forces"].search(text) is not None
    if forces and words["lethal"].search(text):
        return "Protests", "Excessive force against protesters"
    if words["by_crowd"].search(text):
        return "Riots", "Violent demonstration"
    if frame.id == "crowdcontrol" or (forces and words["broken_up"].search(text)):
        return "Protests", "Protest with intervention"
    return frame.type, frame.sub_type


def with_crowd(spot: Spot, parties: Parties, lexicon: EventLexicon) -> tuple[str, str]:
    """Violence around a demonstration: by the forces against it, or by it."""
    words = lexicon.crowds
    struck = {a.sector for a in parties.recipients} & _CROWD
    state = any(a.sector in _STATE for a in parties.actors)
    clash = spot.frame.id in {"clash", "fighting"}
    if (struck and state and spot.frame.group == "attack") or (
        clash and state and words["deadly"].search(spot.sentence.text) is not None
    ):
        return "Protests", "Excessive force against protesters"
    if any(words["mob"].search(a.text) for a in parties.actors) or words["lynched"].search(spot.sentence.text):
        return "Riots", "Mob violence"
    if clash or not struck:
        return "Riots", "Violent demonstration"
    return "Protests", "Excessive force against protesters"
