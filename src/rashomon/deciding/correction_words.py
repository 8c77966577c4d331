"""A correction, and what the machine had read, in words."""

from __future__ import annotations

from rashomon.model.claim import AnyClaim, Control, EventClaim, Figure, Relation, Responsibility, Statement
from rashomon.model.decision import Correction
from rashomon.model.plain import to_plain


def correction_words(correction: Correction | None) -> str | None:
    """ "value 31, place Homs": the fields of a correction; null without one."""
    if correction is None:
        return None
    return ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in to_plain(correction).items())


def machine_words(claim: AnyClaim | None) -> str | None:
    """What the machine read, by the fields that a person would correct; null without a claim."""
    if isinstance(claim, Figure):
        bounds = f"{_shown(claim.low)} to {_shown(claim.high)}" if claim.value is None else _shown(claim.value)
        return f"{claim.measure} {claim.qualifier} {bounds}"
    place = getattr(claim, "place", None)
    where = f", {place.name}" if place is not None else ""
    if isinstance(claim, EventClaim):
        return f"event: {claim.sub_type or claim.type}{where}"
    if isinstance(claim, Control):
        return f"control: {claim.holder or 'nobody named'}{where}"
    if isinstance(claim, Statement):
        return f"statement of {claim.organisation or 'a speaker'}"
    if isinstance(claim, Responsibility):
        # Whom it accuses is told with who says so, and what they answer, or not at all.
        return "an accusation"
    return "relation" if isinstance(claim, Relation) else None


def _shown(value: float | None) -> str:
    return "open" if value is None else str(to_plain(value))
