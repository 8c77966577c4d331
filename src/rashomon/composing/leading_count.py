"""The count that a story leads with: no early state of a later one, no day's dead, no few beside many taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.composing.counts import Count
from rashomon.composing.outgrown import is_outgrown
from rashomon.composing.same_happening import goes_on

if TYPE_CHECKING:
    from rashomon.composing.plan import Plan

#: A count of so many days is one of a day: "in the past 24 hours" begins on the day before.
_A_DAY = 1
#: Beside so many times more people taken away, few dead are not what the story is about.
_FEW, _MANY_TIMES = 9, 10


def leading(plan: Plan, chosen: Count | None) -> Count | None:
    """The count in the place of a chosen one: the latest of what it was an early state of, or what it is a day of."""
    if chosen is None or plan.dispute_of(chosen) is not None:
        return chosen
    whole = [c for c in plan.counts if not c.figure.part_of and plan.is_near_main(c)]
    alike = [c for c in whole if c.measure == chosen.measure and _group(c, plan) == _group(chosen, plan)]
    if _is_of_a_day(chosen) and _goes_on_past(plan, chosen):
        all_of_it = [c for c in alike if not _is_of_a_day(c) and (c.figure.value or 0) > (chosen.figure.value or 0)]
        chosen = max(all_of_it, key=lambda c: c.weight, default=chosen)
    firm = [c for c in alike if c.named or not chosen.named or _is_days_later(c, chosen, plan)]
    grown = [c for c in firm if is_outgrown(chosen, c.figure, plan)]
    chosen = max(grown, key=lambda c: (max(plan.days(plan.words.ledger.figures(c.claims))), c.weight), default=chosen)
    taken = [c for c in whole if c.measure == "abducted" and plan.is_of_main(c) and _outweighs(c, chosen)]
    return max(taken, key=lambda c: c.weight, default=chosen)


def _is_days_later(count: Count, other: Count, plan: Plan) -> bool:
    """Whether a count came out days after all that give another."""
    early, late = (plan.days(plan.words.ledger.figures(c.claims)) for c in (other, count))
    return bool(early and late) and (min(late) - max(early)).days > _A_DAY


def _group(count: Count, plan: Plan) -> str:
    return plan.words.figures.group(count.figure)


def _is_of_a_day(count: Count) -> bool:
    """Whether a count says the one day on which those it counts came to harm."""
    when = count.figure.when
    if when is None or when.start_date is None or when.end_date is None:
        return False
    return (when.end_date - when.start_date).days <= _A_DAY


def _goes_on_past(plan: Plan, count: Count) -> bool:
    """Whether the main happening goes on, and did not begin on the day that a count is of."""
    main, when = plan.main, count.figure.when
    if main is None or not goes_on(main) or when is None or when.start_date is None:
        return False
    return main.start_date is None or (when.start_date - main.start_date).days > _A_DAY


def _outweighs(taken: Count, dead: Count) -> bool:
    """Whether those taken away are so many, and the dead or hurt so few, that the story is about the former."""
    few, many = dead.figure.value or 0, taken.figure.value or 0
    return dead.measure in ("killed", "injured") and few <= _FEW and many >= max(_FEW, few * _MANY_TIMES)
