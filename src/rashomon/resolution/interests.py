"""What a party says in its own interest is a claim of its, not yet a happening: its deeds, its gains, its enemy's."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from rashomon.model.attribution import Attribution
from rashomon.model.claim import Control, EventClaim

Told = TypeVar("Told", EventClaim, Control)
#: Kinds of roots that fight, with or without a known side.
_FIGHTING = frozenset({"army", "party"})
#: ACLED types of which a belligerent speaks for itself.
_OF_WAR = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians", "Strategic developments"})


def with_interest(claim: Told) -> Told:
    """The claim, told as claimed where its only source is a party that gains by it; own losses stay as they are."""
    source = claim.attribution
    if claim.realis != "happened" or source is None or not is_party(source):
        return claim
    own = _is_loss(claim, source) if isinstance(claim, EventClaim) else claim.status in ("lost", "withdrew")
    return claim if own else msgspec.structs.replace(claim, realis="claimed")


def is_party(source: Attribution) -> bool:
    """Whether a source fights, or speaks for a side that does."""
    return source.side is not None or source.kind in _FIGHTING


def _is_loss(event: EventClaim, source: Attribution) -> bool:
    """Whether a party tells what was done to itself, or what is no deed of war."""
    if event.type not in _OF_WAR:
        return True
    names = {n.casefold() for n in (source.origin, source.text, source.side) if n}
    suffered = any(r.name.casefold() in names or (r.side or "").casefold() in names for r in event.recipients)
    did = any(a.name.casefold() in names or (a.side or "").casefold() in names for a in event.actors)
    return suffered and not did
