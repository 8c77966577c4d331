"""ACLED's ranks, classes of actors and fatality numbers."""

from __future__ import annotations

import re

from rashomon.model.actor import Actor, Sector
from rashomon.model.claim import Figure
from rashomon.model.happening import Event

#: Highest first: of tactics used at once in one place, the event takes the highest.
RANK = (
    "Government regains territory", "Non-state actor overtakes territory", "Armed clash",
    "Excessive force against protesters", "Protest with intervention", "Peaceful protest", "Violent demonstration",
    "Mob violence", "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
    "Remote explosive/landmine/IED", "Grenade", "Sexual violence", "Attack", "Abduction/forced disappearance",
    "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
    "Looting/property destruction", "Non-violent transfer of territory", "Other",
)  # fmt: skip
TYPE_RANK = (
    "Battles", "Protests", "Riots", "Explosions/Remote violence", "Violence against civilians",
    "Strategic developments",
)  # fmt: skip
INTER: dict[Sector, str] = {
    "state forces": "State forces", "rebel group": "Rebel group", "political militia": "Political militia",
    "identity militia": "Identity militia", "rioters": "Rioters", "protesters": "Protesters",
    "civilians": "Civilians", "external forces": "External/Other forces", "government": "State forces",
    "international organisation": "External/Other forces",
}  # fmt: skip
INTER_ORDER = (
    "State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians",
    "External/Other forces",
)  # fmt: skip
#: Vague numbers become points in this export only (rules of the field: "Fatalities, one number").
VAGUE = (("thousand", 1000), ("hundred", 100), ("dozen", 12), ("score", 12), ("tens", 10))


def rank(event: Event) -> tuple[int, int]:
    """Where an event stands in the hierarchy; 0 is highest."""
    kind = TYPE_RANK.index(event.type) if event.type in TYPE_RANK else len(TYPE_RANK)
    return kind, RANK.index(event.sub_type) if event.sub_type in RANK else len(RANK)


def disorder_type(event: Event) -> str:
    """ACLED's disorder type of an event."""
    if event.type == "Strategic developments":
        return "Strategic developments"
    if event.sub_type == "Excessive force against protesters":
        return "Political violence; Demonstrations"
    if event.type == "Protests" or event.sub_type == "Violent demonstration":
        return "Demonstrations"
    return "Political violence"


def inter(actor: Actor) -> str:
    """The actor's class in words."""
    return "Civilians" if actor.private else INTER.get(actor.sector, "")


def interaction(inter1: str, inter2: str) -> str:
    """Both classes in the order of ACLED's numbers; one class alone is "... only"."""
    if not (inter1 and inter2):
        return f"{inter1 or inter2} only" if inter1 or inter2 else ""
    return "-".join(sorted((inter1, inter2), key=INTER_ORDER.index))


def fatality_number(figure: Figure, words: str, unknown_plural: int) -> int | None:
    """One number for a killed figure; null where it states none that counts. `unknown_plural` is that of "several"."""
    if figure.qualifier == "vague":
        said = words.lower()
        return next((n for word, n in VAGUE if re.search(rf"\b{word}s?\b", said)), unknown_plural)
    value = figure.low if figure.low is not None else figure.value
    return None if value is None or figure.qualifier == "up_to" else int(value)
