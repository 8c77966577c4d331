"""Whether a decision can be taken: it says what it must, and names what exists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from rashomon.errors import UsageError
from rashomon.model.claim import MEASURES, Basis, Counting, PopulationCategory, Qualifier, Realis, Unit
from rashomon.model.decision import Correction, Decision, DecisionKind

_CHOICES: dict[str, tuple[str, ...]] = {
    "qualifier": get_args(Qualifier),
    "unit": get_args(Unit),
    "population": get_args(PopulationCategory),
    "counting": get_args(Counting),
    "basis": get_args(Basis),
    "realis": get_args(Realis),
}
#: The fields that each kind of claim has, by how its id begins.
_WHEN = ("start_date", "end_date")
_WHERE = ("place", "geonames_id")
_FIELDS: dict[str, tuple[str, ...]] = {
    "fig-": Correction.__struct_fields__,
    "evt-": ("realis", "root", *_WHERE, *_WHEN),
    "ctl-": ("realis", "root", *_WHERE, *_WHEN),
    "rsp-": (),
    "rel-": (),
    "stm-": (),
}
_SEVERAL = ("merge_copies", "merge_stories", "merge_events")


def can_harm(kind: DecisionKind, targets: Sequence[str]) -> bool:
    """Whether a decision prints a name or says who did it: it needs a reason, and a second person."""
    return kind == "unmask" or (kind == "accept" and any(t.startswith("rsp-") for t in targets))


def check_decision(decision: Decision) -> None:
    """Nothing, where the decision is complete; raises UsageError saying what it lacks.

    Unmasking a name and accepting who did something need a reason.
    """
    if not decision.by.strip():
        raise UsageError("A decision needs a name to stand under.", "Give yours with --by.")
    if not all(_is_text(words) for words in (decision.by, decision.why, *decision.targets)):
        raise UsageError("The decision holds what is no character.", "Write its words anew.")
    if not decision.targets or not all(decision.targets):
        raise UsageError("A decision needs to name what it is about.")
    if decision.kind in _SEVERAL and len(set(decision.targets)) < 2:
        raise UsageError("A merge needs two things to make one.", "Name at least two ids.")
    if can_harm(decision.kind, decision.targets) and not decision.why.strip():
        raise UsageError("This decision can harm a person: it needs a reason.", "Give it with --why.")
    if decision.kind == "note" and not decision.why.strip():
        raise UsageError("A note needs words.", "Give them with --why.")
    if (decision.kind == "grade_root") != (decision.grade is not None):
        raise UsageError("A grade belongs to a root, and a root's decision needs one.", "Give one of A to F.")
    if (decision.kind == "correct") != (decision.correction is not None):
        raise UsageError("A correction needs what the claim ought to say.", "Give at least one field.")
    if decision.correction is not None:
        _check_correction(decision.correction)
        _check_fields(decision.correction, decision.targets[0])


def _is_text(words: str) -> bool:
    """False where a NUL or half a character stands among the words: no database keeps these."""
    return "\x00" not in words and not any("\ud800" <= c <= "\udfff" for c in words)


def _check_fields(correction: Correction, claim: str) -> None:
    fields = _FIELDS.get(claim[:4], Correction.__struct_fields__)
    for name in correction.__struct_fields__:
        if getattr(correction, name) is not None and name not in fields:
            choice = "Choose from " + ", ".join(fields) + "." if fields else "Reject it, or write a note."
            raise UsageError(f"A claim of this kind has no {name.replace('_', ' ')} to correct.", choice)


def _check_correction(correction: Correction) -> None:
    if correction == Correction():
        raise UsageError("The correction changes nothing.", "Give at least one field.")
    for name, choices in _CHOICES.items():
        given = getattr(correction, name)
        if given is not None and given not in choices:
            raise UsageError(f"{given!r} is no {name}.", "Choose from " + ", ".join(choices) + ".")
    measure = correction.measure
    if measure is not None and measure not in MEASURES and not measure.startswith("other:"):
        raise UsageError(f"{measure!r} is no measure.", "Choose from " + ", ".join(MEASURES) + ", or other:WORD.")
    for first, last, what in (
        (correction.low, correction.high, "bounds"),
        (correction.start_date, correction.end_date, "dates"),
    ):
        if first is not None and last is not None and first > last:  # type: ignore[operator]
            raise UsageError(f"The {what} of the correction run backwards.")
