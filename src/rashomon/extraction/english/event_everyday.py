"""Words of conflict that tell something of everyday life: who left a scene, whom one called, what one met."""

from __future__ import annotations

from rashomon.extraction.english.event_arguments import Parties
from rashomon.extraction.english.event_spotting import Spot, objects_of
from rashomon.language.syntax import Parse

_SCENE = frozenset({"scene", "area", "police", "custody", "officer", "deputy", "store", "home", "building", "car"})
_BODY_OF_STATE = frozenset({"government", "regime", "administration", "cabinet", "dictator", "president", "dynasty"})


def is_everyday(spot: Spot, parties: Parties, parse: Parse) -> bool:
    """Whether words of conflict tell something of everyday life: who left a scene, whom one called, what one met."""
    token, frame = spot.token, spot.frame.id
    objects = objects_of(parse, token) if not spot.is_noun else []
    if frame == "flight" and not spot.is_noun:
        who = [*parties.actors, *parties.recipients]
        doers = any(a.text.lower().split()[-1].removesuffix("s") in _FUGITIVES for a in who)
        return doers or any(o.lemma in _SCENE - {"home", "building", "area"} for o in objects)
    if frame == "request" and token.lemma == "call" and parse.kids(token, "auxpass", "nsubjpass"):
        return True
    if frame == "consult" and token.lemma == "meet" and objects and not parties.recipients:
        return True
    if frame == "seize" and spot.is_noun and token.lemma == "fall":
        of = [o for p in parse.kids(token, "prep") if p.lower == "of" for o in parse.kids(p, "pobj")]
        return any(o.lemma in _BODY_OF_STATE for o in of) or not of
    if frame == "disrupt" and token.lemma == "shoot":
        aimed = [*objects, *(o for k in parse.kids(token, "prep", "prt") for o in parse.kids(k, "pobj"))]
        return not any(o.lemma in _AIRBORNE or o.pos == "PROPN" for o in aimed)
    return False


_FUGITIVES = frozenset("shooter gunman suspect driver attacker assailant robber witness man woman thief killer".split())
_AIRBORNE = frozenset(
    "drone missile aircraft helicopter jet plane rocket projectile warplane airliner balloon uav bomber fighter".split()
)
