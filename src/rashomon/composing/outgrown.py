"""Counts of the dead or hurt that later counts of the same have outgrown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rashomon.composing.counts import Count
from rashomon.composing.disputes import RISING
from rashomon.composing.same_happening import goes_on, is_wide, same_place
from rashomon.model.claim import Figure

if TYPE_CHECKING:
    from rashomon.composing.plan import Plan

#: Nobody's number so many times greater shows that somebody's earlier one is old.
_FAR = 2


def is_outgrown(count: Count, newer: Figure, plan: Plan) -> bool:
    """Whether a figure told before counts more of the same, and was out later, of what only rises.

    An early count by somebody else is then no news: the record keeps it. A town's own count stands beside the land's.
    """
    return is_earlier(count.figure, plan.words.ledger.figures(count.claims), newer, plan)


def gives_way(count: Count, others: Iterable[Count], plan: Plan) -> bool:
    """Whether one of some other counts has outgrown a count, so that it is no news.

    What somebody named counted gives way to nobody's number only where that is far greater.
    """
    value = count.figure.value or 0
    firm = (o for o in others if o.named or not count.named or (o.figure.value or 0) >= _FAR * value)
    return any(o is not count and is_outgrown(count, o.figure, plan) for o in firm)


def is_earlier(older: Figure, giving: Sequence[Figure], newer: Figure, plan: Plan) -> bool:
    """Whether a figure, which these give, is an early state of the same as another."""
    if older.measure != newer.measure or older.counting not in RISING or newer.counting not in RISING:
        return False
    if (newer.value or 0) <= (older.value or 0) or None in (older.value, newer.value) or newer.part_of:
        return False
    if plan.words.figures.group(older) != plan.words.figures.group(newer) or not _may_be_one_place(older, newer, plan):
        return False
    if not _may_be_one_time(older, newer, plan):
        return False
    before, after = plan.days(giving), plan.days([newer])
    return bool(before and after) and max(before) < max(after)


def _may_be_one_time(older: Figure, newer: Figure, plan: Plan) -> bool:
    """Whether nothing keeps two figures apart in time: a day's dead of a war are no earlier count of a month's."""
    first, second = older.when, newer.when
    if first is None or second is None or first.start_date == second.start_date:
        return True
    lasting = plan.main is not None and goes_on(plan.main) and not (plan.main.type or "").startswith("disaster:")
    starts = [w.start_date for w in (first, second)]
    ends = [w.end_date for w in (first, second)]
    if lasting or None in (*starts, *ends):
        return False
    return starts[0] <= ends[1] and starts[1] <= ends[0]  # type: ignore[operator]


def _may_be_one_place(older: Figure, newer: Figure, plan: Plan) -> bool:
    """Whether nothing puts two figures at two places: a town's count is outgrown by one of that town only."""
    first, second = older.place, newer.place
    if first is None or not plan.words.figures.at(older):
        return True
    if second is None or not plan.words.figures.at(newer):
        return is_wide(first) or (second is not None and same_place(first, second))
    return same_place(first, second)
