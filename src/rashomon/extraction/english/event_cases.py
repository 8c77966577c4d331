"""A case: a spot with all that the proof of its happening may rest on."""

from __future__ import annotations

import msgspec

from rashomon.extraction.english.event_arguments import Parties
from rashomon.extraction.english.event_climate import Climate
from rashomon.extraction.english.event_evidence import Evidence
from rashomon.extraction.english.event_spotting import Spot, objects_of
from rashomon.language.syntax import Parse, Token
from rashomon.model.actor import Actor


class Case(msgspec.Struct, frozen=True, gc=False):
    """A spot with all that its proof may rest on.

    `here` and `report` are the climates of its sentence and of the report, `places` counts the places in the sentence,
    `conflict` says that the report tells of two armed sides.
    """

    spot: Spot
    parties: Parties
    parse: Parse
    here: Climate
    report: Climate
    places: int
    conflict: bool
    evidence: Evidence

    @property
    def everyone(self) -> list[Actor]:
        """Actors and recipients."""
        return [*self.parties.actors, *self.parties.recipients]

    def is_any_armed(self, some: tuple[Actor, ...] | list[Actor]) -> bool:
        """Whether one of some actors can carry out organised violence."""
        return any(self.evidence.is_armed(a) for a in some)

    @property
    def has_state(self) -> bool:
        """Whether a government or a foreign force acts."""
        return any(a.sector in {"government", "external forces"} for a in self.parties.actors)

    @property
    def hits_people(self) -> bool:
        """Whether people suffer it."""
        return any(a.private or a.sector in {"civilians", "protesters"} for a in self.parties.recipients)

    def acts(self, *sectors: str) -> bool:
        """Whether an actor of one of the sectors acts."""
        return any(a.sector in sectors for a in self.parties.actors)

    @property
    def has_target(self) -> bool:
        """Whether the words name something that violence is done to."""
        return self.evidence.names_target(self.spot, self.parse)

    @property
    def objects(self) -> list[Token]:
        """The objects of the spot's verb."""
        return objects_of(self.parse, self.spot.token, self.evidence.events.classes)
