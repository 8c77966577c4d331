"""The count that a story leads with: no early state of a later one, no day's dead, few beside many or vague word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.composing.counts import Count
from rashomon.composing.days_out import are_days_later
from rashomon.composing.outgrown import is_outgrown
from rashomon.composing.same_happening import goes_on

if TYPE_CHECKING:
    from rashomon.composing.plan import Plan

#: A count of so many days is one of a day: "in the past 24 hours" begins on the day before.
_A_DAY = 1
#: Beside so many times more people, few dead are not what the story is about.
_FEW, _MANY_TIMES = 9, 10
#: A number that weighs nearly as much as "several" says more.
_NEARLY = 0.75


def leading(plan: Plan, chosen: Count | None) -> Count | None:
    """The count in the place of a chosen one: the latest of what it was an early state of, or what it is a day of."""
    if chosen is None or plan.dispute_of(chosen) is not None:
        return chosen
    whole = [c for c in plan.counts if not c.figure.part_of and plan.is_near_main(c)]
    chosen = _of_more(chosen, whole, plan)
    alike = [c for c in whole if c.measure == chosen.measure and _group(c, plan) == _group(chosen, plan)]
    if _is_of_a_day(chosen) and _goes_on_past(plan, chosen):
        all_of_it = [c for c in alike if not _is_of_a_day(c) and (c.figure.value or 0) > (chosen.figure.value or 0)]
        chosen = max(all_of_it, key=lambda c: c.weight, default=chosen)
    ledger = plan.words.ledger
    given = ledger.figures(chosen.claims)
    firm = [c for c in alike if c.named or not chosen.named or are_days_later(ledger.figures(c.claims), given, ledger)]
    grown = [c for c in firm if is_outgrown(chosen, c.figure, plan)]
    chosen = max(grown, key=lambda c: (max(plan.days(ledger.figures(c.claims))), c.weight), default=chosen)
    taken = [c for c in whole if c.measure == "abducted" and plan.is_of_main(c) and _outweighs(c, chosen)]
    return max(taken, key=lambda c: c.weight, default=chosen)


def _of_more(chosen: Count, whole: list[Count], plan: Plan) -> Count:
    """The count in the place of a vague or a small one: a number for "several", a heavier toll of many times more."""
    own = chosen.figure.value
    alike = [c for c in whole if c.measure == chosen.measure and c.figure.value is not None]
    if own is None:
        numbers = [c for c in alike if c.weight >= _NEARLY * chosen.weight and _group(c, plan) == _group(chosen, plan)]
        return max(numbers, key=lambda c: c.weight, default=chosen)
    heavier = [c for c in alike if own <= _FEW and (c.figure.value or 0) >= _MANY_TIMES * own]
    return max((c for c in heavier if c.weight > chosen.weight), key=lambda c: c.weight, default=chosen)


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
    few, many = dead.figure.value, taken.figure.value or 0
    if few is None or dead.measure not in ("killed", "injured"):
        return False
    return few <= _FEW and many >= max(_FEW, few * _MANY_TIMES)
