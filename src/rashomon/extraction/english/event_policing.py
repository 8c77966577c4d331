"""Crime and policing kept apart from war: who is an organised force, what is ground, whose arrest is political."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.extraction.english.event_arguments import Parties
from rashomon.extraction.english.event_spotting import Spot, objects_of
from rashomon.knowledge.events import EventLexicon
from rashomon.language.syntax import Parse
from rashomon.model.actor import Actor

ARMED = frozenset({"state forces", "rebel group", "political militia", "identity militia", "external forces"})
#: Words of the police and of lone gunmen: between these only it is crime, not a battle.
_POLICING = frozenset(
    "police policeman policemen officer deputy deputies sheriff trooper constable enforcement patrol marshal guard "
    "detective swat gunman gunmen suspect shooter attacker assailant robber bandit gang gangster bomber".split()
)
_DWELLINGS = frozenset({"house", "home", "apartment", "flat", "room", "store", "car", "vehicle", "weapon", "gun"})
#: Whose arrest is an act of state and not of everyday policing.
_HELD = frozenset(
    "opposition critic leader politician student protester demonstrator supporter member lawyer teacher cleric imam "
    "priest blogger writer academic lawmaker candidate worker migrant refugee monk dissident".split()
)
_HELD_SECTORS = frozenset({"protesters", "rioters", "rebel group", "political party", "media"})
_MANY = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|mass arrests?|[1-9]\d{1,4} (?:people|protesters))\b", re.IGNORECASE
)
_WORD = re.compile(r"[a-z]+")


def is_organised(everyone: Sequence[Actor]) -> bool:
    """Whether an army, a rebel group or a militia takes part."""
    return any(a.sector in ARMED and not _words([a]) & _POLICING for a in everyone)


def is_crime(everyone: Sequence[Actor]) -> bool:
    """Whether police or lone gunmen take part."""
    return bool(_words(everyone) & _POLICING)


def is_ground(spot: Spot, parties: Parties, parse: Parse) -> bool:
    """Whether what changes hands is ground that forces hold, and who takes it a force: police regain no territory."""
    if parties.actors and not is_organised(parties.actors) and is_crime(parties.actors):
        return False
    things = {o.lemma for o in objects_of(parse, spot.token)} if not spot.is_noun else set()
    return not things or not things <= _DWELLINGS


def is_political(spot: Spot, parties: Parties, lexicon: EventLexicon) -> bool:
    """Whether an arrest is of people for what they are or say, or of many, and not of a suspect of a crime."""
    words = _words(parties.recipients)
    if words & (lexicon.evidence["captives"] | _HELD) or any(a.sector in _HELD_SECTORS for a in parties.recipients):
        return True
    return _MANY.search(spot.sentence.text) is not None and "suspect" not in words


def _words(actors: Sequence[Actor]) -> set[str]:
    """The words of the actors' names, as they stand and without a plural's ending."""
    words = {w for a in actors for w in _WORD.findall(a.text.lower())}
    return words | {w.removesuffix("s") for w in words}
