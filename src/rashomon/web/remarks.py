"""What was made of a claim, in plain words for the margin beside it."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.claim import AnyClaim, Control, EventClaim, Figure, Relation, Responsibility, Statement
from rashomon.rendering import wording
from rashomon.rendering.components.account_lists import ANSWERS, RELATIONS
from rashomon.rendering.components.figure_table import NO_FIGURE
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean

_SAID = {
    "said": "says so", "reported": "reports it", "claimed": "claims it", "confirmed": "confirms it",
    "denied": "denies it", "condemned": "condemns it", "warned": "warns of it", "called_for": "calls for it",
    "concerned": "is concerned", "announced": "announces it", "promised": "promises it", "praised": "praises it",
    "estimated": "estimates it",
}  # fmt: skip
_HOLDS = {
    "seized": "took", "entered": "entered", "contested": "fights for", "besieged": "besieges",
    "withdrew": "withdrew from", "holds": "holds", "lost": "lost", "attempted": "tried to take",
}  # fmt: skip
_SURE = {
    "happened": "", "claimed": "as claimed", "denied": "denied", "feared": "feared", "planned": "planned",
    "background": "background",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Remark:
    """One claim in the margin: its kind for the colour, its words, and for a figure the question that it answers."""

    claim: str
    kind: str
    words: str
    question: str = ""
    answer: str = ""


def remark_of(claim: AnyClaim, lookup: Lookup) -> Remark:
    """What was made of a claim."""
    assessment = lookup.assessment_of.get(claim.id)
    words = ", ".join(part for part in (_words(claim, lookup), _sure(claim), _by(claim, lookup)) if part)
    if assessment is None:
        return Remark(claim.id, kind_of(claim), words)
    known = assessment.low is not None or assessment.high is not None
    answer = wording.bounds(assessment.low, assessment.high) if known else NO_FIGURE
    return Remark(claim.id, kind_of(claim), words, assessment.id, f"in the record: {answer}")


def kind_of(claim: AnyClaim) -> str:
    """ "figure", "event", "statement" ..."""
    return type(claim).__name__.removesuffix("Claim").lower()


def _words(claim: AnyClaim, lookup: Lookup) -> str:
    place = getattr(claim, "place", None)
    where = f", {clean(place.name)}" if place is not None else ""
    if isinstance(claim, Figure):
        assessment = lookup.assessment_of.get(claim.id)
        counted = lookup.counted(assessment) if assessment is not None else _counted(claim) + where
        return f"{wording.stated(claim)}: {clean(counted)}"
    if isinstance(claim, EventClaim):
        kind = (claim.sub_type or claim.type or "something happened").removeprefix("disaster:")
        return clean(kind.replace("_", " ")) + where
    if isinstance(claim, Statement):
        return f"{_speaker(claim)} {_SAID[claim.verb_class]}"
    if isinstance(claim, Control):
        return f"{clean(claim.holder)} {_HOLDS[claim.status]} {clean(claim.place.name)}"
    if isinstance(claim, Relation):
        told = " (alleged)" if claim.status == "alleged" else " (denied)" if claim.status == "denied" else ""
        return f"{clean(claim.from_actor)} {RELATIONS[claim.type]} {clean(claim.to_actor)}{told}"
    return _accusation(claim)


def _accusation(claim: Responsibility) -> str:
    answer = ANSWERS[claim.answer][1]
    if claim.by == claim.accused:
        return f"{clean(claim.accused)} says it did it"
    return f"{clean(claim.by or 'the outlet')} accuses {clean(claim.accused)}, {answer}"


def _counted(figure: Figure) -> str:
    return f"{clean(figure.population.group or '')} {wording.measure_heading(figure.measure).lower()}".strip()


def _speaker(claim: Statement) -> str:
    return clean((claim.speaker_role or "a person quoted") if claim.private else claim.speaker)


def _sure(claim: AnyClaim) -> str:
    return _SURE.get(getattr(claim, "realis", "happened"), "")


def _by(claim: AnyClaim, lookup: Lookup) -> str:
    root = lookup.root_of(claim)
    return f"by {root}" if root else ""
