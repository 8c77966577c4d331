"""A correction, and what the machine had read, in words."""

from __future__ import annotations

from rashomon.model.claim import AnyClaim, Control, EventClaim, Figure, Relation, Responsibility, Statement
from rashomon.model.decision import Correction
from rashomon.model.plain import to_plain

_HEDGES = {"at_least": "at least ", "more_than": "more than ", "up_to": "up to ", "approx": "about "}
#: Measures whose words say what is counted.
_OF_THINGS = frozenset(
    ("buildings_destroyed", "buildings_damaged", "settlements_captured", "strikes", "troops", "rescuers")
)


def correction_words(correction: Correction | None) -> str | None:
    """ "value 31, place Homs": the fields of a correction; null without one."""
    if correction is None:
        return None
    return ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in to_plain(correction).items())


def machine_words(claim: AnyClaim | None) -> str | None:
    """What the machine read, by the fields that a person would correct; null without a claim."""
    if isinstance(claim, Figure):
        return f"{_number(claim)} {_counted(claim)}"
    place = getattr(claim, "place", None)
    where = f", {place.name}" if place is not None else ""
    if isinstance(claim, EventClaim):
        return f"{(claim.sub_type or claim.type or 'event').removeprefix('disaster:').replace('_', ' ')}{where}"
    if isinstance(claim, Control):
        return f"control: {claim.holder or 'nobody named'}{where}"
    if isinstance(claim, Statement):
        return f"statement of {claim.organisation or 'a speaker'}"
    if isinstance(claim, Responsibility):
        # Whom it accuses is told with who says so, and what they answer, or not at all.
        return "an accusation"
    return "relation" if isinstance(claim, Relation) else None


def _number(figure: Figure) -> str:
    """ "at least 27", "20 to 30"; of a vague word its floor ("24 or more")."""
    value, low, high = (None if v is None else f"{to_plain(v):,}" for v in (figure.value, figure.low, figure.high))
    if value is not None:
        return _HEDGES.get(figure.qualifier, "") + value
    if low is not None and high is not None:
        return f"{low} to {high}"
    return f"{low} or more" if low is not None else f"up to {high}" if high is not None else "an unknown number of"


def _counted(figure: Figure) -> str:
    """ "civilians killed", "settlements captured"; by kind of people, since a group's own words may name somebody."""
    measure = figure.measure.removeprefix("other:").replace("_", " ")
    if figure.unit == "household":
        return f"households {measure}"
    if figure.measure in _OF_THINGS or figure.measure.startswith("other:"):
        return measure
    category = figure.population.category
    return f"{'people' if category == 'other' else category} {measure}"
