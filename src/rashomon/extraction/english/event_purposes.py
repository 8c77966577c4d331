"""What a deed was done for is no deed of its own: "fired tear gas to disperse the crowd" tells one happening."""

from __future__ import annotations

from rashomon.extraction.english.event_arguments import Parties
from rashomon.extraction.english.event_modality import Modality
from rashomon.extraction.english.event_spotting import Spot
from rashomon.language.syntax import Parse

Proven = tuple[Spot, Parties, Modality]


def without_purposes(proven: list[Proven], parse: Parse) -> list[Proven]:
    """The spots without those that are only what another of the frame was done for ("fired tear gas to disperse")."""
    kept: list[Proven] = []
    for spot, parties, modality in proven:
        above = {a.i for a in parse.ancestors(spot.token)}
        aim = modality.realis in {"feared", "planned"} and spot.token.dep in {"advcl", "xcomp"}
        home = next(
            (
                n
                for n, (other, _, told) in enumerate(kept)
                if aim and other.frame.id == spot.frame.id and told.realis == "happened" and _heads(other) & above
            ),
            None,
        )
        if home is None:
            kept.append((spot, parties, modality))
        else:
            other, its, told = kept[home]
            kept[home] = (other, Parties(its.actors or parties.actors, its.recipients or parties.recipients), told)
    return kept


def _heads(spot: Spot) -> set[int]:
    return {spot.token.i} | ({spot.predicate.i} if spot.predicate is not None else set())
