"""Whether a figure serves the side that gives it: one side's word about its enemy corroborates nothing."""

from __future__ import annotations

from typing import Literal

from rashomon.reconciliation.sightings import Sighting, folded

Interest = Literal["none", "against", "in"]
#: Measures that tell of harm or loss; a side that tells its own speaks against its interest.
_LOSSES = frozenset(
    {"killed", "injured", "missing", "detained", "abducted", "buildings_destroyed", "buildings_damaged"}
)


def interest_of(sighting: Sighting) -> Interest:
    """`none` for a root of no side, `against` where a side tells its own losses, else `in` its interest.

    A side's count of civilians harmed counts as in its interest: it lays the harm at its enemy's door.
    """
    if sighting.side is None:
        return "none"
    counted = sighting.figure.population.side
    own = counted is not None and folded(counted) == folded(sighting.side)
    return "against" if own and sighting.figure.measure in _LOSSES else "in"
