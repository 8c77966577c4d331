"""Tolls that grow from day to day: what an early report counted speaks for what the later ones count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from rashomon.reconciliation.interests import interest_of
from rashomon.reconciliation.report_counts import Sum, is_news

#: So few are counted within the hour; of more the first counts are seldom the last.
_FEW = 9
#: A later count so many times larger is of something else.
_MOST_TIMES = 20.0
#: A floor of one day ("more than 100") grows within that day, no further than so many times.
_WITHIN_A_DAY = 3.0
_FLOORS = ("at_least", "more_than")


def grown_tolls(sums: Sequence[Sequence[Sum]]) -> dict[tuple[int, float], float]:
    """What the number of an early report has grown to, by the report's place in time and the number.

    `sums` are the counts of each report, the earliest report first. A number has grown where reports of later days lead
    with a larger count of the same people, or with its correction: it became what the last of these says. A floor grows
    within its day as well. What a party counts in its own interest neither grows nor outgrows anything.
    """
    news = [[one for one in some if is_news(one) and interest_of(one.parts[0]) != "in"] for some in sums]
    leads = sorted(
        (max(some, key=lambda one: one.value) for some in news if some), key=lambda s: (_day(s) or dt.date.min, s.value)
    )
    grown: dict[tuple[object, ...], float] = {}
    found: dict[tuple[int, float], float] = {}
    for n, some in enumerate(news):
        for one in some:
            key = (one.value, _day(one), _people(one))
            if one.value > _FEW and key not in grown:
                grown[key] = _grown(one, leads)
            found[n, one.value] = grown.get(key, one.value)
    return found


def _grown(one: Sum, leads: Sequence[Sum]) -> float:
    """What the last of these counts says that outgrew one, each no more than so many times those before it."""
    day, people = _day(one), _people(one)
    last = reached = one.value
    for lead in leads:
        later = _day(lead)
        if day is None or later is None or later < day or _people(lead) != people:
            continue
        if later == day:
            if _is_floor(one) and one.value < lead.value <= _WITHIN_A_DAY * reached:
                last = reached = lead.value
        elif one.value < lead.value <= _MOST_TIMES * reached:
            last = reached = lead.value
        elif lead.parts[0].figure.correction:
            last = lead.value
    return last


def _is_floor(one: Sum) -> bool:
    return one.parts[0].figure.qualifier in _FLOORS


def _people(one: Sum) -> tuple[str | None, ...]:
    population = one.parts[0].figure.population
    return population.category, population.group, population.side


def _day(one: Sum) -> dt.date | None:
    """The day whose state a count describes; else the one on which its report came out."""
    as_of, published = one.parts[0].as_of, one.parts[0].report.published
    if as_of is not None and as_of.end is not None:
        return as_of.end
    return published.latest.date() if published is not None else None
