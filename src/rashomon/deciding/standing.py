"""Which decisions stand: not undone, and not replaced by a later one on the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model.decision import ON_CLAIMS, ONE_AT_A_TIME, Decision, Forced, Forcing


def standing(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold, in their order (by instant, then id); an undone undo brings back what it undid."""
    ordered = sorted(decisions, key=lambda d: (d.at, d.id))
    undone: set[str] = set()
    # From the last: an undo counts only where no later one undoes it.
    for decision in reversed(ordered):
        if decision.kind == "undo" and decision.id not in undone:
            undone.update(decision.targets)
    held: dict[tuple[str, ...], Decision] = {}
    for decision in ordered:
        if decision.id in undone or decision.kind == "undo":
            continue
        held.pop(_place_of(decision), None)
        held[_place_of(decision)] = decision
    return tuple(held.values())


def _place_of(decision: Decision) -> tuple[str, ...]:
    """What a decision settles: a later one on the same replaces it; notes and groupings stand beside each other."""
    if decision.kind in ON_CLAIMS:
        return ("claim", *decision.targets)
    if decision.kind in ONE_AT_A_TIME:
        return (decision.kind, *decision.targets)
    return (decision.id,)


def forced_groups(decisions: Sequence[Decision], what: str) -> Forced:
    """The merges and splits among standing decisions, in their order; `what` is "copies", "stories" or "events"."""
    joining = {f"merge_{what}": True, f"split_{what}": False}
    return Forced(
        steps=tuple(
            Forcing(joins=joining[d.kind], members=frozenset(d.targets)) for d in decisions if d.kind in joining
        )
    )
