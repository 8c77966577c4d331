"""Demonstrations: peaceful, met by force, or violent, by what the words say that the crowd and the forces did."""

from __future__ import annotations

from rashomon.extraction.english.event_arguments import Parties
from rashomon.extraction.english.event_evidence import ProofWords
from rashomon.extraction.english.event_spotting import Spot
from rashomon.knowledge.events import EventLexicon
from rashomon.model.actor import ARMED

_STATE = frozenset({"state forces", "government", "political militia", "rebel group"})
#: Sectors of those who demonstrate or riot.
CROWD = frozenset({"protesters", "rioters"})
#: ACLED's type and sub-type of lethal force on a demonstration.
FORCE_ON_CROWD = ("Protests", "Excessive force against protesters")


def protest_type(spot: Spot, lexicon: EventLexicon) -> tuple[str | None, str | None]:
    """ACLED's type and sub-type of a protest, riot or crowd control."""
    frame, words = spot.frame, lexicon.crowds
    if frame.type is None:
        return None, None
    if frame.type == "Riots":
        mob = frame.id == "mob" or words["mob"].search(spot.sentence.text) is not None
        return "Riots", "Mob violence" if mob else "Violent demonstration"
    text = words["other_day"].split(spot.sentence.text)[0]
    if frame.id == "crackdown" and (words["lethal"].search(text) or words["deadly"].search(text)):
        return FORCE_ON_CROWD
    forces = words["forces"].search(text) is not None
    if forces and words["lethal"].search(text):
        return FORCE_ON_CROWD
    if words["by_crowd"].search(text):
        return "Riots", "Violent demonstration"
    if frame.id == "crowdcontrol" or (forces and words["broken_up"].search(text)):
        return "Protests", "Protest with intervention"
    return frame.type, frame.sub_type


def is_demonstration(parties: Parties, text: str, lexicon: EventLexicon) -> bool:
    """Whether protesters or rioters take part: a mere crowd is one only beside a word of protest."""
    some = [a for a in (*parties.actors, *parties.recipients) if a.sector in CROWD]
    gatherings = lexicon.classes.of(ProofWords).gatherings
    named = any(a.text.lower().split()[-1] not in gatherings for a in some)
    return named or (bool(some) and lexicon.crowds["protesting"].search(text) is not None)


def is_force_amid(protest: Spot, deed: Spot, parties: Parties) -> bool:
    """Whether a protest only says where forces of the state used violence: "police shot 23 people in the protests"."""
    return (
        protest.is_noun
        and protest.frame.group == "protest"
        and protest.role == "oblique"
        and protest.predicate is not None
        and protest.predicate.i == deed.token.i
        and deed.frame.group == "attack"
        and any(a.sector == "state forces" for a in parties.actors)
        and not any(a.sector in ARMED for a in parties.recipients)
    )


def with_crowd(spot: Spot, parties: Parties, lexicon: EventLexicon) -> tuple[str, str]:
    """Violence around a demonstration: by the forces against it, or by it."""
    words = lexicon.crowds
    struck = {a.sector for a in parties.recipients} & CROWD
    state = any(a.sector in _STATE for a in parties.actors)
    clash = spot.frame.id in {"clash", "fighting"}
    if (struck and state and spot.frame.group == "attack") or (
        clash and state and words["deadly"].search(spot.sentence.text) is not None
    ):
        return FORCE_ON_CROWD
    if any(words["mob"].search(a.text) for a in parties.actors) or words["lynched"].search(spot.sentence.text):
        return "Riots", "Mob violence"
    if clash or not struck:
        return "Riots", "Violent demonstration"
    return FORCE_ON_CROWD
