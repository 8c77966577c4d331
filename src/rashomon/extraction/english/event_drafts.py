"""Mentions of happenings before and after they are merged: drafts, and a report's events with all their mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from rashomon.model.claim import EventClaim
from rashomon.model.passage import Field
from rashomon.model.report import BlockKind

#: ACLED types of deeds that somebody can be blamed for.
VIOLENT_TYPES = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians", "Riots"})


class Draft(msgspec.Struct, frozen=True, gc=False):
    """An event claim with what merging needs to know of its words."""

    claim: EventClaim
    frame: str
    group: str
    block: BlockKind
    sentence: int
    definite: bool
    is_noun: bool
    charged: bool = False


@dataclass(frozen=True, slots=True)
class ReadEvents:
    """A report's events in text order, and every mention of one in order: its anchor's start and end, and the event."""

    events: tuple[EventClaim, ...]
    mentions: dict[Field, tuple[tuple[int, int, EventClaim], ...]]

    @property
    def of_disaster(self) -> bool:
        """Whether most of the deeds and disasters told are disasters."""
        disasters = sum((e.type or "").startswith("disaster") for e in self.events)
        return disasters > sum(e.type in VIOLENT_TYPES for e in self.events)

    def mentions_between(self, field: Field, start: int, end: int) -> Sequence[tuple[int, int, EventClaim]]:
        """The mentions whose anchor starts inside a span."""
        inside = self.mentions.get(field, ())
        return inside[bisect_left(inside, start, key=lambda m: m[0]) : bisect_left(inside, end, key=lambda m: m[0])]

    def deeds_between(self, field: Field, start: int, end: int) -> list[EventClaim]:
        """The violent happenings mentioned inside a span, each once."""
        found: dict[str, EventClaim] = {}
        for _, _, event in self.mentions_between(field, start, end):
            if event.type in VIOLENT_TYPES:
                found.setdefault(event.id, event)
        return list(found.values())
