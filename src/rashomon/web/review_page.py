"""What the review pages print of decisions, proposals and the fields of a correction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from rashomon.model.claim import MEASURES, Basis, Counting, PopulationCategory, Qualifier, Realis, Unit
from rashomon.model.decision import Decision
from rashomon.model.plain import to_plain
from rashomon.project import ReviewItem
from rashomon.rendering import wording
from rashomon.rendering.components.decision_lines import DONE


@dataclass(frozen=True, slots=True)
class Told:
    """A decision in words: what was done, what it says now, why, by whom and when."""

    id: str
    done: str
    now: str
    why: str
    by: str
    at: str


def told(decision: Decision) -> Told:
    """A decision as the pages tell it; a name that is to be printed is not."""
    now = ", ".join(f"{n.replace('_', ' ')} {v}" for n, v in to_plain(decision.correction or {}).items())
    return Told(
        decision.id, DONE.get(decision.kind, decision.kind), now or decision.grade or "", decision.why, decision.by,
        wording.instant(decision.at.isoformat()),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proposal:
    """What waits for a second person; `item` is its sentence where the queue holds it."""

    decision: Told
    mine: bool
    item: ReviewItem | None


def proposals_of(waiting: Sequence[Decision], items: Mapping[str, ReviewItem], name: str) -> list[Proposal]:
    """The proposals as `name` sees them, who cannot confirm their own."""
    return [Proposal(told(p), p.by == name, items.get(p.targets[0])) for p in waiting]


@dataclass(frozen=True, slots=True)
class FixField:
    """A field of a correction: `choices` where only some words fit, `hints` where others are common."""

    name: str
    label: str
    choices: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    is_date: bool = False


_OF_FIGURES = (
    FixField("value", "Value"),
    FixField("low", "At least"),
    FixField("high", "At most"),
    FixField("qualifier", "Hedge", get_args(Qualifier)),
    FixField("measure", "Measure", hints=MEASURES),
    FixField("unit", "Unit", get_args(Unit)),
    FixField("population", "Whom it counts", get_args(PopulationCategory)),
    FixField("counting", "Counting", get_args(Counting)),
    FixField("basis", "Basis", get_args(Basis)),
)
_OF_ALL = (
    FixField("realis", "Is it fact", get_args(Realis)),
    FixField("root", "Who produced it"),
    FixField("place", "Place"),
    FixField("start_date", "First day", is_date=True),
    FixField("end_date", "Last day", is_date=True),
)


def fix_fields(kind: str) -> tuple[FixField, ...]:
    """The fields that a claim of this kind can be corrected in; none for those that only stand or fall."""
    if kind == "figure":
        return (*_OF_FIGURES, *_OF_ALL)
    return _OF_ALL if kind in ("event", "control") else ()
