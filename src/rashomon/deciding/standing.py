"""Which decisions stand: not undone, and not replaced by a later one on the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model.decision import ON_CLAIMS, ONE_AT_A_TIME, Decision, DecisionKind, Forced, Forcing


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


def newest_on(decisions: Sequence[Decision], kind: DecisionKind, targets: Sequence[str]) -> Decision | None:
    """The newest of these standing decisions that one of this kind on these targets would replace or contradict."""
    subject = _subject(kind)
    rivals = [d for d in decisions if subject and _subject(d.kind) == subject and set(d.targets) & set(targets)]
    return rivals[-1] if rivals else None


def _subject(kind: DecisionKind) -> str:
    """What kinds of decisions settle between them: a claim, a grade, who is grouped with whom; empty for a note."""
    if kind in ON_CLAIMS:
        return "claim"
    if kind in ONE_AT_A_TIME:
        return kind
    return kind.partition("_")[2] if kind.startswith(("merge_", "split_")) else ""


def forced_groups(decisions: Sequence[Decision], what: str) -> Forced:
    """The merges and splits among standing decisions, in their order; `what` is "copies", "stories" or "events"."""
    joining = {f"merge_{what}": True, f"split_{what}": False}
    return Forced(
        steps=tuple(
            Forcing(joins=joining[d.kind], members=frozenset(d.targets)) for d in decisions if d.kind in joining
        )
    )
