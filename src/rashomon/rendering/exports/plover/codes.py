"""PLOVER 2.0's events by quad, its modes, and how the record's words become auxiliary modes."""

from __future__ import annotations

from rashomon.model.happening import Event

#: Verbal and material cooperation, verbal and material conflict.
QUADS = {
    1: ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    2: ("COOPERATE", "AID", "RETREAT"),
    3: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
AUXILIARY = ("historical", "future", "hypothetical", "negation")
#: What is told as not done, as PLOVER's auxiliary modes.
_REALIS = {"background": "historical", "planned": "future", "feared": "hypothetical", "denied": "negation"}
_MILITARY = ("Battles", "Explosions/Remote violence")


def quad_of(code: str) -> int | None:
    """The quad of a PLOVER event; null where PLOVER has no such event."""
    return next((quad for quad, codes in QUADS.items() if code in codes), None)


def modes_of(event: Event) -> list[str]:
    """The mode, then the auxiliary modes, also those that only the realis tells, each once and in PLOVER's order."""
    told = {*event.aux_modes, _REALIS.get(event.realis, ""), "historical" if event.background else ""}
    return [*([event.mode] if event.mode else []), *(a for a in AUXILIARY if a in told)]


def contexts_of(event: Event) -> list[str]:
    """The contexts that the event's type tells for sure (best knowledge: PLOVER's list was not read)."""
    if event.type is None:
        return []
    return ["disaster"] if event.type.startswith("disaster:") else ["military"] if event.type in _MILITARY else []
