"""A reading: the measure that the words around a quantity give it, and the rule that found it."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.extraction.english.figures.counted_phrase import Counted
from rashomon.extraction.english.figures.sentence_view import Slot
from rashomon.knowledge.measures import Cue, Measures
from rashomon.language.syntax import Token

#: The rule of figures that are said to be among those of a state.
AMONG_STATE = "among the"
CASUALTIES = "other:casualties"
DEAD_OR_MISSING = "other:dead_or_missing"
#: The rule of things told by how far they were damaged.
EXTENT = "extent"


@dataclass(frozen=True, slots=True)
class Reading:
    """`anchor` is the index of the token that tells the measure; `rule` names what found it."""

    measure: str
    rule: str
    anchor: int


@dataclass(frozen=True, slots=True)
class Read:
    """A slot with its reading; `part` where it is told to be a part, `row` the earlier slot whose row it goes on."""

    slot: Slot
    reading: Reading
    part: bool
    row: Slot | None = None


def fits(cue: Cue, head: Token | None, measures: Measures, compound: str = "") -> bool:
    """True where a cue can count what a quantity stands with."""
    if head is None:
        return cue.counts == "people" and cue.role not in ("known_object", "known_subject")
    classes = measures.class_of(head.lower) | measures.class_of(compound)
    if cue.counts == "people":
        if "people" in classes or compound.split(" ")[0] in measures.status["of_peoples"]:
            return True
        if classes or cue.role in ("known_object", "known_subject"):
            return False
        return head.pos in ("NOUN", "PROPN", "ADJ")
    return cue.counts in classes


def pick(cues: tuple[Cue, ...], roles: tuple[str, ...], counted: Counted, measures: Measures) -> Cue | None:
    """The first cue with one of the roles that fits what is counted."""
    return next((c for c in cues if c.role in roles and fits(c, counted.head, measures, counted.compound)), None)


def joint_measure(first: str, second: str) -> str:
    """The measure of those said to be one or the other ("killed or wounded"): what holds of all of them."""
    if first == second:
        return first
    both = {first, second}
    if both == {"killed", "missing"}:
        return DEAD_OR_MISSING
    if both <= {"killed", "injured", "missing", CASUALTIES}:
        return CASUALTIES
    return next((wide for wide in ("buildings_damaged", "affected") if wide in both), first)
