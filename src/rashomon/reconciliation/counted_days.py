"""Whether the days and states of two figures speak for one count or for two."""

from __future__ import annotations

from rashomon.reconciliation.scopes import Scope
from rashomon.reconciliation.sighting_order import is_later
from rashomon.reconciliation.sightings import Sighting

#: So many days after a day, a report that names no day tells of another one.
_PAST_DAYS = 2
#: States so many days apart are of two happenings where nothing says that the count goes on.
_MANY_DAYS = 5


def counts_later_day(a: Sighting, b: Sighting) -> bool:
    """True where a counts the people of one day that lies after the state, or after the day, that b counts."""
    if a.counts_day is None or a.report.id == b.report.id:
        return False
    last = b.counts_day or (b.as_of.end if b.as_of is not None else None)
    return last is not None and last < a.counts_day


def counts_day_of(a: Sighting, b: Sighting) -> bool:
    """True where a counts the people of one day, and b those of all the days since a day well before it."""
    when = b.figure.when
    if a.counts_day is None or b.counts_day is not None or when is None or when.start_date is None:
        return False
    return b.running and (a.counts_day - when.start_date).days >= _PAST_DAYS


def are_two_counts_of_an_outlet(a: Sighting, b: Sighting) -> bool:
    """True for numbers that an outlet tells of two days in its own voice, of which the later is no count under way."""
    if a.root is not None or a.voice != b.voice or not (is_later(a, b) or is_later(b, a)):
        return False
    late = a if is_later(a, b) else b
    return not late.goes_on and (a.counts_day is None or a.counts_day != b.counts_day)


def falls_unsaid(late: Sighting, early: Sighting, after: float | None, before: float | None) -> bool:
    """True where a count that only rises would fall without a statement of its own: it is another count."""
    if after is None or before is None or after >= before or late.counting != "cumulative" or late.states_itself:
        return False
    return is_later(late, early)


def long_between(a: Sighting, b: Sighting) -> bool:
    """True for two counts of no days of their own, not both under way, whose states lie many days apart."""
    if (a.running and b.running) or a.as_of is None or b.as_of is None:
        return False
    starts, ends = (a.as_of.start, b.as_of.start), (a.as_of.end, b.as_of.end)
    if None in starts or None in ends:
        return False
    return (max(d for d in starts if d) - min(d for d in ends if d)).days >= _MANY_DAYS


def is_past(sighting: Sighting, day: Scope) -> bool:
    """True for a figure without days of its own, of a report some days after the one day that the other counts."""
    when, as_of = sighting.figure.when, sighting.as_of
    told = when is not None and (when.start_date is not None or when.end_date is not None)
    if told or day.start is None or day.start != day.end or as_of is None or as_of.start is None:
        return False
    return (as_of.start - day.start).days >= _PAST_DAYS


def in_one_breath(a: Sighting, b: Sighting) -> bool:
    """True for two numbers of one voice in one sentence: it counts two things, unless one corrects the other."""
    if a.report.id != b.report.id or a.voice != b.voice or a.figure.field != b.figure.field:
        return False
    told_again = a.earlier or b.earlier or a.taken_back or b.taken_back
    return a.figure.start == b.figure.start and not (told_again or a.figure.correction or b.figure.correction)


def is_closed_window(sighting: Sighting, days: Scope) -> bool:
    """True where the days that a figure counts had ended some days before the state that it describes."""
    as_of = sighting.as_of.start if sighting.as_of else None
    return days.end is not None and as_of is not None and (as_of - days.end).days >= _PAST_DAYS


def one_running_count(a: Scope, b: Scope) -> bool:
    """True for two totals since one day, each over more than that day: where they end is their as-of, no scope."""
    if a.start is None or a.start != b.start or a.counting != "cumulative":
        return False
    return all(s.end is None or s.end > a.start for s in (a, b))
